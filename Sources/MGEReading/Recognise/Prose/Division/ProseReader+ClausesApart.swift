import MGECore
import MGELayers

extension ProseReader {
    /// An English sentence divided where it begins to say something else of what it speaks of: `…, and it also has a name`,
    /// `… and its choice is yes or no`, `…; soil colour may be left blank`.
    func clausesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .english, tokens.count <= Self.longestSentence else { return [source] }
        var depth = 0
        for index in tokens.indices.dropFirst(3) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            guard depth == 0, index + 4 < tokens.count else { continue }
            if tokens[index].isMark(";"), saysOnly(of: index + 1, tokens) {
                return [source.part(0..<index), source.part(index + 1..<tokens.count)]
            }
            guard tokens[index].folded == "and", startsOwnClause(index + 1, tokens) else { continue }
            let end = tokens[index - 1].isMark(",") ? index - 1 : index
            return [source.part(0..<end), source.part(index + 1..<tokens.count)]
        }
        return [source]
    }

    /// Whether a clause begins that has a pronoun for what is spoken of.
    private func startsOwnClause(_ start: Int, _ tokens: [Token]) -> Bool {
        if tokens[start].folded == "it" {
            var verb = start + 1
            if tokens[verb].folded == "also" { verb += 1 }
            let isHaving = verb > start + 1 && reader.word(tokens, at: verb)?.meaning == .has
            return isHaving || statesBehind(verb, tokens) != nil
        }
        guard tokens[start].folded == "its", let name = reader.nounPhrase(tokens, from: start + 1),
            name.upperBound + 3 < tokens.count, tokens[name.upperBound].folded == "is"
        else { return false }
        // `and its choice is yes, no or abstain`
        let rest = span(name.upperBound + 1, tokens.count)
        return tokens[rest.lowerBound].kind == .word && reader.word(tokens, at: rest.lowerBound) == nil
            && rest.contains { tokens[$0].folded == "or" }
            && rest.allSatisfy { tokens[$0].kind == .word || tokens[$0].isMark(",") || tokens[$0].isMark(".") }
    }

    /// Whether a clause says something of a field, and nothing of what it belongs to: `soil colour may be left blank`.
    private func saysOnly(of start: Int, _ tokens: [Token]) -> Bool {
        guard let name = reader.nounPhrase(tokens, from: start), name.lowerBound == start, name.count < 4,
            name.upperBound + 1 < tokens.count,
            let verb = reader.word(tokens, at: name.upperBound), [.be, .can, .must].contains(verb.meaning)
        else { return false }
        let rest = span(name.upperBound, tokens.count)
        return rest.count < 8
            && rest.contains { lexicon.prose.match(tokens, at: $0, where: { $0 == .optional || $0 == .unique }) != nil }
    }
}
