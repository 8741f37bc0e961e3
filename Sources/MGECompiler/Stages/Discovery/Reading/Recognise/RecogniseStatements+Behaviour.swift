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
        var reader = SentenceReader(lexicon: lexicon)
        reader.prepare(for: read, candidates)
        let names = candidates.candidates.map(\.name)
        var antecedent: String?
        var found: [Behaviour] = []
        for (number, source) in read.enumerated() where source.tokens.count <= ProseReader.longestSentence {
            let sentence = ProseSentence(source: source, items: reader.items(source, candidates))
            let text = BehaviourSentence(sentence, names: names, lexicon: lexicon)
            let said = BehaviourReader.read(text, antecedent: antecedent).filter { isMeant($0, text) }
            antecedent = sentence.mentions.first.map(text.name) ?? antecedent
            found += said
            if number < requests.count {
                takeBack(said, in: source)
            } else if !said.isEmpty {
                remainders[number - requests.count] = BehaviourRemainder.of(text, without: said.map(\.claim))
                nouns[number - requests.count] = nil
            }
        }
        guard !found.isEmpty else { return }
        markUnderstood(Set(remainders.keys.map { sentences[$0].place }))
        if !isDescribed { keepEntities(candidates, known) }
        statements += found.map(Statement.behaviour)
    }

    /// The entities that the sentences speak of, besides words that say how rows behave.
    private mutating func unmaskedCandidates(known: [Located], isDescribed: Bool) -> EntityCandidates {
        var finder = EntityFinder(lexicon: lexicon)
        guard !isDescribed else { return finder.candidates(of: [], headings: [], known: known) }
        var evidence: [[NounEvidence]] = []
        for (number, sentence) in sentences.enumerated() {
            let plain = BehaviourMask.hidden(in: sentence, lexicon: lexicon)
            let found = finder.evidence(in: plain)
            // Where nothing is hidden, the sentence is read the same way again.
            if plain.tokens.count == sentence.tokens.count { nouns[number] = found }
            evidence.append(found)
        }
        return finder.candidates(of: evidence, headings: headings, known: known)
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
    private func isMeant(_ behaviour: Behaviour, _ text: BehaviourSentence) -> Bool {
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
        let left = sentences.indices.map { remainders[$0] ?? sentences[$0] }
        let others = self.candidates(of: left, known: known)
        knownBesides = candidates.candidates.filter { others.number(of: $0.name) == nil }.map(\.words)
    }
}
