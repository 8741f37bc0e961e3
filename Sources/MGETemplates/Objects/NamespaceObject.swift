/// What `namespace()` makes: attributes that any scope may set.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class NamespaceObject: TemplateObject, @unchecked Sendable {
    private(set) var members: DictValue

    init(_ members: DictValue) { self.members = members }

    var typeName: String { "Namespace" }

    func attribute(_ key: AttributeKey) throws -> Value? { members.value(of: key.name) }
    func item(_ key: Value) throws -> Value? { try members.value(of: key) }

    func set(_ name: String, _ value: Value, _ state: RenderState) throws {
        state.retainUntilEnd(members)
        try members.set(.string(name), value, state)
    }

    func text() throws -> String { "<Namespace " + (try Value.dict(members).repr()) + ">" }
}
