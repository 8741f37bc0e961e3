import MGECore
import MGELayers

extension BuildDiscovery {
    /// Makes a reference, or notes a many-to-many relation, of an item whose type is an entity.
    mutating func readRelation(
        _ item: FieldItem, _ phrase: FieldItem.TypePhrase, target: Int, of position: Int
    ) {
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        resolver.checkRequired(item)
        findings.absorb(resolver.findings)
        let misplaced = [
            item.defaultValue, item.minimum, item.maximum, phrase.arguments?.first, item.chains.first?.first?.first,
        ].compactMap { $0 }
        for value in misplaced {
            findings.add(
                .error, "`\(value.text)` is said of `\(item.name.text)`, which refers to an entity",
                subject: item.name.text, remedy: "a reference has no default, bounds or arguments", at: value.place)
        }
        var name = item.name.text.wireName
        if phrase.isMany { return readMany(item, name: name, target: target, of: position) }
        if name.count > 3, name.hasSuffix("_id") { name.removeLast(3) }
        guard take([name, name + "_id"], at: item.name.place, of: position) else { return }
        let isRequired = item.optional == nil
        if isRequired, target == position {
            findings.add(
                .error,
                "`\(name)` of `\(entities[position].entity.name)` refers to itself and is required, so that a "
                    + "first one could never exist",
                subject: name, remedy: "add `optional`", at: item.name.place)
        }
        if isRequired, let rule = item.onDelete, rule.rule == .setNull {
            findings.add(
                .error, "`\(name)` is required and set to null on delete", subject: name,
                remedy: "add `optional`, or use cascade or restrict", at: rule.place)
        }
        if let place = item.owner { entities[position].owners.append(Located(text: name, place: place)) }
        entities[position].relationships.append(
            Relationship(
                source: entities[position].entity.name, name: name, target: entities[target].entity.name,
                isRequired: isRequired, isUnique: item.unique != nil,
                onDelete: item.onDelete?.rule ?? (isRequired ? .cascade : .setNull),
                origin: Origin(.stated, at: findings.location(item.name.place), words: item.words)))
    }

    private mutating func readMany(_ item: FieldItem, name: String, target: Int, of position: Int) {
        for place in [item.unique, item.onDelete?.place, item.owner].compactMap({ $0 }) {
            findings.add(
                .error, "`\(name)` is many, so neither `unique` nor `on delete` nor `owner` can be said of it",
                subject: name,
                remedy: "describe the link as an entity of its own", at: place)
        }
        guard take([name], at: item.name.place, of: position) else { return }
        links.append(
            DraftLink(
                source: position, target: target, role: lexicon.inflector.singular(of: name.entityName),
                name: item.name,
                kind: .stated, words: item.words, isBothWays: item.type?.isBothWays ?? false))
    }

    // MARK: Guesses

    /// Adds the usual references between entities that are named or listed only.
    mutating func guessRelations() {
        // Where the text says how an entity relates, only what is not related to it in any way is added.
        let related = related
        let canonical = canonical
        var parts = connectedParts
        for position in entities.indices where !entities[position].isExact {
            let isTold = entities[position].statement.form == .told && related.contains(position)
            if isTold, guessWhatItIsAbout(position, among: canonical) { parts = connectedParts }
            let draft = entities[position]
            let known = vocabulary(of: draft.entity.name)
            for relation in known?.relations ?? [] {
                guard let target = relation.to.compactMap({ described(as: $0, among: canonical) }).first,
                    target != position || relation.optional == true, !isSaid(position, target, related)
                else { continue }
                if isTold {
                    let isAlone = parts.count { $0 == parts[target] } == 1
                    guard parts[target] != parts[position], relation.many != true, relation.optional != true || isAlone
                    else { continue }
                }
                let fitted = fitted(relation, to: target)
                guess(fitted, target: target, of: position)
                let joined = parts[target]
                for other in parts.indices where parts[other] == joined { parts[other] = parts[position] }
                let name = entities[target].entity.name
                let made =
                    entities[position].relationships.first { $0.name == fitted.name && $0.target == name }
                    ?? entities[position].relationships.first { $0.target == name && $0.origin.kind == .stated }
                entities[position].usualNames[relation.name] = made?.name
            }
            if !isTold { guessFromName(of: position, related) }
        }
    }

    /// The number of the part of the model that each entity is in: what relations connect has one.
    private var connectedParts: [Int] {
        var neighbours = [[Int]](repeating: [], count: entities.count)
        func connect(_ one: Int, _ other: Int) {
            neighbours[one].append(other)
            neighbours[other].append(one)
        }
        for link in links { connect(link.source, link.target) }
        for position in entities.indices {
            for relationship in entities[position].relationships {
                if let target = index[relationship.target.foldedForComparison] { connect(position, target) }
            }
        }
        var parts = [Int](repeating: -1, count: entities.count)
        for start in entities.indices where parts[start] < 0 {
            var open = [start]
            while let next = open.popLast() {
                guard parts[next] < 0 else { continue }
                parts[next] = start
                open += neighbours[next]
            }
        }
        return parts
    }

