import MGECore

extension RecogniseStatements {
    /// Reads the sentences together, unless entities are described with headings and items: these are taken exactly.
    mutating func readProse() {
        let isDescribed = statements.contains { statement in
            if case .entity(let entity) = statement { entity.form == .described } else { false }
        }
        guard !isDescribed, !sentences.isEmpty else { return }
        let known = statements.compactMap { statement -> Located? in
            guard case .entity(let entity) = statement, !entity.isGuessed else { return nil }
            return entity.name
        }
        let (told, isUsed) = ProseReader.read(
            sentences.map(\.text), headings: headings, known: known, lexicon: lexicon, findings: &findings)
        guard isUsed.contains(true) else { return }
        for (sentence, isUsed) in zip(sentences, isUsed) where isUsed {
            statements[sentence.statement] = .summary(located(sentence.text), isUnderstood: true)
        }
        for entity in told { merge(entity) }
        statements.removeAll { statement in
            if case .entity(let entity) = statement { entity.isGuessed } else { false }
        }
    }

    /// Adds an entity of sentences, or what they say of one that is there.
    private mutating func merge(_ told: EntityStatement) {
        let singular = lexicon.inflector.singular(of: told.name.text.entityName).foldedForComparison
        for index in statements.indices {
            guard case .entity(var known) = statements[index],
                lexicon.inflector.singular(of: known.name.text.entityName).foldedForComparison == singular
            else { continue }
            if known.form == .named, !told.fields.isEmpty { known.form = .told }
            let names = Set(known.fields.map { $0.name.text.wireName.lowercased() })
            known.fields += told.fields.filter { !names.contains($0.name.text.wireName.lowercased()) }
            known.uniqueGroups += told.uniqueGroups
            statements[index] = .entity(known)
            return
        }
        statements.append(.entity(told))
    }

    /// Keeps sentences to be read at the end; of what is not, the whole text is told as not used.
    mutating func keepSentences(_ parts: [TokenizedText], in text: TokenizedText) {
        for part in parts {
            sentences.append((part, statements.count))
            statements.append(.unused(located(part)))
        }
        if parts.isEmpty { statements.append(.unused(located(text))) }
    }
}
