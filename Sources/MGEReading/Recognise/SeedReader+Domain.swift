import MGELayers

/// What follows from the domain that a sentence names.
extension SeedReader {
    /// Adds what an entity of the sentence can't be without, as far as the sentence speaks of it.
    ///
    /// An episode belongs to a podcast, which `a podcast host` names. What is only between others, as an appointment
    /// is, and alone in the sentence, takes these others from the usual ones of the domain.
    mutating func completeFromDomain() {
        guard let domain = seed.domain else { return }
        var allowed = Set(namedEntities(of: domain))
        if seed.entities.count == 1, isBetweenOthers(seed.entities[0]) {
            allowed.formUnion(domainRange.flatMap(usualEntities)?.names ?? [])
        }
        guard !allowed.isEmpty else { return }
        var there: Set<String> = []
        var open = seed.entities.map { lexicon.inflector.singular(of: $0.name.text.entityName) }
        for name in open { there.formUnion([name, lexicon.entity(named: name)?.name ?? name]) }
        while let name = open.popLast() {
            for relation in lexicon.entity(named: name)?.relations ?? [] {
                guard relation.optional != true, relation.many != true, !relation.to.contains(where: there.contains),
                    let target = relation.to.first(where: allowed.contains)
                else { continue }
                there.insert(target)
                open.append(target)
                seed.entities.append(guessed(target, of: domain))
            }
        }
    }

    private func guessed(_ name: String, of domain: Located) -> EntityStatement {
        EntityStatement(
            form: .named, name: Located(text: name, place: domain.place), isGuessed: true, source: domain.text)
    }

    private func words(of domain: Located) -> [String] {
        domain.text.entityName.split(separator: " ").map { lexicon.inflector.singular(of: String($0)) }
    }

    /// The entities that are named by the words beside its head: what a podcast host has, not who it is.
    private func namedEntities(of domain: Located) -> [String] {
        let words = words(of: domain)
        let isPlural = lexicon.inflector.isPlural(domain.text.entityName)
        guard words.count > 1 || isPlural else { return [] }
        let head = lexicon.inflector.singular(of: lexicon.inflector.head(of: domain.text.entityName))
        return words.filter { ($0 != head || isPlural) && lexicon.entity(named: $0)?.name == $0 }
    }

    /// Whether it has no text of its own, such as a name, that tells one from another.
    private func isBetweenOthers(_ statement: EntityStatement) -> Bool {
        let name = lexicon.inflector.singular(of: statement.name.text.entityName)
        guard statement.fields.isEmpty, let known = lexicon.entity(named: name) else { return false }
        var findings = Findings()
        let fields = known.fields.compactMap { VocabularyItem.field($0, lexicon: lexicon, findings: &findings) }
        return !fields.contains { field in
            switch field.type {
            case .string, .text, .email, .url: field.isRequired
            default: false
            }
        }
    }
}
