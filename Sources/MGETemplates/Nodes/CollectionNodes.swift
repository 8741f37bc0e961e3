/// A list in brackets.
final class ListNode: ExpressionNode {
    private let elements: [any ExpressionNode]
    private let position: SourcePosition

    init(_ elements: [any ExpressionNode], _ position: SourcePosition) {
        self.elements = elements
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let values = try elements.map { try $0.evaluate(state) }
        return try state.at(position) { .list(try ListValue(values)) }
    }
}

/// Values with commas between them.
final class TupleNode: ExpressionNode {
    private let elements: [any ExpressionNode]

    init(_ elements: [any ExpressionNode]) { self.elements = elements }

    func evaluate(_ state: RenderState) throws -> Value {
        let tuple = TupleValue(try elements.map { try $0.evaluate(state) })
        try Nesting.check(tuple.nesting)
        return .tuple(tuple)
    }
}

/// Keys and values in braces.
final class DictNode: ExpressionNode {
    private let pairs: [(key: any ExpressionNode, value: any ExpressionNode)]
    private let position: SourcePosition

    init(_ pairs: [(any ExpressionNode, any ExpressionNode)], _ position: SourcePosition) {
        self.pairs = pairs.map { (key: $0.0, value: $0.1) }
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let values = try pairs.map { (try $0.key.evaluate(state), try $0.value.evaluate(state)) }
        return try state.at(position) { .dict(try DictValue(values)) }
    }
}

/// `left ~ right`.
final class ConcatenationNode: ExpressionNode {
    private let parts: [any ExpressionNode]
    private let position: SourcePosition

    init(_ parts: [any ExpressionNode], _ position: SourcePosition) {
        self.parts = parts
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let values = try parts.map { try $0.evaluate(state) }
        return try state.at(position) {
            let hasMarkup = values.contains { if case .markup = $0 { true } else { false } }
            var text = ""
            for value in values {
                if case .markup(let part) = value {
                    text += part
                } else if state.autoescape && hasMarkup {
                    Text.appendEscaped(try value.text(), to: &text)
                } else {
                    try value.appendText(to: &text)
                }
                try state.checkSize(text.utf8.count)
            }
            return state.autoescape && hasMarkup ? .markup(text) : .string(text)
        }
    }
}
