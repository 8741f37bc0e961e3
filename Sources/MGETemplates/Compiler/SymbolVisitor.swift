/// Tells the symbols of a scope what its statements read and store, not entering scopes inside.
struct SymbolVisitor {
    var symbols: Symbols

    mutating func visit(_ statements: [StatementSyntax]) {
        for statement in statements { visit(statement) }
    }

    mutating func visit(_ statement: StatementSyntax) {
        switch statement.kind {
        case .text, .loopBreak, .loopContinue, .block, .autoescape: break
        case .print(let values): values.forEach { read($0) }
        case .condition(let branches, let otherwise): visitCondition(branches[...], otherwise)
        case .loop(let loop): read(loop.sequence)
        case .assign(let target, let value):
            read(value)
            store(target)
        case .assignBlock(let target, _, _): store(target)
        case .with(let pairs, _): pairs.forEach { read($0.value) }
        case .extends(let value), .include(let value, _, _), .evaluate(let value), .filter(let value, _): read(value)
        case .importModule(let value, let name, _):
            read(value)
            symbols.store(name)
        case .importNames(let value, let names, _):
            read(value)
            for (_, alias) in names { symbols.store(alias) }
        case .macro(let macro): symbols.store(macro.name)
        case .call(_, let call): read(call)
        }
    }

    private mutating func visitCondition(
        _ branches: ArraySlice<(condition: ExpressionSyntax, body: [StatementSyntax])>, _ otherwise: [StatementSyntax]
    ) {
        guard let first = branches.first else { return }
        read(first.condition)
        let original = symbols
        func inner(_ visit: (inout SymbolVisitor) -> Void) -> Symbols {
            var visitor = SymbolVisitor(symbols: original.copy())
            visit(&visitor)
            return visitor.symbols
        }
        let body = inner { $0.visit(first.body) }
        let elif = inner { visitor in
            for branch in branches.dropFirst() {
                visitor.visitCondition([branch], [])
            }
        }
        let last = inner { $0.visit(otherwise) }
        original.merge(branches: [body, elif, last])
    }

    func read(_ expression: ExpressionSyntax) {
        if case .name(let name) = expression.kind { symbols.load(name) }
        if let name = expression.namespaceName { symbols.load(name) }
        expression.forEachChild { read($0) }
    }

    func store(_ target: ExpressionSyntax) {
        switch target.kind {
        case .name(let name): symbols.store(name)
        case .namespaceTarget(let name, _): symbols.load(name)
        case .tuple(let elements): elements.forEach { store($0) }
        default: break
        }
    }

    func declare(_ target: ExpressionSyntax) {
        switch target.kind {
        case .name(let name): symbols.declareParameter(name)
        case .tuple(let elements): elements.forEach { declare($0) }
        default: break
        }
    }
}
