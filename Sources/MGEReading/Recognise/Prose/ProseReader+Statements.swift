import MGECore
import MGELayers

extension ProseReader {
    /// The entities with their fields and with the relations that all evidence together speaks for.
    mutating func statements() -> [EntityStatement] {
        settleBeginnings()
        var statements = candidates.candidates.map { candidate in
            var statement = EntityStatement(
                form: .told, name: Located(text: candidate.name, place: candidate.words.place))
            statement.isInSentence = true
            return statement
        }
        for (number, facts) in facts.facts.enumerated() {
            statements[number].fields = facts.fields.map { field in
                var field = field
                // What sentences say apart need not fit together: cases have no bounds.
                if field.type?.arguments != nil { (field.minimum, field.maximum) = (nil, nil) }
                if let value = field.defaultValue.flatMap({ Double($0.text) }), field.type?.words.text != "string",
                    value < field.minimum.flatMap({ Double($0.text) }) ?? value
                        || value > field.maximum.flatMap({ Double($0.text) }) ?? value
                {
                    field.defaultValue = nil
                }
                return field
            }
            statements[number].uniqueGroups = facts.uniqueGroups
        }
        takenNames = statements.map { Set($0.fields.map { $0.name.text.wireName.lowercased() }) }
        for pair in pairs() { addRelations(of: pair, to: &statements) }
        for index in statements.indices { checkGroups(&statements[index]) }
        return withoutUntold(statements)
    }

    /// The evidence for each two entities, in the order of the text.
    private func pairs() -> [[ProseFacts.Evidence]] {
        var order: [[Int]] = []
        var groups: [[Int]: [ProseFacts.Evidence]] = [:]
        for evidence in facts.evidence {
            let key = [evidence.source, evidence.target].sorted()
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(evidence)
        }
        return order.compactMap { groups[$0] }
    }

