extension BehaviourReader {
    /// What becomes of deleted rows, and what cannot be changed at all.
    mutating func readChanges() {
        for index in text.signs where !isClaimed(index) {
            if let count = text.said(index, .readOnly) {
                readReadOnly(index, count, isSure: true)
            } else if let count = text.said(index, .unchangeable) {
                readReadOnly(index, count, isSure: false)
            } else if text.said(index, .deleted) != nil {
                readDeletion(index)
            }
        }
    }

    /// `countries are read-only`, `the price list cannot be changed through the API`.
    private mutating func readReadOnly(_ index: Int, _ count: Int, isSure: Bool) {
        let end = index + count
        let api = text.said(end, .throughAPI)
        let isWhole = text.isEnd(end + (api ?? 0)) || text.word(end + (api ?? 0), .and) != nil
        // Of a field, or of some rows only, something else is said.
        guard isWhole, let first = text.subjects(before: text.item(of: index)).last, isSubject(first, of: index) else {
            return
        }
        let entities = subjects(index)
        guard !entities.isEmpty else { return }
        let words = span(subjectStart(index), end + (api ?? 0))
        if api == nil, span(part(before: index), index).contains(where: { text.said($0, .only) != nil }) { return }
        add(
            isSure || api != nil ? .readOnly : .missing(.change), of: entities, words,
            claim: span(verbStart(index), words.upperBound))
    }

    /// Whether a mention is all that a verb is said of: not `the status of an order`.
    private func isSubject(_ mention: Mention, of index: Int) -> Bool {
        let item = text.auxiliaries(before: text.item(of: index))
        guard item > 0, let last = text.items[item - 1].mention, last == mention, mention.modifier == nil else {
            return false
        }
        let before = text.item(of: mention.start)
        return before == 0 || text.items[before - 1].word != .preposition
    }

    /// `deleted customers are kept, only hidden`, `nothing is ever really deleted`.
    private mutating func readDeletion(_ index: Int) {
        let clause = text.clause(around: index)
        let mentions = Set(text.sentence.mentions.filter { clause.contains($0.range.lowerBound) }.map(\.entity))
        // `when a hive is deleted, its inspections are kept` is said of the inspections.
        guard mentions.count <= 1 else { return }
        let entities = mentions.map { text.names[$0] }
        let keeps = clause.first { text.said($0, .kept) != nil && $0 > index }
        let isDenied = clause.contains { text.word($0, .not) != nil || text.said($0, .nothing, .denied) != nil }
        let isReal = clause.contains { text.said($0, .really) != nil }
        let isAll = clause.contains { text.said($0, .nothing) != nil } && entities.isEmpty
        if isAll, isReal || keeps != nil {
            return add(.softDelete, span(clause.lowerBound, clause.upperBound))
        }
        if let keeps, !entities.isEmpty, !hasCondition(clause, after: keeps) {
            return add(.softDelete, of: entities, span(clause.lowerBound, clause.upperBound))
        }
        if isDenied, isReal, !entities.isEmpty {
            return add(.softDelete, of: entities, span(clause.lowerBound, clause.upperBound))
        }
        if isAll { add(.missing(.deletion), span(clause.lowerBound, clause.upperBound)) }
    }

    /// `… are kept for ten years`: something happens to them later.
    private func hasCondition(_ clause: Range<Int>, after index: Int) -> Bool {
        clause.contains { $0 > index && (tokens[$0].kind == .number || text.word($0, .when) != nil) }
    }
}
