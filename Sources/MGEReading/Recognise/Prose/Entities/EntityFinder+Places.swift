import MGELayers

extension EntityFinder {
    /// The evidence of a phrase that a sentence begins with: `of a ward we only need`, `de los gestores, nombre y turno`.
    func weightAsTopic(
        _ sentence: TokenizedText, _ phrase: Range<Int>, quantity: ProseWord?, after: ProseWord?, follows: ProseWord?
    ) -> Int {
        guard after == .preposition, !isWorkplace(sentence, phrase, quantity) else { return 0 }
        let isAnnounced =
            [.we, .keep, .has, .weHave, .receives].contains(follows)
            || phrase.upperBound < sentence.tokens.count && reader.isOurVerb(sentence.tokens, at: phrase.upperBound)
        if phrase.lowerBound > 3 {
            if isListedTopic(sentence.tokens, phrase) { return 2 }
            return isAnnounced && startsTopic(sentence.tokens, before: phrase.lowerBound) ? 2 : 0
        }
        if ["para", "pa", "por", "con", "with", "by", "to"].contains(sentence.tokens.first?.folded) { return 0 }
        let isMark = phrase.upperBound < sentence.tokens.count && sentence.tokens[phrase.upperBound].isMark(",")
        let isPlural = lexicon.inflector.isPlural(sentence.words(phrase).entityName)
        if lexicon.language == .english, quantity == .definite, follows == .weHave || follows == .we,
            ["on", "at", "in", "under"].contains(sentence.tokens.first?.folded)
        {
            // `on the staff side we have guides`
            return 0
        }
        if isAnnounced || isOfTopic(sentence, phrase, quantity) { return 2 }
        return isMark && (quantity == .article || quantity == .definite && isPlural) ? 2 : 0
    }

    /// Whether a preposition that begins a clause stands before a phrase: `…, and for garments I want the kind`.
    func startsTopic(_ tokens: [Token], before phrase: Int) -> Bool {
        var index = phrase - 1
        while index > 0, reader.word(tokens, at: index)?.meaning.isDeterminer == true { index -= 1 }
        guard index > 0, reader.word(tokens, at: index)?.meaning == .preposition else { return false }
        return [",", ";", ":", ".", "—"].contains { tokens[index - 1].isMark($0) }
            || reader.word(tokens, at: index - 1)?.meaning == .and
    }

    /// Whether it is only where something is kept: `for a method, the catalogue holds the code`.
    func isKeeper(_ sentence: TokenizedText, _ phrase: Range<Int>, _ quantity: ProseWord?) -> Bool {
        let tokens = sentence.tokens
        guard quantity == .definite, let lead = reader.word(tokens, at: 0)?.meaning,
            [.preposition, .per].contains(lead), phrase.lowerBound > 2
        else { return false }
        return tokens[phrase.lowerBound - 2].isMark(",")
    }

    /// Whether a phrase is what somebody is to another: `its owner is one of the members`, `the coach being a member`.
    func isRole(
        _ tokens: [Token], before phrase: Int, _ quantity: ProseWord?, follows: ProseWord?, verb: Int
    ) -> Bool {
        guard follows == .be, let be = reader.word(tokens, at: verb), phrase > 0 else { return false }
        let isOwned = lexicon.prose.match(tokens, at: phrase - 1, where: { $0 == .possessive }) != nil
        let next = reader.word(tokens, at: verb + be.count)?.meaning
        return (quantity == .definite || isOwned) && (next == .article || next == .one)
    }

