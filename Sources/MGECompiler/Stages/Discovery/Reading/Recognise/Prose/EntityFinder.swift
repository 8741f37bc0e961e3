/// Finds the entities of a text by the places that nouns have in its sentences.
struct EntityFinder {
    private let reader: SentenceReader
    private let lists: ListReader
    var candidates = EntityCandidates()
    private var speakers: Set<String> = []
    private var lexicon: Lexicon { reader.lexicon }

    /// How much evidence an entity needs.
    private static let threshold = 2

    init(lexicon: Lexicon) {
        reader = SentenceReader(lexicon: lexicon)
        lists = ListReader(lexicon: lexicon)
    }

    /// The entities that the sentences speak of, besides those that are known.
    static func candidates(
        in sentences: [TokenizedText], headings: [TokenizedText], known: [Located], lexicon: Lexicon
    ) -> EntityCandidates {
        var finder = EntityFinder(lexicon: lexicon)
        for name in known {
            let singular = lexicon.inflector.singular(of: name.text.entityName)
            finder.candidates.add(singular, weight: 10, words: name)
        }
        for sentence in sentences { finder.read(sentence) }
        for heading in headings { finder.readHeading(heading) }
        finder.candidates.settle(isFirstWordHead: lexicon.language == .spanish) { candidate in
            let isField = lexicon.fieldItem(for: candidate.name) != nil && lexicon.entity(named: candidate.name) == nil
            return isField ? 2 * threshold : threshold
        }
        return finder.candidates
    }

    /// A heading counts only together with what the sentences say.
    private mutating func readHeading(_ heading: TokenizedText) {
        for part in lists.parts(of: heading.tokens, heading.tokens.indices) {
            let part = lists.withoutArticles(heading.tokens, part)
            guard (1...3).contains(part.count) else { continue }
            let singular = lexicon.inflector.singular(of: heading.words(part).entityName)
            if candidates.number(of: singular) != nil || lexicon.inflector.isPlural(heading.words(part).entityName) {
                add(heading, part, weight: 1)
            }
        }
    }

    mutating func read(_ sentence: TokenizedText) {
        let tokens = sentence.tokens
        var index = 0
        var startsClause = true
        var quantity: ProseWord?
        var previous: ProseWord?
        var isOurs = false
        while index < tokens.count {
            if let found = reader.word(tokens, at: index) {
                if found.meaning.isDeterminer {
                    quantity = quantity == nil || quantity == .article ? found.meaning : quantity
                } else if found.meaning != .skip {
                    startsClause = [.and, .when].contains(found.meaning)
                    isOurs = found.meaning == .weHave
                    previous = found.meaning
                    // `for each` is said of one thing too.
                    quantity = found.meaning == .per && found.count > 1 ? .each : nil
                }
                index += found.count
                continue
            }
            guard let phrase = reader.nounPhrase(tokens, from: index) else {
                startsClause =
                    [",", ";", ":", "—", "–"].contains { tokens[index].isMark($0) } || startsClause && quantity != nil
                if tokens[index].kind != .word { quantity = nil }
                if !tokens[index].isMark(",") { previous = nil }
                index += 1
                continue
            }
            let noun = singularNoun(sentence, phrase, quantity)
            weigh(
                sentence, noun, quantity: quantity, startsClause: startsClause, after: previous,
                before: noun.count < phrase.count, isOurs: isOurs)
            index = noun.upperBound
            startsClause = false
            quantity = nil
        }
    }

    /// A phrase after a word for one thing, without the verb that it may end with: `mechanic works`.
    private func singularNoun(_ sentence: TokenizedText, _ phrase: Range<Int>, _ quantity: ProseWord?) -> Range<Int> {
        guard phrase.count > 1, let quantity, [.each, .article, .one].contains(quantity) else { return phrase }
        if lexicon.language == .spanish {
            let isJoined = phrase.contains { ["de", "del"].contains(sentence.tokens[$0].folded) }
            return quantity == .each && !isJoined ? phrase.prefix(1) : phrase
        }
        let last = sentence.tokens[phrase.upperBound - 1].text.lowercased()
        return lexicon.inflector.isPlural(last) ? phrase.dropLast() : phrase
    }

    private mutating func weigh(
        _ sentence: TokenizedText, _ phrase: Range<Int>, quantity: ProseWord?, startsClause: Bool, after: ProseWord?,
        before isVerb: Bool, isOurs: Bool
    ) {
        let tokens = sentence.tokens
        let words = sentence.words(phrase).entityName
        let isPlural = lexicon.inflector.isPlural(words)
        var next = phrase.upperBound
        while let found = reader.word(tokens, at: next), found.meaning == .skip || found.meaning == .relative {
            next += found.count
        }
        let follows = reader.word(tokens, at: next)?.meaning
        var weight = 0
        if quantity == .each { weight += 3 }
        if quantity == .many, isPlural { weight += 2 }
        let isSubject = follows == .has || follows == .belongs
        if startsClause, isSubject, quantity != nil || isPlural { weight += quantity == .definite ? 1 : 2 }
        if startsClause, isVerb || isPlural && startsObject(tokens, at: phrase.upperBound + 1) { weight += 1 }
        if after == .preposition, quantity == .article || quantity == .one { weight += 1 }
        if startsClause, follows == .can || follows == .must || follows == .be { weight += 1 }
        if after == .belongs, quantity != nil { weight += 1 }
        if after == .per { weight += 1 }
        if isOurs, isPlural { weight += 2 }
        if after == .be, isPlural, follows == .with { weight += 2 }
        let isTopic =
            phrase.lowerBound <= 3 && after == .preposition
            && (quantity == .definite && isPlural || quantity == .article)
        let isAnnounced = follows == .we || follows == .keep || follows == .has
        if isTopic, isAnnounced || phrase.upperBound < tokens.count && tokens[phrase.upperBound].isMark(",") {
            weight += 2
        }
        if after == .as, quantity == .article, phrase.lowerBound < 3, speakers.insert(words).inserted { weight += 1 }
        if after == .keep, isPlural { weight += 1 }
        if lexicon.entity(named: lexicon.inflector.singular(of: words)) != nil, isPlural || quantity != nil {
            weight += 1
        }
        if weight > 0 { add(sentence, phrase, weight: weight) }
    }

    private func startsObject(_ tokens: [Token], at index: Int) -> Bool {
        reader.word(tokens, at: index)?.meaning.isDeterminer ?? false
    }

    private mutating func add(_ sentence: TokenizedText, _ phrase: Range<Int>, weight: Int) {
        guard !lists.isOther(sentence.tokens, phrase), phrase.allSatisfy({ sentence.tokens[$0].kind == .word }) else {
            return
        }
        guard lexicon.prose.match(sentence.tokens, at: phrase.lowerBound, where: { $0 == .measure }) == nil else {
            return
        }
        let words = sentence.words(phrase)
        let singular = lexicon.inflector.singular(of: words.entityName)
        candidates.add(
            singular, weight: weight, words: Located(text: words, place: sentence.tokens[phrase.lowerBound].place))
    }
}
