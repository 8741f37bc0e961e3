import MGECore
import MGELayers

extension BuildDiscovery {
    /// The whole document of what has been built.
    func document(_ statements: [Statement], identity: ProjectWords) -> DiscoveryDocument {
        let relationships = entities.flatMap(\.relationships)
        let groups = AggregateGroups(entities.map(\.entity.name), relationships)
        let domain = domain(statements)
        let title = title(statements, domain: domain, identity: identity)
        return DiscoveryDocument(
            title: title, summary: summary(statements), domain: domain ?? title.lowercased(),
            language: lexicon.language, stack: identity.stack, boundedContexts: groups.contexts,
            aggregates: groups.aggregates, entities: entities.map(\.entity), relationships: relationships,
            useCases: entities.flatMap { useCases(of: $0.entity) },
            businessRules: rules(statements, relationships), authentication: authentication, assumptions: assumptions)
    }

    private func domain(_ statements: [Statement]) -> String? {
        for case .title(let words) in statements { return words.text.lowercased() }
        for case .domain(let words) in statements { return words.text.lowercased() }
        return nil
    }

    private func title(_ statements: [Statement], domain: String?, identity: ProjectWords) -> String {
        if let name = identity.requestedName { return name }
        for case .title(let words) in statements { return words.text }
        if let domain { return domain.capitalisedFirst }
        let plurals = entities.prefix(2).map(\.entity.plural)
        return plurals.joined(separator: conjunction(before: plurals.last ?? "")).capitalisedFirst
    }

    /// *And* before a word; in Spanish it is `e` before the sound of `i`, which `hielos` doesn't begin with.
    private func conjunction(before word: String) -> String {
        guard lexicon.language == .spanish else { return " and " }
        let sound = word.foldedForComparison
        let isSilent = sound.hasPrefix("hi") && !["hia", "hie", "hio"].contains(sound.prefix(3))
        return isSilent || sound.hasPrefix("i") ? " e " : " y "
    }

    private func summary(_ statements: [Statement]) -> String {
        let sentences = statements.compactMap { statement -> String? in
            guard case .summary(let words, _) = statement else { return nil }
            return words.text
        }
        guard sentences.isEmpty else { return sentences.joined(separator: " ") }
        let plurals = entities.prefix(8).map(\.entity.plural)
        return (lexicon.language == .spanish ? "Gestiona " : "Keeps ") + plurals.joined(separator: ", ") + "."
    }

    private func useCases(of entity: Entity) -> [UseCase] {
        let one = entity.name
        var verbs =
            lexicon.language == .spanish
            ? ["Crear \(one)", "Ver \(one)", "Listar \(entity.plural)", "Actualizar \(one)", "Eliminar \(one)"]
            : ["Create", "Read", "List", "Update", "Delete"].map { verb in
                verb == "List" ? "List \(entity.plural)" : "\(verb) \(one.withArticle)"
            }
        if entity.isReadOnly == true { verbs = Array(verbs[1...2]) }
        return verbs.map { UseCase(name: $0, entity: one) }
    }

    private func rules(_ statements: [Statement], _ relationships: [Relationship]) -> [BusinessRule] {
        var rules: [BusinessRule] = []
        for case .rule(let words) in statements {
            rules.append(BusinessRule(statement: words.text, entities: entities(in: words.text)))
        }
        for entity in entities.map(\.entity) {
            for field in entity.fields where field.isUnique {
                rules.append(
                    BusinessRule(
                        statement: "No two \(entity.plural) have the same \(field.name).", entities: [entity.name]))
            }
            for group in entity.uniqueTogether {
                rules.append(
                    BusinessRule(
                        statement:
                            "No two \(entity.plural) have the same \(group.joined(separator: " and ")) together.",
                        entities: [entity.name]))
            }
        }
        for relation in relationships where relation.onDelete == .restrict {
            rules.append(
                BusinessRule(
                    statement: "\(relation.target.withArticle.capitalisedFirst) cannot be deleted while "
                        + "\(relation.source.withArticle) refers to it as \(relation.name).",
                    entities: [relation.target, relation.source]))
        }
        for relation in relationships where relation.isUnique {
            rules.append(
                BusinessRule(
                    statement:
                        "At most one \(relation.source) refers to \(relation.target.withArticle) as \(relation.name).",
                    entities: [relation.source, relation.target]))
        }
        return rules
    }

    private func entities(in sentence: String) -> [String] {
        var found: [String] = []
        let words = Tokenizer.tokenize(LocatedText(sentence)).tokens.filter { $0.kind == .word }.map(\.text)
        var index = 0
        while index < words.count {
            let longest = (1...3).reversed().lazy.compactMap { count -> (Int, Int)? in
                guard index + count <= words.count else { return nil }
                return entity(named: words[index..<index + count].joined(separator: " ")).map { ($0, count) }
            }.first
            if let longest, !found.contains(entities[longest.0].entity.name) {
                found.append(entities[longest.0].entity.name)
            }
            index += longest?.1 ?? 1
        }
        return found
    }
}

extension String {
    /// With the English article: `an order`.
    fileprivate var withArticle: String {
        let isVowel = first.map { "aeiouáéíóú".contains($0) } ?? false
        let soundsLikeYou = hasPrefix("user") || hasPrefix("uni") || hasPrefix("use") || hasPrefix("eu")
        return (isVowel && !soundsLikeYou ? "an " : "a ") + self
    }
}
