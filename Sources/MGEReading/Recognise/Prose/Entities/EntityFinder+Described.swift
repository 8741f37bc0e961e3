import MGELayers

extension EntityFinder {
    /// The plural that `cada uno` stands for, before what each has or belongs to: `…, cada una con su número`.
    func several(_ sentence: TokenizedText, before pronoun: Int) -> Range<Int>? {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, tokens[pronoun].folded == "cada", pronoun > 1,
            let count = reader.word(tokens, at: pronoun)?.count,
            let lead = reader.word(tokens, at: pronoun + count),
            [.with, .has, .belongs].contains(lead.meaning)
                || lead.meaning == .preposition
                    && [.article, .one].contains(reader.word(tokens, at: pronoun + count + lead.count)?.meaning)
        else { return nil }
        var start = pronoun - 1
        while start > 0, tokens[start - 1].kind != .mark || start == pronoun - 1 {
            start -= 1
            guard let phrase = reader.nounPhrase(tokens, from: start),
                start == 0 || reader.word(tokens, at: start - 1) != nil || tokens[start - 1].kind == .mark
                    || ["an", "en"].contains(where: tokens[start - 1].folded.hasSuffix),
                lexicon.inflector.isPlural(sentence.words(phrase).entityName),
                // `las talameras, que son las baldas`
                start < 3 || tokens[start - 3].folded != "que",
                // `las alumnas están repartidas en grupos, cada una en un grupo`
                lead.meaning != .preposition || start == 0
                    || !["en", "por", "de", "a"].contains(tokens[start - 1].folded)
                        && !["adas", "ados", "idas", "idos"].contains(where: tokens[start].folded.hasSuffix),
                // `las naves de los pescadores, cada una con su número`
                let gender = tokens[pronoun + 1].genderEnding,
                tokens[phrase.lowerBound].pluralGender ?? gender == gender
            else { continue }
            return phrase
        }
        return nil
    }

    /// Whether what something has several of is described itself: `tiene escenas, con un título y un resumen`.
    func isDescribedPlural(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        var index = place.phrase.upperBound
        guard lexicon.language == .spanish, place.isPlural, place.quantity == nil, place.after == .has,
            lexicon.fieldItem(for: lexicon.inflector.singular(of: place.words)) == nil
                || index < tokens.count && tokens[index].isMark(",")
        else { return false }
        if index < tokens.count, tokens[index].isMark(",") { index += 1 }
        return reader.word(tokens, at: index)?.meaning == .with && hasField(place.sentence, after: index)
    }

    /// Whether there is one, with bare fields behind a comma: `se somete a un solo cultivo, con fecha de siembra y recuento`.
    func isOnlyWithFields(_ place: NounPlace) -> Bool {
        let (tokens, comma) = (place.sentence.tokens, place.phrase.upperBound)
        guard lexicon.language == .spanish, place.quantity == .one, !place.isPlural, comma + 2 < tokens.count,
            tokens[comma].isMark(","), reader.word(tokens, at: comma + 1)?.meaning == .with
        else { return false }
        return hasField(place.sentence, after: comma + 1)
            && span(comma + 3, min(comma + 14, tokens.count)).contains { index in
                tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and
            }
    }

    /// Whether a verb is done to one of something, and a list of fields follows: `una alarma vigila un canal, con umbral decimal y
    /// gravedad`.
    func doesWithFields(_ sentence: TokenizedText, verb: Int) -> Bool {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, verb + 4 < tokens.count, tokens[verb].kind == .word,
            ["a", "e"].contains(where: tokens[verb].folded.hasSuffix), reader.word(tokens, at: verb) == nil,
            let article = reader.word(tokens, at: verb + 1), [.article, .one].contains(article.meaning),
            let object = reader.nounPhrase(tokens, from: verb + 1 + article.count),
            object.upperBound + 1 < tokens.count
        else { return false }
        let with = tokens[object.upperBound].isMark(",") ? object.upperBound + 1 : object.upperBound
        guard reader.word(tokens, at: with)?.meaning == .with else { return false }
        let list = span(with + 2, min(with + 16, tokens.count))
        let isList = list.contains { tokens[$0].isMark(",") || reader.word(tokens, at: $0)?.meaning == .and }
        return isList
            && (hasField(sentence, after: with)
                || list.contains { index in
                    tokens[index].kind == .number
                        || [.integer, .decimal, .boolean].contains(lexicon.types.match(tokens, at: index)?.meaning)
                        || lexicon.prose.match(tokens, at: index, where: { $0 == .optional || $0 == .unique }) != nil
                })
    }

