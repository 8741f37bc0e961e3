/// The variables of one run of a function, by slot; nil is a variable that has no value.
final class Registers {
    var values: [Value?]
    let function: CompiledFunction
    let parent: Registers?

    init(_ function: CompiledFunction, parent: Registers?) {
        values = [Value?](repeating: nil, count: function.slotNames.count)
        self.function = function
        self.parent = parent
    }
}

/// A variable as a function sees it: how many functions out, and its slot there.
struct SlotReference: Sendable {
    let distance: Int
    let slot: Int

    func value(_ state: RenderState) -> Value? {
        var registers = state.registers
        for _ in 0..<distance {
            guard let parent = registers.parent else { return nil }
            registers = parent
        }
        return registers.values[slot]
    }
}
