/// The arguments of a call before they are computed.
struct ArgumentNodes: Sendable {
    let positional: [any ExpressionNode]
    let named: [(name: String, value: any ExpressionNode)]
    let list: (any ExpressionNode)?
    let dict: (any ExpressionNode)?

    init(
        positional: [any ExpressionNode], named: [(String, any ExpressionNode)], list: (any ExpressionNode)?,
        dict: (any ExpressionNode)?
    ) {
        self.positional = positional
        self.named = named.map { (name: $0.0, value: $0.1) }
        self.list = list
        self.dict = dict
    }

    func evaluate(_ state: RenderState) throws -> CallArguments {
        var arguments = CallArguments()
        if !positional.isEmpty { arguments.positional = try positional.map { try $0.evaluate(state) } }
        if !named.isEmpty { arguments.named = try named.map { ($0.name, try $0.value.evaluate(state)) } }
        if let list { arguments.positional += try list.evaluate(state).elements() }
        if let dict {
            guard case .dict(let members) = try dict.evaluate(state) else {
                throw Failure(.type, "argument after ** must be a mapping")
            }
            for (key, value) in zip(members.keys, members.values) {
                guard let name = key.stringContent else { throw Failure(.type, "keywords must be strings") }
                guard !arguments.named.contains(where: { $0.name == name }) else {
                    throw Failure(.type, "got multiple values for keyword argument '\(name)'")
                }
                arguments.named.append((name, value))
            }
        }
        return arguments
    }

    /// The arguments in the order of some parameters; nil when only the render can tell, or they do not fit.
    func inOrder(of parameters: [String]) -> [(any ExpressionNode)?]? {
        guard list == nil, dict == nil, positional.count <= parameters.count else { return nil }
        var nodes: [(any ExpressionNode)?] = positional
        nodes += [(any ExpressionNode)?](repeating: nil, count: parameters.count - positional.count)
        for (name, value) in named {
            guard let index = parameters.firstIndex(of: name), nodes[index] == nil else { return nil }
            nodes[index] = value
        }
        while let last = nodes.last, last == nil { nodes.removeLast() }
        return nodes
    }
}

extension RenderState {
    /// Calls a value.
    func call(_ function: Value, _ arguments: CallArguments, _ position: SourcePosition) throws -> Value {
        guard case .object(let object) = function else {
            if case .undefined(let undefined) = function { throw located(undefined.failure, position) }
            throw position.source.error(
                .type, "'\(function.typeName)' object is not callable", at: position.offset)
        }
        if let macro = object as? MacroObject {
            return try calling("macro '\(macro.macro.name)'", at: position) { try macro.call(arguments, self) }
        }
        return try at(position) { try object.call(arguments, self) }
    }
}

/// A call of any value.
final class CallNode: ExpressionNode {
    private let callee: any ExpressionNode
    private let arguments: ArgumentNodes
    private let position: SourcePosition

    init(_ callee: any ExpressionNode, _ arguments: ArgumentNodes, _ position: SourcePosition) {
        self.callee = callee
        self.arguments = arguments
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let function = try callee.evaluate(state)
        let values = try state.at(position) { try arguments.evaluate(state) }
        return try state.call(function, values, position)
    }
}

/// A call of an attribute, which for the methods of plain values needs no object between.
final class MethodCallNode: ExpressionNode {
    private let attribute: AttributeNode
    private let arguments: ArgumentNodes
    private let position: SourcePosition

    init(_ attribute: AttributeNode, _ arguments: ArgumentNodes, _ position: SourcePosition) {
        self.attribute = attribute
        self.arguments = arguments
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let receiver = try attribute.value.evaluate(state)
        switch receiver {
        case .object(let object):
            if let loop = object as? LoopObject, let field = attribute.key.loopField,
                field == .cycle || field == .changed
            {
                let values = try state.at(position) { try arguments.evaluate(state) }
                return try state.at(position) {
                    field == .cycle ? try loop.cycle(values) : .bool(loop.changed(values))
                }
            }
        case .undefined: break
        default:
            let values = try state.at(position) { try arguments.evaluate(state) }
            let result = try state.at(attribute.position) {
                try receiver.callingMethod(attribute.key.name, values, state)
            }
            if let result { return result }
            return try state.call(try attribute.attribute(of: receiver, state), values, position)
        }
        let function = try attribute.attribute(of: receiver, state)
        let values = try state.at(position) { try arguments.evaluate(state) }
        return try state.call(function, values, position)
    }
}

/// A filter whose arguments are in order.
final class FilterNode: ExpressionNode {
    private let value: any ExpressionNode
    private let filter: TemplateFilter
    private let name: String
    private let arguments: [(any ExpressionNode)?]
    private let position: SourcePosition

    init(
        _ value: any ExpressionNode, _ filter: TemplateFilter, _ name: String, _ arguments: [(any ExpressionNode)?],
        _ position: SourcePosition
    ) {
        self.value = value
        self.filter = filter
        self.name = name
        self.arguments = arguments
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let input = try value.evaluate(state)
        let values = arguments.isEmpty ? [] : try arguments.map { try $0?.evaluate(state) }
        return try state.at(position) { try filter.apply(to: input, inOrder: values, name: name, state) }
    }
}

/// A filter whose arguments only the render can put in order.
final class DynamicFilterNode: ExpressionNode {
    private let value: any ExpressionNode
    private let filter: TemplateFilter
    private let name: String
    private let arguments: ArgumentNodes
    private let position: SourcePosition

    init(
        _ value: any ExpressionNode, _ filter: TemplateFilter, _ name: String, _ arguments: ArgumentNodes,
        _ position: SourcePosition
    ) {
        self.value = value
        self.filter = filter
        self.name = name
        self.arguments = arguments
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let input = try value.evaluate(state)
        return try state.at(position) {
            try filter.apply(to: input, try arguments.evaluate(state), name: name, state)
        }
    }
}

/// A test after `is`.
final class TestNode: ExpressionNode {
    private let value: any ExpressionNode
    private let test: TemplateTest
    private let name: String
    private let arguments: ArgumentNodes
    private let position: SourcePosition

    init(
        _ value: any ExpressionNode, _ test: TemplateTest, _ name: String, _ arguments: ArgumentNodes,
        _ position: SourcePosition
    ) {
        self.value = value
        self.test = test
        self.name = name
        self.arguments = arguments
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value { .bool(try isTrue(state)) }

    func isTrue(_ state: RenderState) throws -> Bool {
        let input = try value.evaluate(state)
        return try state.at(position) { try test.holds(input, try arguments.evaluate(state), name: name, state) }
    }
}

/// `is defined` and `is undefined`.
final class DefinedNode: ExpressionNode {
    private let value: any ExpressionNode
    private let isDefined: Bool

    init(_ value: any ExpressionNode, _ isDefined: Bool) {
        self.value = value
        self.isDefined = isDefined
    }

    func evaluate(_ state: RenderState) throws -> Value { .bool(try isTrue(state)) }
    func isTrue(_ state: RenderState) throws -> Bool { try value.evaluate(state).isUndefined != isDefined }
}

/// A filter or test that does not exist, in code that may never run.
final class UnknownNode: ExpressionNode {
    private let message: String
    private let position: SourcePosition

    init(_ message: String, _ position: SourcePosition) {
        self.message = message
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        throw position.source.error(.runtime, message, at: position.offset)
    }
}
