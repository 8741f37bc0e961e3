import MGELayers

/// What common entities do in general, said in the plural: `customers place orders`, `los alumnos se inscriben en cursos`.
extension EntityFinder {
    /// A clause of that kind.
    struct Doing {
        /// The end of the verb, which looks like a part of a noun: `place` of `place orders`; nil for a usual verb.
        var verbEnd: Int?
    }

    /// What a clause says that begins with a noun; nil when that is no common entity in the plural, or does nothing.
    func doing(_ sentence: TokenizedText, _ phrase: Range<Int>, quantity: ProseWord?) -> Doing? {
        let tokens = sentence.tokens
        let isSpanish = lexicon.language == .spanish
        let name = sentence.words(phrase).entityName
        guard quantity == nil || isSpanish && quantity == .definite, phrase.upperBound + 1 < tokens.count,
            lexicon.inflector.isPlural(name), lexicon.entity(named: lexicon.inflector.singular(of: name)) != nil
        else { return nil }
        var verb = phrase.upperBound
        switch reader.word(tokens, at: verb)?.meaning {
        case .has: return Doing()
        // `courses are taught by teachers`
        case .be:
            let by = verb + 2 < tokens.count ? tokens[verb + 2].folded : ""
            return isDone(tokens, at: verb) || ["by", "por"].contains(by) ? Doing() : nil
        default: break
        }
        if isSpanish, tokens[verb].isReflexivePronoun || ["los", "las", "les"].contains(tokens[verb].folded) {
            verb += 1
        }
        guard verb + 1 < tokens.count, tokens[verb].kind == .word, reader.word(tokens, at: verb) == nil,
            isSpanish
                ? tokens[verb].folded.hasSuffix("n") : !lexicon.inflector.isPlural(tokens[verb].text.lowercased())
        else { return nil }
        var object = verb + 1
        if reader.word(tokens, at: object)?.meaning == .preposition { object += 1 }
        return reader.nounPhrase(tokens, from: object) == nil ? nil : Doing(verbEnd: verb + 1)
    }

    /// What it says for a common entity that such a clause is about.
    func weightAmongDoers(_ place: NounPlace) -> Int {
        guard place.isAmongDoers, place.isPlural, place.quantity == nil || place.quantity == .definite,
            !(place.isListed && isUsualField(place.sentence.words(place.phrase)))
        else { return 0 }
        return 1
    }
}
