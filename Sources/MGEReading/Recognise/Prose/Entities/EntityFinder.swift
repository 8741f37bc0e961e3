import MGELayers

/// Finds the entities of a text by the places that nouns have in its sentences.
struct EntityFinder {
    let reader: SentenceReader
    let lists: ListReader
    var found: [NounEvidence] = []
    /// The noun that the clause which is being read began with.
    private var clauseSubject: Range<Int>?
    /// What several roles are said to be together in the sentence that is being read, and where: `…, ambos profesores`.
    var shared: (name: String, start: Int, count: Int?)?
    /// Whether the clause that is being read tells what common entities do in general.
    private(set) var isAmongDoers = false
    /// Whether the sentence that is being read says what is deleted, which only entities are.
    private(set) var speaksOfDeletion = false
    var lexicon: Lexicon { reader.lexicon }

    /// How much evidence an entity needs.
    private static let threshold = 2

    init(lexicon: Lexicon, _ compounds: CompoundNouns = CompoundNouns()) {
        reader = SentenceReader(lexicon: lexicon, compounds)
        lists = ListReader(lexicon: lexicon)
    }

    /// What a sentence says of nouns, whatever other sentences say.
    mutating func evidence(in sentence: TokenizedText) -> [NounEvidence] {
        found = []
        if goesOn(sentence) {
            let nothing = Located(text: "", place: sentence.place)
            found.append(
                NounEvidence(
                    name: "", words: nothing, weight: 0, isPlural: goesOnWithSeveral(sentence), isListed: false,
                    isSubject: false, isAgain: false, goesOn: true, isPossible: false))
        }
        for part in CoordinatedVerbs(reader: reader).parts(of: sentence) {
            read(part)
            readDone(in: part)
        }
        return withNearestRoles(found)
    }

    /// The entities that sentences speak of, by what each of them says of nouns, besides those that are known.
    mutating func candidates(
        of evidence: [[NounEvidence]], headings: [TokenizedText], known: [Located]
    ) -> EntityCandidates {
        var candidates = EntityCandidates()
        for name in known {
            let singular = lexicon.inflector.singular(of: name.text.entityName)
            candidates.add(
                singular, weight: EntityCandidates.knownWeight, words: name, isPlural: false, isSubject: true)
        }
        var speakers: Set<String> = []
        var lead: NounEvidence?
        for nouns in evidence {
            for noun in nouns where !noun.isMade && !noun.isAgent { candidates.add(noun, &speakers) }
            if let next = nouns.first, next.goesOn, var again = lead,
                lexicon.language == .spanish || next.isPlural == again.isPlural
            {
                (again.weight, again.isAgain, again.isSubject) = (2, true, true)
                candidates.add(again, &speakers)
            } else {
                lead = nouns.first { $0.leads }
            }
        }
        for heading in headings { readHeading(heading, &candidates) }
        addMade(evidence, to: &candidates)
        addAgents(evidence, to: &candidates)
        let isEntity = { [lexicon] name in lexicon.entity(named: name) != nil }
        let isKnown = { [lexicon] name in isEntity(name) || lexicon.fieldItem(for: name) != nil }
        let isWhich = { [lexicon] (word: String) in
            lexicon.prose.meaning(of: Tokenizer.tokenize(LocatedText(word)).tokens, where: { $0 == .which }) != nil
        }
        candidates.settle(
            isFirstWordHead: lexicon.language == .spanish, isEntity: isEntity, isKnown: isKnown, isWhich: isWhich
        ) { candidate in
            if lexicon.language == .english, !candidate.isDetermined, !candidate.isSeenPlural,
                lexicon.entity(named: candidate.name) == nil
            {
                // `thawed is thawed`, `ok so households come`
                return .max
            }
            // `a grade of minor or serious`, which nothing is said of but its values
            if candidate.isValue, !candidate.owns, !candidate.isSeenPlural { return .max }
            let isField = isUsualField(candidate.name)
            if isField, !candidate.isSubject { return .max }
            // `identified by an aisle and a number`
            if candidate.isListed, !candidate.isSubject, !candidate.isSeenPlural, lexicon.language == .english,
                lexicon.entity(named: candidate.name) == nil
            {
                return Self.threshold + 1
            }
            // `las notas`, which may be an entity, are a field as a rule.
            let mayBeField =
                lexicon.fieldItem(for: candidate.name) != nil && !candidate.isSubject
                && candidate.count < 3
            if isField, lexicon.language == .spanish, candidate.owns, candidate.isSeenPlural, candidate.isSeenSingular {
                // `de un repositorio salen versiones; la versión tiene una etiqueta`
                return Self.threshold
            }
            if isField, lexicon.language == .spanish, candidate.owns, candidate.weight > 2, !candidate.isListed {
                // `una cuenta corriente tiene titular y saldo`
                return Self.threshold + 1
            }
            if isField, candidate.owns, candidate.isSeenPlural, !candidate.isListed, candidate.count > 1 {
                // `the garage has floors; floors have spots`
                return Self.threshold + 1
            }
            return isField ? 2 * Self.threshold : Self.threshold + (mayBeField ? 1 : 0)
        }
        return candidates
    }

