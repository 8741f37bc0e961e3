/// A macro, or the body of a call block, with the variables around it.
///
/// `@unchecked Sendable`: made and used within one render, which runs on one thread.
final class MacroObject: TemplateObject, @unchecked Sendable {
    let macro: CompiledMacro
    private let registers: Registers
    private let scope: RenderScope
    private let autoescape: Bool

    init(_ macro: CompiledMacro, _ state: RenderState) {
        self.macro = macro
        registers = state.registers
        scope = state.scope
        autoescape = state.autoescape
    }

    var typeName: String { "Macro" }
    var isCallable: Bool { true }
    func text() throws -> String { "<Macro '\(macro.name)'>" }

    func attribute(_ key: AttributeKey) throws -> Value? {
        switch key.name {
        case "name": .string(macro.name)
        case "arguments": .tuple(macro.parameters.map { .string($0) })
        case "catch_kwargs": .bool(macro.keywordSlot != nil)
        case "catch_varargs": .bool(macro.variadicSlot != nil)
        case "caller": .bool(macro.usesCaller)
        default: nil
        }
    }

    func call(_ arguments: CallArguments, _ state: RenderState) throws -> Value {
        let frame = Registers(macro.function, parent: registers)
        var arguments = arguments
        try bind(&arguments, to: frame, state)
        let text = try state.entering(frame, scope, autoescape: autoescape) {
            try state.capture {
                macro.function.load(state)
                for (index, slot) in macro.parameterSlots.enumerated() where frame.values[slot] == nil {
                    if let value = macro.defaults[index] {
                        frame.values[slot] = try value.evaluate(state)
                    } else {
                        frame.values[slot] = .undefined(
                            Undefined(
                                .reason("parameter '\(macro.parameters[index])' was not provided"),
                                policy: state.options.undefined, position: nil))
                    }
                }
                _ = try macro.function.body.execute(state)
            }
        }
        return state.autoescape ? .markup(text) : .string(text)
    }

    private func bind(_ arguments: inout CallArguments, to frame: Registers, _ state: RenderState) throws {
        let parameters = macro.parameters
        for (index, slot) in macro.parameterSlots.enumerated() {
            if index < arguments.positional.count {
                frame.values[slot] = arguments.positional[index]
            } else if !arguments.named.isEmpty {
                frame.values[slot] = arguments.take(parameters[index])
            }
        }
        if let slot = macro.callerSlot {
            frame.values[slot] =
                arguments.take("caller")
                ?? .undefined(Undefined(.reason("No caller defined"), policy: state.options.undefined, position: nil))
        }
        if let slot = macro.keywordSlot {
            frame.values[slot] = .dict(try DictValue(arguments.named.map { (.string($0.name), $0.value) }))
        } else if let (name, _) = arguments.named.first {
            throw Failure(.type, "macro '\(macro.name)' takes no keyword argument '\(name)'")
        }
        let rest = arguments.positional.dropFirst(parameters.count)
        if let slot = macro.variadicSlot {
            frame.values[slot] = .tuple(Array(rest))
        } else if !rest.isEmpty {
            throw Failure(.type, "macro '\(macro.name)' takes not more than \(parameters.count) argument(s)")
        }
    }
}
