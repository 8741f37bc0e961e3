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
            sentences, headings: headings, known: known, lexicon: lexicon, findings: &findings)
        guard isUsed.contains(true) else { return }
        let places = Set(zip(sentences, isUsed).filter(\.1).map(\.0.place))
        statements = statements.map { statement in
            switch statement {
            case .summary(let words, _) where places.contains(words.place),
                .unused(let words, _) where places.contains(words.place):
                .summary(words, isUnderstood: true)
            default: statement
            }
        }
        // The usual entities of a domain are for those who name none.
        statements.removeAll { statement in
            if case .entity(let entity) = statement { entity.isGuessed } else { false }
        }
        merge(told)
    }

    /// Adds the entities of sentences, or what they say of those that are there.
    private mutating func merge(_ told: [EntityStatement]) {
        func key(_ name: Located) -> String { lexicon.inflector.singular(of: name.text.entityName).foldedForComparison }
        var known: [String: Int] = [:]
        for (index, statement) in statements.enumerated() {
            if case .entity(let entity) = statement { known[key(entity.name)] = known[key(entity.name)] ?? index }
        }
        for entity in told {
            guard let index = known[key(entity.name)], case .entity(var there) = statements[index] else {
                statements.append(.entity(entity))
                continue
            }
            if there.form == .named, !entity.fields.isEmpty { there.form = .told }
            let names = Set(there.fields.map { $0.name.text.wireName.lowercased() })
            there.fields += entity.fields.filter { !names.contains($0.name.text.wireName.lowercased()) }
            there.uniqueGroups += entity.uniqueGroups
            statements[index] = .entity(there)
        }
    }

    /// Keeps sentences to be read at the end; of what is not, the whole text is told as not used.
    mutating func keepSentences(_ parts: [TokenizedText], in text: TokenizedText) {
        for part in parts {
            sentences.append(part)
            statements.append(.unused(located(part)))
        }
        if parts.isEmpty { statements.append(.unused(located(text))) }
    }
}
