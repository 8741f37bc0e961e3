/// One definition of a block: what `super` and `self.name` are.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class BlockReference: TemplateObject, @unchecked Sendable {
    private let name: String
    private let scope: RenderScope
    private let depth: Int
    private let policy: UndefinedPolicy

    init(_ name: String, _ scope: RenderScope, depth: Int, policy: UndefinedPolicy) {
        self.name = name
        self.scope = scope
        self.depth = depth
        self.policy = policy
    }

    var typeName: String { "BlockReference" }
    var isCallable: Bool { true }

    /// The definition that the one at a depth overrides.
    static func parent(of name: String, _ scope: RenderScope, depth: Int, policy: UndefinedPolicy) -> Value {
        guard let stack = scope.blocks[name], depth + 1 < stack.count else {
            return .undefined(
                Undefined(.reason("there is no parent block called '\(name)'."), policy: policy, position: nil))
        }
        return .object(BlockReference(name, scope, depth: depth + 1, policy: policy))
    }

    func attribute(_ key: AttributeKey) throws -> Value? {
        key.name == "super" ? Self.parent(of: name, scope, depth: depth, policy: policy) : nil
    }

    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        guard let block = scope.blocks[name]?[depth] else { return .string("") }
        let text = try state.capture { try state.render(block, depth: depth, scope) }
        return state.autoescape ? .markup(text) : .string(text)
    }
}

/// The variable `self`: the template's blocks by name.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class SelfReference: TemplateObject, @unchecked Sendable {
    private let scope: RenderScope
    private let policy: UndefinedPolicy

    init(_ scope: RenderScope, policy: UndefinedPolicy) {
        self.scope = scope
        self.policy = policy
    }

    var typeName: String { "TemplateReference" }

    func attribute(_ key: AttributeKey) throws -> Value? {
        guard scope.blocks[key.name] != nil else { return nil }
        return .object(BlockReference(key.name, scope, depth: 0, policy: policy))
    }
}

/// An imported template: what it exports, and what it prints.
final class ModuleObject: TemplateObject {
    let name: String
    private let exports: [String: Value]
    private let body: Value

    init(name: String, exports: [String: Value], body: Value) {
        self.name = name
        self.exports = exports
        self.body = body
    }

    var typeName: String { "TemplateModule" }
    func attribute(_ key: AttributeKey) throws -> Value? { exports[key.name] }
    func text() throws -> String { try body.text() }
}
