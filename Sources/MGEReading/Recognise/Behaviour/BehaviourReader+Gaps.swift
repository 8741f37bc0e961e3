extension BehaviourReader {
    /// What the stack does not do: counts and sums that are asked for, and time zones.
    mutating func readGaps() {
        for index in text.signs where !isClaimed(index) {
            if let count = text.said(index, .howMany) {
                readCount(index, count)
            } else if let count = text.said(index, .totalOf) {
                readSum(index, count)
            } else if let count = text.said(index, .timeZone) {
                readTimeZone(index, count)
            } else if isZone(index) {
                readTimeZone(index, 3)
            }
        }
    }

    /// `we want to see how many loans each member has`; how many seats a room has is a field.
    private mutating func readCount(_ index: Int, _ count: Int) {
        let start = withoutArticles(index + count)
        let isFirst = text.clause(around: index).lowerBound == index
        // `we ask for the number of the member`, which counts nothing
        guard let counted = text.mention(at: start), counted.isPlural, isFirst || isAsked(index) else { return }
        let clause = text.clause(around: index)
        add(.missing(.count), of: [text.name(of: counted)], clause)
    }

    /// `show the total of all payments`, `the sum of the amounts per month`.
    private mutating func readSum(_ index: Int, _ count: Int) {
        guard isAsked(index) else { return }
        let clause = text.clause(around: index)
        let entities = text.sentence.mentions.filter { $0.range.lowerBound > index }.prefix(1).map(text.name)
        add(.missing(.sum), of: entities, clause)
    }

    /// Whether a clause asks for something, rather than say what is kept.
    private func isAsked(_ index: Int) -> Bool {
        let clause = text.clause(around: index)
        if clause.upperBound < tokens.count, tokens[clause.upperBound].isMark("?") { return true }
        return span(clause.lowerBound, index).contains { text.said($0, .asks) != nil && text.mention(at: $0) == nil }
    }

    private func isZone(_ index: Int) -> Bool {
        guard text.said(index, .zone) != nil, index + 2 < tokens.count else { return false }
        return tokens[index + 1].isMark("/") && tokens[index + 2].kind == .word
    }

    /// `all times are in Europe/Madrid`; a time zone that something has is a field.
    private mutating func readTimeZone(_ index: Int, _ count: Int) {
        let clause = text.clause(around: index)
        let isField = span(clause.lowerBound, index).contains { text.word($0, .has, .keep, .with) != nil }
        let isNamed = clause.contains { isZone($0) || text.said($0, .zone) != nil }
        guard !isField, isNamed else { return }
        add(.missing(.timeZone), clause)
    }
}
