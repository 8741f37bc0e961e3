extension NameExtractor {
    /// Reads Python's `__all__`, when that is possible without running the file.
    mutating func readAllNames() {
        guard !matches.allValues.isEmpty else { return }
        let symbols = rules.strings
        var exports: [FileNames.Export] = []
        var pending = Array(matches.allValues.sorted { $0.start < $1.start }.reversed())
        while let node = pending.popLast() {
            let symbol = node.symbol
            if symbol == symbols.string {
                let content = text(node.bytes).drop { "rbuRBU".contains($0) }
                exports.append(.name(names.table.number(of: String(content.filter { $0 != "\"" && $0 != "'" }))))
            } else if symbol == symbols.attribute,
                node.child(symbols.attributeName).map({ text($0.bytes) }) == "__all__",
                let object = node.child(symbols.object), let chain = chain(object)
            {
                exports.append(.all(of: chain))
            } else if symbol == symbols.list || symbol == symbols.tuple || symbol == symbols.parenthesized
                || symbol == symbols.expressionList || symbol == symbols.listSplat || symbol == symbols.binaryOperator
            {
                var children: [SyntaxNode] = []
                node.forEachChild { if $0.isNamed, $0.symbol != symbols.comment { children.append($0) } }
                pending.append(contentsOf: children.reversed())
            } else {
                return
            }
        }
        names.exports = exports
    }
}
