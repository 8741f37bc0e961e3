import MGELayers

extension EntityFinder {
    /// The place of a noun in a sentence, with what stands behind it.
    func place(
        of phrase: Range<Int>, in sentence: TokenizedText, quantity: ProseWord?, startsClause: Bool, after: ProseWord?,
        isVerbBehind: Bool, isOurs: Bool, isListed: Bool
    ) -> NounPlace {
        var next = phrase.upperBound
        var isDescribed = false
        while let found = reader.word(sentence.tokens, at: next), found.meaning == .skip || found.meaning == .relative {
            isDescribed = isDescribed || found.meaning == .relative
            next += found.count
        }
        let words = sentence.words(phrase).entityName
        return NounPlace(
            sentence: sentence, phrase: phrase, words: words, isPlural: lexicon.inflector.isPlural(words),
            quantity: quantity, startsClause: startsClause, after: after, next: next,
            // `a comment that can be left empty`, in a list, is the subject of nothing.
            follows: isDescribed && isListed ? nil : verb(sentence.tokens, at: next), isVerbBehind: isVerbBehind,
            isOurs: isOurs, isListed: isListed, isAmongDoers: isAmongDoers)
    }

    /// How strongly a place speaks for a noun.
    func weight(of place: NounPlace) -> Int {
        weightOfCount(place) + weightAsSubject(place) + weightOfVerb(place) + weightAsObject(place)
            + weightOfSurroundings(place) + weightAsWhole(place)
            + weightAsTopic(
                place.sentence, place.phrase, quantity: place.quantity, after: place.after, follows: place.follows)
    }

    /// What articles and numbers say.
    private func weightOfCount(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        let start = place.phrase.lowerBound
        var weight = 0
        switch place.quantity {
        case .each: weight += 3
        case .article where isAgent(tokens, before: start):
            weight += lexicon.fieldItem(for: place.words) == nil && !place.isPlural ? 2 : 1
        case .one where isAgent(tokens, before: start - 1) && !place.isPlural: weight += 2
        // `that is two different animals` says what something is, not what there is.
        // `nine islands`, in which something is done, are those that there are.
        case .many where place.isPlural && place.after != .be: weight += isJustCounted(place) ? 1 : 2
        // `uno de nuestros técnicos`
        case .one where place.isPlural: weight += 3
        // `each hut is run by one warden`
        case .one
        where place.after == .preposition && !place.isListed && lexicon.language == .english
            && lexicon.prose.match(tokens, at: start - 1, where: { $0 == .one }) != nil
            && lexicon.fieldItem(for: place.words) == nil:
            weight += 1
        default: break
        }
        if place.quantity == .article || place.quantity == .one {
            if hasFields(place.sentence, behind: place.phrase.upperBound) || isOnlyWithFields(place)
                || isMadeThen(place)
            {
                weight += 2
            }
            // `a player in our books` says nothing of books.
            if place.after == .preposition, !(place.isPlural && lexicon.language == .english), !isDuring(tokens, start)
            {
                weight += 1
            }
        }
        if speaksOfDeletion, place.quantity?.isDeterminer == true, !place.isListed, !isOwned(place) { weight += 1 }
        return weight
    }

    /// Whether something is said of it that only entities have.
    func isSubject(_ place: NounPlace) -> Bool {
        (place.follows == .has || place.follows == .belongs)
            && !isKeeper(place.sentence, place.phrase, place.quantity)
            && !isNarrators(place.sentence.tokens, place.phrase, isPlural: place.isPlural)
            && hasObject(place.sentence.tokens, at: place.next)
    }

