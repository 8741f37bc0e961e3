import MGELayers

extension EntityFinder {
    /// Whether a sentence begins with a noun that has no article, and says what it has: `stop has a name`.
    func isBareSubject(_ place: NounPlace) -> Bool {
        guard lexicon.language == .english, place.quantity == nil, !place.isPlural, place.phrase.lowerBound == 0,
            place.follows == .has
        else { return false }
        return lexicon.prose.match(place.sentence.tokens, at: 0, where: { $0 == .anything }) == nil
    }

    /// Whether several of something are all that a sentence names, as a heading does.
    func isLabel(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        return place.isPlural && place.phrase.lowerBound == 0 && place.phrase.count <= 2
            && place.phrase.upperBound == tokens.count - 1 && tokens[tokens.count - 1].isMark(".")
            && lexicon.fieldItem(for: lexicon.inflector.singular(of: place.words)) == nil
    }

    /// Whether a word that measures something as a rule is spoken of itself: `a case has a number`, `each page belongs to …`.
    func isMeasured(_ place: NounPlace) -> Bool {
        isBareSubject(place)
            // `a duty assigns an officer to a station`
            || lexicon.language == .english && place.quantity == .article && place.startsClause
                && joins(place.sentence.tokens, at: place.next)
            || place.isPlural && place.quantity == nil && place.phrase.lowerBound == 0 && isSubject(place)
            || (place.quantity == .article || place.quantity == .each) && place.startsClause && isSubject(place)
            // `cada cuenta del foro guarda: alias, …`
            || lexicon.language == .spanish && place.quantity == .each && place.startsClause
                && place.phrase.upperBound < place.sentence.tokens.count
                && place.sentence.tokens[place.phrase.upperBound].folded == "del"
    }

    /// Whether people are told of, and not how many there are: `que son personas con nombre y correo`, `de la persona, nombre`,
    /// `…; la persona, su DNI`.
    func isPeople(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard lexicon.language == .spanish, phrase.count == 1, phrase.upperBound + 1 < tokens.count else {
            return false
        }
        if place.isPlural {
            return place.after == .be && place.quantity == nil && place.follows == .with && phrase.lowerBound > 1
                && tokens[phrase.lowerBound - 2].folded == "que" && hasField(place.sentence, after: phrase.upperBound)
        }
        guard tokens[phrase.lowerBound].folded == "persona", place.quantity == .definite,
            tokens[phrase.upperBound].isMark(","), phrase.lowerBound > 0
        else {
            return false
        }
        let lead =
            phrase.lowerBound > 1 && tokens[phrase.lowerBound - 2].isOf ? phrase.lowerBound - 2 : phrase.lowerBound - 1
        guard lead == 0 || tokens[lead - 1].isMark(";") else { return false }
        var name = phrase.upperBound + 1
        while reader.word(tokens, at: name)?.meaning.isDeterminer == true { name += 1 }
        return reader.nounPhrase(tokens, from: name).map {
            lexicon.fieldItem(for: place.sentence.words($0).lowercased()) != nil
        } ?? false
    }

    /// Whether a number stands between a preposition and a phrase: `in four databases`.
    private func isCounting(_ tokens: [Token], before phrase: Int) -> Bool {
        phrase > 1 && lexicon.numbers[tokens[phrase - 1].folded].map { $0 > 2 } ?? false
            && reader.word(tokens, at: phrase - 2)?.meaning == .preposition
    }

    func isJustCounted(_ place: NounPlace) -> Bool {
        lexicon.language == .english && isCounting(place.sentence.tokens, before: place.phrase.lowerBound)
    }

    /// A phrase without what says that it was only just made: `new orders have the status open`.
    func withoutFresh(_ phrase: Range<Int>, _ tokens: [Token]) -> Range<Int> {
        guard lexicon.language == .english,
            let fresh = lexicon.prose.match(tokens, at: phrase.lowerBound, where: { $0 == .fresh }),
            fresh.count < phrase.count
        else { return phrase }
        return phrase.dropFirst(fresh.count)
    }

    /// Whether it is said how many there are for one of something: `there is never more than one handover for an item`.
    func isOneFor(_ place: NounPlace) -> Bool {
        let (tokens, next) = (place.sentence.tokens, place.phrase.upperBound)
        guard place.quantity == .one || place.quantity == .maybeOne, place.after == .weHave, !place.isPlural,
            next + 2 < tokens.count, tokens[next].folded == "for"
        else {
            return false
        }
        let target = reader.word(tokens, at: next + 1)?.meaning
        return target == .article || target == .one || target == .each
    }

    /// Whether one thing is spoken of as another's, in English: `if a customer closes their account`.
    func isOwned(_ place: NounPlace) -> Bool {
        guard lexicon.language == .english, !place.isPlural, place.phrase.lowerBound > 0 else { return false }
        let owner = place.phrase.lowerBound - 1
        return lexicon.prose.match(place.sentence.tokens, at: owner, where: { $0 == .possessive }) != nil
            || ["'s", "’s"].contains(where: place.sentence.tokens[owner].text.hasSuffix)
    }

    /// Whether a sentence says of some that they are others: `directors are companies`.
    func saysWhatTheyAre(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        let be = place.phrase.lowerBound - 1
        guard lexicon.language == .english, place.quantity == nil, (1...3).contains(be),
            reader.word(tokens, at: be)?.meaning == .be, let subject = reader.nounPhrase(tokens, from: 0)
        else { return false }
        return subject.upperBound == be && lexicon.inflector.isPlural(place.sentence.words(subject).entityName)
    }

