import MGECore
import MGELayers

extension BuildDiscovery {
    /// Takes what is said to be unique together.
    mutating func readUniqueGroups(of position: Int) {
        for group in entities[position].statement.uniqueGroups {
            var names: [String] = []
            for name in group.names {
                guard let known = member(name.text, of: position) else {
                    let members =
                        entities[position].entity.fields.map(\.name) + entities[position].relationships.map(\.name)
                    let near = suggestion(for: name.text.wireName, among: members)
                    findings.add(
                        .error,
                        "`unique` of `\(entities[position].entity.name)` names `\(name.text)`, which is no field of it",
                        subject: entities[position].entity.name,
                        remedy: near.map { "did you mean `\($0)`?" } ?? "use the names of its fields", at: name.place)
                    continue
                }
                if names.contains(known) {
                    findings.add(
                        .error, "`unique` names `\(known)` twice", subject: entities[position].entity.name,
                        remedy: "remove one of them", at: name.place)
                } else {
                    names.append(known)
                }
            }
            if group.names.count < 2 {
                findings.add(
                    .error, "`unique:` needs two names at least", subject: entities[position].entity.name,
                    remedy: "for one field write `unique` after its type", at: group.place)
            } else if names.count == group.names.count, !entities[position].entity.uniqueTogether.contains(names) {
                entities[position].entity.uniqueTogether.append(names)
            }
        }
    }

    /// Makes the references that a sentence asks for with `one rating per listener and episode`.
    mutating func relateGroups() {
        for position in entities.indices where entities[position].statement.isInSentence {
            for group in entities[position].statement.uniqueGroups {
                for name in group.names { relate(position, to: name, isUnique: group.names.count == 1) }
            }
            // One per one other is said by the reference itself.
            entities[position].statement.uniqueGroups.removeAll { $0.names.count == 1 }
        }
    }

    private mutating func relate(_ position: Int, to name: Located, isUnique: Bool) {
        guard member(name.text, of: position) == nil, let target = entity(named: name.text), target != position else {
            return
        }
        let other = entities[target].entity.name
        guard take([other.wireName, other.wireName + "_id"], at: name.place, of: position) else { return }
        entities[position].relationships.append(
            Relationship(
                source: entities[position].entity.name, name: other.wireName, target: other, isUnique: isUnique,
                onDelete: .cascade,
                origin: Origin(.stated, at: findings.location(name.place), words: name.text)))
    }

    /// Adds what is usually unique together, where the fields are the usual ones too.
    mutating func guessUniqueGroups(of position: Int) {
        guard entities[position].hasUsualFields else { return }
        let name = entities[position].entity.name
        for group in vocabulary(of: name)?.unique ?? [] {
            let names = group.compactMap { entities[position].usualNames[$0] ?? member($0, of: position) }
            let known = entities[position].entity.uniqueTogether.map(Set.init)
            guard names.count == group.count, !known.contains(Set(names)) else { continue }
            entities[position].entity.uniqueTogether.append(names)
            let list = names.map { "`\($0)`" }.joined(separator: " and ")
            assume(
                "no two of `\(name)` have the same \(list), which is guessed", subject: name,
                remedy:
                    "write `- unique: \(names.joined(separator: ", "))` below a heading `### \(name.capitalisedFirst)`, "
                    + "or describe it there without",
                at: entities[position].place)
        }
    }

    /// The field or relation of an entity that a name means.
    func member(_ name: String, of position: Int) -> String? {
        let wire = name.wireName.lowercased()
        let draft = entities[position]
        return draft.entity.fields.first { $0.name.lowercased() == wire }?.name
            ?? draft.relationships.first { $0.name.lowercased() == wire || $0.name.lowercased() + "_id" == wire }?.name
    }
}