    private mutating func addRelations(of pair: [ProseFacts.Evidence], to statements: inout [EntityStatement]) {
        // `projects go into a track, one track per project`
        let strong = pair.filter { evidence in
            !evidence.isWeak
                && !(evidence.isPer && pair.contains { $0.kind == .one && $0.source == evidence.target && !$0.isPer })
        }
        if strong.count < pair.count, !strong.isEmpty { return addRelations(of: strong, to: &statements) }
        guard let first = pair.first else { return }
        if let owned = ownedAlone(pair) { return add(owned, isMany: false, to: &statements) }
        if pair.allSatisfy({ $0.isAct && $0.source == first.source }), isEvent(first.target), !isEvent(first.source) {
            // `a worker takes a reading`: which has a date, and who took it.
            var done = first
            (done.source, done.target, done.role, done.isAct) = (first.target, first.source, nil, false)
            return add(done, isMany: false, to: &statements)
        }
        let (left, right) = (first.source, first.target)
        if left == right { return addSelfRelation(pair, to: &statements) }
        // `we keep track of which antenna talks to which satellite`, where a pass has both.
        if pair.allSatisfy(\.isIndirect),
            lexicon.language == .english
                ? facts.link(of: left, and: right) != nil : facts.isReferred(to: left, and: right)
        {
            return
        }
        if lexicon.language == .english, facts.isReferred(to: left, and: right, byOther: true),
            pair.allSatisfy({ $0.kind == .one && $0.isOfSeveral && $0.role == nil })
        {
            // `swimmers are entered in events`, where an entry refers to both
            return
        }
        if let (roles, others) = divided(pair) {
            for evidence in roles { add(evidence, isMany: false, to: &statements) }
            return addRelations(of: others.map { named($0, beside: roles) }, to: &statements)
        }
        let isManyLeft = pair.contains { $0.kind == .many && $0.source == left }
        let isManyRight = pair.contains { $0.kind == .many && $0.source == right }
        var ones = pair.filter { $0.kind == .one }
        if isManyLeft != isManyRight {
            // Who brings one thing, and may have several, refers to none of them.
            let holder = isManyLeft ? left : right
            ones.removeAll { $0.source == holder && $0.role == nil && $0.verbRole == nil }
        }
        let boths = pair.filter { $0.kind == .both }
        if let both = boths.first, isManyLeft || isManyRight || boths.count > ones.count,
            let done = ones.first(where: { $0.verbRole != nil }), ones.count == 1, done.isSingle
        {
            // `each trip is led by a member, and many members take part`
            add(done, isMany: false, to: &statements)
            return add(both, isMany: true, to: &statements)
        }
        if let both = boths.first, isManyLeft || isManyRight || boths.count > ones.count {
            return add(both, isMany: true, to: &statements)
        }
        if let both = boths.first, ones.allSatisfy(\.isOfSeveral) { return add(both, isMany: true, to: &statements) }
        if isManyLeft, isManyRight, ones.isEmpty { return add(first, isMany: true, to: &statements) }
        if let both = boths.first(where: \.isTakingPart), !isManyLeft, !isManyRight,
            ones.allSatisfy({ $0.source == both.source })
        {
            // `la partida la arbitra un jugador. En una partida participan varios jugadores`
            add(both, isMany: true, to: &statements)
        }
        let fromLeft = ones.filter { $0.source == left }
        let fromRight = ones.filter { $0.source == right }
        if !fromLeft.isEmpty, !fromRight.isEmpty, !isManyLeft, !isManyRight,
            let single = only(fromLeft, fromRight) ?? only(fromRight, fromLeft), lexicon.language == .english
        {
            // `works are held in editions: an edition is of one work`
            return addRelations(of: single, to: &statements)
        }
        if !isManyLeft, !isManyRight, let led = led(fromLeft, fromRight) ?? led(fromRight, fromLeft) {
            // `a professor belongs to a department`, and `a department is headed by a professor`
            add(led.plain, isMany: false, to: &statements)
            return add(led.role, isMany: false, to: &statements)
        }
        if !fromLeft.isEmpty, !fromRight.isEmpty, !isManyLeft, !isManyRight {
            var unique = fromLeft[0]
            unique.isUnique = true
            return add(unique, isMany: false, to: &statements)
        }
        if !ones.isEmpty {
            // Who has many of the other does not refer to one of them.
            let holders =
                isManyLeft && !fromRight.isEmpty ? fromRight : isManyRight && !fromLeft.isEmpty ? fromLeft : ones
            var roles: Set<String> = []
            for (index, evidence) in holders.enumerated() {
                var evidence = evidence
                if evidence.role == nil, holders.contains(where: { $0.isUnique && !$0.isPer && $0.role == nil }) {
                    evidence.isUnique = true
                }
                evidence = named(evidence, beside: holders)
                if lexicon.language == .spanish, evidence.role == nil, holders.count == 2 {
                    // `una extracción es de un lote. Hasta que se mezcla, no tiene lote`
                    evidence.isOptional =
                        evidence.isOptional
                        || holders.contains { $0.isOptional && $0.role == nil && $0.source == evidence.source }
                }
                let name = evidence.role?.text ?? candidates.candidates[evidence.target].name
                guard !roles.insert(name + "\(evidence.source)").inserted else {
                    if let verb = evidence.verbRole { roles.insert(verb) }
                    add(evidence, isMany: false, to: &statements)
                    continue
                }
                guard index > 0, let verb = evidence.verbRole, !verb.isEmpty, roles.insert(verb).inserted,
                    evidence.isOther || holders[0].verbRole != nil || holders[0].role != nil
                else { continue }
                evidence.role = Located(text: verb, place: evidence.words.place)
                add(evidence, isMany: false, to: &statements)
            }
            return
        }
        guard var many = pair.first(where: { $0.kind == .many }) else { return }
        (many.source, many.target) = (many.target, many.source)
        many.role = nil
        add(many, isMany: false, to: &statements)
    }

    /// Whether an entity is something that happens: it has a date or a time.
    private func isEvent(_ entity: Int) -> Bool {
        facts.facts[entity].fields.contains { field in
            let type = field.type?.words.text ?? lexicon.fieldItem(for: field.name.text) ?? ""
            return ["date", "time"].contains(where: type.hasPrefix) && !field.name.text.lowercased().contains("birth")
                && !field.name.text.lowercased().contains("hire")
        }
    }

    /// Evidence with a role made of its verb where others are told with another: `created by one clerk and assigned to another`.
    private func named(
        _ evidence: ProseFacts.Evidence, beside others: [ProseFacts.Evidence]
    ) -> ProseFacts.Evidence {
        guard let verb = evidence.verbRole, evidence.role == nil, evidence.kind == .one,
            lexicon.language == .english
                ? verb.hasSuffix(" by") || verb.hasSuffix(" to") : verb.hasSuffix(" por"),
            // `led by one inspector and approved by another`: the first is the inspector.
            !evidence.isOther, !others.contains(where: \.isOther),
            others.contains(where: {
                $0.source == evidence.source && ($0.role != nil || $0.verbRole ?? verb != verb)
            })
        else { return evidence }
        var evidence = evidence
        evidence.role = Located(text: verb, place: evidence.words.place)
        return evidence
    }

