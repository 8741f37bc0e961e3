import MGECore

extension ProseReader {
    /// Notes what a sentence says of two entities, with the role that it gives to the second.
    mutating func addEvidence(
        _ kind: ProseFacts.Evidence.Kind, _ source: Mention, _ target: Mention, _ sentence: ProseSentence,
        part: Range<Int>, verb: String? = nil, role given: Located? = nil,
        isOptional: Bool = false, isUnique: Bool = false
    ) {
        let end = min(sentence.tokens(part).upperBound, target.range.upperBound + 8)
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(target.range.upperBound, end), lexicon: lexicon)
        var role = target.modifier.map { range in
            Located(
                text: sentence.source.words(span(range.lowerBound, target.range.upperBound)).lowercased(),
                place: sentence.source.tokens[range.lowerBound].place)
        }
        if let behind = roleAs(target, sentence) { role = behind }
        role = given ?? role ?? roleBehind(target, sentence)
        facts.add(
            ProseFacts.Evidence(
                kind: kind, source: source.entity, target: target.entity, role: role,
                verbRole: verb.map { reached($0, by: target, sentence) },
                isOptional: isOptional || attributes.optional != nil || target.quantity == .maybeOne,
                isSingle: target.quantity != nil && !target.isPlural,
                isOfSeveral: source.isPlural && source.quantity == nil && target.isPlural && target.quantity == nil,
                isOther: isOther(target, sentence),
                isUnique: isUnique,
                words: sentence.located(words(from: source, to: target))))
        isUsed = true
    }

    /// A verb with the preposition that leads to what it reaches: `assigned to`, `taken by`.
    private func reached(_ verb: String, by target: Mention, _ sentence: ProseSentence) -> String {
        let before = target.start - 1
        let tokens = sentence.source.tokens
        let found = before < 0 ? nil : reader.word(tokens, at: before)
        guard !verb.isEmpty, let found, found.count == 1, [.preposition, .per].contains(found.meaning) else {
            return verb.lowercased()
        }
        return verb.lowercased() + " " + tokens[before].text.lowercased()
    }

    /// `an employee as manager`.
    func roleAs(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let end = target.range.upperBound
        guard let word = reader.word(tokens, at: end), word.meaning == .as else { return nil }
        let start = lists.withoutArticles(tokens, span(end + word.count, tokens.count)).lowerBound
        return reader.nounPhrase(tokens, from: start).map(sentence.located)
    }

    /// `idioma de origen`: what follows an entity in Spanish and is no entity itself says which one it is.
    private func roleBehind(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let next = target.range.upperBound
        guard lexicon.language == .spanish, next + 1 < tokens.count, tokens[next].folded == "de",
            tokens[next + 1].kind == .word,
            reader.word(tokens, at: next + 1) == nil,
            !sentence.mentionStarts.contains(next + 1)
        else { return nil }
        return sentence.located(span(target.range.lowerBound, next + 2))
    }

    /// The words from one mention to another, or the nearest of them.
    private func words(from source: Mention, to target: Mention) -> Range<Int> {
        let start = source.start < target.start ? source.start : target.start
        return span(max(start, target.range.upperBound - 40), target.range.upperBound)
    }
}
