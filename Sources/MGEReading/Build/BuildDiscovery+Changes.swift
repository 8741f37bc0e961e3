import MGECore
import MGELayers

extension BuildDiscovery {
    /// Finds the entities that are only read, and those whose deleted rows are kept.
    mutating func readChanges() {
        for position in entities.indices {
            for option in entities[position].statement.options {
                switch option.keyword {
                case .readOnly:
                    entities[position].entity.isReadOnly = true
                    checkReadOnly(option.source.place, of: position)
                case .softDelete:
                    entities[position].entity.isSoftDeleted = true
                    tellKept(option.source.place, of: position)
                default: break
                }
            }
        }
    }

    private mutating func checkReadOnly(_ place: LocatedText.Place, of position: Int) {
        let draft = entities[position]
        let problems = [
            (authentication?.account == draft.entity.name, "nobody could register", "`login`"),
            (draft.entity.owner != nil, "there is nothing that only an owner may do", "`owner`"),
            (
                draft.entity.fields.contains { $0.transitions != nil }, "no state could follow another",
                "the transitions"
            ),
            (
                draft.statement.options.contains { $0.keyword == .softDelete }, "nothing could be deleted",
                "`soft delete`"
            ),
        ]
        for (isThere, reason, other) in problems where isThere {
            findings.add(
                .error, "`\(draft.entity.name)` is read only, so that \(reason)", subject: draft.entity.name,
                remedy: "remove `read only` or \(other)", at: place)
        }
    }

    /// What refers to a row that is kept stays as it is, whatever `on delete` says, unless it forbids the deletion.
    mutating func tellKept(_ place: LocatedText.Place, of position: Int) {
        let name = entities[position].entity.name
        let others = entities.flatMap(\.relationships).filter { $0.target == name && $0.onDelete != .restrict }
        guard !others.isEmpty else { return }
        let list = others.prefix(10).map { "`\($0.name)` of `\($0.source)`" }.joined(separator: ", ")
        assume(
            "a deleted `\(name)` is kept, so what refers to it stays as it is: \(list)", subject: name,
            remedy: "write `on delete restrict` to forbid the deletion meanwhile", at: place)
    }

    /// Whether an item is the moment of deletion, which an entity has whose deleted rows are kept.
    mutating func isDeletion(_ item: FieldItem, of position: Int) -> Bool {
        guard item.name.text.wireName.lowercased() == Entity.deletionField,
            entities[position].statement.options.contains(where: { $0.keyword == .softDelete })
        else { return false }
        findings.add(
            .note, "`\(Entity.deletionField)` is always there with `soft delete`, so its item is not used",
            subject: item.name.text, remedy: "remove the item", at: item.name.place)
        return true
    }
}
