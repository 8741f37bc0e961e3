import MGELayers

/// Which entities have rows that may not be deleted while something refers to them.
struct RestrictedDeletions {
    /// The entities that something refers to so that they may not be deleted.
    private let targets: Set<String>
    /// These, and all whose deletion would delete rows of one of them along.
    private let reached: Set<String>

    init(among entities: [PlannedEntity]) {
        targets = Set(entities.flatMap { $0.relations.filter { $0.onDelete == .restrict }.map(\.target) })
        let owners = Dictionary(
            entities.map { ($0.name, $0.relations.filter { $0.onDelete == .cascade }.map(\.target)) },
            uniquingKeysWith: { first, _ in first })
        var found = targets
        var pending = Array(found)
        while let name = pending.popLast() {
            pending += (owners[name] ?? []).filter { found.insert($0).inserted }
        }
        reached = found
    }

    /// Whether something forbids the deletion of an entity's rows, or of what goes with them.
    func restrict(_ entity: PlannedEntity) -> Bool {
        // With a row that is kept, nothing goes.
        (entity.isSoftDeleted == true ? targets : reached).contains(entity.name)
    }
}
