import MGELayers

/// Nouns that a list of fields stands behind, in Spanish.
extension EntityFinder {
    /// Whether a Spanish sentence begins with what a list of fields is of: `de los telares: calibre y color`, `del telar, el
    /// nombre y el paso`.
    func isOfTopic(_ sentence: TokenizedText, _ phrase: Range<Int>, _ quantity: ProseWord?) -> Bool {
        let (tokens, mark) = (sentence.tokens, phrase.upperBound)
        guard lexicon.language == .spanish, mark + 2 < tokens.count, phrase.lowerBound > 0,
            // `del socio nombre, carné y correo`
            phrase.count == 1 || lexicon.fieldItem(for: tokens[phrase.upperBound - 1].folded) == nil,
            tokens[phrase.lowerBound - 1].folded == "del"
                || quantity != nil && phrase.lowerBound > 1 && tokens[phrase.lowerBound - 2].isOf
        else { return false }
        if tokens[mark].isMark(":") {
            return span(mark + 2, tokens.count).contains { index in
                tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and
            }
        }
        guard tokens[mark].isMark(",") else { return false }
        var name = mark + 1
        while let word = reader.word(tokens, at: name), word.meaning.isDeterminer { name += word.count }
        return reader.nounPhrase(tokens, from: name).map {
            lexicon.fieldItem(for: sentence.words($0).lowercased()) != nil
        } ?? false
    }

    /// Whether the second or the third that something is said to have is a usual field: `la lente tiene aumento, código y marca`.
    func hasLaterField(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .spanish, place.quantity == .definite, place.follows == .has,
            let verb = reader.word(tokens, at: place.next)
        else { return false }
        let list = span(place.next + verb.count, min(place.next + 12, tokens.count))
        return list.prefix { !tokens[$0].isMark(".") && !tokens[$0].isMark(";") }.contains { joint in
            (tokens[joint].isMark(",") || tokens[joint].folded == "y")
                && reader.nounPhrase(tokens, from: joint + 1).map {
                    lexicon.fieldItem(for: place.sentence.words($0).lowercased()) != nil
                } == true
        }
    }

    /// Whether its fields stand between it and its verb: `los socios (nombre y edad) son de un club`, `un hito, con nombre y
    /// fecha, es de un proyecto`.
    func hasFieldsBetween(_ place: NounPlace) -> Bool {
        let (tokens, open) = (place.sentence.tokens, place.phrase.upperBound)
        guard lexicon.language == .spanish, place.quantity != nil, (1...2).contains(place.phrase.lowerBound),
            open + 4 < tokens.count
        else { return false }
        if tokens[open].isMark("(") {
            let close = behindKinds(tokens, open)
            guard close > open + 3, let verb = reader.word(tokens, at: close)?.meaning,
                [.has, .belongs, .be, .can].contains(verb)
            else { return false }
            let name = reader.nounPhrase(tokens, from: open + 1)
            return name.map { lexicon.fieldItem(for: place.sentence.words($0).lowercased()) != nil } ?? false
        }
        return tokens[open].isMark(",") && reader.word(tokens, at: open + 1)?.meaning == .with
            && hasField(place.sentence, after: open + 1)
    }

    /// Whether a word is no share, but what somebody fills in: `un parte`, `los partes`.
    func isReport(_ tokens: [Token], _ noun: Int) -> Bool {
        lexicon.language == .spanish && noun > 0 && ["parte", "partes"].contains(tokens[noun].folded)
            && ["un", "el", "los", "del", "al", "cada", "nuevo"].contains(tokens[noun - 1].folded)
    }
}
