/// The local variables that another template gets to see.
struct LocalVariables: Sendable {
    private let variables: [(name: String, slot: SlotReference)]

    init(_ variables: [(name: String, slot: SlotReference)]) { self.variables = variables }

    func values(_ state: RenderState) -> [String: Value] {
        var values: [String: Value] = [:]
        for (name, slot) in variables {
            if let value = slot.value(state) { values[name] = value }
        }
        return values
    }
}

extension RenderState {
    /// The template that a value names, or the first there is of those that a list names.
    func template(_ value: Value, _ position: SourcePosition) throws -> CompiledTemplate {
        switch value {
        case .string(let name), .markup(let name): return try environment.compiled(named: name)
        case .undefined(let undefined): throw undefined.failure
        case .list, .tuple:
            let names = try value.elements()
            for name in names {
                do { return try template(name, position) } catch let failure as Failure
                    where failure.kind == .missingTemplate
                { continue }
            }
            let all = try names.map { try $0.text() }.joined(separator: ", ")
            throw Failure(.missingTemplate, "none of the templates given were found: \(all)")
        default: throw Failure(.type, "a template's name must be a text, not \(value.typeName)")
        }
    }

    /// The scope of another template: that of this one with its local variables, or a fresh one.
    func scope(sharing locals: LocalVariables?) -> RenderScope {
        locals.map { RenderScope(outer: scope, locals: $0.values(self)) }
            ?? RenderScope(base: [:], globals: environment.globals)
    }
}

/// `extends`.
final class ExtendsNode: StatementNode {
    private let template: any ExpressionNode
    private let position: SourcePosition

    init(_ template: any ExpressionNode, _ position: SourcePosition) {
        self.template = template
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let name = try template.evaluate(state)
        try state.at(position) {
            guard state.parentTemplate == nil else { throw Failure(.runtime, "extended multiple times") }
            let parent = try state.template(name, position)
            state.scope.add(parent.blocks)
            state.parentTemplate = parent
        }
        return .next
    }
}

/// `include`.
final class IncludeNode: StatementNode {
    private let template: any ExpressionNode
    private let ignoresMissing: Bool
    private let locals: LocalVariables?
    private let position: SourcePosition

    init(
        _ template: any ExpressionNode, ignoresMissing: Bool, locals: [(name: String, slot: SlotReference)]?,
        _ position: SourcePosition
    ) {
        self.template = template
        self.ignoresMissing = ignoresMissing
        self.locals = locals.map { LocalVariables($0) }
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let name = try template.evaluate(state)
        let included: CompiledTemplate
        do { included = try state.template(name, position) } catch let failure as Failure
            where failure.kind == .missingTemplate && ignoresMissing
        {
            return .next
        } catch { throw state.located(error, position) }
        let scope = state.scope(sharing: locals)
        scope.add(included.blocks)
        try state.calling("include '\(included.name)'", at: position) { try state.render(included, scope) }
        return .next
    }
}

/// `import` and `from … import`.
final class ImportNode: StatementNode {
    private let template: any ExpressionNode
    private let locals: LocalVariables?
    private let moduleSlot: Int?
    private let names: [(name: String, slot: Int)]
    private let exports: [String]
    private let position: SourcePosition

    init(
        _ template: any ExpressionNode, locals: [(name: String, slot: SlotReference)]?, moduleSlot: Int?,
        names: [(name: String, slot: Int)], exports: [String], _ position: SourcePosition
    ) {
        self.template = template
        self.locals = locals.map { LocalVariables($0) }
        self.moduleSlot = moduleSlot
        self.names = names
        self.exports = exports
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        let name = try template.evaluate(state)
        let imported = try state.at(position) { try state.template(name, position) }
        let scope = state.scope(sharing: locals)
        scope.add(imported.blocks)
        let text = try state.calling("import '\(imported.name)'", at: position) {
            try state.capture { try state.render(imported, scope) }
        }
        let escapes = state.options.autoescape.applies(to: imported.name)
        let module = ModuleObject(
            name: imported.name, exports: scope.variables.filter { scope.exported.contains($0.key) },
            body: escapes ? .markup(text) : .string(text))
        if let moduleSlot { state.registers.values[moduleSlot] = .object(module) }
        for (name, slot) in names {
            state.registers.values[slot] =
                try module.attribute(AttributeKey(name))
                ?? .undefined(
                    Undefined(
                        .reason(
                            "the template '\(imported.name)' does not export the requested name '\(name)'"),
                        policy: state.options.undefined, position: position))
        }
        export(state)
        return .next
    }

    private func export(_ state: RenderState) {
        let slots = moduleSlot.map { [$0] } ?? names.map(\.slot)
        for (name, slot) in zip(exports, slots) {
            state.scope.variables[name] = state.registers.values[slot]
            state.scope.exported.remove(name)
        }
    }
}

/// A block, at its place.
final class BlockNode: StatementNode {
    private let name: String
    private let locals: LocalVariables?
    private let isRequired: Bool
    private let position: SourcePosition

    init(
        _ name: String, locals: [(name: String, slot: SlotReference)]?, isRequired: Bool, _ position: SourcePosition
    ) {
        self.name = name
        self.locals = locals.map { LocalVariables($0) }
        self.isRequired = isRequired
        self.position = position
    }

    func execute(_ state: RenderState) throws -> Flow {
        guard let stack = state.scope.blocks[name], let block = stack.first else { return .next }
        if isRequired, stack.count < 2 {
            throw position.source.error(
                .runtime, "Required block '\(name)' not found", at: position.offset,
                remedy: "define it in the template that extends this one")
        }
        var scope = state.scope
        if let locals {
            scope = RenderScope(outer: scope, locals: locals.values(state))
            scope.blocks = state.scope.blocks
        }
        try state.calling("block '\(name)'", at: position) { try state.render(block, depth: 0, scope) }
        return .next
    }
}