    /// Whether it is there whenever something happens, with fields of its own: `cada vez que entra un barco hay un asiento, con
    /// la hora y el calado`.
    func isMadeThen(_ place: NounPlace) -> Bool {
        let (tokens, mark) = (place.sentence.tokens, place.phrase.upperBound)
        guard lexicon.language == .spanish, place.quantity == .article, !place.isPlural, place.phrase.lowerBound > 4,
            tokens[0].folded == "cuando" || tokens[0].folded == "cada" && tokens[1].folded == "vez",
            mark + 2 < tokens.count
        else { return false }
        if tokens[mark].isMark(":") { return hasField(place.sentence, after: mark) }
        return tokens[mark].isMark(",") && reader.word(tokens, at: mark + 1)?.meaning == .with
            && hasField(place.sentence, after: mark + 1)
    }

    /// Whether a relative clause names its cases: `la temporada, que es primavera, verano u otoño`.
    func isEnumerated(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        var index = phrase.upperBound
        guard lexicon.language == .spanish, index + 3 < tokens.count else { return false }
        if tokens[index].isMark(",") { index += 1 }
        guard ["que", "q"].contains(tokens[index].folded) else { return false }
        index += 1
        let start = index
        while let word = reader.word(tokens, at: index), [.can, .be].contains(word.meaning),
            !tokens[index].isReflexivePronoun
        {
            index += word.count
        }
        guard index > start, index + 1 < tokens.count, tokens[index].kind == .word,
            reader.word(tokens, at: index) == nil
        else { return false }
        // `que es blanca o negra`
        let cases = span(index, min(index + 14, tokens.count)).prefix { place in
            tokens[place].isMark(",") || tokens[place].kind == .word && reader.word(tokens, at: place) == nil
        }
        return cases.upperBound < tokens.count && ["o", "u"].contains(tokens[cases.upperBound].folded)
    }

    /// What comes from a place that a clause begins with, behind its verb: `de un repositorio salen versiones`.
    func comingFrom(_ sentence: TokenizedText, _ phrase: Range<Int>) -> Range<Int>? {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, phrase.count == 2, (3...5).contains(phrase.lowerBound),
            reader.word(tokens, at: 0)?.meaning == .preposition, reader.word(tokens, at: phrase.lowerBound - 1) == nil,
            tokens[phrase.lowerBound - 1].kind == .word, tokens[phrase.lowerBound].folded.utf8.count > 4,
            ["an", "en"].contains(where: tokens[phrase.lowerBound].folded.hasSuffix),
            lexicon.inflector.isPlural(tokens[phrase.lowerBound + 1].folded),
            phrase.upperBound == tokens.count || tokens[phrase.upperBound].kind == .mark
        else { return nil }
        return phrase.dropFirst()
    }

    /// Whether it is what something goes through: `pasan por tres situaciones: crudo, cocido o desechado`.
    func isStates(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        guard lexicon.language == .spanish, phrase.count == 1, phrase.upperBound < tokens.count,
            tokens[phrase.upperBound].isMark(":")
        else { return false }
        return span(max(1, phrase.lowerBound - 4), phrase.lowerBound).contains { index in
            tokens[index].folded == "por"
                && ["pasa", "pasan", "pasara", "pasaran", "atraviesa", "atraviesan"].contains(tokens[index - 1].folded)
        }
    }

    /// Whether the verb of having is left out behind it: `los pozos tienen nombre y el medidor, número`.
    func isGapped(_ place: NounPlace) -> Bool {
        let (tokens, comma, article) = (place.sentence.tokens, place.phrase.upperBound, place.phrase.lowerBound - 1)
        guard lexicon.language == .spanish, place.quantity == .definite, article > 2, comma + 1 < tokens.count,
            tokens[comma].isMark(","),
            tokens[article - 1].isMark(";") || reader.word(tokens, at: article - 1)?.meaning == .and,
            let field = reader.nounPhrase(tokens, from: comma + 1),
            lexicon.hasField(named: place.sentence.words(field).lowercased())
        else { return false }
        return span(max(0, article - 12), article).contains { reader.word(tokens, at: $0)?.meaning == .has }
    }

