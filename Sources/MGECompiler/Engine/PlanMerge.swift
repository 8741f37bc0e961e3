/// Holds a new plan of a stage against the items that are stored: what is added, done again, kept or removed.
///
/// Pure arithmetic over keys and digests; the database only carries out what it says.
struct PlanMerge {
    /// An item that is stored.
    struct Existing {
        let id: Int64
        let digest: String
        let state: ItemState
    }

    /// What an item becomes.
    struct Placement: Equatable {
        var state: ItemState
        var dependenciesLeft: Int
    }

    let change: PlanChange
    /// Items that are not stored yet, with their place in the plan.
    let added: [(ordinal: Int, item: EncodedItem)]
    /// Items whose input is another one now.
    let reset: [EncodedItem]
    /// Identifiers of items that the plan lacks.
    let removed: [Int64]
    /// For every item of the plan that is neither settled nor being worked on.
    let placements: [String: Placement]

    /// - Parameters:
    ///   - planned: in the order of the plan, with unique keys; dependencies name keys of the plan.
    ///   - existing: the stored items by their keys.
    init(planned: [EncodedItem], existing: [String: Existing]) {
        var change = PlanChange()
        var added: [(ordinal: Int, item: EncodedItem)] = []
        var reset: [EncodedItem] = []
        var states: [String: ItemState] = [:]
        states.reserveCapacity(planned.count)
        for (ordinal, item) in planned.enumerated() {
            if let stored = existing[item.key] {
                if stored.digest == item.inputDigest {
                    states[item.key] = stored.state
                    if stored.state == .done { change.kept += 1 }
                    continue
                }
                reset.append(item)
            } else {
                added.append((ordinal, item))
            }
            states[item.key] = .waiting
        }
        precondition(states.count == planned.count, "two items of a plan have one key")
        removed = existing.filter { states[$0.key] == nil }.map(\.value.id).sorted()
        change.added = added.count
        change.redone = reset.count
        change.removed = removed.count
        self.change = change
        self.added = added
        self.reset = reset
        placements = Self.place(planned, states)
    }

    /// Counts open dependencies, and blocks what waits for a dead item, in time linear in items and dependencies.
    private static func place(_ planned: [EncodedItem], _ states: [String: ItemState]) -> [String: Placement] {
        var placements: [String: Placement] = [:]
        var dependants: [String: [String]] = [:]
        for item in planned where states[item.key]?.isSettled == false {
            let open = Set(item.dependencies).filter { states[$0] != .done }
            placements[item.key] = Placement(state: open.isEmpty ? .ready : .waiting, dependenciesLeft: open.count)
            for key in open { dependants[key, default: []].append(item.key) }
        }
        var stuck = states.filter { $0.value == .dead }.map(\.key)
        while let key = stuck.popLast() {
            for dependant in dependants[key] ?? [] where placements[dependant]?.state != .blocked {
                placements[dependant]?.state = .blocked
                stuck.append(dependant)
            }
        }
        return placements
    }
}

/// How far an item is.
enum ItemState: String, Sendable {
    case waiting, ready, leased, done, dead, blocked, cancelled

    /// Whether planning again leaves it alone: it is done, given up, or in somebody's hands.
    var isSettled: Bool {
        switch self {
        case .leased, .done, .dead: true
        case .waiting, .ready, .blocked, .cancelled: false
        }
    }
}
