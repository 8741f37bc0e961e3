import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with a clause by itself that says what is unique together: `…, el polígono y la parcela juntos no se
    /// repiten, y …`.
    func togetherApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish, let clause = togetherClause(tokens) else { return [source] }
        var end = clause.upperBound
        if end < tokens.count, tokens[end].kind == .mark { end += 1 }
        let lead = clause.lowerBound > 0 ? clause.lowerBound - 1 : 0
        return [0..<lead, clause, end..<tokens.count].filter { part in part.contains { tokens[$0].kind != .mark } }
            .map(source.part)
    }

    /// The clause between commas that names two things and says that they are not repeated.
    private func togetherClause(_ tokens: [Token]) -> Range<Int>? {
        var start = 0
        var depth = 0
        for index in 0...tokens.count {
            if index < tokens.count {
                if tokens[index].isMark("(") { depth += 1 }
                if tokens[index].isMark(")") { depth -= 1 }
                guard depth == 0, [",", ";", "."].contains(where: tokens[index].isMark) else { continue }
            }
            if index - start < tokens.count, isTogether(tokens, span(start, index)) { return span(start, index) }
            start = index + 1
        }
        return nil
    }

    /// Whether a clause has two nouns with their articles and `y` between them, and says that these are unique.
    func isTogether(_ tokens: [Token], _ clause: Range<Int>) -> Bool {
        guard let first = clause.first, clause.count > 5, reader.word(tokens, at: first)?.meaning != .relative,
            let unique = clause.first(where: { lexicon.prose.match(tokens, at: $0, where: { $0 == .unique }) != nil }),
            unique > first, tokens[first].folded != "que"
        else { return false }
        let isSaid =
            clause.contains {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .together || $0 == .combination }) != nil
            } || ["no", "nunca", "jamas"].contains(tokens[unique].folded)
        let verbs = clause.contains { [.has, .keep, .belongs, .weHave].contains(reader.word(tokens, at: $0)?.meaning) }
        let combines = span(first, min(first + 2, clause.upperBound)).contains {
            lexicon.prose.match(tokens, at: $0, where: { $0 == .combination }) != nil
        }
        return isSaid && !verbs && (combines || pairTogether(tokens, clause) != nil)
    }

    /// Two nouns with `y` between them, each with its article.
    func pairTogether(_ tokens: [Token], _ clause: Range<Int>) -> (first: Range<Int>, second: Range<Int>)? {
        for joint in clause.dropFirst(2)
        where reader.word(tokens, at: joint)?.meaning == .and
            && reader.word(tokens, at: joint + 1)?.meaning == .definite
        {
            guard let second = reader.nounPhrase(tokens, from: joint + 2), second.upperBound <= clause.upperBound,
                let start = span(max(clause.lowerBound, joint - 5), joint).last(where: {
                    reader.word(tokens, at: $0)?.meaning == .definite
                }), let first = reader.nounPhrase(tokens, from: start + 1), first.upperBound == joint
            else { continue }
            return (first, withoutTogether(tokens, second))
        }
        return nil
    }

    /// A noun without the adverb that its phrase ends with: `la parcela juntos`.
    private func withoutTogether(_ tokens: [Token], _ phrase: Range<Int>) -> Range<Int> {
        let end = phrase.first { lexicon.prose.match(tokens, at: $0, where: { $0 == .together }) != nil }
        return span(phrase.lowerBound, end ?? phrase.upperBound)
    }
}
