/// An arithmetic operation.
final class BinaryNode: ExpressionNode {
    private let operation: BinaryOperator
    private let left: any ExpressionNode
    private let right: any ExpressionNode
    private let position: SourcePosition

    init(
        _ operation: BinaryOperator, _ left: any ExpressionNode, _ right: any ExpressionNode,
        _ position: SourcePosition
    ) {
        self.operation = operation
        self.left = left
        self.right = right
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let first = try left.evaluate(state)
        let second = try right.evaluate(state)
        return try state.at(position) { try first.applying(operation, to: second, state) }
    }
}

/// A sign before a number.
final class SignNode: ExpressionNode {
    /// The two signs.
    enum Sign: Sendable { case minus, plus }

    private let sign: Sign
    private let value: any ExpressionNode
    private let position: SourcePosition

    init(_ sign: Sign, _ value: any ExpressionNode, _ position: SourcePosition) {
        self.sign = sign
        self.value = value
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let operand = try value.evaluate(state)
        return try state.at(position) {
            switch sign {
            case .minus: try operand.negated()
            case .plus: try operand.plus()
            }
        }
    }
}

/// `not`.
final class NotNode: ExpressionNode {
    private let value: any ExpressionNode
    private let position: SourcePosition

    init(_ value: any ExpressionNode, _ position: SourcePosition) {
        self.value = value
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value { .bool(try isTrue(state)) }
    func isTrue(_ state: RenderState) throws -> Bool { try state.at(position) { try !value.isTrue(state) } }
}

/// `and`, whose value is that of one side.
final class AndNode: ExpressionNode {
    private let left: any ExpressionNode
    private let right: any ExpressionNode
    private let position: SourcePosition

    init(_ left: any ExpressionNode, _ right: any ExpressionNode, _ position: SourcePosition) {
        self.left = left
        self.right = right
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let first = try left.evaluate(state)
        return try state.at(position) { try first.isTrue() } ? try right.evaluate(state) : first
    }

    func isTrue(_ state: RenderState) throws -> Bool {
        try state.at(position) { try left.isTrue(state) && right.isTrue(state) }
    }
}

/// `or`, whose value is that of one side.
final class OrNode: ExpressionNode {
    private let left: any ExpressionNode
    private let right: any ExpressionNode
    private let position: SourcePosition

    init(_ left: any ExpressionNode, _ right: any ExpressionNode, _ position: SourcePosition) {
        self.left = left
        self.right = right
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let first = try left.evaluate(state)
        return try state.at(position) { try first.isTrue() } ? first : try right.evaluate(state)
    }

    func isTrue(_ state: RenderState) throws -> Bool {
        try state.at(position) { try left.isTrue(state) || right.isTrue(state) }
    }
}

/// The inline `if`.
final class ConditionalNode: ExpressionNode {
    private let condition: any ExpressionNode
    private let then: any ExpressionNode
    private let otherwise: any ExpressionNode
    private let position: SourcePosition

    init(
        _ condition: any ExpressionNode, _ then: any ExpressionNode, _ otherwise: any ExpressionNode,
        _ position: SourcePosition
    ) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        try state.at(position) { try condition.isTrue(state) }
            ? try then.evaluate(state) : try otherwise.evaluate(state)
    }
}

extension ComparisonOperator {
    func holds(_ left: Value, _ right: Value) throws -> Bool {
        switch self {
        case .equal: try left.isEqual(to: right)
        case .notEqual: try !left.isEqual(to: right)
        case .less: try left.precedes(right)
        case .greater: try right.precedes(left, symbol: ">")
        case .lessOrEqual: try left.precedesOrEquals(right)
        case .greaterOrEqual: try right.precedesOrEquals(left, symbol: ">=")
        case .contained: try right.contains(left)
        case .notContained: try !right.contains(left)
        }
    }
}

/// One comparison.
final class ComparisonNode: ExpressionNode {
    private let operation: ComparisonOperator
    private let left: any ExpressionNode
    private let right: any ExpressionNode
    private let position: SourcePosition

    init(
        _ operation: ComparisonOperator, _ left: any ExpressionNode, _ right: any ExpressionNode,
        _ position: SourcePosition
    ) {
        self.operation = operation
        self.left = left
        self.right = right
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value { .bool(try isTrue(state)) }

    func isTrue(_ state: RenderState) throws -> Bool {
        let first = try left.evaluate(state)
        let second = try right.evaluate(state)
        return try state.at(position) { try operation.holds(first, second) }
    }
}

/// Comparisons in a chain, all of which have to hold.
final class ComparisonChainNode: ExpressionNode {
    private let first: any ExpressionNode
    private let rest: [(operation: ComparisonOperator, operand: any ExpressionNode)]
    private let position: SourcePosition

    init(
        _ first: any ExpressionNode, _ rest: [(ComparisonOperator, any ExpressionNode)], _ position: SourcePosition
    ) {
        self.first = first
        self.rest = rest.map { (operation: $0.0, operand: $0.1) }
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value { .bool(try isTrue(state)) }

    func isTrue(_ state: RenderState) throws -> Bool {
        var left = try first.evaluate(state)
        for (operation, operand) in rest {
            let right = try operand.evaluate(state)
            guard try state.at(position, { try operation.holds(left, right) }) else { return false }
            left = right
        }
        return true
    }
}
