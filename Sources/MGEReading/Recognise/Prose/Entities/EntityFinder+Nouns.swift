import MGELayers

extension EntityFinder {
    /// A phrase after a word for one thing, without the verb that it may end with: `mechanic works`.
    func singularNoun(_ sentence: TokenizedText, _ phrase: Range<Int>, _ quantity: ProseWord?) -> Range<Int> {
        guard phrase.count > 1, let quantity, [.each, .article, .one].contains(quantity) else { return phrase }
        if lexicon.language == .spanish {
            let isJoined = phrase.contains { ["de", "del"].contains(sentence.tokens[$0].folded) }
            if phrase.count == 2, phrase.lowerBound > 1,
                lexicon.prose.match(sentence.tokens, at: phrase.lowerBound - 1, where: { $0 == .demonstrative }) != nil,
                sentence.tokens[..<(phrase.lowerBound - 1)].contains(where: {
                    $0.key == sentence.tokens[phrase.lowerBound].key
                })
            {
                // `y ese certificado ampara`
                return phrase.prefix(1)
            }
            if quantity == .article, phrase.count == 2, phrase.upperBound < sentence.tokens.count,
                ["para", "por"].contains(sentence.tokens[phrase.upperBound].folded),
                ["ado", "ada", "ido", "ida", "hecho", "hecha"].contains(
                    where: sentence.tokens[phrase.upperBound - 1].folded.hasSuffix)
            {
                // `un menú hecho para ella`
                return phrase.prefix(1)
            }
            if quantity == .article, phrase.count == 2, phrase.lowerBound == 1,
                reader.word(sentence.tokens, at: phrase.upperBound)?.meaning == .each,
                ["a", "e"].contains(where: sentence.tokens[phrase.upperBound - 1].folded.hasSuffix)
            {
                // `un técnico valida cada resultado`
                return phrase.prefix(1)
            }
            if quantity == .article, phrase.count == 2, phrase.lowerBound == 1,
                doesWithFields(sentence, verb: phrase.upperBound - 1)
            {
                return phrase.prefix(1)
            }
            guard quantity == .each else { return phrase }
            // `cada técnico municipal tiene`: no verb can end a phrase that a verb follows.
            let follows = reader.word(sentence.tokens, at: phrase.upperBound)?.meaning
            if phrase.count == 2, [.has, .belongs, .be, .can, .must].contains(follows) { return phrase }
            // `orden de trabajo colaboran`: the last word is a verb.
            let last = sentence.tokens[phrase.upperBound - 1].folded
            if isJoined {
                return phrase.count > 3 && (last.hasSuffix("an") || last.hasSuffix("en")) ? phrase.dropLast() : phrase
            }
            return phrase.prefix(1)
        }
        let last = sentence.tokens[phrase.upperBound - 1].text.lowercased()
        guard lexicon.inflector.isPlural(last) else { return phrase }
        guard quantity == .article, phrase.upperBound < sentence.tokens.count else { return phrase.dropLast() }
        // `access notes, …`: nothing that the verb could be done to.
        let next = reader.word(sentence.tokens, at: phrase.upperBound)?.meaning
        let isNoun =
            sentence.tokens[phrase.upperBound].kind == .mark || next == .and
            || lexicon.prose.match(sentence.tokens, at: phrase.upperBound, where: { $0 == .example }) != nil
        return isNoun ? phrase : phrase.dropLast()
    }

    /// Where what `cada` is said of ends, with its verb, but without what that is done to: `cada sensor envía lecturas con valor`.
    func endOfEach(_ phrase: Range<Int>, _ sentence: TokenizedText) -> Int {
        let last = phrase.upperBound - 1
        let isMade =
            phrase.count > 2 && reader.word(sentence.tokens, at: phrase.upperBound)?.meaning == .with
            && lexicon.inflector.isPlural(sentence.tokens[last].text.lowercased())
            && lexicon.prose.match(sentence.tokens, at: last - 1, where: { $0 == .creates }) != nil
        return isMade ? last : phrase.upperBound
    }

    /// Whether words that may be a measure are spoken of as a thing.
    func isThing(_ sentence: TokenizedText, _ phrase: Range<Int>, isSubject: Bool) -> Bool {
        isSubject && hasVerb(sentence.tokens, behind: phrase)
            || phrase.count > 2 && sentence.tokens[phrase.lowerBound + 1].isOf
            || isTakenUp(sentence, at: phrase.upperBound)
            || weightAsTopic(
                sentence, phrase, quantity: .definite,
                after: phrase.lowerBound < 3 ? reader.word(sentence.tokens, at: 0)?.meaning : nil,
                follows: reader.word(sentence.tokens, at: phrase.upperBound)?.meaning) > 1
    }

    /// A heading counts only together with what the sentences say.
    mutating func readHeading(_ heading: TokenizedText, _ candidates: inout EntityCandidates) {
        for part in lists.parts(of: heading.tokens, heading.tokens.indices) {
            let part = lists.withoutArticles(heading.tokens, part)
            guard (1...3).contains(part.count) else { continue }
            let name = heading.words(part).entityName
            let singular = lexicon.inflector.singular(of: name)
            if candidates.number(of: singular) != nil || singular != name {
                found = []
                add(heading, part, weight: 1)
                var speakers: Set<String> = []
                for noun in found { candidates.add(noun, &speakers) }
            }
        }
    }
}
