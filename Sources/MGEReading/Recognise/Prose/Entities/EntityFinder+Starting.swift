import MGELayers

/// How Spanish sentences begin to speak of something.
extension EntityFinder {
    /// A phrase without the one thing that it is of: `parcelas del camping`, `cuenta del foro guarda`.
    func withoutWhole(_ phrase: Range<Int>, _ tokens: [Token]) -> Range<Int> {
        guard lexicon.language == .spanish, let whole = phrase.dropFirst().first(where: { tokens[$0].folded == "del" })
        else { return phrase }
        return phrase.lowerBound..<whole
    }

    /// Whether a sentence begins with putting it in: `al registrar un dron se rellenan …`.
    func isEnteredFirst(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard lexicon.language == .spanish, place.quantity == .article, !place.isPlural, phrase.lowerBound == 3,
            tokens[0].folded == "al", ["ar", "er", "ir"].contains(where: tokens[1].folded.hasSuffix)
        else { return false }
        let next = phrase.upperBound
        let isKept = place.follows == .keep || place.follows == .has || place.follows == .must
        return isKept || next < tokens.count && tokens[next].isMark(",")
            || next < tokens.count && reader.isOurVerb(tokens, at: next)
    }

    /// Whether it is only where we do something with what we keep: `en el taller apuntamos cada reparación`.
    func isWorkplace(_ sentence: TokenizedText, _ phrase: Range<Int>, _ quantity: ProseWord?) -> Bool {
        let (tokens, verb) = (sentence.tokens, phrase.upperBound)
        guard lexicon.language == .spanish, quantity == .definite, (2...5).contains(phrase.lowerBound),
            tokens[phrase.lowerBound - 2].folded == "en", ["el", "la"].contains(tokens[phrase.lowerBound - 1].folded),
            phrase.lowerBound == 2 || tokens[phrase.lowerBound - 3].isMark(","),
            verb + 1 < tokens.count, tokens[verb].folded.hasSuffix("mos")
        else { return false }
        let object = verb + 1
        if tokens[object].folded == "cada" { return true }
        let start = ["los", "las"].contains(tokens[object].folded) ? object + 1 : object
        guard let noun = reader.nounPhrase(tokens, from: start), noun.lowerBound == start else { return false }
        let isAlone =
            noun.upperBound >= tokens.count || tokens[noun.upperBound].isMark(".")
            || ["asi", "con"].contains(tokens[noun.upperBound].folded) || tokens[noun.upperBound].isMark(":")
        return isAlone && lexicon.inflector.isPlural(sentence.words(noun).entityName)
    }

    /// Whether several of it are kept with the list that follows: `anotamos los neumáticos así: código, marca …`.
    func isKeptSo(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        var colon = place.phrase.upperBound
        guard lexicon.language == .spanish, place.isPlural, place.after == .keep || place.after == .preposition else {
            return false
        }
        if colon < tokens.count, tokens[colon].folded == "asi" { colon += 1 }
        if place.after == .preposition {
            guard place.quantity == .definite, let lead = tokens[..<place.phrase.lowerBound].indices.first,
                tokens[lead].folded == "para", place.phrase.lowerBound == lead + 2
            else { return false }
            // `para los cupones de la tienda: código, …`
            colon = span(colon, min(colon + 5, tokens.count)).first { tokens[$0].isMark(":") } ?? colon
        }
        return colon < tokens.count && tokens[colon].isMark(":")
            && span(colon, tokens.count).contains { tokens[$0].isMark(",") }
    }

    /// Whether a sentence begins with one of it, without an article, and we note something then: `por lote dejamos constancia de`.
    func isKeptPer(_ place: NounPlace) -> Bool {
        guard lexicon.language == .spanish, place.quantity == nil, !place.isPlural, place.phrase.lowerBound == 1 else {
            return false
        }
        let next = place.phrase.upperBound
        return place.follows == .keep
            || next < place.sentence.tokens.count && reader.isOurVerb(place.sentence.tokens, at: next)
    }

