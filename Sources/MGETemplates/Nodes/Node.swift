/// An expression that can be computed.
protocol ExpressionNode: AnyObject, Sendable {
    func evaluate(_ state: RenderState) throws -> Value
    /// The value taken as true or false.
    func isTrue(_ state: RenderState) throws -> Bool
}

extension ExpressionNode {
    func isTrue(_ state: RenderState) throws -> Bool { try evaluate(state).isTrue() }
}

/// Where a body goes on after a statement.
enum Flow {
    case next, leaveLoop, nextIteration
}

/// A statement that can be run.
protocol StatementNode: AnyObject, Sendable {
    func execute(_ state: RenderState) throws -> Flow
}

/// Statements one after another.
struct Body: Sendable {
    let nodes: [any StatementNode]

    func execute(_ state: RenderState) throws -> Flow {
        for node in nodes {
            let flow = try node.execute(state)
            if flow != .next { return flow }
        }
        return .next
    }
}

/// What entering a scope does to its variables.
struct ScopeLoads: Sendable {
    private let loads: [SlotLoad]

    init(_ symbols: Symbols) {
        let loads = symbols.slotLoads()
        self.loads = loads.once + loads.each
    }

    func run(_ state: RenderState) {
        for load in loads { load.run(state) }
    }
}

/// What an assignment assigns to.
enum AssignmentTarget: Sendable {
    case slot(Int)
    case tuple([AssignmentTarget])
    case namespace(any ExpressionNode, String)

    @inline(__always)
    func assign(_ value: Value, _ state: RenderState) throws {
        if case .slot(let slot) = self {
            state.registers.values[slot] = value
        } else {
            try assignParts(value, state)
        }
    }

    private func assignParts(_ value: Value, _ state: RenderState) throws {
        switch self {
        case .slot(let slot): state.registers.values[slot] = value
        case .tuple(let targets):
            let elements: [Value]
            if case .tuple(let tuple) = value { elements = tuple.elements } else { elements = try value.unpacked() }
            guard elements.count == targets.count else {
                let isShort = elements.count < targets.count
                throw Failure(
                    .value,
                    isShort
                        ? "not enough values to unpack (expected \(targets.count), got \(elements.count))"
                        : "too many values to unpack (expected \(targets.count))")
            }
            for (target, element) in zip(targets, elements) { try target.assign(element, state) }
        case .namespace(let node, let name):
            guard case .object(let object) = try node.evaluate(state), let namespace = object as? NamespaceObject else {
                throw Failure(
                    .runtime, "cannot assign attribute on non-namespace object", remedy: "make one with namespace()")
            }
            try namespace.set(name, value, state)
        }
    }
}

extension Value {
    fileprivate func unpacked() throws -> [Value] {
        switch self {
        case .int, .float, .bool, .none: throw Failure(.type, "cannot unpack non-iterable \(typeName) object")
        default: try elements()
        }
    }
}
