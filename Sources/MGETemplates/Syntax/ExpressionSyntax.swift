/// An expression as written.
final class ExpressionSyntax: Sendable {
    indirect enum Kind: Sendable {
        case constant(Value)
        case name(String)
        /// `namespace.name` as the target of an assignment.
        case namespaceTarget(String, String)
        case attribute(ExpressionSyntax, String)
        case item(ExpressionSyntax, ExpressionSyntax)
        case slice(ExpressionSyntax?, ExpressionSyntax?, ExpressionSyntax?)
        case list([ExpressionSyntax])
        case tuple([ExpressionSyntax])
        case dict([(key: ExpressionSyntax, value: ExpressionSyntax)])
        case negative(ExpressionSyntax)
        case positive(ExpressionSyntax)
        case not(ExpressionSyntax)
        case and(ExpressionSyntax, ExpressionSyntax)
        case or(ExpressionSyntax, ExpressionSyntax)
        case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
        case concatenation([ExpressionSyntax])
        case comparison(ExpressionSyntax, [(ComparisonOperator, ExpressionSyntax)])
        case conditional(condition: ExpressionSyntax, then: ExpressionSyntax, otherwise: ExpressionSyntax?)
        /// A filter; without a value it is that of a filter block.
        case filter(ExpressionSyntax?, String, ArgumentSyntax)
        case test(ExpressionSyntax, String, ArgumentSyntax)
        case call(ExpressionSyntax, ArgumentSyntax)
    }

    let kind: Kind
    let offset: Int
    /// The number of levels of the tree below and with this node.
    let height: Int

    init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
        var height = 0
        Self.forEachChild(of: kind) { height = max(height, $0.height) }
        self.height = height + 1
    }

    /// Visits the parts of the expression in the order they are written.
    func forEachChild(_ body: (ExpressionSyntax) -> Void) {
        Self.forEachChild(of: kind, body)
    }

    private static func forEachChild(of kind: Kind, _ body: (ExpressionSyntax) -> Void) {
        switch kind {
        case .constant, .name, .namespaceTarget: break
        case .attribute(let value, _), .negative(let value), .positive(let value), .not(let value): body(value)
        case .item(let left, let right), .and(let left, let right), .or(let left, let right),
            .binary(_, let left, let right):
            body(left)
            body(right)
        case .slice(let start, let stop, let step):
            start.map(body)
            stop.map(body)
            step.map(body)
        case .list(let elements), .tuple(let elements), .concatenation(let elements): elements.forEach(body)
        case .dict(let pairs):
            for pair in pairs {
                body(pair.key)
                body(pair.value)
            }
        case .comparison(let first, let rest):
            body(first)
            for (_, operand) in rest { body(operand) }
        case .conditional(let condition, let then, let otherwise):
            body(condition)
            body(then)
            otherwise.map(body)
        case .filter(let value, _, let arguments):
            value.map(body)
            arguments.forEach(body)
        case .test(let value, _, let arguments), .call(let value, let arguments):
            body(value)
            arguments.forEach(body)
        }
    }
}

/// The arguments of a call, filter or test as written.
struct ArgumentSyntax: Sendable {
    var positional: [ExpressionSyntax] = []
    var named: [(name: String, value: ExpressionSyntax)] = []
    var list: ExpressionSyntax?
    var dict: ExpressionSyntax?

    func forEach(_ body: (ExpressionSyntax) -> Void) {
        positional.forEach(body)
        for (_, value) in named { body(value) }
        list.map(body)
        dict.map(body)
    }
}

/// The operators that compare.
enum ComparisonOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contained = "in"
    case notContained = "not in"
}
