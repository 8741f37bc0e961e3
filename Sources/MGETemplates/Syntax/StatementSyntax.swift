/// A statement, or a piece of text or a value to print, as written.
struct StatementSyntax: Sendable {
    indirect enum Kind: Sendable {
        case text(String)
        case print([ExpressionSyntax])
        case condition([(condition: ExpressionSyntax, body: [StatementSyntax])], otherwise: [StatementSyntax])
        case loop(LoopSyntax)
        case loopBreak
        case loopContinue
        case assign(target: ExpressionSyntax, value: ExpressionSyntax)
        case assignBlock(target: ExpressionSyntax, filter: ExpressionSyntax?, body: [StatementSyntax])
        case with([(target: ExpressionSyntax, value: ExpressionSyntax)], body: [StatementSyntax])
        case autoescape(ExpressionSyntax, body: [StatementSyntax])
        case block(BlockSyntax)
        case extends(ExpressionSyntax)
        case include(ExpressionSyntax, ignoresMissing: Bool, withContext: Bool)
        case importModule(ExpressionSyntax, name: String, withContext: Bool)
        case importNames(ExpressionSyntax, names: [(name: String, alias: String)], withContext: Bool)
        case macro(MacroSyntax)
        case call(MacroSyntax, ExpressionSyntax)
        case filter(ExpressionSyntax, body: [StatementSyntax])
        case evaluate(ExpressionSyntax)
    }

    let kind: Kind
    let offset: Int
}

/// A for loop as written.
struct LoopSyntax: Sendable {
    var target: ExpressionSyntax
    var sequence: ExpressionSyntax
    var condition: ExpressionSyntax?
    var isRecursive: Bool
    var body: [StatementSyntax]
    var otherwise: [StatementSyntax]
}

/// A block of inheritance as written.
struct BlockSyntax: Sendable {
    var name: String
    var isScoped: Bool
    var isRequired: Bool
    var body: [StatementSyntax]
}

/// A macro, or the body of a call block, as written.
struct MacroSyntax: Sendable {
    var name: String
    var parameters: [String]
    /// The defaults of the last parameters.
    var defaults: [ExpressionSyntax]
    var body: [StatementSyntax]
}

/// The names that a walk over statements asks for.
extension [StatementSyntax] {
    /// Which of some names are read in the statements, other than in blocks.
    func namesRead(of names: Set<String>) -> Set<String> {
        var found: Set<String> = []
        var search = NameSearch(names: names)
        for statement in self { search.visit(statement) }
        found = search.found
        return found
    }

    /// All blocks, those inside other blocks too, outermost first.
    var blocks: [(block: BlockSyntax, offset: Int)] {
        var found: [(block: BlockSyntax, offset: Int)] = []
        for statement in self {
            if case .block(let block) = statement.kind { found.append((block, statement.offset)) }
            for body in statement.bodies { found += body.blocks }
        }
        return found
    }
}

extension StatementSyntax {
    /// The statements inside.
    var bodies: [[StatementSyntax]] {
        switch kind {
        case .condition(let branches, let otherwise): branches.map(\.body) + [otherwise]
        case .loop(let loop): [loop.body, loop.otherwise]
        case .assignBlock(_, _, let body), .with(_, let body), .autoescape(_, let body), .filter(_, let body): [body]
        case .block(let block): [block.body]
        case .macro(let macro), .call(let macro, _): [macro.body]
        default: []
        }
    }

    /// The expressions that belong to the statement itself.
    var expressions: [ExpressionSyntax] {
        switch kind {
        case .text, .loopBreak, .loopContinue, .block: []
        case .print(let values): values
        case .condition(let branches, _): branches.map(\.condition)
        case .loop(let loop): [loop.sequence] + (loop.condition.map { [$0] } ?? [])
        case .assign(let target, let value): [value] + (target.namespaceName == nil ? [] : [target])
        case .assignBlock(_, let filter, _): filter.map { [$0] } ?? []
        case .with(let pairs, _): pairs.map(\.value)
        case .autoescape(let value, _), .extends(let value), .include(let value, _, _), .evaluate(let value),
            .importModule(let value, _, _), .importNames(let value, _, _), .filter(let value, _):
            [value]
        case .macro(let macro): macro.defaults
        case .call(let macro, let call): macro.defaults + [call]
        }
    }
}

extension ExpressionSyntax {
    /// The namespace that the expression assigns to.
    var namespaceName: String? {
        if case .namespaceTarget(let name, _) = kind { return name }
        return nil
    }
}

/// Looks for reads of certain names.
private struct NameSearch {
    let names: Set<String>
    var found: Set<String> = []

    mutating func visit(_ statement: StatementSyntax) {
        if case .block = statement.kind { return }
        for expression in statement.expressions { visit(expression) }
        for body in statement.bodies { for inner in body { visit(inner) } }
    }

    mutating func visit(_ expression: ExpressionSyntax) {
        if case .name(let name) = expression.kind, names.contains(name) { found.insert(name) }
        var children: [ExpressionSyntax] = []
        expression.forEachChild { children.append($0) }
        for child in children { visit(child) }
    }
}