    /// Whether a sentence begins with several of something and a list of what they have: `also treatments: the date, …`.
    func isListedBehind(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        guard lexicon.language == .english, place.isPlural, phrase.upperBound + 3 < tokens.count,
            tokens[phrase.upperBound].isMark(":")
        else { return false }
        return tokens[..<phrase.lowerBound].indices.allSatisfy { index in
            [.skip, .and, .definite].contains(reader.word(tokens, at: index)?.meaning)
        } && span(phrase.upperBound, tokens.count).contains { tokens[$0].isMark(",") }
    }

    /// Whether there is one with a list of its own: `every actor has exactly one measurement sheet with chest and waist`.
    func hasOwnList(_ place: NounPlace) -> Bool {
        let (tokens, start) = (place.sentence.tokens, place.phrase.upperBound)
        guard lexicon.language == .english, place.quantity == .one, !place.isPlural, place.after == .has,
            place.follows == .with || isSpeltOut(tokens, at: start), !isUsual(place)
        else { return false }
        return span(start, min(start + 12, tokens.count)).contains { index in
            tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and
        }
    }

    /// Whether it is said behind a comma what it holds: `exactly one care plan, spelling out the hours`.
    private func isSpeltOut(_ tokens: [Token], at comma: Int) -> Bool {
        comma + 1 < tokens.count && tokens[comma].isMark(",") && tokens[comma + 1].folded.hasSuffix("ing")
            && reader.word(tokens, at: comma + 1)?.meaning == .has
    }

    func isUsual(_ place: NounPlace) -> Bool {
        lexicon.fieldItem(for: place.words) != nil && place.phrase.count == 1
    }

    /// Whether it is said of several that they are unique, which fields are: `labels are unique per building`.
    func isSaidUnique(_ place: NounPlace) -> Bool {
        guard lexicon.language == .english, place.isPlural, place.quantity == nil, place.startsClause,
            place.follows == .be, let be = reader.word(place.sentence.tokens, at: place.next)
        else { return false }
        var next = place.next + be.count
        while let skip = reader.word(place.sentence.tokens, at: next), skip.meaning == .skip { next += skip.count }
        return lexicon.prose.match(place.sentence.tokens, at: next, where: { $0 == .unique }) != nil
    }

    /// Whether a relative clause says that it is one of another kind: `an owner, who is a user`.
    func isSaidToBeOther(_ place: NounPlace) -> Bool {
        let tokens = place.sentence.tokens
        var index = place.phrase.upperBound
        guard lexicon.language == .english, place.quantity == .article, !place.isPlural, index + 4 < tokens.count else {
            return false
        }
        if tokens[index].isMark(",") { index += 1 }
        guard ["who", "that", "which"].contains(tokens[index].folded), let be = reader.word(tokens, at: index + 1),
            be.meaning == .be
        else { return false }
        index += 1 + be.count
        while let word = reader.word(tokens, at: index), word.meaning == .skip { index += word.count }
        guard let article = reader.word(tokens, at: index), article.meaning == .article || article.meaning == .one,
            let other = reader.nounPhrase(tokens, from: index + article.count)
        else { return false }
        return lexicon.fieldItem(for: place.sentence.words(other).lowercased()) == nil
    }

    /// Whether a phrase says how long something takes: `over a season`.
    func isDuring(_ tokens: [Token], _ phrase: Int) -> Bool {
        phrase > 1 && ["over", "during", "throughout"].contains(tokens[phrase - 2].folded)
    }

    /// Whether fields follow a verb of being, as all that there is of something: `a landmark is a name and a story`.
    func isDefinition(_ tokens: [Token], at start: Int) -> Bool {
        guard lexicon.language == .english, let article = reader.word(tokens, at: start), article.meaning == .article,
            let phrase = reader.nounPhrase(tokens, from: start + article.count), phrase.upperBound < tokens.count
        else { return false }
        let words = tokens[phrase].map(\.folded).joined(separator: " ")
        let isJoined =
            tokens[phrase.upperBound].isMark(",") || reader.word(tokens, at: phrase.upperBound)?.meaning == .and
        return isJoined && lexicon.hasField(named: words) && lexicon.entity(named: words) == nil
    }

    /// Weighs what something belongs to: `we take the customer's name`.
    mutating func weighOwner(_ sentence: TokenizedText, at index: Int, quantity: ProseWord?, isInList: Bool) {
        let token = sentence.tokens[index]
        guard let quantity, !isInList || quantity == .each, token.kind == .word,
            let mark = ["'s", "’s"].first(where: token.text.hasSuffix), index + 1 < sentence.tokens.count,
            sentence.tokens[index + 1].kind == .word
        else { return }
        let word = String(token.text.dropLast(mark.count))
        let name = lexicon.inflector.singular(of: word.entityName)
        guard !name.isEmpty, reader.word(Tokenizer.tokenize(LocatedText(word)).tokens, at: 0) == nil else { return }
        found.append(
            NounEvidence(
                name: name, words: Located(text: word, place: token.place), weight: quantity == .each ? 3 : 1,
                isPlural: false, isListed: false, isSubject: true, isAgain: false))
    }
}
