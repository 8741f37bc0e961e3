import MGECore

/// Holds a new plan of a stage against the items that are stored: what is added, done again, kept or removed.
///
/// Pure arithmetic over keys and digests, linear in items and dependencies; the database only carries out what it says.
struct PlanMerge {
    /// An item that is stored.
    struct Existing {
        let id: Int64
        let digest: String
        let state: ItemState
        /// The item whose save added this one; nil for a planned one.
        var parent: Int64?
        /// The keys of what an added item depends on; for a planned one the plan says it.
        var dependencies: [String] = []
    }

    /// What an item becomes.
    struct Placement: Equatable {
        var state: ItemState
        var dependenciesLeft: Int
    }

    /// What storing the plan changes, in numbers.
    let change: PlanChange
    /// Items that are not stored yet, with their place in the plan.
    let added: [(ordinal: Int, item: EncodedItem)]
    /// Items whose input is another one now, or whose result is lost.
    let reset: [EncodedItem]
    /// Identifiers of items that the plan lacks.
    let removed: [Int64]
    /// For every item of the plan that is neither settled nor being worked on, and every added one that stays.
    let placements: [String: Placement]

    /// - Parameters:
    ///   - planned: in the order of the plan; dependencies name keys of the plan.
    ///   - existing: the stored items by their keys, added ones too.
    /// - Throws: `ItemFailure` when a key occurs twice, or dependencies are unknown or form a circle.
    init(planned: [EncodedItem], existing: [String: Existing]) throws {
        try Self.check(planned)
        var change = PlanChange()
        var added: [(ordinal: Int, item: EncodedItem)] = []
        var reset: [EncodedItem] = []
        var removed: [Int64] = []
        var states: [String: ItemState] = [:]
        states.reserveCapacity(planned.count)
        for (ordinal, item) in planned.enumerated() {
            // An item that was added once and is planned now begins anew.
            if let stored = existing[item.key], stored.parent == nil {
                if stored.digest == item.inputDigest, !item.isLost {
                    states[item.key] = stored.state
                    continue
                }
                reset.append(item)
            } else {
                if let stored = existing[item.key] { removed.append(stored.id) }
                added.append((ordinal, item))
            }
            states[item.key] = .waiting
        }
        removed += existing.filter { $0.value.parent == nil && states[$0.key] == nil }.map(\.value.id)
        let changed = removed + reset.compactMap { existing[$0.key]?.id }
        let staying = Self.staying(
            existing.filter { $0.value.parent != nil && states[$0.key] == nil }, without: changed)
        for (key, item) in staying { states[key] = item.state }
        let isAdded = Set(added.map(\.item.key))
        change.kept = states.count { $0.value == .done && !isAdded.contains($0.key) }
        change.added = added.count
        change.redone = reset.count
        change.removed = removed.count
        self.added = added
        self.reset = reset
        self.removed = removed.sorted()
        let children = staying.map { (key: $0.key, dependencies: $0.value.dependencies) }
        placements = Self.place(planned.map { (key: $0.key, dependencies: $0.dependencies) } + children, states)
        let fresh = isAdded.union(reset.map(\.key))
        change.waiting = placements.count { $0.value.state != .blocked && !fresh.contains($0.key) }
        self.change = change
    }

    private static func check(_ planned: [EncodedItem]) throws {
        do {
            _ = try TopologicalOrder(planned.map { .init($0.key, dependsOn: $0.dependencies) })
        } catch {
            throw ItemFailure("the items can't be put in an order: \(error)", remedy: "this is a defect of the stage")
        }
    }

    /// The added items that remain when items, and what their saves had added, are gone.
    private static func staying(
        _ children: [String: Existing], without changed: [Int64]
    ) -> [String: Existing] {
        guard !children.isEmpty else { return [:] }
        let families = Dictionary(grouping: children.values, by: \.parent)
        var gone: Set<Int64> = []
        var stack = changed
        while let parent = stack.popLast() {
            for child in families[parent] ?? [] where gone.insert(child.id).inserted { stack.append(child.id) }
        }
        return children.filter { !gone.contains($0.value.id) }
    }

    /// Counts open dependencies, and blocks what waits for a dead item.
    private static func place(
        _ items: [(key: String, dependencies: [String])], _ states: [String: ItemState]
    ) -> [String: Placement] {
        var placements: [String: Placement] = [:]
        var dependants: [String: [String]] = [:]
        for item in items where states[item.key]?.isSettled == false {
            let open = Set(item.dependencies).filter { states[$0].map { $0 != .done } ?? false }
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
