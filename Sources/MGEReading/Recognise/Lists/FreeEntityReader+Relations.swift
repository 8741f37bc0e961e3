extension FreeEntityReader {
    /// Adds a relation of a table, or what the table says of one that is there already.
    mutating func addRelation(_ draft: FreeDraft) {
        let name = draft.item.name.text.wireName
        let same = drafts.firstIndex { other in
            other.target?.text == draft.target?.text && other.isMany == draft.isMany
                && (other.item.name.text.wireName == name
                    || draft.target?.text.wireName == name && other.isNamedAfterTarget)
        }
        guard let same else { return add(draft) }
        drafts[same].item.optional = draft.item.optional ?? drafts[same].item.optional
        drafts[same].item.unique = draft.item.unique ?? drafts[same].item.unique
        drafts[same].item.onDelete = draft.item.onDelete ?? drafts[same].item.onDelete
        for clause in draft.clauses { clauses.append(Clause(text: clause, field: same)) }
    }
}
