/// What `cycler()` makes.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class CyclerObject: TemplateObject, @unchecked Sendable {
    private let items: [Value]
    private var position = 0

    init(_ items: [Value]) throws {
        guard !items.isEmpty else { throw Failure(.runtime, "at least one item has to be provided") }
        self.items = items
    }

    var typeName: String { "Cycler" }

    func attribute(_ key: AttributeKey) throws -> Value? {
        switch key.name {
        case "current": return items[position]
        case "next":
            return .object(
                FunctionObject("next") { _, _ in
                    defer { self.position = (self.position + 1) % self.items.count }
                    return self.items[self.position]
                })
        case "reset":
            return .object(
                FunctionObject("reset") { _, _ in
                    self.position = 0
                    return .none
                })
        default: return nil
        }
    }
}

/// What `joiner()` makes: nothing when first called, the separator from then on.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class JoinerObject: TemplateObject, @unchecked Sendable {
    private let separator: Value
    private var isUsed = false

    init(_ separator: Value) { self.separator = separator }

    var typeName: String { "Joiner" }
    var isCallable: Bool { true }

    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        defer { isUsed = true }
        return isUsed ? separator : .string("")
    }
}