    /// Whether a relative clause says what is done with the one that something has: `tiene una única vista, que se celebra en una
    /// sala`.
    func isDescribedOne(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        var index = place.phrase.upperBound
        guard lexicon.language == .spanish, place.quantity == .one, !place.isPlural, place.after == .has,
            index + 3 < tokens.count, tokens[index].isMark(","), tokens[index + 1].folded == "que"
        else { return false }
        index += tokens[index + 2].isReflexivePronoun ? 3 : 2
        return span(index + 1, min(index + 3, tokens.count)).contains { next in
            reader.word(tokens, at: next)?.meaning == .preposition
                && reader.word(tokens, at: next + 1)?.meaning.isDeterminer == true
        }
    }

    /// Whether a Spanish sentence begins to speak of a phrase: `después están los monitores`.
    func isIntroduced(_ tokens: [Token], _ phrase: Range<Int>, after: ProseWord?) -> Bool {
        guard lexicon.language == .spanish, after == .be || after == .keep, (2...9).contains(phrase.lowerBound),
            ["los", "las"].contains(tokens[phrase.lowerBound - 1].folded),
            // `las talameras, que son las baldas`
            phrase.lowerBound < 3 || tokens[phrase.lowerBound - 3].folded != "que"
        else { return false }
        let verb = tokens[phrase.lowerBound - 2].folded
        // `dentro de la cueva están las baldas`
        let isPlaced = phrase.lowerBound > 4 && reader.word(tokens, at: 0)?.meaning == .preposition
        guard isPlaced ? ["estan", "van"].contains(verb) : ["estan", "estamos", "son"].contains(verb) else {
            return false
        }
        return phrase.upperBound == tokens.count || tokens[phrase.upperBound].kind == .mark
    }

    /// Whether something new is put in: `al dar de alta un vehículo`.
    func isEntered(_ tokens: [Token], before phrase: Int) -> Bool {
        guard lexicon.language == .spanish, phrase > 3 else { return false }
        return span(phrase - 3, phrase).contains { tokens[$0].folded == "alta" }
    }

    /// Whether what the sentence has named before does something: `tiene un certificado, y ese certificado ampara …`.
    func isTakenUpByName(_ tokens: [Token], _ phrase: Range<Int>, follows: ProseWord?) -> Bool {
        guard lexicon.language == .spanish, phrase.lowerBound > 2, follows != .be, follows != .can,
            lexicon.prose.match(tokens, at: phrase.lowerBound - 1, where: { $0 == .demonstrative }) != nil,
            phrase.upperBound < tokens.count, tokens[phrase.upperBound].kind == .word
        else { return false }
        return tokens[..<(phrase.lowerBound - 1)].contains { $0.key == tokens[phrase.lowerBound].key }
    }

    /// Whether something is put down as it, and what it has follows: `cada paso se anota como un cruce: pertenece a un barco`.
    func isEnteredAs(_ place: NounPlace) -> Bool {
        let (tokens, noun, colon) = (place.sentence.tokens, place.phrase.lowerBound, place.phrase.upperBound)
        guard lexicon.language == .spanish, !place.isPlural, noun > 3, colon < tokens.count, tokens[colon].isMark(":"),
            tokens[noun - 2].folded == "como"
        else { return false }
        let verb = reader.word(tokens, at: colon + 1)?.meaning
        return verb == .has || verb == .belongs
    }

    /// Whether one of several that were just named is described behind a mark: `tiene sus fotos: la foto es un enlace y un pie`.
    func isOneOfNamed(_ place: NounPlace) -> Bool {
        let (tokens, noun) = (place.sentence.tokens, place.phrase.lowerBound)
        guard lexicon.language == .spanish, place.quantity == .definite, !place.isPlural, place.phrase.count == 1,
            noun > 3, tokens[noun - 2].isMark(":") || tokens[noun - 2].isMark(";"),
            place.follows == .has || place.follows == .be || place.follows == .keep
        else { return false }
        return span(max(0, noun - 12), noun - 2).contains { index in
            tokens[index].kind == .word && tokens[index].key != tokens[noun].key
                && lexicon.inflector.singular(of: tokens[index].folded) == tokens[noun].folded
        }
    }

