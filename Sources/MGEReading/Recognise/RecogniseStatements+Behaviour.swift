import MGECore

extension RecogniseStatements {
    /// Reads what the sentences say of how rows behave, and leaves the rest of each sentence to be read.
    ///
    /// Where everything is described with headings and exact items, nothing is read: these say it themselves.
    mutating func readBehaviour(isFree: Bool) {
        let known = statements.compactMap { statement -> Located? in
            guard case .entity(let entity) = statement, !entity.isGuessed else { return nil }
            return entity.name
        }
        let isDescribed = statements.contains { statement in
            if case .entity(let entity) = statement { entity.form == .described } else { false }
        }
        let read = requests + sentences
        guard !read.isEmpty, isFree || !isDescribed else { return }
        let candidates = unmaskedCandidates(known: known, isDescribed: isDescribed)
        var found: [Behaviour] = []
        for (number, (said, left)) in behaviours(in: read, candidates).enumerated() {
            found += said
            if number < requests.count {
                takeBack(said, in: read[number])
            } else if let left {
                remainders[number - requests.count] = left
                nouns[number - requests.count] = nil
            }
        }
        guard !found.isEmpty else { return }
        markUnderstood(Set(remainders.keys.map { sentences[$0].place }))
        if !isDescribed { keepEntities(candidates, known) }
        statements += found.map(Statement.behaviour)
    }

    /// What each of some sentences says of how rows behave, and where it says something, what else it says.
    private func behaviours(
        in read: [TokenizedText], _ candidates: EntityCandidates
    ) -> [(said: [Behaviour], left: TokenizedText?)] {
        let reader = SentenceReader(lexicon: lexicon, for: read, candidates)
        let names = candidates.candidates.map(\.name)
        let lexicon = lexicon
        let sentences = read.parallelMap(inPartsOf: ReadingLimits.part) { source in
            let isSentence = source.tokens.count <= ProseReader.longestSentence
            return ProseSentence(source: source, items: isSentence ? reader.items(source, candidates) : [])
        }
        var antecedent: String?
        let inContext = sentences.map { sentence in
            defer { antecedent = sentence.mentions.first.map { names[$0.entity] } ?? antecedent }
            return (sentence, antecedent)
        }
        return inContext.parallelMap(inPartsOf: ReadingLimits.part) { sentence, antecedent in
            guard !sentence.items.isEmpty else { return ([], nil) }
            let text = BehaviourSentence(sentence, names: names, lexicon: lexicon)
            let said = BehaviourReader.read(text, antecedent: antecedent).filter { Self.isMeant($0, text) }
            return (said, said.isEmpty ? nil : BehaviourRemainder.of(text, without: said.map(\.claim)))
        }
    }

    /// The entities that the sentences speak of, besides words that say how rows behave.
    private mutating func unmaskedCandidates(known: [Located], isDescribed: Bool) -> EntityCandidates {
        var finder = EntityFinder(lexicon: lexicon, compounds)
        guard !isDescribed else { return finder.candidates(of: [], headings: [], known: known) }
        let lexicon = lexicon
        let evidence = sentences.parallelMap(inPartsOf: ReadingLimits.part) { [finder] sentence in
            var finder = finder
            let sentence = Self.stated(sentence, lexicon)
            let plain = BehaviourMask.hidden(in: sentence, lexicon: lexicon)
            return (finder.evidence(in: plain), isPlain: plain.tokens.count == sentence.tokens.count)
        }
        // Where nothing is hidden, the sentence is read the same way again.
        for (number, (found, isPlain)) in evidence.enumerated() where isPlain { nouns[number] = found }
        return finder.candidates(of: evidence.map(\.0), headings: headings, known: known)
    }

    /// Whether entities are described by items in free words, or in tables.
    var isFree: Bool {
        statements.contains { statement in
            switch statement {
            case .entity(let entity): !entity.freeItems.isEmpty
            case .relationRow: true
            default: false
            }
        }
    }

    /// Whether something is asked of the system: `everything that we know, sorted by department` says what a text holds.
    private static func isMeant(_ behaviour: Behaviour, _ text: BehaviourSentence) -> Bool {
        switch behaviour.kind {
        case .search, .sort, .filter, .newestFirst: break
        default: return true
        }
        return !behaviour.entities.isEmpty || !text.sentence.mentions.isEmpty
            || text.items.contains { $0.word == .can || $0.word == .must }
    }

    /// Words of a sentence that asks for a system are not unused when something was made of them.
    private mutating func takeBack(_ behaviours: [Behaviour], in source: TokenizedText) {
        let places = Set(behaviours.flatMap { source.tokens[$0.claim].map(\.place) + [$0.words.place] })
        guard !places.isEmpty else { return }
        statements.removeAll { statement in
            if case .unused(let words, isInSummary: true) = statement { places.contains(words.place) } else { false }
        }
    }

    /// Keeps the entities that nothing but these sentences speaks for.
    private mutating func keepEntities(_ candidates: EntityCandidates, _ known: [Located]) {
        let left = sentences.indices.map { Self.stated(remainders[$0] ?? sentences[$0], lexicon) }
        let others = self.candidates(of: left, known: known)
        knownBesides = candidates.candidates.filter { others.number(of: $0.name) == nil }.map(\.words)
    }
}