    /// Entities by the name that the vocabulary has for them, or else for the head of theirs: `customer` for a `client`,
    /// `court` for a `tennis court`; but a `staff member` is no `member` of anything.
    var canonical: [String: Int] {
        func names(_ known: (String) -> VocabularyEntity?) -> [String: Int] {
            Dictionary(
                entities.indices.compactMap { position in
                    known(entities[position].entity.name).map { ($0.name.foldedForComparison, position) }
                }, uniquingKeysWith: { first, _ in first })
        }
        func byHead(_ name: String) -> VocabularyEntity? {
            vocabulary(of: name).flatMap { $0.playsRoles == true ? nil : $0 }
        }
        return names(lexicon.entity(named:)).merging(names(byHead)) { own, _ in own }
    }

    func described(as name: String, among canonical: [String: Int]) -> Int? {
        index[name.foldedForComparison] ?? canonical[name.foldedForComparison]
    }

    /// The entities that a relation of the text holds or refers to.
    private var related: Set<Int> {
        var related = Set(links.flatMap { [$0.source, $0.target] })
        for position in entities.indices where !entities[position].relationships.isEmpty {
            related.insert(position)
            related.formUnion(entities[position].relationships.compactMap { index[$0.target.foldedForComparison] })
        }
        return related
    }

    /// Whether the items of two entities would say a relation between them: both have items, and others are said.
    private func isSaid(_ position: Int, _ target: Int, _ related: Set<Int>) -> Bool {
        entities[position].isItemised && entities[target].isItemised && related.contains(position)
    }

    /// The relation under the target's own name, when it is named after another thing: `project` to a `list`.
    ///
    /// A role that somebody plays is kept: `author` to a `user`.
    func fitted(_ relation: VocabularyEntity.Relation, to target: Int) -> VocabularyEntity.Relation {
        let name = entities[target].entity.name
        let named = lexicon.inflector.singular(of: relation.name.entityName).foldedForComparison
        let playsRoles = vocabulary(of: name)?.playsRoles ?? false
        guard named == relation.to.first?.foldedForComparison, named != name.foldedForComparison, !playsRoles else {
            return relation
        }
        var relation = relation
        relation.name = (relation.many == true ? entities[target].entity.plural : name).wireName
        return relation
    }

    mutating func guess(_ relation: VocabularyEntity.Relation, target: Int, of position: Int) {
        let source = entities[position].entity.name
        let other = entities[target].entity.name
        let place = entities[position].place
        if relation.many == true {
            let role = lexicon.inflector.singular(of: relation.name.entityName)
            // An entity that the description names may be this link.
            let isThere =
                index[(source + " " + role).foldedForComparison] != nil
                || relation.through.flatMap { described(as: $0, among: canonical) } != nil
                || isStated(position, target) || isJoined(position, target)
            guard !isThere, !entities[position].isTaken(relation.name), !hasLink(position, target) else { return }
            entities[position].take(relation.name, at: place)
            links.append(
                DraftLink(
                    source: position, target: target, role: role,
                    name: Located(text: relation.name, place: place), kind: .assumed, words: source))
            return
        }
        let isTaken = [relation.name, relation.name + "_id"].contains(where: entities[position].isTaken)
        let isStated = entities[position].relationships.contains { $0.target == other && $0.origin.kind == .stated }
        guard !isTaken, !isStated, !isStatedElsewhere(relation, position, target) else { return }
        add(relation, target: target, to: position)
    }

    mutating func add(_ relation: VocabularyEntity.Relation, target: Int, to position: Int) {
        let place = entities[position].place
        let isRequired = relation.optional != true
        let made = Relationship(
            source: entities[position].entity.name, name: relation.name, target: entities[target].entity.name,
            isRequired: isRequired, isUnique: relation.unique == true,
            onDelete: relation.onDelete ?? (isRequired ? .cascade : .setNull),
            origin: Origin(.assumed, at: findings.location(place), words: entities[position].words))
        for name in [made.name, made.name + "_id"] { entities[position].take(name, at: place) }
        entities[position].relationships.append(made)
        let kind = isRequired ? "a" : "an optional"
        assume(
            "`\(made.source)` is given \(kind) reference `\(made.name)` to `\(made.target)`", subject: made.source,
            remedy:
                "write `- \(made.name): \(made.target.capitalisedFirst)\(isRequired ? "" : ", optional")` below a heading "
                + "`### \(made.source.capitalisedFirst)`",
            at: place)
    }

    /// `order line` belongs to `order`, when nothing else relates them.
    private mutating func guessFromName(of position: Int, _ related: Set<Int>) {
        let name = entities[position].entity.name
        let words = name.split(separator: " ")
        // What is known has the relations that it is known with: a `room type` belongs to no `room`.
        // `línea de factura`
        let isOfLast = lexicon.language == .spanish && words.count == 3 && words[1] == "de" && isPart(words[0])
        guard words.count > 1, let whole = isOfLast ? words.last : words.first, lexicon.entity(named: name) == nil,
            let target = index[whole.lowercased().foldedForComparison], target != position,
            !entities[position].isTaken(String(whole)), !isSaid(position, target, related),
            !entities[position].relationships.contains(where: { $0.target == entities[target].entity.name }),
            !entities[target].relationships.contains(where: { $0.target == name })
        else { return }
        add(VocabularyEntity.Relation(name: String(whole), to: []), target: target, to: position)
    }

    func hasLink(_ one: Int, _ other: Int) -> Bool {
        links.contains { $0.source == one && $0.target == other || $0.source == other && $0.target == one }
    }
}
