/// The slots of one function while it is compiled.
final class FunctionBuilder {
    var slotNames: [String] = []
    let parent: FunctionBuilder?

    init(parent: FunctionBuilder?) { self.parent = parent }

    func addSlot(_ name: String) -> Int {
        slotNames.append(name)
        return slotNames.count - 1
    }
}

/// The variables of one scope, resolved as Jinja's `idtracking` does: a name belongs to the scope that stores it;
/// one that is only read comes from outside, at the latest from the context, when the scope is entered.
final class Symbols {
    enum Load {
        case parameter
        case resolve(String)
        case alias(SlotReference)
        case undefined
    }

    /// The slots that a scope and the copies made for its branches share.
    final class Slots {
        var byName: [String: Int] = [:]
    }

    let function: FunctionBuilder
    let parent: Symbols?
    private let slots: Slots
    private var references: [String: Int] = [:]
    private(set) var loads: [Int: Load] = [:]
    private(set) var stores: Set<String> = []

    init(parent: Symbols?, function: FunctionBuilder) {
        self.parent = parent
        self.function = function
        slots = Slots()
    }

    private init(copying original: Symbols) {
        function = original.function
        parent = original.parent
        slots = original.slots
        references = original.references
        loads = original.loads
        stores = original.stores
    }

    func copy() -> Symbols { Symbols(copying: self) }

    @discardableResult
    private func define(_ name: String, _ load: Load) -> Int {
        let slot = slots.byName[name] ?? function.addSlot(name)
        slots.byName[name] = slot
        references[name] = slot
        loads[slot] = load
        return slot
    }

    /// Where a name's variable is; nil if no scope has it.
    func find(_ name: String) -> SlotReference? {
        var distance = 0
        var symbols: Symbols? = self
        while let scope = symbols {
            if let slot = scope.references[name] { return SlotReference(distance: distance, slot: slot) }
            if let outer = scope.parent, outer.function !== scope.function { distance += 1 }
            symbols = scope.parent
        }
        return nil
    }

    private func findOutside(_ name: String) -> SlotReference? {
        guard let parent, let found = parent.find(name) else { return nil }
        return SlotReference(distance: found.distance + (parent.function === function ? 0 : 1), slot: found.slot)
    }

    @discardableResult
    func declareParameter(_ name: String) -> Int {
        stores.insert(name)
        return define(name, .parameter)
    }

    func load(_ name: String) {
        if find(name) == nil { define(name, .resolve(name)) }
    }

    func store(_ name: String) {
        stores.insert(name)
        guard references[name] == nil else { return }
        define(name, findOutside(name).map(Load.alias) ?? .undefined)
    }

    /// Takes in what the branches of a condition did: what only some of them store may also come from outside.
    func merge(branches: [Symbols]) {
        var stored: Set<String> = []
        for branch in branches { stored.formUnion(branch.stores) }
        stored.subtract(stores)
        for branch in branches {
            references.merge(branch.references) { _, new in new }
            loads.merge(branch.loads) { _, new in new }
            stores.formUnion(branch.stores)
        }
        for name in stored {
            guard let slot = references[name] else { continue }
            loads[slot] = findOutside(name).map(Load.alias) ?? .resolve(name)
        }
    }

    /// What entering the scope does, once and before each iteration of a loop.
    func slotLoads() -> (once: [SlotLoad], each: [SlotLoad]) {
        var once: [SlotLoad] = []
        var each: [SlotLoad] = []
        for (slot, load) in loads.sorted(by: { $0.key < $1.key }) {
            switch load {
            case .parameter: break
            case .resolve(let name):
                if stores.contains(name) {
                    each.append(.resolve(slot: slot, name: name))
                } else {
                    once.append(.resolve(slot: slot, name: name))
                }
            case .alias(let source): each.append(.copy(slot: slot, from: source))
            case .undefined: each.append(.clear(slot: slot))
            }
        }
        return (once, each)
    }

    /// All variables that this scope and those around it store, by name.
    func allStores() -> [(name: String, slot: SlotReference)] {
        var names: Set<String> = []
        var symbols: Symbols? = self
        while let scope = symbols {
            names.formUnion(scope.stores)
            symbols = scope.parent
        }
        return names.sorted().compactMap { name in find(name).map { (name, $0) } }
    }
}
