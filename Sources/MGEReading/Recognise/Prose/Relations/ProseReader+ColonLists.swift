import MGECore
import MGELayers

/// Lists behind colons in sentences that relate entities.
extension ProseReader {
    /// The colon behind what a verb is done to, with a list of what that has: `members log their climbs: which route, …`.
    func colonOfList(in objects: Range<Int>, _ sentence: ProseSentence) -> Int? {
        guard let colon = objects.first(where: { sentence.items[$0].isMark(":") }), colon > objects.lowerBound else {
            return nil
        }
        let asks = colon + 1 < objects.upperBound && sentence.items[colon + 1].word == .relative
        let isDirect = sentence.items[colon - 1].mention != nil && asks
        return isDirect || sentence.mentions(in: objects).allSatisfy { $0.index < colon } ? colon : nil
    }

    /// Whether what stands behind a colon is a list of fields: `key results belong to an objective: a statement, a target value
    /// and a weight`, `a score is of one player on one board: points integer, achieved at timestamp`.
    func leadsToList(_ range: Range<Int>, _ sentence: ProseSentence) -> Bool {
        if leadsToField(range, sentence) { return true }
        if lexicon.language == .spanish {
            // `cada diploma es de un socio: escuela, nivel y fecha`
            let parts = ProseList(range, of: sentence, lexicon: lexicon).parts
            return parts.count > 1 && parts.prefix(2).allSatisfy { sentence.mentions(in: $0).isEmpty }
                && parts.contains { knownField($0, sentence) != nil }
        }
        guard lexicon.language == .english, let first = ProseList(range, of: sentence, lexicon: lexicon).parts.first,
            sentence.mentions(in: first).isEmpty, first.upperBound < range.upperBound,
            sentence.items[first.upperBound].isMark(","), let lead = first.first
        else { return false }
        let isPhrase = first.dropFirst().allSatisfy { sentence.items[$0].isName }
        if sentence.items[lead].word == .article { return first.count > 1 && isPhrase }
        guard sentence.items[lead].isName, isPhrase,
            let field = FieldPhraseReader(sentence.source, reader: reader).field(sentence.tokens(first))
        else { return false }
        return field.type != nil
    }

    /// Whether there is one each time, so that there are several: `subscribers get a box every week`.
    func isRepeated(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let each = mention.range.upperBound
        guard lexicon.language == .english, mention.quantity == .article, each + 1 < tokens.count,
            ["every", "each"].contains(tokens[each].folded)
        else { return false }
        return lexicon.prose.match(tokens, at: each + 1, where: { $0 == .measure }) != nil
    }

    /// Whether a list begins with a bare name, as it does of somebody: `con nombre y país`.
    func leadsToName(_ index: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, index < sentence.items.count, sentence.items[index].isName else {
            return false
        }
        return ["nombre", "apellidos"].contains(sentence.source.tokens[sentence.items[index].range.lowerBound].folded)
    }
}
