import MGELayers

extension EntityFinder {
    /// What several roles before it are said to be: `ambos profesores`, `uno y otro son ciudadanos`; and how many they
    /// are, unless it is all of them.
    func sharedTarget(_ sentence: TokenizedText) -> (name: String, start: Int, count: Int?)? {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish else { return nil }
        for index in tokens.indices where index > 0 && tokens[index - 1].kind == .mark {
            guard let lead = lexicon.prose.match(tokens, at: index, where: { $0 == .both }),
                let name = predicate(sentence, from: index + lead.count, needsVerb: false)
            else { continue }
            let words = tokens[span(index, index + lead.count)].map(\.folded)
            let isAll = words.contains { $0.hasPrefix("tod") }
            return (name, index, isAll ? nil : words.contains("tres") ? 3 : 2)
        }
        return nil
    }

    /// What a noun is said to be, where it is only the part that another plays: `un responsable, que es un usuario`,
    /// `el conductor es un empleado`, `un titular y un suplente, ambos profesores`.
    func saidToBe(_ place: NounPlace) -> String? {
        guard lexicon.language == .spanish else { return nil }
        let tokens = place.sentence.tokens
        if let shared, place.phrase.upperBound <= shared.start,
            [.article, .one, .maybeOne, .many].contains(place.quantity)
        {
            return shared.name
        }
        var index = place.phrase.upperBound
        if index < tokens.count, tokens[index].isMark(",") { index += 1 }
        let isRelative = index < tokens.count && tokens[index].folded == "que"
        guard isRelative || index == place.phrase.upperBound && place.quantity == .definite && place.startsClause,
            !place.isPlural
        else { return nil }
        return predicate(place.sentence, from: isRelative ? index + 1 : index, needsVerb: true)
    }

    /// What several nouns that begin a clause are said to be: `mecánico y supervisor son empleados`.
    func played(_ place: NounPlace) -> String? {
        let tokens = place.sentence.tokens
        guard lexicon.language == .spanish, !place.isPlural, place.quantity == nil || place.quantity == .definite,
            place.startsClause,
            span(place.phrase.upperBound, min(place.phrase.upperBound + 12, tokens.count)).contains(where: {
                tokens[$0].folded == "son" || tokens[$0].folded == "seran"
            })
        else { return nil }
        var index = place.phrase.upperBound
        var count = 1
        while index < tokens.count, tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and {
            index += 1
            if reader.word(tokens, at: index)?.meaning == .definite { index += 1 }
            guard let next = reader.nounPhrase(tokens, from: index) else { return nil }
            index = next.upperBound
            count += 1
        }
        if count == 1 {
            var before = place.phrase.lowerBound - 1
            if place.quantity == .definite { before -= 1 }
            guard before > 0, reader.word(tokens, at: before)?.meaning == .and, tokens[before - 1].kind == .word,
                reader.word(tokens, at: before - 1) == nil
            else { return nil }
        }
        guard index < tokens.count, tokens[index].folded == "son" || tokens[index].folded == "seran" else { return nil }
        return predicate(place.sentence, from: index, needsVerb: false)
    }

    /// The noun of a predicate with nothing behind it: `son ciudadanos`, `es un empleado`.
    private func predicate(_ sentence: TokenizedText, from start: Int, needsVerb: Bool) -> String? {
        let tokens = sentence.tokens
        var index = start
        var hasVerb = false
        var hasArticle = false
        while let word = reader.word(tokens, at: index) {
            let isVerb = word.meaning == .be && !tokens[index].isReflexivePronoun
            // `que ha de ser un socio`
            let mayLead = needsVerb && !hasVerb && word.meaning == .must
            guard isVerb && !hasVerb || mayLead || word.meaning == .skip || hasVerb && word.meaning.isDeterminer else {
                break
            }
            hasVerb = hasVerb || isVerb
            hasArticle = hasArticle || word.meaning == .article || word.meaning == .one
            index += word.count
        }
        guard hasVerb || !needsVerb, hasArticle || !needsVerb, let noun = reader.nounPhrase(tokens, from: index) else {
            return nil
        }
        let end = noun.upperBound
        let follows = reader.word(tokens, at: end)?.meaning
        guard end >= tokens.count || tokens[end].kind == .mark || follows == .and || follows == .skip else {
            return nil
        }
        let name = sentence.words(noun).entityName
        guard needsVerb || lexicon.inflector.isPlural(name) else { return nil }
        return lexicon.inflector.singular(of: name)
    }

    /// Whether words that may stand for what is to be made begin what has fields of its own: `el programa tiene nombre`.
    func isNamedLikeUs(
        _ sentence: TokenizedText, at index: Int, _ found: (meaning: ProseWord, count: Int)
    ) -> Bool {
        lexicon.language == .spanish && found.meaning == .we && found.count == 2
            && reader.word(sentence.tokens, at: index + 2)?.meaning == .has && hasField(sentence, after: index + 2)
    }

    /// Whether a verb of having or belonging follows at once.
    func hasVerb(_ tokens: [Token], behind phrase: Range<Int>) -> Bool {
        [.has, .belongs].contains(reader.word(tokens, at: phrase.upperBound)?.meaning)
    }

    /// Evidence where what is said of two or three roles is left to these, which are named last: `una corrida se hace con un
    /// molde, tiene un operador y un inspector; ambos son empleados`.
    func withNearestRoles(_ found: [NounEvidence]) -> [NounEvidence] {
        guard let shared, let count = shared.count else { return found }
        var found = found
        let roles = found.indices.filter { found[$0].roleOf == shared.name && !found[$0].isAgain }
        for index in roles.dropLast(count) { found[index].roleOf = nil }
        return found
    }
}
