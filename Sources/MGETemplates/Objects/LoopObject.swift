/// The attributes of `loop`.
enum LoopField: String, Sendable {
    case index, index0, first, last, length, revindex, revindex0, previtem, nextitem, depth, depth0, cycle, changed
}

/// The variable `loop` of a loop.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class LoopObject: TemplateObject, @unchecked Sendable {
    let items: [Value]
    var index = 0
    private let depth: Int
    private let policy: UndefinedPolicy
    /// What a call of `loop` runs: the same loop over other items.
    private let recursion: (@Sendable ([Value], RenderState) throws -> Value)?
    private var lastChanged: [Value]?

    init(
        _ items: [Value], depth: Int, policy: UndefinedPolicy,
        recursion: (@Sendable ([Value], RenderState) throws -> Value)?
    ) {
        self.items = items
        self.depth = depth
        self.policy = policy
        self.recursion = recursion
    }

    var typeName: String { "LoopContext" }
    var isCallable: Bool { true }
    var count: Int? { items.count }
    func text() throws -> String { "<LoopContext \(index + 1)/\(items.count)>" }

    func attribute(_ key: AttributeKey) throws -> Value? {
        guard let field = key.loopField else { return nil }
        switch field {
        case .index: return .int(index + 1)
        case .index0: return .int(index)
        case .first: return .bool(index == 0)
        case .last: return .bool(index == items.count - 1)
        case .length: return .int(items.count)
        case .revindex: return .int(items.count - index)
        case .revindex0: return .int(items.count - index - 1)
        case .previtem: return index > 0 ? items[index - 1] : undefined("there is no previous item")
        case .nextitem: return index + 1 < items.count ? items[index + 1] : undefined("there is no next item")
        case .depth: return .int(depth)
        case .depth0: return .int(depth - 1)
        case .cycle: return .object(FunctionObject("cycle") { arguments, _ in try self.cycle(arguments) })
        case .changed: return .object(FunctionObject("changed") { arguments, _ in .bool(self.changed(arguments)) })
        }
    }

    private func undefined(_ reason: String) -> Value {
        .undefined(Undefined(.reason(reason), policy: policy, position: nil))
    }

    func cycle(_ arguments: CallArguments) throws -> Value {
        guard !arguments.positional.isEmpty else { throw Failure(.type, "no items for cycling given") }
        return arguments.positional[index % arguments.positional.count]
    }

    func changed(_ arguments: CallArguments) -> Bool {
        if let last = lastChanged, Value.tuple(last).equals(.tuple(arguments.positional)) { return false }
        lastChanged = arguments.positional
        return true
    }

    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        guard let recursion else {
            throw Failure(.type, "The loop must have the 'recursive' marker to be called recursively.")
        }
        guard arguments.positional.count == 1, arguments.named.isEmpty else {
            throw Failure(.type, "loop takes one argument: what to loop over")
        }
        return try recursion(try arguments.positional[0].elements(), state)
    }
}
