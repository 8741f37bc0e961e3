import MGELayers

/// What people do, from which an entity comes: `members borrow books` speaks of loans.
extension EntityFinder {
    /// Adds what is said of who does what, in a sentence that is one.
    mutating func readDone(in sentence: TokenizedText) {
        guard sentence.tokens.count <= ProseReader.longestSentence else { return }
        readDeeds(sentence)
        readOnePer(sentence)
        readPlacing(sentence)
        readDoers(sentence)
        readAgents(sentence)
        if let decider = DeedReader.decider(in: sentence, reader) {
            add(sentence, decider, weight: 2)
        }
    }

    /// Adds what the deeds of a sentence say for who does them, what they are done to, and what comes of them.
    private mutating func readDeeds(_ sentence: TokenizedText) {
        for deed in DeedReader.deeds(in: sentence, reader) where !deed.isOfOne {
            for noun in [deed.doer, deed.object, deed.scope].compactMap(\.self) {
                add(sentence, noun, weight: 2, isAgain: true)
            }
            guard !deed.makesObject else { continue }
            found.append(
                NounEvidence(
                    name: deed.made,
                    words: Located(text: deed.made, place: sentence.tokens[deed.verb.lowerBound].place),
                    weight: 2, isPlural: false, isListed: false, isSubject: true, isAgain: true, isMade: true))
        }
    }

    /// Adds what `every student has exactly one vote per election` says for common entities.
    private mutating func readOnePer(_ sentence: TokenizedText) {
        let tokens = sentence.tokens
        guard let per = tokens.indices.first(where: { reader.word(tokens, at: $0)?.meaning == .per }), per > 3,
            let word = reader.word(tokens, at: per),
            let scope = reader.nounPhrase(tokens, from: per + word.count),
            let one = span(2, per).first(where: { isOne(tokens, at: $0) }),
            let quantity = reader.word(tokens, at: one),
            let verb = span(1, one).last(where: { reader.word(tokens, at: $0)?.meaning != .skip }),
            reader.word(tokens, at: verb)?.meaning == .has
                || lexicon.prose.match(tokens, at: verb, where: { $0 == .creates }) != nil,
            let noun = reader.nounPhrase(tokens, from: one + quantity.count), noun.upperBound == per,
            lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(noun).entityName)) != nil
        else { return }
        add(sentence, noun, weight: 2, isSubject: true, isAgain: true)
        add(sentence, scope, weight: 2, isSubject: true)
    }

    /// Whether a word says that there is one; in Spanish the article does behind *cada*.
    private func isOne(_ tokens: [Token], at index: Int) -> Bool {
        let meaning = reader.word(tokens, at: index)?.meaning
        return meaning == .one || meaning == .maybeOne
            || meaning == .article && lexicon.language == .spanish && tokens[0].folded == "cada"
    }

    /// Adds what comes of deeds, unless it is named otherwise: a reservation, where somebody books.
    func addMade(_ evidence: [[NounEvidence]], to candidates: inout EntityCandidates) {
        for noun in evidence.lazy.flatMap(\.self) where noun.isMade {
            let known = candidates.candidates.filter { isSame($0.name, noun.name) }
            let name = known.max { $0.weight < $1.weight }?.name ?? noun.name
            candidates.add(
                name, weight: 4, words: noun.words, isPlural: false, isSubject: true, isAgain: false,
                isDetermined: true)
        }
    }

    /// Whether two names are those of one common entity, or a longer name has the other for its head: `loan`, `book loan`.
    private func isSame(_ name: String, _ made: String) -> Bool {
        if let known = lexicon.entity(named: made)?.name, lexicon.entity(named: name)?.name == known { return true }
        return lexicon.language == .spanish ? name.hasPrefix(made + " de ") : name.hasSuffix(" " + made)
    }

    /// Whether it is what a range is counted in: `from 1 to 5 stars`.
    func isUnitOfRange(_ tokens: [Token], _ phrase: Range<Int>) -> Bool {
        let last = phrase.lowerBound - 1
        return last > 1 && tokens[last].kind == .number && tokens[last - 2].kind == .number
            && (["to", "a"].contains(tokens[last - 1].folded) || tokens[last - 1].isMark("-"))
    }
}
