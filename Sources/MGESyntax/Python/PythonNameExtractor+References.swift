extension PythonNameExtractor {
    mutating func addImports() {
        for found in matches.imports {
            let node = found.name ?? found.star ?? found.module
            let position = node.start
            let scope = scope(at: position)
            var module = text(found.module.bytes).filter { !$0.isWhitespace && $0 != "\\" }
            let level = module.prefix { $0 == "." }.count
            module.removeFirst(level)
            var statement = FileNames.Import(
                form: .star, module: module, level: level, line: Int32(node.startRow + 1),
                column: Int32(node.startColumn + 1), owner: owner(at: position),
                isLazy: names.scopes[scope].isLazy || lazyForest.innermost(at: position) != nil,
                isGuarded: tryForest.innermost(at: position) != nil)
            let number = Int32(names.imports.count)
            let bound: Int32
            if found.star != nil {
                if names.scopes[scope].kind == .module { names.stars.append(number) }
                names.imports.append(statement)
                continue
            } else if let member = found.name {
                let name = name(member.bytes)
                statement.form = .member(name)
                bound = found.alias.map { self.name($0.bytes) } ?? name
            } else {
                statement.form = .module(isAliased: found.alias != nil)
                bound =
                    found.alias.map { name($0.bytes) }
                    ?? names.table.number(of: String(module.prefix { $0 != "." }))
            }
            names.imports.append(statement)
            let target = names.scopes[scope].globals.contains(bound) ? 0 : scope
            names.bind(bound, in: target, .imported(number), line: Int32(node.startRow + 1))
        }
    }

    mutating func addReferences() {
        for node in matches.dotted { addDotted(node) }
        for (node, attribute) in matches.members {
            let position = node.start
            if matches.stores.contains(node.end - 1) {
                noteStored(node, attribute)
                continue
            }
            guard let chain = chain(node) else { continue }
            addReference(chain, at: position, line: node.startRow, token: attribute)
        }
        for token in matches.references where !notReferences.contains(token.bytes.lowerBound) {
            let position = token.bytes.lowerBound
            let scope = scope(at: position)
            let chain = addChain(CollectionOfOne(name(token.bytes)))
            names.references.append(
                FileNames.Reference(
                    chain: chain, scope: Int32(scope), owner: owner(at: position), line: Int32(token.row + 1),
                    nameLine: Int32(token.row + 1), nameColumn: Int32(token.column + 1),
                    isLazy: isLazy(scope, position), isInString: false))
        }
    }

    private func isLazy(_ scope: Int, _ position: Int) -> Bool {
        names.scopes[scope].isLazy || lazyForest.innermost(at: position) != nil
    }

    private mutating func addReference(_ chain: FileNames.Chain, at position: Int, line: Int, token: SyntaxNode) {
        let scope = scope(at: position)
        names.references.append(
            FileNames.Reference(
                chain: chain, scope: Int32(scope), owner: owner(at: position), line: Int32(line + 1),
                nameLine: Int32(token.startRow + 1), nameColumn: Int32(token.startColumn + 1),
                isLazy: isLazy(scope, position), isInString: false))
    }

    /// `a.b` in a pattern refers to `a` and to `a.b`; the first identifier is found as a reference by itself.
    private mutating func addDotted(_ node: SyntaxNode) {
        var tokens: [SyntaxNode] = []
        node.forEachChild { if $0.symbol == symbols.identifier { tokens.append($0) } }
        var parts: [Int32] = []
        for (index, token) in tokens.enumerated() {
            parts.append(name(token.bytes))
            guard index > 0 else { continue }
            notReferences.insert(token.start)
            addReference(addChain(parts), at: node.start, line: node.startRow, token: token)
        }
    }

    private mutating func noteStored(_ node: SyntaxNode, _ attribute: SyntaxNode) {
        guard let object = node.child(symbols.object), object.symbol == symbols.identifier,
            source[object.bytes].elementsEqual("self".utf8)
        else { return }
        let name = name(attribute.bytes)
        var scope = scope(at: node.start)
        while scope >= 0 {
            if names.scopes[scope].kind == .class { names.scopes[scope].stored.insert(name) }
            scope = names.scopes[scope].parent
        }
    }

    mutating func readExports() {
        guard !matches.exports.isEmpty else { return }
        var exports: [FileNames.Export] = []
        var pending = Array(matches.exports.sorted { $0.start < $1.start }.reversed())
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
