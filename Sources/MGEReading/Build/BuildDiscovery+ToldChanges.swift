import MGECore
import MGELayers

extension BuildDiscovery {
    /// Keeps deleted rows, or leaves an entity to be read only, where nothing else speaks against it.
    mutating func applyChange(_ behaviour: Behaviour) {
        switch behaviour.kind {
        case .softDelete:
            let named = behaviour.entities.compactMap { told($0) }
            for position in named.isEmpty ? entities.indices.filter(isKept) : named { softDelete(position, behaviour) }
        case .readOnly:
            for position in behaviour.entities.compactMap({ told($0) }) { makeReadOnly(position, behaviour) }
        default: break
        }
    }

    /// Whether an entity is more than a link, whose row must be able to come again.
    private func isKept(_ position: Int) -> Bool {
        let draft = entities[position]
        return draft.entity.isReadOnly != true
            && !(draft.entity.fields.isEmpty && draft.entity.origin.kind == .assumed && draft.relationships.count == 2)
    }

    private mutating func softDelete(_ position: Int, _ behaviour: Behaviour) {
        guard entities[position].entity.isSoftDeleted != true else { return }
        let name = entities[position].entity.name
        guard entities[position].entity.isReadOnly != true else {
            return refuse(
                behaviour, "`\(name)` is read only, so that nothing of it is deleted", subject: name,
                remedy: "keep one of the two")
        }
        entities[position].entity.fields.removeAll { $0.name.lowercased() == Entity.deletionField }
        entities[position].entity.isSoftDeleted = true
        tell("a deleted `\(name)` is kept, and shown no more", behaviour, item: "soft delete", of: name)
        tellKept(behaviour.words.place, of: position)
    }

    private mutating func makeReadOnly(_ position: Int, _ behaviour: Behaviour) {
        let draft = entities[position]
        guard draft.entity.isReadOnly != true else { return }
        let name = draft.entity.name
        let reasons = [
            (authentication?.account == name, "it logs in, and nobody could register"),
            (draft.entity.owner != nil, "its rows belong to somebody, who may change them"),
            (draft.entity.fields.contains { $0.transitions != nil }, "its states could not change"),
            (draft.entity.isSoftDeleted == true, "nothing of it could be deleted"),
        ]
        if let reason = reasons.first(where: \.0)?.1 {
            return refuse(behaviour, reason, subject: name, remedy: "say one of the two")
        }
        entities[position].entity.isReadOnly = true
        tell("requests list and read `\(name)`, and that is all", behaviour, item: "read only", of: name)
    }

    /// Tells what the generated code does not do, and what comes close.
    mutating func tell(_ gap: Behaviour.Gap, _ behaviour: Behaviour) {
        let name = behaviour.entities.first.flatMap { told($0) }.map { entities[$0].entity.name }
        let shown = name ?? "row"
        switch gap {
        case .count:
            refuse(
                behaviour, "nothing is counted by the generated code", subject: name,
                remedy:
                    "every list says the `total` of what it finds: filter the list of `\(shown)`, or count in the generated service"
            )
        case .sum:
            refuse(
                behaviour, "no sums and averages are made by the generated code", subject: name,
                remedy: "keep the value as a field (`- total: money`), or add it up in the generated service")
        case .timeZone:
            refuse(
                behaviour, "moments have no time zone of their own: they are kept and answered in UTC", subject: name,
                remedy: "send moments with their offset, such as 2025-01-31T09:30:00+01:00, and show them in the zone")
        case .chainOfOwners:
            refuse(
                behaviour, "a `\(shown)` belongs to somebody only by a reference of its own", subject: name,
                remedy: "add a reference to the account, with `, owner` behind it")
        case .limitOfRole:
            refuse(
                behaviour, "what one kind of people alone may do cannot be said", subject: name,
                remedy:
                    "rows can belong to who made them (`, owner`), and administrators may change them too (`admin: …`)")
        case .deletion:
            refuse(
                behaviour, "it may mean that deleted rows are kept, or that nothing can be deleted",
                remedy:
                    "say `nothing is ever really deleted`, or write `- soft delete`, `- read only` or `on delete restrict`"
            )
        case .change:
            refuse(
                behaviour, "it may mean that `\(shown)` is only read, or that it is created and then stays",
                subject: name,
                remedy: "write `- read only` below its heading when requests only read it")
        }
    }
}