    /// Who belongs to something, and who of them does something for it, which is a role then.
    private func led(
        _ plain: [ProseFacts.Evidence], _ roles: [ProseFacts.Evidence]
    ) -> (plain: ProseFacts.Evidence, role: ProseFacts.Evidence)? {
        guard lexicon.language == .english, let first = plain.first, plain.allSatisfy({ $0.verbRole == nil }),
            var role = roles.first, roles.count == 1, let verb = role.verbRole, verb.hasSuffix(" by"),
            lexicon.prose.match(Tokenizer.tokenize(LocatedText(verb)).tokens, at: 0, where: { $0 == .leads }) != nil
        else { return nil }
        role.role = Located(text: verb, place: role.words.place)
        return (first, role)
    }

    /// Evidence of one target each, where that of the other side speaks of several everywhere.
    private func only(
        _ evidence: [ProseFacts.Evidence], _ others: [ProseFacts.Evidence]
    ) -> [ProseFacts.Evidence]? {
        evidence.contains(where: \.isSingle) && others.allSatisfy(\.isOfSeveral) ? evidence : nil
    }

    /// Who leads a team, and who is in it: the one is told with a role, the others not.
    private func divided(
        _ pair: [ProseFacts.Evidence]
    ) -> (roles: [ProseFacts.Evidence], others: [ProseFacts.Evidence])? {
        let roles = pair.filter { $0.kind == .one && $0.role != nil }
        let others = pair.filter { $0.kind != .one || $0.role == nil }
        guard let role = roles.first, !others.isEmpty else { return nil }
        // `a member belongs to a squad`, and `a squad has a coach, who is a member`.
        if others.allSatisfy({ $0.kind == .one && $0.source == role.target }) { return (roles, others) }
        if lexicon.language == .english, roles.count > 1, others.contains(where: \.isOther),
            others.allSatisfy({ $0.kind == .one && $0.source == role.source })
        {
            // `trails lead from one hut to another: each has a starting hut and a finishing hut`
            return (roles, [])
        }
        if lexicon.language == .spanish,
            others.allSatisfy({
                $0.kind == .one && $0.source == role.target || $0.kind == .many && $0.source == role.source
            })
        {
            // `a cada coro pertenecen cantantes; un cantante es de un coro; el coro tiene un director, que es un cantante`
            return (roles, others)
        }
        guard !others.contains(where: { $0.kind == .one }),
            others.contains(where: { $0.kind == .both || $0.source == role.source })
        else { return nil }
        return (roles, others)
    }

    /// An entity refers to another of its kind, which need not be there.
    private mutating func addSelfRelation(_ pair: [ProseFacts.Evidence], to statements: inout [EntityStatement]) {
        // What seems to refer to its own kind, but to no other of it, is the same thing named again.
        guard pair.contains(where: { $0.isOther || $0.role != nil }),
            var evidence = lexicon.language == .english
                ? pair.first(where: { $0.kind == .one && $0.role != nil }) ?? pair.first : pair.first
        else { return }
        let roles = pair.filter { $0.kind == .one && $0.role != nil }
        if roles.count > 1 {
            // `a mother and a father, who are persons`
            for var role in roles {
                role.isOptional = true
                add(role, isMany: false, to: &statements)
            }
            return
        }
        let isMany = evidence.kind == .both || evidence.kind == .many && pair.contains { $0.kind == .both }
        evidence.isOptional = true
        if evidence.role == nil, lexicon.language == .english, let verb = evidence.verbRole, !isMany,
            verb.prefix(while: { $0 != " " }).hasSuffix("ed"),
            [" into", " to", " by", " with", " from"].contains(where: verb.hasSuffix)
        {
            // `a ticket can be merged into another ticket`
            evidence.role = Located(text: verb, place: evidence.words.place)
        }
        // Of many, none is above the other: `usuarios que siguen a otros usuarios`.
        if evidence.role == nil, !isMany {
            let parent = lexicon.language == .spanish ? " superior" : "parent "
            let name = candidates.candidates[evidence.target].name
            // `los usuarios siguen a otros usuarios`
            let isAlike = isMany && lexicon.language == .spanish && isAgent(evidence.target)
            evidence.role = Located(
                text: isAlike ? "otro " + name : lexicon.language == .spanish ? name + parent : parent + name,
                place: evidence.words.place)
        }
        add(evidence, isMany: isMany, to: &statements)
    }

