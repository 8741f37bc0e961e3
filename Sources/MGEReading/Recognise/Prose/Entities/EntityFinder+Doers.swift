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
            lexicon.inflector.isPlural(name)
        else { return nil }
        guard lexicon.entity(named: lexicon.inflector.singular(of: name)) != nil else {
            return doesToSeveral(sentence, phrase) ? Doing(verbEnd: phrase.upperBound + 1) : nil
        }
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

    /// Whether several whom nobody knows do something to several others at the beginning: `freelancers submit proposals with a price`.
    private func doesToSeveral(_ sentence: TokenizedText, _ phrase: Range<Int>) -> Bool {
        let (tokens, verb) = (sentence.tokens, phrase.upperBound)
        let isFirst = phrase.lowerBound == 0 || [";", ":"].contains { tokens[phrase.lowerBound - 1].isMark($0) }
        guard lexicon.language == .english, isFirst, verb + 1 < tokens.count, tokens[verb].kind == .word,
            reader.word(tokens, at: verb) == nil, !lexicon.inflector.isPlural(tokens[verb].text.lowercased()),
            reader.word(tokens, at: verb + 1) == nil, let object = reader.nounPhrase(tokens, from: verb + 1),
            lexicon.inflector.isPlural(sentence.words(object).entityName)
        else { return false }
        let follows = reader.word(tokens, at: object.upperBound)?.meaning
        return object.upperBound >= tokens.count || [",", ".", ";"].contains { tokens[object.upperBound].isMark($0) }
            || [.with, .preposition].contains(follows)
    }

    /// What it says for a common entity that such a clause is about.
    func weightAmongDoers(_ place: NounPlace) -> Int {
        guard place.isAmongDoers, place.isPlural, place.quantity == nil || place.quantity == .definite,
            !(place.isListed && isUsualField(place.sentence.words(place.phrase)))
        else { return 0 }
        return 1
    }

    /// Whether a word is the verb of what may be done, which looks like a part of a noun: `leave` of `can leave comments`.
    func isPossibleDeed(_ tokens: [Token], at index: Int, behind previous: ProseWord?, quantity: ProseWord?) -> Bool {
        guard lexicon.language == .english, previous == .can || previous == .must, quantity == nil, index > 0,
            index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word
        else { return false }
        let before = reader.word(tokens, at: index - 1)?.meaning
        return before == .can || before == .must
    }

    /// What it says for several of a common entity that somebody makes them: `doctors can write prescriptions`.
    func weightOfCreated(_ place: NounPlace) -> Int {
        guard place.isPlural, place.quantity == nil, place.phrase.lowerBound > 0,
            lexicon.prose.match(
                place.sentence.tokens, at: place.phrase.lowerBound - 1, where: { $0 == .creates }) != nil
        else { return 0 }
        // `leave comments`, which may be a field
        return lexicon.fieldItem(for: place.words) == nil ? 1 : 2
    }

    /// What it says for several of something that they have fields: `each recipe has ingredients with a quantity and a unit`.
    func weightWithFields(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        let index = behindKinds(tokens, place.phrase.upperBound)
        if beginsWithFields(place) { return 2 }
        guard place.isPlural, place.quantity == nil || place.quantity == .many, !place.startsClause, place.after != .be,
            lexicon.language == .english
                || place.phrase.count == 1 && ([.has, .keep].contains(place.after) || isDoneBySeveral(place)),
            reader.word(tokens, at: index)?.meaning == .with,
            reader.word(tokens, at: index + 1).map({ $0.meaning == .article }) ?? true,
            hasField(place.sentence, after: index) || hasListWithin(place)
        else { return 0 }
        return hasListWithin(place) ? 4 : 2
    }
}
