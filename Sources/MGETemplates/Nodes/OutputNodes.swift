/// Text of the template.
final class TextNode: StatementNode {
    private let text: String

    init(_ text: String) { self.text = text }

    func execute(_ state: RenderState) throws -> Flow {
        state.output += text
        return .next
    }
}

/// A printed value.
final class PrintNode: StatementNode {
    private let value: any ExpressionNode
    private let position: SourcePosition

    init(_ value: any ExpressionNode, _ position: SourcePosition) {
        self.value = value
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let result = try value.evaluate(state)
        try state.at(position) { try state.write(result) }
        return .next
    }
}

/// Several statements as one.
final class SequenceNode: StatementNode {
    private let body: Body

    init(_ body: Body) { self.body = body }

    func execute(_ state: RenderState) throws -> Flow { try body.execute(state) }
}

/// A statement at the top level that is skipped once the template has extended another.
final class UnlessExtendedNode: StatementNode {
    private let node: any StatementNode

    init(_ node: any StatementNode) { self.node = node }

    func execute(_ state: RenderState) throws -> Flow {
        state.parentTemplate == nil ? try node.execute(state) : .next
    }
}

/// An expression computed for its effect.
final class EvaluateNode: StatementNode {
    private let value: any ExpressionNode

    init(_ value: any ExpressionNode) { self.value = value }

    func execute(_ state: RenderState) throws -> Flow {
        _ = try value.evaluate(state)
        return .next
    }
}

/// `autoescape`.
final class AutoescapeNode: StatementNode {
    private let loads: ScopeLoads
    private let value: any ExpressionNode
    private let body: Body
    private let position: SourcePosition

    init(_ loads: ScopeLoads, _ value: any ExpressionNode, _ body: Body, _ position: SourcePosition) {
        self.loads = loads
        self.value = value
        self.body = body
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        loads.run(state)
        let escapes = try state.at(position) { try value.isTrue(state) }
        let saved = state.autoescape
        state.autoescape = escapes
        defer { state.autoescape = saved }
        return try body.execute(state)
    }
}

/// A filter block.
final class FilterBlockNode: StatementNode {
    private let loads: ScopeLoads
    private let body: Body
    private let filter: any ExpressionNode
    private let position: SourcePosition

    init(_ loads: ScopeLoads, _ body: Body, _ filter: any ExpressionNode, _ position: SourcePosition) {
        self.loads = loads
        self.body = body
        self.filter = filter
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        loads.run(state)
        var flow = Flow.next
        let text = try state.capture { flow = try body.execute(state) }
        let result = try state.filtering(text, filter)
        try state.at(position) { try state.write(result) }
        return flow
    }
}

/// The text that the filters of a block work on.
final class CapturedNode: ExpressionNode {
    func evaluate(_ state: RenderState) throws -> Value { state.captured }
}

extension RenderState {
    /// Applies the filters of a block to what its body printed.
    func filtering(_ text: String, _ filter: any ExpressionNode) throws -> Value {
        let saved = captured
        captured = autoescape ? .markup(text) : .string(text)
        defer { captured = saved }
        return try filter.evaluate(self)
    }
}