    private mutating func add(_ evidence: ProseFacts.Evidence, isMany: Bool, to statements: inout [EntityStatement]) {
        let target = candidates.candidates[evidence.target].name
        var name = evidence.role?.text.spokenName ?? target
        if isMany { name = lexicon.inflector.plural(of: name) }
        guard takenNames[evidence.source].insert(name.wireName.lowercased()).inserted else { return }
        var item = FieldItem(
            name: Located(text: name, place: evidence.role?.place ?? evidence.words.place), words: evidence.words.text)
        item.type = FieldItem.TypePhrase(
            tokens: Tokenizer.tokenize(LocatedText(target.capitalisedFirst)).tokens,
            words: Located(text: target, place: evidence.words.place), isMany: isMany, isBothWays: isMany)
        let rule = facts.deletions[[evidence.source, evidence.target]]
        if !isMany {
            item.onDelete = rule.map { ($0.rule, $0.place) }
            let isLacked = lacked.contains("\(evidence.source) \(name.lowercased())")
            if evidence.isOptional || isLacked || rule?.rule == .setNull {
                item.optional = evidence.words.place
            } else if requires(evidence.source, from: evidence.target) {
                item.optional = evidence.words.place
                findings.add(
                    .warning,
                    "`\(name)` of `\(statements[evidence.source].name.text)` is made optional: the entities refer to each "
                        + "other, and a first one has to be possible",
                    subject: name, remedy: "say which of them may be without the other", at: item.name.place)
            } else {
                required[evidence.source].append(evidence.target)
            }
            if evidence.isUnique { item.unique = evidence.words.place }
        }
        statements[evidence.source].fields.append(item)
    }

    /// Whether an entity requires another, directly or not: then the other can't require it.
    private func requires(_ goal: Int, from start: Int) -> Bool {
        var isSeen = [Bool](repeating: false, count: required.count)
        isSeen[start] = true
        var open = [start]
        while let node = open.popLast() {
            if node == goal { return true }
            for next in required[node] where !isSeen[next] {
                isSeen[next] = true
                open.append(next)
            }
        }
        return false
    }

    /// Adds the usual fields that only a rule speaks of: `no two rounds of a tournament have the same number`.
    private func addUsualFields(of statement: inout EntityStatement) {
        var names = Set(statement.fields.map { $0.name.text.wireName.lowercased() })
        for name in statement.uniqueGroups.flatMap(\.names)
        where lexicon.fieldItem(for: name.text) != nil && candidates.number(of: name.text) == nil {
            guard names.insert(name.text.wireName.lowercased()).inserted else { continue }
            statement.fields.append(FieldItem(name: name, words: name.text))
        }
        guard lexicon.language == .spanish else { return }
        // `no puede haber dos de la misma vaca en la misma fecha y turno`
        for group in statement.uniqueGroups where group.names.count > 1 {
            let unknown = group.names.filter { !names.contains($0.text.wireName.lowercased()) }
            guard unknown.count == 1, let name = unknown.first, !name.text.contains(" "),
                name.text.wireName.isSoundName,
                candidates.number(of: name.text) == nil, !lexicon.inflector.isPlural(name.text.lowercased())
            else { continue }
            names.insert(name.text.wireName.lowercased())
            statement.fields.append(FieldItem(name: name, words: name.text))
        }
    }

    /// Leaves out groups that name what the entity does not have, and says so.
    private mutating func checkGroups(_ statement: inout EntityStatement) {
        addUsualFields(of: &statement)
        let names = Set(statement.fields.map { $0.name.text.wireName.lowercased() })
        let known = statement.uniqueGroups.filter { group in
            group.names.allSatisfy { names.contains($0.text.wireName.lowercased()) }
        }
        for group in statement.uniqueGroups where !known.contains(where: { $0.place == group.place }) {
            let list = group.names.map { "`\($0.text)`" }.joined(separator: ", ")
            findings.add(
                .warning, "\(list) are unique together in `\(statement.name.text)`, which does not have all of them",
                subject: statement.name.text,
                remedy: "write `- unique: \(group.names.map(\.text).joined(separator: ", "))`",
                at: group.place)
        }
        statement.uniqueGroups = known
    }

    /// `cada huésped tiene una tarjeta; si se borra el huésped, se borra su tarjeta`: the card keeps whose it is, who has one.
    func ownedAlone(_ pair: [ProseFacts.Evidence]) -> ProseFacts.Evidence? {
        guard lexicon.language == .spanish, var owned = pair.first,
            pair.allSatisfy({
                $0.kind == .one && $0.source == owned.source && $0.target == owned.target && $0.role == nil
                    && $0.verbRole == nil && !$0.isPer
            }), owned.source != owned.target, facts.deletions[[owned.target, owned.source]]?.rule == .cascade,
            facts.deletions[[owned.source, owned.target]] == nil
        else { return nil }
        (owned.source, owned.target, owned.isUnique) = (owned.target, owned.source, true)
        return owned
    }
}
