import MGELayers

extension FreeItemReader {
    /// Cases without the mark behind the one that a new row has: `mild (default), moderate, severe`.
    func withoutMarkedCase(_ text: TokenizedText, into draft: inout FreeDraft) -> TokenizedText {
        let tokens = text.tokens
        let opening = tokens.indices.dropFirst().first { index in
            guard tokens[index].isMark("("), tokens[index - 1].isName else { return false }
            let lead = lexicon.count(.determiner, tokens, at: index + 1) ?? 0
            guard let count = lexicon.count(anyOf: [.default, .startsAs], tokens, at: index + 1 + lead) else {
                return false
            }
            let end = index + 1 + lead + count
            return end < tokens.count && tokens[end].isMark(")")
        }
        guard let opening, draft.item.defaultValue == nil else { return text }
        let closing = text.closing(of: opening)
        let start = (0..<opening).last { isBetweenCases(tokens, at: $0) }.map { $0 + 1 } ?? 0
        let isOneOfSeveral = tokens.indices.contains {
            ($0 < start || $0 > closing) && isBetweenCases(tokens, at: $0)
        }
        guard isOneOfSeveral, start < opening, opening - start <= 4 else { return text }
        draft.item.defaultValue = text.located(start..<opening).unquoted
        return TokenizedText(text: text.text, tokens: Array(tokens[..<opening] + tokens[(closing + 1)...]))
    }

    private func isBetweenCases(_ tokens: [Token], at index: Int) -> Bool {
        [",", "/", "|", ":"].contains(where: tokens[index].isMark)
            || lexicon.count(.orWord, tokens, at: index) != nil
    }

    /// Words behind which it is said how long a value stays.
    private static let ends: Set<String> = ["until", "till", "unless", "hasta", "salvo", "mientras"]

    /// Reads the value that a row has at first: `no until it is checked`, `pendiente hasta que se cobra`.
    func readFirstValue(_ part: TokenizedText, into draft: inout FreeDraft) -> Bool {
        let tokens = part.tokens
        let end = tokens.indices.dropFirst().prefix(4).first { Self.ends.contains(tokens[$0].folded) }
        guard let end, end + 1 < tokens.count, draft.item.defaultValue == nil else { return false }
        let value = part.located(0..<end).unquoted
        let isCase = draft.cases.contains { $0.text.foldedForComparison == value.text.foldedForComparison }
        let isTruth =
            draft.item.type.flatMap { lexicon.types.meaning(of: $0.tokens) } == .boolean
            && lexicon.keywords.meaning(of: Array(tokens[..<end]), where: { $0 == .yes || $0 == .no }) != nil
        guard isCase || isTruth else { return false }
        draft.item.defaultValue = value
        return true
    }

    /// Whether words in parentheses are nothing but a condition: `reserve price (if it was agreed)`.
    func isCondition(_ phrase: TokenizedText, _ context: FreeContext) -> Bool {
        context == .parenthesis && phrase.tokens.count > 1 && phrase.tokens.allSatisfy(\.isName)
            && lexicon.types.match(phrase.tokens, at: 0) == nil
            && lexicon.prose.match(phrase.tokens, at: 0, where: { $0 == .condition }) != nil
    }
}
