/// A value known before any render.
final class ConstantNode: ExpressionNode {
    let value: Value

    init(_ value: Value) { self.value = value }

    func evaluate(_ state: RenderState) throws -> Value { value }
}

/// A variable of the running function.
final class LocalNode: ExpressionNode {
    private let slot: Int
    private let undefined: Value

    init(_ slot: Int, _ undefined: Value) {
        self.slot = slot
        self.undefined = undefined
    }

    func evaluate(_ state: RenderState) throws -> Value { state.registers.values[slot] ?? undefined }
}

/// A variable of a function around the running one.
final class OuterNode: ExpressionNode {
    private let reference: SlotReference
    private let undefined: Value

    init(_ reference: SlotReference, _ undefined: Value) {
        self.reference = reference
        self.undefined = undefined
    }

    func evaluate(_ state: RenderState) throws -> Value { reference.value(state) ?? undefined }
}

/// A name that no scope of the template has.
final class ScopeNode: ExpressionNode {
    private let name: String
    private let undefined: Value

    init(_ name: String, _ undefined: Value) {
        self.name = name
        self.undefined = undefined
    }

    func evaluate(_ state: RenderState) throws -> Value { state.scope.resolve(name) ?? undefined }
}

/// `value.name`.
final class AttributeNode: ExpressionNode {
    let value: any ExpressionNode
    let key: AttributeKey
    let position: SourcePosition
    private let policy: UndefinedPolicy
    private let dictUndefined: Value

    init(_ value: any ExpressionNode, _ name: String, _ policy: UndefinedPolicy, _ position: SourcePosition) {
        self.value = value
        key = AttributeKey(name)
        self.policy = policy
        self.position = position
        dictUndefined = .undefined(
            Undefined(.attribute(name, ofType: "dict"), policy: policy, position: position))
    }

    func evaluate(_ state: RenderState) throws -> Value {
        try attribute(of: try value.evaluate(state), state)
    }

    @inline(__always)
    func attribute(of object: Value, _ state: RenderState) throws -> Value {
        if case .dict(let dict) = object, !key.isDictMethod {
            if let found = dict.value(of: key.name) { return found }
            if policy == .lenient { return dictUndefined }
        }
        return try otherAttribute(of: object, state)
    }

    private func otherAttribute(of object: Value, _ state: RenderState) throws -> Value {
        if let found = try state.at(position, { try object.attribute(key) }) { return found }
        var owner: DictValue?
        if case .dict(let dict) = object { owner = dict }
        return .undefined(
            Undefined(
                .attribute(key.name, ofType: object.typeName), policy: policy, position: position, owner: owner))
    }
}

/// `value[key]`.
final class ItemNode: ExpressionNode {
    private let value: any ExpressionNode
    private let key: any ExpressionNode
    private let policy: UndefinedPolicy
    private let position: SourcePosition

    init(
        _ value: any ExpressionNode, _ key: any ExpressionNode, _ policy: UndefinedPolicy, _ position: SourcePosition
    ) {
        self.value = value
        self.key = key
        self.policy = policy
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let object = try value.evaluate(state)
        let index = try key.evaluate(state)
        if let found = try state.at(position, { try object.item(index) }) { return found }
        var owner: DictValue?
        if case .dict(let dict) = object { owner = dict }
        let subject: Undefined.Subject
        if case .string(let name) = index {
            subject = .attribute(name, ofType: object.typeName)
        } else {
            subject = .element(try state.at(position) { try index.repr() }, ofType: object.typeName)
        }
        return .undefined(Undefined(subject, policy: policy, position: position, owner: owner))
    }
}

/// `value[start:stop:step]`.
final class SliceNode: ExpressionNode {
    private let value: any ExpressionNode
    private let bounds: [any ExpressionNode]
    private let position: SourcePosition

    init(_ value: any ExpressionNode, _ bounds: [any ExpressionNode], _ position: SourcePosition) {
        self.value = value
        self.bounds = bounds
        self.position = position
    }

    func evaluate(_ state: RenderState) throws -> Value {
        let object = try value.evaluate(state)
        let limits = try bounds.map { try $0.evaluate(state) }
        return try state.at(position) { try object.slice(limits[0], limits[1], limits[2]) }
    }
}
