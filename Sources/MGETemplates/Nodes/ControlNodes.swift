/// `if`.
final class ConditionNode: StatementNode {
    struct Branch: Sendable {
        let condition: any ExpressionNode
        let position: SourcePosition
        let body: Body
    }

    private let branches: [Branch]
    private let otherwise: Body

    init(_ branches: [Branch], otherwise: Body) {
        self.branches = branches
        self.otherwise = otherwise
    }

    func execute(_ state: RenderState) throws -> Flow {
        for branch in branches where try state.at(branch.position, { try branch.condition.isTrue(state) }) {
            return try branch.body.execute(state)
        }
        return try otherwise.execute(state)
    }
}

/// `break` and `continue`.
final class JumpNode: StatementNode {
    private let flow: Flow

    init(_ flow: Flow) { self.flow = flow }

    func execute(_ state: RenderState) throws -> Flow { flow }
}

/// The iterations of a loop, whatever they run over.
final class LoopNode: Sendable {
    struct Filter: Sendable {
        let target: AssignmentTarget
        let loads: ScopeLoads
        let condition: any ExpressionNode
        let position: SourcePosition
    }

    private let target: AssignmentTarget
    private let loopSlot: Int?
    private let onceLoads: [SlotLoad]
    private let eachLoads: [SlotLoad]
    private let filter: Filter?
    private let body: Body
    private let otherwiseLoads: ScopeLoads
    private let otherwise: Body
    let position: SourcePosition

    init(
        target: AssignmentTarget, loopSlot: Int?, loads: (once: [SlotLoad], each: [SlotLoad]), filter: Filter?,
        body: Body, otherwiseLoads: ScopeLoads, otherwise: Body, position: SourcePosition
    ) {
        self.target = target
        self.loopSlot = loopSlot
        onceLoads = loads.once
        eachLoads = loads.each
        self.filter = filter
        self.body = body
        self.otherwiseLoads = otherwiseLoads
        self.otherwise = otherwise
        self.position = position
    }

    func run(
        over all: [Value], _ state: RenderState, depth: Int = 1,
        recursion: (@Sendable ([Value], RenderState) throws -> Value)? = nil
    ) throws -> Flow {
        let items = try filter.map { try filtered(all, $0, state) } ?? all
        guard !items.isEmpty else {
            otherwiseLoads.run(state)
            return try otherwise.execute(state)
        }
        for load in onceLoads { load.run(state) }
        var loop: LoopObject?
        if let loopSlot {
            let object = LoopObject(items, depth: depth, policy: state.options.undefined, recursion: recursion)
            state.registers.values[loopSlot] = .object(object)
            loop = object
        }
        for index in items.indices {
            loop?.index = index
            for load in eachLoads { load.run(state) }
            try state.at(position) {
                try state.countIteration()
                try target.assign(items[index], state)
                try state.checkOutput()
            }
            if try body.execute(state) == .leaveLoop { break }
        }
        return .next
    }

    private func filtered(_ items: [Value], _ filter: Filter, _ state: RenderState) throws -> [Value] {
        filter.loads.run(state)
        var kept: [Value] = []
        for item in items {
            let isKept = try state.at(filter.position) {
                try state.countIteration()
                try filter.target.assign(item, state)
                return try filter.condition.isTrue(state)
            }
            if isKept { kept.append(item) }
        }
        return kept
    }
}

/// `for`.
final class ForNode: StatementNode {
    private let sequence: any ExpressionNode
    private let loop: LoopNode

    init(_ sequence: any ExpressionNode, _ loop: LoopNode) {
        self.sequence = sequence
        self.loop = loop
    }

    func execute(_ state: RenderState) throws -> Flow {
        let value = try sequence.evaluate(state)
        let items = try state.at(loop.position) { try value.elements() }
        return try loop.run(over: items, state)
    }
}

/// `for … recursive`, whose body has variables of its own at each depth.
final class RecursiveForNode: StatementNode {
    private let sequence: any ExpressionNode
    private let loop: LoopNode
    private let function: CompiledFunction

    init(_ sequence: any ExpressionNode, _ loop: LoopNode, _ function: CompiledFunction) {
        self.sequence = sequence
        self.loop = loop
        self.function = function
    }

    func execute(_ state: RenderState) throws -> Flow {
        let value = try sequence.evaluate(state)
        let items = try state.at(loop.position) { try value.elements() }
        try run(over: items, state, outer: state.registers, state.scope, depth: 1)
        return .next
    }

    private func run(
        over items: [Value], _ state: RenderState, outer: Registers, _ scope: RenderScope, depth: Int
    ) throws {
        let frame = Registers(function, parent: outer)
        let context = RecursionContext(outer: outer, scope: scope)
        try state.entering(frame, scope, autoescape: state.autoescape) {
            _ = try loop.run(over: items, state, depth: depth) { inner, state in
                let text = try state.capture {
                    try self.run(over: inner, state, outer: context.outer, context.scope, depth: depth + 1)
                }
                return state.autoescape ? .markup(text) : .string(text)
            }
        }
    }
}

/// What a recursive loop comes back to.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
private final class RecursionContext: @unchecked Sendable {
    let outer: Registers
    let scope: RenderScope

    init(outer: Registers, scope: RenderScope) {
        self.outer = outer
        self.scope = scope
    }
}