    /// The evidence of a plural that a sentence begins with and that does something to another: `astronomers submit proposals`.
    func weightAsDoer(_ sentence: TokenizedText, _ phrase: Range<Int>) -> Int {
        let tokens = sentence.tokens
        let verb = phrase.upperBound
        guard lexicon.language == .english, verb + 1 < tokens.count, tokens[verb].kind == .word,
            reader.word(tokens, at: verb) == nil, let object = reader.nounPhrase(tokens, from: verb + 1),
            lexicon.inflector.isPlural(sentence.words(object).entityName),
            !lexicon.inflector.isPlural(tokens[verb].text.lowercased()),
            // What is known has evidence enough.
            lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(phrase).entityName)) == nil
        else { return 0 }
        // `visitors buy tickets`
        let isKnown = lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(object).entityName)) != nil
        let isMore = reader.word(tokens, at: object.upperBound)?.meaning == .and
        return isKnown && !isMore || lexicon.prose.match(tokens, at: verb, where: { $0 == .creates }) != nil ? 2 : 1
    }

    /// Whether a relative clause behind a comma says what they have: `they lead tours, which have a date and a price`.
    func hasBehindComma(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index + 2 < tokens.count, tokens[index].isMark(","),
            reader.word(tokens, at: index + 1)?.meaning == .relative
        else { return false }
        return reader.word(tokens, at: index + 2)?.meaning == .has
    }

    /// Whether it is said when something is one: `a placement is when a dog goes to a family`.
    func isDefined(_ tokens: [Token], at verb: Int) -> Bool {
        guard lexicon.language == .english, let be = reader.word(tokens, at: verb), be.meaning == .be,
            verb + be.count < tokens.count
        else { return false }
        return ["when", "where"].contains(tokens[verb + be.count].folded)
    }

    /// Whether a relative clause says of somebody what they are: `an investigator, who is an astronomer`.
    func isSaidToBe(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        let be = phrase.lowerBound - 2
        if lexicon.language == .spanish {
            // `un director, que es un integrante`, `que ha de ser un fallero`
            return be > 0 && reader.word(tokens, at: be)?.meaning == .be
                && (tokens[be - 1].folded == "que" || tokens[be].folded == "ser")
        }
        return lexicon.language == .english && be > 0 && reader.word(tokens, at: be)?.meaning == .be
            && ["who", "whom"].contains(tokens[be - 1].folded)
    }

    /// Whether no noun stands between a verb and what joins it to the clause before: `and also have a name`.
    func isBehindWord(_ tokens: [Token], _ verb: Int) -> Bool {
        lexicon.language == .spanish || reader.word(tokens, at: verb - 1) != nil
    }

    /// Whether somebody of the writer's own is spoken of, of whom no records are kept: `my wife says`.
    func isNarrators(_ tokens: [Token], _ phrase: Range<Int>, isPlural: Bool) -> Bool {
        guard lexicon.language == .english, !isPlural, phrase.lowerBound > 0 else { return false }
        return lexicon.prose.match(tokens, at: phrase.lowerBound - 1, where: { $0 == .own }) != nil
    }

    /// Whether what follows `each` is a participle, and no noun: `and each made by one member`, `its made by a member`.
    func isDoneTo(_ tokens: [Token], _ phrase: Range<Int>, after quantity: ProseWord?) -> Bool {
        let isBe = phrase.lowerBound > 0 && tokens[phrase.lowerBound - 1].folded == "its"
        guard lexicon.language == .english, quantity == .each || isBe, phrase.count == 1,
            reader.word(tokens, at: phrase.upperBound)?.meaning == .preposition
        else { return false }
        let word = tokens[phrase.lowerBound].folded
        return word.hasSuffix("ed") && word.utf8.count > 5 && tokens[phrase.upperBound].folded == "by"
            || lexicon.prose.match(tokens, at: phrase.lowerBound, where: { $0 == .participle || $0 == .identifies })
                != nil
    }

    /// Whether something follows a verb, as it does not in `until the result is in, …`.
    func hasObject(_ tokens: [Token], at verb: Int) -> Bool {
        if lexicon.language == .spanish, let found = reader.word(tokens, at: verb), found.meaning == .has,
            verb + found.count + 1 < tokens.count
        {
            // `el bastidor, formado por 17 caracteres`
            return lexicon.prose.match(tokens, at: verb + found.count + 1, where: { $0 == .characters }) == nil
        }
        guard lexicon.language == .english, let found = reader.word(tokens, at: verb), found.meaning == .belongs else {
            return true
        }
        return verb + found.count < tokens.count && tokens[verb + found.count].kind != .mark
    }

    /// Whether a participle with a preposition follows: `reports are filed by a member`.
    func isDone(_ tokens: [Token], at verb: Int) -> Bool {
        guard var be = reader.word(tokens, at: verb), verb + be.count + 2 < tokens.count else { return false }
        var verb = verb
        if be.meaning == .can || be.meaning == .must, let next = reader.word(tokens, at: verb + be.count) {
            // `photographs may be attached to a finding`
            verb += be.count
            be = next
        }
        guard be.meaning == .be, verb + be.count + 2 < tokens.count else { return false }
        let participle = verb + be.count
        if lexicon.prose.match(tokens, at: participle + 1, where: { $0 == .particle }) != nil,
            participle + 3 < tokens.count
        {
            // `an excavation is carried out on a site`
            return reader.word(tokens, at: participle) == nil
                && reader.word(tokens, at: participle + 2)?.meaning == .preposition
                && reader.word(tokens, at: participle + 3)?.meaning.isDeterminer == true
        }
        guard reader.word(tokens, at: participle) == nil,
            reader.word(tokens, at: participle + 1)?.meaning == .preposition
        else { return false }
        // `a card is filled in by a nurse`
        let isAgent = participle + 3 < tokens.count && tokens[participle + 2].folded == "by"
        return reader.word(tokens, at: participle + (isAgent ? 3 : 2))?.meaning.isDeterminer == true
    }

    /// Whether it is said how to tell it from others: `a site is known by its code`.
    func isIdentified(_ tokens: [Token], at verb: Int) -> Bool {
        guard let be = reader.word(tokens, at: verb),
            let found = lexicon.prose.match(tokens, at: verb + be.count, where: { $0 == .identifies })
        else { return false }
        let lead = reader.word(tokens, at: verb + be.count + found.count)?.meaning
        return lead == .preposition || lead == .with
    }

    /// The verb at a token; behind `may` and the like, the one that they belong to.
    func verb(_ tokens: [Token], at index: Int) -> ProseWord? {
        guard let found = reader.word(tokens, at: index) else { return nil }
        guard found.meaning == .can || found.meaning == .must else { return found.meaning }
        var next = index + found.count
        while let word = reader.word(tokens, at: next), word.meaning == .skip { next += word.count }
        let main = reader.word(tokens, at: next)?.meaning
        return main == .has || main == .belongs ? main : found.meaning
    }

    /// Whether the Spanish *se* stands before a word, which is a verb then: `se apunta`, `se les ponen`.
    func isBehindReflexive(_ tokens: [Token], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        if tokens[index - 1].isReflexivePronoun { return true }
        return index > 1 && ["le", "les"].contains(tokens[index - 1].folded) && tokens[index - 2].isReflexivePronoun
    }

    /// The things that are made or done at a place, behind *se* and its verb: `en cada ronda se disputan partidas`.
    func madeSomewhere(_ sentence: TokenizedText, _ phrase: Range<Int>) -> Range<Int>? {
        let tokens = sentence.tokens
        let noun = phrase.dropFirst()
        guard let first = noun.first, ["an", "en"].contains(where: tokens[phrase.lowerBound].folded.hasSuffix),
            lexicon.inflector.isPlural(tokens[first].folded)
        else { return nil }
        let clause = tokens[..<first].lastIndex { $0.kind == .mark }.map { $0 + 1 } ?? 0
        guard reader.word(tokens, at: clause)?.meaning == .preposition else { return nil }
        let singular = lexicon.inflector.singular(of: sentence.words(noun).entityName)
        return lexicon.fieldItem(for: singular) == nil ? noun : nil
    }

    /// Whether a relative clause follows that says what belongs to it: `a leaseholder, whose name …`, `una sede, de la que …`.
    func isTakenUp(_ sentence: TokenizedText, at start: Int) -> Bool {
        let tokens = sentence.tokens
        let comma = start < tokens.count && tokens[start].isMark(",")
        let index = comma ? start + 1 : start
        guard let found = reader.word(tokens, at: index) else { return false }
        if found.meaning == .whose {
            // `la carta, cuya extensión se limita a 300 caracteres`
            let said = index + found.count + 1
            return lexicon.language == .english
                || [index, said].allSatisfy { lexicon.prose.match(tokens, at: $0, where: \.isSaid) == nil }
        }
        if lexicon.language == .english, found.meaning == .relative, comma,
            let verb = reader.word(tokens, at: index + 1), verb.meaning == .has
        {
            // `there is at most one rule set, which holds a name`
            return hasField(sentence, after: index + 1)
        }
        if lexicon.language == .spanish, found.meaning == .relative, tokens[index].folded == "que", comma,
            let verb = reader.word(tokens, at: index + 1), verb.meaning == .has
        {
            // `abrimos una orden, que lleva fecha y avería`
            return hasField(sentence, after: index + 1)
        }
        if lexicon.language == .spanish, found.meaning == .relative,
            found.count == 2 || tokens[index].folded.hasPrefix("quien")
        {
            // `un capataz, el cual tiene nombre`
            return reader.word(tokens, at: index + found.count)?.meaning == .has
        }
        if lexicon.language == .english, found.meaning == .preposition, index + 2 < tokens.count {
            // `a recipient, for whom we keep the name`
            return tokens[index + 1].folded == "whom" && reader.word(tokens, at: index + 2)?.meaning == .we
        }
        guard lexicon.language == .spanish, found.meaning == .preposition else { return false }
        // `al que` and `del que` have their article in the preposition.
        let article = reader.word(tokens, at: index + found.count)
        if let article, article.meaning == .relative {
            return article.count == 2 || found.count == 1 && tokens[index].folded.hasSuffix("l")
        }
        guard let article, article.meaning == .definite else { return false }
        return reader.word(tokens, at: index + found.count + article.count)?.meaning == .relative
    }

    /// Whether a verb is followed by a usual field: `the assignment has a start date`.
    func hasField(_ sentence: TokenizedText, after verb: Int) -> Bool {
        let isColon = verb < sentence.tokens.count && sentence.tokens[verb].isMark(":")
        guard let count = isColon ? 1 : reader.word(sentence.tokens, at: verb)?.count else { return false }
        var index = verb + count
        while let count = leadsToName(sentence.tokens, at: index) { index += count }
        guard let phrase = reader.nounPhrase(sentence.tokens, from: index) else { return false }
        return lexicon.fieldItem(for: sentence.words(phrase).lowercased()) != nil
    }

    /// How many tokens stand before a name and belong to it: `a`, `unique`.
    private func leadsToName(_ tokens: [Token], at index: Int) -> Int? {
        if let word = reader.word(tokens, at: index) {
            return word.meaning.isDeterminer || word.meaning == .skip ? word.count : nil
        }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .unique || $0 == .optional })?.count
    }

    /// Whether a Spanish clause takes its object up again before the verb: `un informe lo firma un técnico`.
    func isTakenUpAgain(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish, index + 2 < tokens.count,
            reader.word(tokens, at: index)?.meaning == .definite
        else { return false }
        let next = reader.word(tokens, at: index + 2)?.meaning
        return reader.word(tokens, at: index + 1) == nil && next?.isDeterminer == true
    }

    /// Whether a Spanish clause begins with its object, which it takes up again: `a los diseños los dibuja …`.
    func isFrontedTopic(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        guard lexicon.language == .spanish, phrase.upperBound + 1 < tokens.count,
            ["lo", "la", "los", "las"].contains(tokens[phrase.upperBound].folded),
            tokens[phrase.upperBound + 1].kind == .word, phrase.lowerBound > 0
        else { return false }
        var lead = phrase.lowerBound - 1
        if lead > 0, tokens[lead].folded != "al" { lead -= 1 }
        guard ["a", "al"].contains(tokens[lead].folded) else { return false }
        return lead == 0 || tokens[lead - 1].kind == .mark
    }

    /// Whether a verb with its object in front leads to a phrase: `la pesa un operario`.
    func isAgent(_ tokens: [Token], before phrase: Int) -> Bool {
        guard lexicon.language == .spanish, phrase > 2, ["un", "una"].contains(tokens[phrase - 1].folded) else {
            return false
        }
        var verb = phrase - 2
        if reader.word(tokens, at: verb)?.meaning == .skip { verb -= 1 }
        return verb > 0 && tokens[verb].kind == .word && ["lo", "la", "los", "las"].contains(tokens[verb - 1].folded)
            // `lo identifica una clave`
            && !["identifica", "identifican", "distingue", "distinguen"].contains(tokens[verb].folded)
    }

    /// Whether usual fields of it follow: `un análisis, uno solo, con la fecha y el resultado`.
    func hasFields(_ sentence: TokenizedText, behind phrase: Int) -> Bool {
        let tokens = sentence.tokens
        guard lexicon.language == .spanish else { return false }
        var index = phrase
        if index < tokens.count, tokens[index].isMark(",") {
            index += 1
            if let joint = reader.word(tokens, at: index), joint.meaning == .and { index += joint.count }
            guard let only = lexicon.prose.match(tokens, at: index, where: { $0 == .onlyOne }) else { return false }
            index += only.count
            if index < tokens.count, tokens[index].isMark(",") { index += 1 }
        }
        guard reader.word(tokens, at: index)?.meaning == .with,
            reader.word(tokens, at: index + 1)?.meaning.isDeterminer == true
        else { return false }
        // `con el rendimiento, de 0 a 40, y la acidez`: two of them need not be usual ones.
        let isList = span(index + 3, min(index + 14, tokens.count)).contains { place in
            (tokens[place].isMark(",") || reader.word(tokens, at: place)?.meaning == .and)
                && reader.word(tokens, at: place + 1)?.meaning == .definite
        }
        return isList || hasField(sentence, after: index)
    }

    /// Whether it is all that is spoken of that belongs to something, and nothing kept: `todo esto vive en una libreta`.
    func isOfAnything(_ tokens: [Token], before phrase: Int) -> Bool {
        lexicon.language == .spanish
            && span(max(0, phrase - 5), phrase).contains { ["esto", "eso", "aquello"].contains(tokens[$0].folded) }
    }

    /// Whether it is done to, at or with one of something: `una muestra se toma de un pozo`, `un cobro se hace con un vale`.
    func isDoneSomewhere(_ tokens: [Token], at verb: Int) -> Bool {
        guard lexicon.language == .spanish, verb + 3 < tokens.count, tokens[verb].isReflexivePronoun,
            tokens[verb + 1].kind == .word, reader.word(tokens, at: verb + 1) == nil,
            let lead = reader.word(tokens, at: verb + 2), [.preposition, .with].contains(lead.meaning)
        else { return false }
        return [.article, .one].contains(reader.word(tokens, at: verb + 2 + lead.count)?.meaning)
    }

    /// Whether a verb brings it together with something else: `a tenancy connects one tenant with one plot`.
    func isJoined(_ tokens: [Token], before phrase: Int) -> Bool {
        span(max(0, phrase - 5), phrase).contains { joins(tokens, at: $0) }
    }

    /// Whether a verb that brings two things together stands at a token, with the first of them behind it.
    func joins(_ tokens: [Token], at index: Int) -> Bool {
        guard index > 0, let verb = lexicon.prose.match(tokens, at: index, where: { $0 == .joins }) else {
            return false
        }
        return reader.leadsToJoined(tokens, at: index + verb.count)
            && reader.word(tokens, at: index - 1)?.meaning.isDeterminer != true
    }

    /// Whether a participle between commas follows: `operators, known by their name, are …`.
    func isApposed(_ tokens: [Token], at comma: Int) -> Bool {
        guard comma + 2 < tokens.count, tokens[comma].isMark(","), reader.word(tokens, at: comma + 1) == nil,
            let lead = reader.word(tokens, at: comma + 2)?.meaning
        else { return false }
        return [.preposition, .with, .per, .as].contains(lead)
    }

    /// Whether a verb before the article says that something new is made: `we write a report`.
    func isCreated(_ tokens: [Token], before index: Int) -> Bool {
        guard index > 1 else { return false }
        return lexicon.prose.match(tokens, at: index - 2, where: { $0 == .creates })?.count == 1
    }

    func startsObject(_ tokens: [Token], at index: Int) -> Bool {
        reader.word(tokens, at: index)?.meaning.isDeterminer ?? false
    }
}
