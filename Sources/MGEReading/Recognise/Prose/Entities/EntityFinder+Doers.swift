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
        guard lexicon.entity(named: lexicon.inflector.singular(of: name)) != nil || isDoerName(name) else {
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
        // `los repartidores entregan los pedidos`
        if isSpanish, reader.word(tokens, at: object)?.meaning == .definite { object += 1 }
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
        guard quantity == nil, index > 0, index + 1 < tokens.count, tokens[index].kind == .word,
            tokens[index + 1].kind == .word
        else { return false }
        // `a customer can't book the same trip twice`
        if lexicon.language == .english, previous == .not {
            return ["can't", "cannot", "can’t"].contains(tokens[index - 1].folded)
                && reader.word(tokens, at: index + 1)?.meaning.isDeterminer == true
        }
        guard previous == .can || previous == .must else { return false }
        if lexicon.language == .spanish, !isMadeBehind(tokens, index) { return false }
        let before = reader.word(tokens, at: index - 1)?.meaning
        return before == .can || before == .must
    }

    /// Whether several things follow a Spanish infinitive: `pueden hacer pedidos`.
    private func isMadeBehind(_ tokens: [Token], _ index: Int) -> Bool {
        ["ar", "er", "ir"].contains(where: tokens[index].folded.hasSuffix)
            && lexicon.inflector.isPlural(tokens[index + 1].text.lowercased())
            && reader.word(tokens, at: index + 1) == nil
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
                || place.phrase.count == 1 && ([.has, .keep].contains(place.after) || isDoneBySeveral(place))
                || place.phrase.count < 3 && (isDone(place) || isMade(place)),
            reader.word(tokens, at: index)?.meaning == .with,
            reader.word(tokens, at: index + 1).map({ $0.meaning == .article }) ?? true,
            hasField(place.sentence, after: index) || hasListWithin(place)
        else { return 0 }
        return isMade(place) || hasListWithin(place) ? 4 : 2
    }

    /// Whether somebody does something to it: `los usuarios publican fotos con descripción y fecha`.
    private func isDone(_ place: NounPlace) -> Bool {
        let before = place.phrase.lowerBound - 1
        guard place.isAmongDoers, place.quantity == nil, before > 0 else { return false }
        return place.sentence.tokens[before].folded.hasSuffix("n")
            && (lexicon.fieldItem(for: place.words) == nil || isMade(place))
    }

    /// Whether somebody makes it, so that what may be a field is a thing: `los usuarios suben fotos con título y fecha`.
    func isMade(_ place: NounPlace) -> Bool {
        let before = place.phrase.lowerBound - 1
        guard lexicon.language == .spanish, place.quantity == nil, place.isPlural, before > 0, place.follows == .with
        else { return false }
        if place.after == .has, reader.word(place.sentence.tokens, at: before)?.meaning == .has {
            // `cada préstamo tiene cuotas con número, importe y fecha de pago`
            return hasField(place.sentence, after: place.phrase.upperBound)
                && span(place.next + 2, min(place.next + 6, place.sentence.tokens.count)).contains { index in
                    place.sentence.tokens[index].isMark(",") || place.sentence.tokens[index].folded == "y"
                }
        }
        guard place.isAmongDoers || hasField(place.sentence, after: place.phrase.upperBound) else { return false }
        return lexicon.prose.match(place.sentence.tokens, at: before, where: { $0 == .creates }) != nil
    }

    /// Whether the ending of a Spanish noun says that it is somebody who does something: `vendedores`, `votantes`.
    private func isDoerName(_ name: String) -> Bool {
        guard lexicon.language == .spanish else { return false }
        let singular = lexicon.inflector.singular(of: name)
        return ["dor", "dora", "tor", "tora", "sor", "sora", "ista", "ante"].contains(where: singular.hasSuffix)
            && lexicon.fieldItem(for: singular) == nil
    }

    /// What it says for somebody that they do something: `los vendedores publican anuncios`.
    func weightAsUnknownDoer(_ place: NounPlace) -> Int {
        guard place.isAmongDoers, place.startsClause, place.isPlural, place.phrase.lowerBound < 2,
            isDoerName(place.words)
        else { return 0 }
        return 2
    }

    /// Whether somebody is the one who does something for each: `un técnico valida cada resultado`.
    func isDoerOfEach(_ place: NounPlace, isKnown: Bool) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .spanish, place.startsClause, place.quantity == .article, !place.isPlural,
            place.phrase.lowerBound == 1, isKnown || isDoerName(place.words)
        else { return false }
        return span(place.phrase.upperBound + 1, min(place.phrase.upperBound + 5, tokens.count)).contains { index in
            tokens[index].folded == "cada"
                && !span(place.phrase.upperBound, index).contains { tokens[$0].kind == .mark }
        }
    }

    /// Whether somebody stands at the end of fields without articles: `cada curso tiene nombre, nivel y un profesor`.
    func isLastPerson(_ place: NounPlace) -> Bool {
        let (tokens, start) = (place.sentence.tokens, place.phrase.lowerBound)
        guard lexicon.language == .spanish, place.quantity == .article, place.isListed, !place.isPlural, start > 4,
            ["y", "e"].contains(tokens[start - 2].folded), ["un", "una"].contains(tokens[start - 1].folded),
            lexicon.prose.match(tokens, at: start - 3, where: \.isStructural) == nil,
            reader.word(tokens, at: start - 4)?.meaning.isDeterminer != true, lexicon.fieldItem(for: place.words) == nil
        else { return false }
        return lexicon.entity(named: place.words)?.fields.contains { $0.hasPrefix("email") } == true
    }
}