    /// What a noun has or belongs to that begins a clause.
    private func weightAsSubject(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        let (phrase, quantity, next) = (place.phrase, place.quantity, place.next)
        var weight = isTakenUp(place.sentence, at: phrase.upperBound) ? 2 : 0
        if isFrontedTopic(tokens, phrase) { weight += 2 }
        if phrase.lowerBound == 0, place.isPlural {
            weight += weightAsDoer(place.sentence, phrase)
            if tokens.count > phrase.upperBound, tokens[phrase.upperBound].isMark(",") || place.isVerbBehind {
                weight += isApposed(tokens, at: phrase.upperBound) ? 2 : 1
            }
        }
        // `surveyors: name and email`
        if lexicon.language == .english, phrase.lowerBound == 0, next < tokens.count, tokens[next].isMark(":"),
            hasField(place.sentence, after: next)
        {
            weight += 2
        }
        if isDoer(place) { weight += 1 }
        if hasFieldsBetween(place) { weight += 2 }
        if isLabel(place) { weight += 2 }
        if isListedBehind(place) || hasEachBehind(place) { weight += 2 }
        if hasOwnList(place) { weight += 3 }
        // `only one settlement per farmer and season`
        if lexicon.language == .english, quantity == .one && place.follows == .per || isOneFor(place) {
            weight += 2
        }
        guard place.startsClause else { return weight }
        let hasField = hasField(place.sentence, after: next) || hasLaterField(place)
        // `a language is a name with a code`
        if quantity == .article, place.follows == .be, hasField { weight += 2 }
        if quantity != nil || place.isPlural, isSubject(place) {
            let belongsToOne =
                place.follows == .belongs && lexicon.language == .spanish
                && reader.word(tokens, at: next).map { belongs in
                    // `cuelgan del encargo` has its article in the preposition.
                    startsObject(tokens, at: next + belongs.count)
                        || belongs.count > 1 && ["del", "al"].contains(tokens[next + belongs.count - 1].folded)
                } == true
            weight +=
                quantity == .definite ? (hasField || belongsToOne ? 2 : 1) : quantity == .article ? 3 : 2
        } else if isBareSubject(place) {
            weight += hasField ? 2 : 1
        }
        if isChained(place) { weight += 2 }
        if place.isVerbBehind, quantity == .article, doesWithFields(place.sentence, verb: phrase.upperBound) {
            weight += 3
        }
        weight += weightAsKeeper(place)
        // `a tenancy connects one tenant with one plot`
        if joins(tokens, at: next) { weight += 2 }
        // `las charlas las da un ponente`, but `las ventas las lleva mi hermano`
        let isDoneByOne =
            quantity == .definite && phrase.lowerBound == 1 && place.isPlural && phrase.upperBound + 2 < tokens.count
            && ["un", "una", "uno"].contains(tokens[phrase.upperBound + 2].folded)
        if quantity == .article || isDoneByOne, isTakenUpAgain(tokens, at: phrase.upperBound) {
            weight += 2
        }
        // `an invoice bills exactly one order`
        if lexicon.language == .english, quantity == .article, place.isVerbBehind,
            span(phrase.upperBound + 1, min(phrase.upperBound + 8, tokens.count)).contains(where: {
                reader.word(tokens, at: $0)?.meaning == .one
            })
        {
            weight += 1
        }
        if place.isVerbBehind || place.isPlural && startsObject(tokens, at: phrase.upperBound + 1) { weight += 1 }
        return weight
    }

    /// What is done with, or said of, a noun that begins a clause.
    private func weightOfVerb(_ place: NounPlace) -> Int {
        guard place.startsClause else { return 0 }
        let tokens = place.sentence.tokens
        let (follows, next) = (place.follows, place.next)
        let isEnglish = lexicon.language == .english
        var weight = 0
        // `its result is either passed or failed`
        if follows == .can || follows == .must || follows == .be, !isRole(place), !isOwned(place) { weight += 1 }
        let mayBeDone = isEnglish && (follows == .can || follows == .must)
        if follows == .be || mayBeDone, place.isPlural || isEnglish && place.quantity == .article,
            isDone(tokens, at: next)
        {
            weight += 1
        }
        if follows == .be, place.quantity == .article, isDoneSomewhere(tokens, at: next) { weight += 1 }
        if follows == .be, place.quantity != .definite, isIdentified(tokens, at: next) { weight += 2 }
        if place.quantity == .article || place.quantity == nil && place.phrase.lowerBound == 0,
            isDefined(tokens, at: next)
        {
            weight += 2
        }
        // `a claim starts out as open`
        if isEnglish, place.quantity == .article || place.quantity == .each, next == place.phrase.upperBound,
            let start = lexicon.prose.match(tokens, at: next, where: { $0 == .default }), start.count > 1
        {
            weight += 2
        }
        // `las canoas se guardan en un hangar`
        if follows == .keep, place.isPlural, tokens[next].isReflexivePronoun,
            let kept = reader.word(tokens, at: next), next + kept.count < tokens.count,
            reader.word(tokens, at: next + kept.count)?.meaning == .preposition,
            // `los avisos se capturan en texto libre`
            lexicon.types.match(tokens, at: next + kept.count + 1) == nil
        {
            weight += 2
        }
        return weight
    }