    /// Whether a plural with its article begins a sentence, and something follows that it does.
    func leads(_ sentence: TokenizedText, _ phrase: Range<Int>) -> Bool {
        if lexicon.language == .english {
            // `streets belong to a zone; they have a name`, `a street can be added to a zone; it has a name`
            guard phrase.lowerBound == 1 else { return phrase.lowerBound == 0 }
            return ["a", "an", "each", "every"].contains(sentence.tokens[0].folded)
        }
        guard phrase.lowerBound == 1, phrase.upperBound < sentence.tokens.count,
            ["los", "las"].contains(sentence.tokens[0].folded)
        else { return false }
        return sentence.tokens[phrase.upperBound].kind == .word
    }

    /// Whether a verb of having behind a semicolon goes on with the subject before it: `una cita se da a un paciente; tiene hora`.
    func goesOnBehind(_ mark: Int, _ tokens: [Token]) -> Bool {
        lexicon.language == .spanish && reader.word(tokens, at: mark + 1)?.meaning == .has
    }

    /// Whether an English sentence goes on with several: `they have a name`, `each has a key`.
    func goesOnWithSeveral(_ sentence: TokenizedText) -> Bool {
        ["they", "each"].contains(sentence.tokens.first?.folded)
    }

    /// Whether a Spanish sentence begins with a verb of having, whose subject is that of the one before: `guardan la
    /// distancia y el desnivel`.
    func goesOn(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        if lexicon.language == .english {
            guard tokens.count > 3, ["it", "they", "each"].contains(tokens[0].folded),
                let verb = reader.word(tokens, at: 1)
            else {
                return tokens.first.map { ["it's", "it’s"].contains($0.folded) } ?? false
                    && reader.word(tokens, at: 0)?.meaning == .has && hasField(sentence, after: 0)
            }
            if verb.meaning == .be, tokens.count > 4,
                lexicon.prose.match(tokens, at: 1 + verb.count, where: { $0 == .recorded || $0 == .identifies }) != nil
            {
                // `it is saved with its name and the number of bays`
                let with = reader.word(tokens, at: 2 + verb.count)?.meaning
                return (with == .with || with == .preposition) && hasField(sentence, after: 2 + verb.count)
            }
            return verb.meaning == .has && hasField(sentence, after: 1)
        }
        guard let first = tokens.first, !first.isReflexivePronoun,
            let verb = reader.word(tokens, at: 0), verb.meaning == .has || verb.meaning == .keep,
            first.folded.hasSuffix("n"), !first.folded.hasSuffix("ion")
        else { return false }
        return hasField(sentence, after: 0)
            || reader.nounPhrase(tokens, from: verb.count).map { $0.lowerBound == verb.count } ?? false
    }

    /// Whether it is told what something is to have: `give a visit a day and a fee`.
    func isGiven(_ place: NounPlace) -> Bool {
        let (tokens, start) = (place.sentence.tokens, place.phrase.lowerBound)
        return lexicon.language == .english && start == 2 && tokens[0].folded == "give"
            && reader.word(tokens, at: place.phrase.upperBound)?.meaning == .article
    }

    /// Whether a plural begins a sentence that says what they do with one of something: `pupils board at one stop`, `rowers may
    /// sit in more than one crew`.
    func isDoer(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .english, place.isPlural, place.phrase.lowerBound == 0, place.quantity == nil else {
            return false
        }
        var index = place.phrase.upperBound
        if let lead = reader.word(tokens, at: index), lead.meaning == .can || lead.meaning == .must {
            index += lead.count
        }
        guard index + 2 < tokens.count, tokens[index].kind == .word, reader.word(tokens, at: index) == nil,
            let preposition = reader.word(tokens, at: index + 1), preposition.meaning == .preposition,
            let lead = reader.word(tokens, at: index + 1 + preposition.count)?.meaning
        else { return false }
        return [.one, .article, .many, .maybeOne].contains(lead)
    }
}
