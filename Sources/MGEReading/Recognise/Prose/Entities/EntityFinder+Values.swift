import MGELayers

/// What is the name of a field or one of its values, and what there are several of.
extension EntityFinder {
    /// Whether a name is one of a field as a rule, and not of an entity: `ring number`, but not `corrective order`.
    func isUsualField(_ name: String) -> Bool {
        guard lexicon.language == .english else {
            return lexicon.fieldItem(for: name) != nil && lexicon.entity(named: name) == nil
        }
        let name = lexicon.inflector.singular(of: name.lowercased())
        let head = lexicon.inflector.head(of: name)
        let endsWithType =
            head != name
            && lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(head)).tokens) != nil
        guard endsWithType || lexicon.fieldItem(for: name) != nil, lexicon.entity(named: name) == nil else {
            return false
        }
        return head == name || lexicon.entity(named: head) == nil
    }

    /// Whether a noun has values, or is one: `a grade of minor or serious`, `the ear, left or right`, `its state is draft,
    /// published or withdrawn`.
    func isValue(_ place: NounPlace) -> Bool {
        if lexicon.language == .spanish { return isSpanishValue(place) }
        guard lexicon.language == .english, !place.isPlural else { return false }
        let tokens = place.sentence.tokens
        let end = place.phrase.upperBound
        guard end + 2 < tokens.count else { return false }
        if place.quantity == nil, place.after == .be,
            reader.word(tokens, at: place.phrase.lowerBound - 1)?.meaning == .be
        {
            // `is draft, published or withdrawn`
            return isAlternative(tokens, from: place.phrase.lowerBound)
        }
        if tokens[end].isOf ? place.isListed : tokens[end].isMark(",") && !place.startsClause && place.quantity != nil {
            return isAlternative(tokens, from: end + 1)
                && !span(end + 1, end + 2).contains { lexicon.fieldItem(for: tokens[$0].folded) != nil }
        }
        guard place.follows == .be, place.next == end, isOwned(place), let be = reader.word(tokens, at: end) else {
            return false
        }
        return isAlternative(tokens, from: end + be.count)
    }

    /// Whether a Spanish noun is one of the bare fields of a list: `con nombre y país, y trae …`.
    func isBareField(_ place: NounPlace) -> Bool {
        lexicon.language == .spanish && place.isListed && place.quantity == nil && place.phrase.lowerBound > 0
            && lexicon.fieldItem(for: place.words) != nil
    }

    /// Whether a Spanish noun is the name of cases, or the first of those that something goes through: `lleva la fecha y el turno
    /// (mañana o tarde)`, `pasa por propuesta, aprobada o negada`.
    private func isSpanishValue(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard !place.isPlural, phrase.count == 1 else { return false }
        let end = phrase.upperBound
        if place.startsClause, phrase.lowerBound == 1, ["su", "sus"].contains(tokens[0].folded),
            let be = reader.word(tokens, at: end), be.meaning == .be,
            [.article, .one].contains(reader.word(tokens, at: end + be.count)?.meaning)
        {
            // `su cuidador es un socio`
            return true
        }
        if place.quantity == .definite, place.startsClause, phrase.lowerBound == 1,
            let be = reader.word(tokens, at: end),
            be.meaning == .be, !tokens[end].isReflexivePronoun
        {
            // `la urgencia es normal, alta o crítica`
            return isAlternative(tokens, from: end + be.count)
        }
        let isPassed =
            place.quantity == nil && phrase.lowerBound > 1 && tokens[phrase.lowerBound - 1].folded == "por"
            && ["pasa", "pasan"].contains(tokens[phrase.lowerBound - 2].folded)
        if isPassed { return end < tokens.count && tokens[end].isMark(",") }
        guard place.quantity == .definite, phrase.lowerBound > 2, end + 3 < tokens.count,
            tokens[phrase.lowerBound - 2].isMark(",") || reader.word(tokens, at: phrase.lowerBound - 2)?.meaning == .and
        else { return false }
        // `se anotan la hora y el resultado: apto o no apto`
        if tokens[end].isMark(":") { return isAlternative(tokens, from: end + 1) }
        guard tokens[end].isMark("(") else { return false }
        let group = span(end + 1, min(end + 12, tokens.count)).prefix { !tokens[$0].isMark(")") }
        return group.contains { tokens[$0].folded == "o" }
            && group.allSatisfy { index in
                tokens[index].isMark(",")
                    || tokens[index].kind == .word
                        && (reader.word(tokens, at: index).map { $0.meaning == .and } ?? true)
            }
    }

    /// Whether all that is said of something is what it is: `el turno es cena`.
    func isBareState(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .spanish, place.follows == .be, place.next == place.phrase.upperBound,
            let be = reader.word(tokens, at: place.next), place.next + be.count < tokens.count
        else { return false }
        let state = place.next + be.count
        return tokens[state].kind == .word && reader.word(tokens, at: state) == nil
            && (state + 1 >= tokens.count || tokens[state + 1].kind == .mark)
    }

    /// Whether a word is a verb behind a pronoun and before who does it: `…; la autoriza un archivero`.
    func isVerbBehindPronoun(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        guard lexicon.language == .spanish, phrase.count == 1, let verb = phrase.first, verb > 0,
            ["lo", "la", "los", "las"].contains(tokens[verb - 1].folded),
            verb < 2 || [";", ",", ":", "."].contains(where: tokens[verb - 2].isMark),
            ["a", "e", "an", "en"].contains(where: tokens[verb].folded.hasSuffix), verb + 2 < tokens.count,
            ["un", "una"].contains(tokens[verb + 1].folded), tokens[verb + 2].kind == .word,
            lexicon.entity(named: tokens[verb].folded) == nil, lexicon.fieldItem(for: tokens[verb].folded) == nil
        else { return false }
        return !tokens[(verb + 2)...].prefix(3).contains { ["vez", "sola", "solo"].contains($0.folded) }
    }

    /// Whether bare words follow with `or` before the last: `public, internal or private`.
    private func isAlternative(_ tokens: [Token], from start: Int) -> Bool {
        var index = start
        var isWord = false
        while index < min(start + 10, tokens.count) {
            if let joint = reader.word(tokens, at: index) {
                return isWord && joint.meaning == .and && ["or", "o", "u"].contains(tokens[index].folded)
                    && index + 1 < tokens.count
                    && reader.word(tokens, at: index + 1) == nil && tokens[index + 1].kind == .word
            }
            if tokens[index].isMark(",") {
                guard isWord else { return false }
                isWord = false
            } else {
                guard tokens[index].kind == .word, lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil
                else { return false }
                isWord = true
            }
            index += 1
        }
        return false
    }

    /// Whether it is said that there is none: `a draft has no reviewer`.
    func hasNone(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .english, let verb = reader.word(tokens, at: place.next) else { return false }
        return reader.word(tokens, at: place.next + verb.count)?.meaning == .not
    }

    /// Whether a plural begins a sentence that says what each of them has: `photos can be attached to a report, each with a
    /// link`, `trails lead from one hut to another: each has a starting hut`.
    func hasEachBehind(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        guard lexicon.language == .english, place.isPlural, place.startsClause, place.phrase.lowerBound < 2 else {
            return false
        }
        return span(place.phrase.upperBound, max(place.phrase.upperBound, tokens.count - 2)).contains { index in
            guard tokens[index].kind == .mark, tokens[index + 1].folded == "each" else { return false }
            return ["with", "has", "having"].contains(tokens[index + 2].folded)
        }
    }

    /// Whether a plural in a list counts something, as its bounds or the number at first say: `ciclos, que arrancan en 0`,
    /// `puestos (1 como mínimo)`.
    private func isCount(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard place.isPlural, place.quantity == nil, !place.startsClause, phrase.lowerBound > 0,
            phrase.upperBound + 2 < tokens.count
        else { return false }
        var start = phrase.upperBound
        guard tokens[start].isMark("(") || tokens[start].isMark(","), tokens[start + 1].folded != "con" else {
            return false
        }
        let isGroup = tokens[start].isMark("(")
        start += 1
        guard isGroup || tokens[start].folded == "que" || tokens[start].kind == .number else { return false }
        let end = span(start, min(start + 10, tokens.count)).first { tokens[$0].kind == .mark } ?? tokens.count
        guard end - start < 9, span(start, end).contains(where: { tokens[$0].kind == .number }),
            span(start, end).contains(where: { index in
                lexicon.prose.match(
                    tokens, at: index, where: { [.minimum, .maximum, .default, .atFirst].contains($0) }) != nil
            })
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(place.sentence, span(start, end), lexicon: lexicon)
        return !attributes.isLength
            && (attributes.minimum != nil || attributes.maximum != nil
                || attributes.value.map { Double($0.text) != nil } ?? false)
    }

    /// Whether a clause says of it what only fields have: `the acidity has to lie between 0 and 14`.
    func isFieldWithValue(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        if lexicon.language == .spanish { return isCount(place) }
        guard place.startsClause, place.quantity == nil || place.quantity == .definite || isOwned(place)
        else { return false }
        let end =
            span(place.next, tokens.count).first { tokens[$0].isMark(";") || place.isPlural && tokens[$0].isMark(",") }
            ?? tokens.count
        guard let clause = reader.valueClause(tokens, from: place.phrase.lowerBound, to: end),
            clause.name == place.phrase, let attributes = reader.attributes(of: clause, place.sentence)
        else { return false }
        if place.isPlural { return place.quantity == nil && attributes.saysOnlyOptional }
        return attributes.minimum != nil || attributes.maximum != nil || attributes.type != nil
            || attributes.unit != nil || attributes.isFlag || !attributes.cases.isEmpty && place.quantity != nil
            || place.quantity != .definite && (attributes.optional != nil || attributes.isNeeded)
    }
}