    /// What a noun says behind a verb or a preposition.
    private func weightAsObject(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        let (phrase, quantity) = (place.phrase, place.quantity)
        let isSpanish = lexicon.language == .spanish
        var weight = 0
        switch place.after {
        case .be:
            if quantity == .article, isSaidToBe(tokens, phrase) { weight += 1 }
            if isAnswer(place) { weight += 3 }
            let isParticiple =
                isSpanish
                && ["ados", "adas", "idos", "idas", "critos", "critas", "uestos", "uestas"].contains(
                    where: tokens[phrase.lowerBound].folded.hasSuffix)
            // `directors are companies with a name` says what directors are.
            if place.isPlural, place.follows == .with, !isParticiple, !saysWhatTheyAre(place) { weight += 2 }
        case .has where isAllThatIsHad(place): weight += 2
        case .belongs:
            let isNamed = phrase.upperBound < tokens.count && tokens[phrase.upperBound].isMark(":")
            if isOfAnything(tokens, before: phrase.lowerBound) { break }
            if quantity != nil, !(isNamed && isSpanish) {
                let isNew =
                    isSpanish && (quantity == .article || quantity == .one)
                    || quantity == .article && !place.isPlural && isBelongedTo(tokens, before: phrase.lowerBound)
                weight += isNew && lexicon.fieldItem(for: place.words) == nil ? 2 : 1
            }
            if quantity == nil, place.isPlural { weight += 1 }
            // `a student belongs to one dojo`
            if quantity == .one, !isSpanish, lexicon.fieldItem(for: place.words) == nil { weight += 1 }
        case .per: weight += isKeptPer(place) ? 2 : 1
        case .keep:
            if place.isPlural { weight += 1 }
            if quantity == .article, !isSpanish, phrase.upperBound < tokens.count,
                tokens[phrase.upperBound].isMark(":")
            {
                // `log a withdrawal: the date and the purpose`
                weight += 3
            }
            if quantity == .article || quantity == nil && place.isPlural,
                isEntered(tokens, before: phrase.lowerBound)
            {
                weight += 2
            }
        default: break
        }
        // `give a visit a day and a fee`
        if quantity == .article, isGiven(place) || isEnteredAs(place) { weight += 3 }
        // Two words may be the role of something: `a match pairs a home team with an away team`.
        if quantity == .article || quantity == .one, phrase.count == 1, isJoined(tokens, before: phrase.lowerBound) {
            weight += 2
        }
        if quantity == .article, isCreated(tokens, before: phrase.lowerBound) { weight += 1 }
        if place.isOurs, place.isPlural, place.follows != .preposition { weight += place.after == .keep ? 1 : 2 }
        return weight
    }

    /// What the words around a noun say, and the vocabulary of it.
    private func weightOfSurroundings(_ place: NounPlace) -> Int {
        let tokens = place.sentence.tokens
        var weight = 0
        if place.isPlural, hasBehindComma(tokens, at: place.phrase.upperBound) { weight += 2 }
        if isIntroduced(tokens, place.phrase, after: place.after) || isEnteredFirst(place) || isKeptSo(place) {
            weight += 2
        }
        if place.phrase.lowerBound > 1, isMarked(tokens, at: place.phrase.lowerBound - 1) { weight += 3 }
        if isTakenUpByName(tokens, place.phrase, follows: place.follows) || isOneOfNamed(place) { weight += 2 }
        if isDescribedPlural(place) || isDescribedOne(place) || isGapped(place) { weight += 2 }
        let isKnown = lexicon.entity(named: lexicon.inflector.singular(of: place.words)) != nil
        if isKnown, place.isPlural || place.quantity != nil && !place.isListed, !isRole(place) { weight += 1 }
        weight += isKnown ? weightAmongDoers(place) + weightOfCreated(place) : weightAsUnknownDoer(place)
        if isDoerOfEach(place, isKnown: isKnown) || isKnown && isLastPerson(place) { weight += 2 }
        weight += weightWithFields(place) + (hasFieldsInGroup(place) ? 3 : isAmongHad(place) ? 2 : 0)
        return weight
    }

    /// Whether it is what something asked for is: `what they sell is a voucher: one tour, with a date`.
    func isAnswer(_ place: NounPlace) -> Bool {
        let (tokens, colon) = (place.sentence.tokens, place.phrase.upperBound)
        return lexicon.language == .english && place.after == .be && place.quantity == .article
            && tokens[0].folded == "what" && colon + 2 < tokens.count && tokens[colon].isMark(":")
    }

    private func isRole(_ place: NounPlace) -> Bool {
        isRole(
            place.sentence.tokens, before: place.phrase.lowerBound, place.quantity, follows: place.follows,
            verb: place.next)
    }
}
