import MGELayers

extension ProseReader {
    /// Whether a Spanish part only says which number the field before it is: `una nota del 1 al 10`, `dos como mínimo`.
    func isFigure(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let words = sentence.tokens(part)
        guard lexicon.language == .spanish, words.count > 2 else { return false }
        if lexicon.numbers[tokens[words.lowerBound].folded] != nil,
            lexicon.prose.match(tokens, at: words.lowerBound + 1, where: { $0 == .minimum || $0 == .maximum })
                .map({ words.lowerBound + 1 + $0.count == words.upperBound }) == true
        {
            return true
        }
        guard ["un", "una"].contains(tokens[words.lowerBound].folded),
            lexicon.prose.match(tokens, at: words.lowerBound + 1, where: { $0 == .figure }) != nil,
            words.lowerBound > 1, tokens[words.lowerBound - 1].isMark(","),
            !isNew(before: words.lowerBound - 1, tokens),
            tokens[words.lowerBound + 2].isOf && tokens[words.lowerBound + 3].kind == .number
                || lexicon.prose.match(tokens, at: words.lowerBound + 2, where: \.isSaid) != nil
        else { return false }
        let said = attributes(of: part, sentence)
        return !said.isLength && (said.minimum != nil || said.maximum != nil)
    }

    /// Whether what ends before a comma has an indefinite article: `un título, una nota del 1 al 10` are two fields.
    private func isNew(before comma: Int, _ tokens: [Token]) -> Bool {
        span(max(0, comma - 6), comma).reversed().first { index in
            tokens[index].kind == .mark || reader.word(tokens, at: index)?.meaning.isDeterminer == true
                || reader.word(tokens, at: index)?.meaning == .and
        }.map { ["un", "una"].contains(tokens[$0].folded) } ?? false
    }

    /// Whether a part asks for what is so or not, and the next says what it is as a rule: `si acepta vales, que normalmente no`.
    func asksWithDefault(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let (tokens, end) = (sentence.source.tokens, sentence.tokens(part).upperBound)
        guard lexicon.language == .spanish, part.count > 1, end + 1 < tokens.count, tokens[end].isMark(","),
            tokens[sentence.items[part.lowerBound].range.lowerBound].folded == "si"
        else { return false }
        return lexicon.prose.match(tokens, at: end + 1, where: { $0 == .defaultNo || $0 == .defaultYes }) != nil
    }
}