    private mutating func read(_ sentence: TokenizedText) {
        let tokens = sentence.tokens
        var index = 0
        var startsClause = true
        var quantity: ProseWord?
        var previous: ProseWord?
        var isOurs = false
        isAmongDoers = false
        clauseSubject = nil
        shared = sharedTarget(sentence)
        speaksOfDeletion = tokens.indices.contains { reader.word(tokens, at: $0)?.meaning == .delete }
        var isInList = false
        var isKept = false
        while index < tokens.count {
            let counted = lexicon.prose.match(tokens, at: index, where: { $0 == .howMany })
            if let said = reader.attribute(tokens, at: index) ?? counted {
                index += said.count
                quantity = nil
                continue
            }
            if let alike = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }), alike.count > 1,
                let phrase = reader.nounPhrase(tokens, from: index + alike.count),
                lexicon.language == .spanish
                    ? phrase.upperBound < tokens.count && tokens[phrase.upperBound].folded == "iguales"
                    : isUsualField(sentence.words(phrase))
            {
                // `no two ring numbers are the same`, `no existen dos placas iguales`
                index = phrase.upperBound
                continue
            }
            if let found = reader.word(tokens, at: index) {
                if isNamedLikeUs(sentence, at: index, found) {
                    quantity = .definite
                    index += 1
                    continue
                }
                if found.meaning == .one, found.count == 1, tokens[index].folded == "uno" {
                    // `uno local y otro visitante`
                    index += 1
                    if index < tokens.count, reader.word(tokens, at: index) == nil {
                        // `distinto en cada uno, fecha de alta y color`
                        if tokens[index].kind != .word { quantity = nil }
                        index += 1
                    }
                    continue
                }
                if found.meaning.isDeterminer {
                    // `give each a name`: each of what was spoken of.
                    let isPronoun =
                        lexicon.language == .english && quantity == .each && found.meaning == .article
                        && reader.word(tokens, at: index - 1)?.meaning == .each
                    quantity = quantity == nil || quantity == .article || isPronoun ? found.meaning : quantity
                } else if found.meaning != .skip {
                    if found.meaning == .they, found.count > 1, let several = several(sentence, before: index) {
                        // `los bultos llegan a diario: cada uno es de un remitente`
                        add(sentence, several, weight: 2, isSubject: true, isAgain: true)
                    }
                    let isJoined =
                        index > 0
                        && (previous == .and && isBehindWord(tokens, index) || tokens[index - 1].isMark(",")
                            || tokens[index - 1].isMark(";"))
                    if isJoined, found.meaning == .has || found.meaning == .belongs, let subject = clauseSubject {
                        // `the employees work in a hotel and have a name`
                        add(sentence, subject, weight: 2, isSubject: true, isAgain: true)
                    }
                    startsClause =
                        [.and, .when].contains(found.meaning) || beginsWish(sentence, at: index, after: previous)
                    isOurs = found.meaning == .weHave
                    if [.has, .keep, .with, .be, .belongs, .can, .weHave].contains(found.meaning) {
                        isInList = [.has, .keep, .with].contains(found.meaning)
                        isKept = found.meaning == .keep && lexicon.language == .english
                    }
                    if found.meaning == .be, isDefinition(tokens, at: index + found.count) { isInList = true }
                    if found.meaning == .preposition, index > 0,
                        lexicon.prose.match(tokens, at: index - 1, where: { $0 == .identifies }) != nil
                    {
                        // `a fridge, described by its label`
                        isInList = true
                    }
                    previous = found.meaning
                    // `for each` is said of one thing too.
                    quantity = found.meaning == .per && found.count > 1 ? .each : nil
                }
                index += found.count
                continue
            }
            if reader.isOurVerb(tokens, at: index) {
                (previous, quantity, isOurs, startsClause) = (.keep, nil, true, false)
                index += 1
                continue
            }
            if let number = lexicon.numbers[tokens[index].folded], number > 1, tokens[index].kind == .word {
                quantity = .many
                index += 1
                continue
            }
            weighOwner(sentence, at: index, quantity: quantity, isInList: isInList && previous != .keep && !isKept)
            if lexicon.language == .english, quantity == nil, index > 0, previous == .they || previous == .it,
                reader.word(tokens, at: index - 1)?.meaning == previous
            {
                // `they lead tours`
                (previous, startsClause) = (nil, false)
                index += 1
                continue
            }
            if isPossibleDeed(tokens, at: index, behind: previous, quantity: quantity) {
                (previous, startsClause) = (nil, false)
                index += 1
                continue
            }
            guard
                let phrase = reader.nounPhrase(tokens, from: index).map({
                    withoutWhole(withoutMark(withoutFresh($0, tokens), tokens), tokens)
                })
            else {
                startsClause =
                    [",", ";", ":", "—", "–"].contains { tokens[index].isMark($0) } || startsClause && quantity != nil
                if tokens[index].isMark(";") && !goesOnBehind(index, tokens)
                    || tokens[index].isMark(":") && !isInList
                {
                    clauseSubject = nil
                }
                if tokens[index].kind != .word { quantity = nil }
                if lexicon.language == .english, quantity != nil,
                    ["'s", "’s"].contains(where: tokens[index].text.hasSuffix)
                {
                    // `each group's name`: how many there are is said of the groups.
                    quantity = .definite
                }
                if !tokens[index].isMark(",") { previous = nil }
                index += 1
                continue
            }
            let noun = singularNoun(sentence, phrase, quantity)
            let doing = startsClause ? doing(sentence, noun, quantity: quantity) : nil
            isAmongDoers = startsClause ? doing != nil : isAmongDoers
            weigh(
                place(
                    of: noun, in: sentence, quantity: quantity, startsClause: startsClause, after: previous,
                    isVerbBehind: noun.count < phrase.count, isOurs: isOurs,
                    isListed: isInList
                        && (quantity == .article || quantity == nil || namesFields(quantity, after: previous))))
            index =
                lexicon.language == .spanish && quantity == .each
                ? endOfEach(phrase, sentence) : doing?.verbEnd ?? noun.upperBound
            if index + 1 < tokens.count, lexicon.language == .spanish, tokens[index].folded == "del",
                !listsFields(sentence), let whole = reader.nounPhrase(tokens, from: index + 1)
            {
                // `las parcelas del camping`
                index = whole.upperBound
            }
            startsClause = false
            quantity = nil
        }
    }

    /// Whether a definite article stands before fields, as in English it does of what is kept; in Spanish it says nothing.
    private func namesFields(_ quantity: ProseWord?, after previous: ProseWord?) -> Bool {
        quantity == .definite && previous == .keep
    }

    private mutating func weigh(_ place: NounPlace) {
        guard !isNoEntity(place), !isSaidUnique(place), !isSaidToBeOther(place) else { return }
        let (sentence, phrase, quantity) = (place.sentence, place.phrase, place.quantity)
        if place.startsClause, clauseSubject == nil, !isBareField(place) { clauseSubject = phrase }
        let played = played(place)
        let roleOf = played ?? saidToBe(place)
        let isByMeans = place.after == .per && quantity == nil && lexicon.fieldItem(for: place.words) != nil
        let isSaidOf =
            quantity == .each || quantity == .many || place.after == .per && !isByMeans
            || isSubject(place) && place.startsClause || hasEachBehind(place)
            || quantity == .one && place.follows == .per && lexicon.language == .english || hasOwnList(place)
            || isMade(place) || hasListWithin(place) || hasFieldsInGroup(place)
            || isTakenUp(sentence, at: phrase.upperBound) && lexicon.language == .english || isAnswer(place)
            || isOneOfNamed(place)
        let isPeople = isPeople(place)
        add(
            sentence, phrase, weight: isPeople ? max(weight(of: place), 3) : weight(of: place),
            isListed: place.isListed && !place.isPlural,
            isSubject: isSaidOf || isPeople,
            isDetermined: quantity != nil || isBareSubject(place)
                || phrase.lowerBound == 0 && isDefined(sentence.tokens, at: place.next),
            mayBeMeasure: isMeasured(place) || hasListWithin(place) || isPeople,
            speaker: place.after == .as && quantity == .article && phrase.lowerBound < 3
                ? place.words : nil, roleOf: roleOf,
            // `la cierra un técnico; los dos son empleados`
            isPlayed: played != nil || roleOf != nil && isAgent(sentence.tokens, before: phrase.lowerBound),
            owns: (isSubject(place) || hasEachBehind(place)) && place.startsClause && !hasNone(place)
                && !isBareState(place),
            isValue: isValue(place) || isSaidType(place), isWhole: isWhole(place))
    }

    /// Whether what looks like a noun is a verb, or the name of a case; behind *se* other nouns may stand with it.
    private mutating func isNoEntity(_ place: NounPlace) -> Bool {
        let (tokens, phrase) = (place.sentence.tokens, place.phrase)
        // `se apunta`: what follows the Spanish pronoun is a verb.
        if isBehindReflexive(tokens, phrase.lowerBound) {
            if let noun = madeSomewhere(place.sentence, phrase) { add(place.sentence, noun, weight: 2) }
            return true
        }
        if let noun = comingFrom(place.sentence, phrase) {
            add(place.sentence, noun, weight: 2)
            return true
        }
        if isDoneTo(tokens, phrase, after: place.quantity) || isStates(tokens, phrase)
            || isEnumerated(tokens, phrase) || isVerbBehindPronoun(tokens, phrase)
        {
            return true
        }
        // `an address and a phone, the last of which can be left blank`
        if phrase.lowerBound > 0, phrase.count == 1,
            lexicon.prose.match(tokens, at: phrase.lowerBound - 1, where: { $0 == .latter }) != nil
        {
            return true
        }
        if let ago = phrase.last, lexicon.language == .spanish,
            tokens[ago].folded == "hace"
                || phrase.upperBound < tokens.count && tokens[phrase.upperBound].folded == "hace",
            span(ago, min(ago + 4, tokens.count)).contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .measure }) != nil
            })
        {
            // `con dos socias hace tres años`
            return true
        }
        if isFieldWithValue(place) || isUnitOfRange(tokens, phrase) { return true }
        // `plenty of strays have no chip`
        if lexicon.language == .english, place.quantity == .many, place.follows == .has, hasNone(place) { return true }
        // `when it goes, they go`: what follows a pronoun is a verb.
        if lexicon.language == .english, phrase.count == 1, place.after == .they || place.after == .it,
            place.quantity == nil
        {
            return true
        }
        // `routes are set on a wall`
        if lexicon.language == .english, phrase.count == 1, place.after == .be, place.quantity == nil, !place.isPlural,
            phrase.lowerBound > 0, reader.word(tokens, at: phrase.lowerBound - 1)?.meaning == .be,
            place.follows == .preposition
        {
            return true
        }
        // `el turno, ya sea de mañana o de tarde`
        return lexicon.language == .spanish
            && lexicon.prose.match(tokens, at: phrase.upperBound, where: { $0 == .cases }) != nil
    }

    mutating func add(
        _ sentence: TokenizedText, _ phrase: Range<Int>, weight: Int, isListed: Bool = false, isSubject: Bool = false,
        isAgain: Bool = false, isDetermined: Bool = true, mayBeMeasure: Bool = false, speaker: String? = nil,
        roleOf: String? = nil, isPlayed: Bool = false, owns: Bool = false, isValue: Bool = false,
        isWhole: Bool = false
    ) {
        // `deployment` is a feature as a rule, but not where much speaks for an entity.
        let weight = lists.isOther(sentence.tokens, phrase) && !(owns && weight > 1) ? weight - 1 : weight
        // `each day pass`
        let isQualifier =
            lexicon.language == .english && phrase.count > 1
            && !lexicon.inflector.isPlural(sentence.tokens[phrase.lowerBound].text.lowercased())
        // `una noche pertenece a una propuesta`, `puntos de medida con un valor`
        let isThing = lexicon.language == .spanish && weight > 1 && isThing(sentence, phrase, isSubject: isSubject)
        let isReport = isReport(sentence.tokens, phrase.lowerBound)
        let isPossible =
            phrase.allSatisfy { sentence.tokens[$0].kind == .word }
            && lexicon.prose.match(
                sentence.tokens, at: phrase.lowerBound,
                where: {
                    $0 == .measure && !isQualifier && !mayBeMeasure && !isThing && !isReport || $0 == .anything
                        || $0 == .characters
                        || $0 == .together
                }) == nil
            && (phrase.count == 1 || lexicon.numbers[sentence.tokens[phrase.lowerBound].folded] == nil)
        guard speaker != nil || isPossible && weight >= 0 else { return }
        let words = sentence.words(phrase)
        let name = words.entityName
        let singular = lexicon.inflector.singular(of: name)
        guard singular.isSoundName else { return }
        found.append(
            NounEvidence(
                name: singular, words: Located(text: words, place: sentence.tokens[phrase.lowerBound].place),
                weight: weight, isPlural: singular != name, isListed: isListed, isDetermined: isDetermined,
                isSubject: isSubject, isAgain: isAgain, speaker: speaker, leads: leads(sentence, phrase),
                roleOf: roleOf, isPlayed: isPlayed, owns: owns, isValue: isValue, isWhole: isWhole,
                isPossible: isPossible))
    }
}
