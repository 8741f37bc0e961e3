import MGECore
import MGELayers

/// What English sentences say of the usual value of a field.
extension ProseReader {
    /// `open, paid or void, normally open`, `a length, usually 5`, `…, the first of these being the default`: said of the field
    /// before it.
    mutating func readUsual(_ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence) -> Bool {
        let source = sentence.source
        let words = sentence.tokens(part)
        guard lexicon.language == .english, words.count > 1, let last = progress.last,
            let field = facts.field(named: last, of: progress.owner.entity)
        else { return false }
        var attributes = FieldAttributes()
        attributes.cases = field.type?.arguments ?? []
        _ = attributes.readUsual(source, at: words.lowerBound, to: words.upperBound, lexicon: lexicon)
        if attributes.value == nil,
            let usual = lexicon.prose.match(source.tokens, at: words.lowerBound, where: { $0 == .usual })
        {
            let said = words.dropFirst(usual.count)
            let isAnswer =
                said.count == 1 && field.type?.words.text == "boolean"
                && lexicon.keywords.match(source.tokens, at: said.lowerBound, where: { $0 == .yes || $0 == .no }) != nil
            let isNumber = (1...2).contains(said.count) && source.tokens[said.lowerBound].kind == .number
            guard isAnswer || isNumber else { return false }
            attributes.value = sentence.located(span(said.lowerBound, said.lowerBound + 1))
        }
        guard attributes.value != nil else { return false }
        attributes.cases = []
        let lexicon = lexicon
        facts.update(progress.owner.entity, named: last) { attributes.apply(to: &$0, lexicon: lexicon) }
        isUsed = true
        return true
    }

    /// `new orders have the status open`, `a new account gets the role guest`: the default of an enumeration.
    mutating func readFreshState(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let items = sentence.items
        guard said.contains(.fresh), let subject = sentence.mentions.first, isFresh(subject, tokens),
            let verb = items.firstIndex(where: { $0.range.lowerBound >= subject.range.upperBound }),
            items[verb].word == .has, items[verb].range.count == 1
        else { return false }
        var start = items[verb].range.upperBound
        if let article = reader.word(tokens, at: start), article.meaning.isDeterminer { start += article.count }
        let words = span(start, tokens.count).prefix { tokens[$0].kind == .word }
        guard (2...4).contains(words.count),
            span(words.upperBound, tokens.count).allSatisfy({ tokens[$0].isMark(".") || tokens[$0].isMark(";") })
        else { return false }
        for end in span(words.lowerBound + 1, words.upperBound) {
            let name = sentence.source.words(span(words.lowerBound, end)).lowercased()
            let isKnown = facts.field(named: name, of: subject.entity)?.type?.arguments != nil
            guard isKnown || ["status", "state", "stage", "phase"].contains(name) else { continue }
            begin(subject.entity, as: sentence.located(span(end, words.upperBound)))
            isUsed = true
            return true
        }
        return false
    }
}
