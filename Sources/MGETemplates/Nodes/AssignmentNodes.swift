/// Makes top-level variables visible to blocks, includes and importers.
struct Exports: Sendable {
    private let variables: [(name: String, slot: Int)]

    init(_ variables: [(name: String, slot: Int)]) { self.variables = variables }

    @inline(__always)
    func run(_ state: RenderState) {
        for (name, slot) in variables {
            state.scope.variables[name] = state.registers.values[slot]
            if !name.hasPrefix("_") { state.scope.exported.insert(name) }
        }
    }
}

/// `set` with a value.
final class AssignNode: StatementNode {
    private let target: AssignmentTarget
    private let value: any ExpressionNode
    private let exports: Exports
    private let position: SourcePosition

    init(
        _ target: AssignmentTarget, _ value: any ExpressionNode, _ exports: [(name: String, slot: Int)],
        _ position: SourcePosition
    ) {
        self.target = target
        self.value = value
        self.exports = Exports(exports)
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let result = try value.evaluate(state)
        try state.at(position) { try target.assign(result, state) }
        exports.run(state)
        return .next
    }
}

/// `set` with a body.
final class AssignBlockNode: StatementNode {
    private let target: AssignmentTarget
    private let loads: ScopeLoads
    private let body: Body
    private let filter: (any ExpressionNode)?
    private let exports: Exports
    private let position: SourcePosition

    init(
        _ target: AssignmentTarget, _ loads: ScopeLoads, _ body: Body, filter: (any ExpressionNode)?,
        _ exports: [(name: String, slot: Int)], _ position: SourcePosition
    ) {
        self.target = target
        self.loads = loads
        self.body = body
        self.filter = filter
        self.exports = Exports(exports)
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        loads.run(state)
        var flow = Flow.next
        let text = try state.capture { flow = try body.execute(state) }
        let plain = state.autoescape ? Value.markup(text) : .string(text)
        let result = try filter.map { try state.filtering(text, $0) } ?? plain
        try state.at(position) { try target.assign(result, state) }
        exports.run(state)
        return flow
    }
}

/// `with`.
final class WithNode: StatementNode {
    private let loads: ScopeLoads
    private let pairs: [(target: AssignmentTarget, value: any ExpressionNode)]
    private let body: Body
    private let position: SourcePosition

    init(
        _ loads: ScopeLoads, _ pairs: [(AssignmentTarget, any ExpressionNode)], _ body: Body,
        _ position: SourcePosition
    ) {
        self.loads = loads
        self.pairs = pairs.map { (target: $0.0, value: $0.1) }
        self.body = body
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        loads.run(state)
        for (target, value) in pairs {
            let result = try value.evaluate(state)
            try state.at(position) { try target.assign(result, state) }
        }
        return try body.execute(state)
    }
}

/// `macro`.
final class MacroNode: StatementNode {
    private let macro: CompiledMacro
    private let slot: Int
    private let exports: Exports

    init(_ macro: CompiledMacro, _ slot: Int, exports: [String]) {
        self.macro = macro
        self.slot = slot
        self.exports = Exports(exports.map { ($0, slot) })
    }

    func execute(_ state: RenderState) throws -> Flow {
        state.registers.values[slot] = .object(MacroObject(macro, state))
        state.retainUntilEnd(state.registers)
        exports.run(state)
        return .next
    }
}

/// `call`.
final class CallBlockNode: StatementNode {
    private let macro: CompiledMacro
    private let callee: any ExpressionNode
    private let arguments: ArgumentNodes
    private let position: SourcePosition

    init(_ macro: CompiledMacro, _ callee: any ExpressionNode, _ arguments: ArgumentNodes, _ position: SourcePosition) {
        self.macro = macro
        self.callee = callee
        self.arguments = arguments
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let function = try callee.evaluate(state)
        var values = try arguments.evaluate(state)
        values.named.append(("caller", .object(MacroObject(macro, state))))
        let result = try state.call(function, values, position)
        try state.at(position) { try state.write(result) }
        return .next
    }
}