    /// Whether a phrase is called an entity: `crea la entidad reloj`.
    func isMarked(_ tokens: [Token], at mark: Int) -> Bool {
        lexicon.language == .spanish && mark > 0 && ["la", "una"].contains(tokens[mark - 1].folded)
            && ["entidad", "tabla"].contains(tokens[mark].folded)
    }

    /// A phrase without the word that it is an entity.
    func withoutMark(_ phrase: Range<Int>, _ tokens: [Token]) -> Range<Int> {
        if phrase.count > 1, ["ambos", "ambas"].contains(tokens[phrase.lowerBound].folded), phrase.lowerBound > 0,
            tokens[phrase.lowerBound - 1].isMark(","),
            phrase.upperBound >= tokens.count || tokens[phrase.upperBound].kind == .mark
        {
            // `un recolector y un determinador, ambos botánicos`
            return phrase.dropFirst()
        }
        return phrase.count > 1 && isMarked(tokens, at: phrase.lowerBound) && !tokens[phrase.lowerBound + 1].isOf
            ? phrase.dropFirst() : phrase
    }

    /// Whether *que* begins what is wanted: `queremos que el bulto tenga: …`.
    func beginsWish(_ sentence: TokenizedText, at index: Int, after: ProseWord?) -> Bool {
        lexicon.language == .spanish && after == .keep && sentence.tokens[index].folded == "que" && index < 4
    }

    /// Whether what follows a semicolon and `de` is what the next fields are of: `…; del rodeo, el nombre; del collar, el chip`.
    func isListedTopic(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        let joint = tokens[phrase.lowerBound - 1].folded == "del" ? phrase.lowerBound - 1 : phrase.lowerBound - 2
        return lexicon.language == .spanish && joint > 0 && tokens[joint].isOf && tokens[joint - 1].isMark(";")
            && phrase.upperBound + 1 < tokens.count && tokens[phrase.upperBound].isMark(",")
    }

    /// Whether a sentence lists what is kept, and no more: `datos: la placa de la ambulancia, la hora del traslado`.
    func listsFields(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish, tokens.count > 8,
            tokens.contains(where: { $0.isMark(",") || ["y", "e"].contains($0.folded) })
        else { return false }
        if let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }) {
            return tokens[..<colon].indices.allSatisfy { index in
                let word = reader.word(tokens, at: index)?.meaning
                return word == .details || word == .keep || word == .skip || word == .article || word == .definite
                    || ["campos", "registrar", "borrado"].contains(tokens[index].folded)
            }
        }
        return span(0, 3).contains { index in
            reader.word(tokens, at: index).map { $0.meaning == .keep && index + $0.count < 6 } ?? false
                || reader.isOurVerb(tokens, at: index)
        }
    }

    /// Whether such a list says that a field is of it.
    func isWhole(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard lexicon.language == .spanish, !place.isPlural, phrase.lowerBound > 1 else { return false }
        if tokens[phrase.lowerBound - 1].isMark(";"), phrase.upperBound < tokens.count,
            tokens[phrase.upperBound].isMark(",")
        {
            // `campos: receta, nombre y minutos; horno, capacidad`
            return listsFields(place.sentence)
        }
        guard phrase.lowerBound > 3 else { return false }
        let joint = tokens[phrase.lowerBound - 1].folded == "del" ? phrase.lowerBound - 1 : phrase.lowerBound - 2
        guard tokens[joint].folded == "del" || tokens[joint].folded == "de" && tokens[joint + 1].folded == "la",
            tokens[joint - 1].kind == .word, reader.word(tokens, at: joint - 1) == nil
        else { return false }
        return listsFields(place.sentence)
    }

    /// Whether it is said to be of some type, as a field is: `la temporada es un entero positivo`.
    func isSaidType(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .spanish, place.follows == .be, let be = reader.word(tokens, at: place.next),
            reader.word(tokens, at: place.next + be.count)?.meaning == .article,
            let type = lexicon.types.match(tokens, at: place.next + be.count + 1)
        else { return false }
        return [.integer, .bigint, .decimal, .float, .boolean, .date, .datetime, .time].contains(type.meaning)
    }
}
