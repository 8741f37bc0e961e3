/// What a sentence says besides how rows behave: what is left for those who read fields and relations.
enum BehaviourRemainder {
    /// The sentence without some of its tokens, and without the `and` that led to them.
    static func of(_ text: BehaviourSentence, without claims: [Range<Int>]) -> TokenizedText {
        let source = text.sentence.source
        guard claims.contains(where: { !$0.isEmpty }) else { return source }
        var isLeft = [Bool](repeating: true, count: source.tokens.count)
        for claim in claims {
            for token in claim { isLeft[token] = false }
        }
        for claim in claims where !claim.isEmpty { drop(joint: claim, text, &isLeft) }
        for claim in claims where !claim.isEmpty { drop(rest: claim, text, &isLeft) }
        let left = source.tokens.indices.filter { isLeft[$0] }
        guard says(left, text) else { return TokenizedText(text: source.text, tokens: []) }
        return TokenizedText(text: source.text, tokens: left.map { source.tokens[$0] })
    }

    /// Drops what joined a claim to the verb behind it, or, at the end, to what stands before it.
    private static func drop(joint claim: Range<Int>, _ text: BehaviourSentence, _ isLeft: inout [Bool]) {
        let tokens = text.tokens
        var next = claim.upperBound
        if next < tokens.count, tokens[next].isMark(",") { next += 1 }
        if let and = text.word(next, .and) { next += and }
        let isVerb = text.word(next, .has, .be, .can, .must, .belongs, .keep, .not) != nil
        if isVerb, claim.lowerBound > 0 {
            for index in span(claim.upperBound, next) { isLeft[index] = false }
            return
        }
        guard text.isEnd(claim.upperBound) else { return }
        var index = claim.lowerBound
        while index > 0, tokens[index - 1].isMark(",") || text.word(index - 1, .and) == 1 {
            index -= 1
            isLeft[index] = false
        }
    }

    /// Drops what is left of a clause behind `;` when it is no more than the subject of what was claimed.
    private static func drop(rest claim: Range<Int>, _ text: BehaviourSentence, _ isLeft: inout [Bool]) {
        let clause = text.clause(around: claim.lowerBound)
        let rest = clause.filter { isLeft[$0] }
        guard clause.lowerBound > 0, rest.count <= 4, !says(rest, text) else { return }
        for index in rest { isLeft[index] = false }
        if text.tokens[clause.lowerBound - 1].isMark(";") { isLeft[clause.lowerBound - 1] = false }
    }

    /// Whether more than a noun is left.
    private static func says(_ left: [Int], _ text: BehaviourSentence) -> Bool {
        let words = left.filter { text.tokens[$0].kind != .mark }
        if words.count > 4 { return true }
        let verbs: Set<ProseWord> = [.has, .be, .belongs, .keep, .weHave, .delete, .can, .must]
        return words.contains { index in
            text.lexicon.prose.match(text.tokens, at: index, where: verbs.contains) != nil
        }
    }
}
