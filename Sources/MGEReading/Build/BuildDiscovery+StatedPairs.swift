import MGECore
import MGELayers

/// What the description says of two entities, which is then not guessed too.
extension BuildDiscovery {
    /// Whether one of two entities is said to refer to the other.
    func isStated(_ one: Int, _ other: Int) -> Bool {
        refers(one, to: other) || refers(other, to: one)
    }

    /// Whether it is said elsewhere how two entities relate: that each has several of the other (`a book has several authors`,
    /// beside `book.author`), that the other refers to this one, or, where it need not be so, that a third one is of both.
    func isStatedElsewhere(_ relation: VocabularyEntity.Relation, _ position: Int, _ target: Int) -> Bool {
        guard position != target else { return false }
        if links.contains(where: { link in
            link.kind == .stated && [link.source, link.target].sorted() == [position, target].sorted()
        }) {
            return true
        }
        if refers(target, to: position) { return true }
        return relation.optional == true
            && entities.indices.contains { refers($0, to: position) && refers($0, to: target) }
    }

    /// Whether what is named after the one refers to both: an order line, beside orders and products.
    func isJoined(_ one: Int, _ other: Int) -> Bool {
        let names = [one, other].map { vocabulary(of: entities[$0].entity.name)?.name ?? entities[$0].entity.name }
        return entities.indices.contains { joint in
            let known = vocabulary(of: entities[joint].entity.name)
            let words = (known?.name ?? entities[joint].entity.name).split(separator: " ")
            guard words.count > 1, words.contains(where: { $0 == names[0] }) else { return false }
            return names.allSatisfy { name in
                known?.relations?.contains { $0.many != true && $0.optional != true && $0.to.contains(name) } ?? false
            }
        }
    }

    /// Adds what is left of the usual references of what is only said to be somebody's: the article of a comment, where `los
    /// lectores dejan comentarios`; whether there was any.
    mutating func guessWhatItIsAbout(_ position: Int, among canonical: [String: Int]) -> Bool {
        let references = entities[position].relationships
        guard lexicon.language == .spanish, references.count == 1, let only = references.first,
            only.origin.kind == .stated, entities[position].entity.fields.isEmpty || only.isRequired,
            let known = vocabulary(of: entities[position].entity.name), let own = vocabulary(of: only.target)?.name,
            known.relations?.contains(where: { $0.to.contains(own) && $0.to.contains { isPerson($0) } }) == true
        else { return false }
        for relation in known.relations ?? [] where !relation.to.contains(own) && !relation.to.contains(where: isPerson)
        {
            let found = relation.to.compactMap { name in
                index[name.foldedForComparison] ?? canonical[name.foldedForComparison]
            }.first
            guard let target = found, target != position, !isStated(position, target), !hasLink(position, target) else {
                continue
            }
            guess(fitted(relation, to: target), target: target, of: position)
            return true
        }
        return false
    }

    /// Whether it is somebody who may be written to.
    private func isPerson(_ name: String) -> Bool {
        lexicon.entity(named: name)?.fields.contains { $0.hasPrefix("email") } ?? false
    }

    /// Whether a word names what something consists of: `línea`, `detalle`.
    func isPart(_ word: Substring) -> Bool {
        ["linea", "detalle", "renglon", "item", "foto", "imagen"].contains(word.lowercased().foldedForComparison)
    }

    private func refers(_ one: Int, to other: Int) -> Bool {
        let name = entities[other].entity.name
        return one != other
            && entities[one].relationships.contains { $0.target == name && $0.origin.kind == .stated }
    }
}
