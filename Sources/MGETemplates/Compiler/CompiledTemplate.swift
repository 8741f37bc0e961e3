import MGECore

/// A template ready to run.
final class CompiledTemplate: Sendable {
    let name: String
    let root: CompiledFunction
    /// The slot of the variable `self`, if the template reads it.
    let selfSlot: Int?
    let blocks: [String: CompiledBlock]
    let references: TemplateReferences
    let digest: SHA256Digest

    init(
        name: String, root: CompiledFunction, selfSlot: Int?, blocks: [String: CompiledBlock],
        references: TemplateReferences, digest: SHA256Digest
    ) {
        self.name = name
        self.root = root
        self.selfSlot = selfSlot
        self.blocks = blocks
        self.references = references
        self.digest = digest
    }
}

/// The templates that a template names.
struct TemplateReferences: Sendable {
    /// The names written as texts, sorted.
    var names: [String] = []
    /// Whether there are names that only the render knows.
    var isDynamic = false
}

/// A body with variables of its own.
final class CompiledFunction: Sendable {
    let body: Body
    let slotNames: [String]
    private let loads: [SlotLoad]

    init(body: Body, slotNames: [String], loads: [SlotLoad]) {
        self.body = body
        self.slotNames = slotNames
        self.loads = loads
    }

    /// Gives the variables their first values.
    func load(_ state: RenderState) {
        for load in loads { load.run(state) }
    }
}

/// One definition of a block.
final class CompiledBlock: Sendable {
    let name: String
    let function: CompiledFunction
    let selfSlot: Int?
    let superSlot: Int?
    let isRequired: Bool

    init(name: String, function: CompiledFunction, selfSlot: Int?, superSlot: Int?, isRequired: Bool) {
        self.name = name
        self.function = function
        self.selfSlot = selfSlot
        self.superSlot = superSlot
        self.isRequired = isRequired
    }
}

/// A macro, or the body of a call block.
final class CompiledMacro: Sendable {
    let name: String
    let parameters: [String]
    let parameterSlots: [Int]
    /// The defaults, one for each parameter that has one.
    let defaults: [(any ExpressionNode)?]
    let callerSlot: Int?
    let keywordSlot: Int?
    let variadicSlot: Int?
    let usesCaller: Bool
    let function: CompiledFunction

    init(
        name: String, parameters: [String], parameterSlots: [Int], defaults: [(any ExpressionNode)?], callerSlot: Int?,
        keywordSlot: Int?, variadicSlot: Int?, usesCaller: Bool, function: CompiledFunction
    ) {
        self.name = name
        self.parameters = parameters
        self.parameterSlots = parameterSlots
        self.defaults = defaults
        self.callerSlot = callerSlot
        self.keywordSlot = keywordSlot
        self.variadicSlot = variadicSlot
        self.usesCaller = usesCaller
        self.function = function
    }
}

/// How a variable gets its value when its scope is entered.
enum SlotLoad: Sendable {
    case resolve(slot: Int, name: String)
    case copy(slot: Int, from: SlotReference)
    case clear(slot: Int)

    @inline(__always)
    func run(_ state: RenderState) {
        switch self {
        case .resolve(let slot, let name): state.registers.values[slot] = state.scope.resolve(name)
        case .copy(let slot, let source): state.registers.values[slot] = source.value(state)
        case .clear(let slot): state.registers.values[slot] = nil
        }
    }
}
