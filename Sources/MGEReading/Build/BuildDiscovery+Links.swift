import MGECore
import MGELayers

/// Entities that many-to-many relations are kept as.
extension BuildDiscovery {
    /// Makes an entity of each many-to-many relation, two references and their uniqueness together.
    mutating func makeLinks() {
        var made: Set<[Int]> = []
        for link in links {
            let source = entities[link.source].entity.name
            let target = entities[link.target].entity.name
            let isPlain = link.role == target
            if let inverse = inverse(of: link) {
                assume(
                    "`\(link.name.text)` of `\(source)` is taken for the other side of `\(inverse)` of `\(target)`",
                    .warning,
                    subject: link.name.text,
                    remedy: "remove the item; for a relation of its own, describe the link as an entity",
                    at: link.name.place)
                continue
            }
            if isPlain, link.source != link.target, !made.insert([link.source, link.target].sorted()).inserted {
                findings.add(
                    .note, "`\(link.name.text)` of `\(source)` is the other side of a relation that is there already",
                    subject: link.name.text, remedy: "remove one of the two items", at: link.name.place)
                continue
            }
            if let usual = usualLink(link) {
                keep(link, as: usual)
            } else {
                make(link, named: source + " " + link.role)
            }
        }
    }

    /// The entity that the vocabulary has for a link that sentences tell of, or that is guessed.
    private func usualLink(_ link: DraftLink) -> VocabularyEntity? {
        guard link.source != link.target, link.role == entities[link.target].entity.name,
            !entities[link.source].isExact
        else { return nil }
        let names = [link.source, link.target].map { entities[$0].entity.name }
        let known = names.map { lexicon.entity(named: $0) }
        for (one, other) in [(0, 1), (1, 0)] {
            let there = [names[other], known[other]?.name]
            for relation in known[one]?.relations ?? [] where relation.many == true {
                if let through = relation.through, relation.to.contains(where: there.contains) {
                    return lexicon.entity(named: through)
                }
            }
        }
        return nil
    }

    /// Keeps a link as the entity that it usually is, which may be described.
    private mutating func keep(_ link: DraftLink, as usual: VocabularyEntity) {
        guard let position = described(as: usual.name, among: canonical) else {
            let position = entities.count
            make(link, named: usual.name)
            entities[position].statement.form = .named
            if link.kind == .assumed { assumeGuessed(usual.name, from: link.words, at: link.name.place) }
            return guessFields(of: position)
        }
        for target in [link.source, link.target] {
            let name = entities[target].entity.name
            guard !entities[position].relationships.contains(where: { $0.target == name }) else { continue }
            add(VocabularyEntity.Relation(name: name.wireName, to: []), target: target, to: position)
        }
    }

    /// The one reference by which the target belongs to the source, if it does: then many is its other side.
    private func inverse(of link: DraftLink) -> String? {
        guard link.source != link.target, !link.isBothWays else { return nil }
        let back = entities[link.target].relationships.filter {
            $0.target == entities[link.source].entity.name && $0.origin.kind == .stated
        }
        return back.count == 1 ? back[0].name : nil
    }

    private mutating func make(_ link: DraftLink, named name: String) {
        let source = entities[link.source].entity.name
        let target = entities[link.target].entity.name
        let roles = [
            source.wireName, link.role.wireName == source.wireName ? "related_" + source.wireName : link.role.wireName,
        ]
        if let other = index[name.foldedForComparison] {
            findings.add(
                .error,
                "`\(link.name.text)` of `\(source)` makes the entity `\(name)`, which is described at "
                    + "\(entities[other].place) already",
                subject: name, remedy: "remove the item, and refer from `\(name)` to both", at: link.name.place)
            return
        }
        let location = findings.location(link.name.place)
        let origin = Origin(.assumed, at: location, words: link.words)
        index[name.foldedForComparison] = entities.count
        var draft = DraftEntity(
            entity: Entity(
                name: name, plural: lexicon.inflector.plural(of: name), summary: "Links a \(source) and a \(target).",
                uniqueTogether: [roles], origin: origin),
            statement: EntityStatement(form: .described, name: Located(text: name, place: link.name.place)),
            place: link.name.place)
        for (role, other) in zip(roles, [source, target]) {
            draft.relationships.append(
                Relationship(
                    source: name, name: role, target: other, onDelete: .cascade,
                    origin: Origin(link.kind, at: location, words: link.words)))
        }
        entities.append(draft)
        assume(
            "`\(link.name.text)` of `\(source)` is kept as an entity `\(name)` that refers to both", subject: source,
            remedy: "describe the link as an entity to choose its name and add fields", at: link.name.place)
    }
}
