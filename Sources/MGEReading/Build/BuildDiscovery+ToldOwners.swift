import MGECore
import MGELayers

extension BuildDiscovery {
    /// Lets rows belong to who is logged in, by the reference that says so.
    mutating func applyOwner(_ behaviour: Behaviour) {
        guard case .owner(let who, let role, let isOnly, let isRead) = behaviour.kind else { return }
        for name in behaviour.entities {
            guard let position = told(name) else { continue }
            guard let account else {
                if isOnly || isSomebody(who) { refuseWithoutLogin(behaviour, name) }
                continue
            }
            guard position != account else { continue }
            let holder = entities[account].entity.name
            let isHolder = who.map { isAccount($0) } ?? true
            guard isHolder || role != nil && self.role(role, of: position, account) != nil else {
                // `each hotel manages its own rooms` is said of hotels, which nobody logs in as.
                if isOnly {
                    refuse(
                        behaviour, "a `\(name)` can belong to `\(holder)` only, which logs in", subject: name,
                        remedy:
                            "add `- \(holder): \(holder.capitalisedFirst), owner` below a heading `### \(name.capitalisedFirst)`"
                    )
                }
                continue
            }
            own(position, by: account, role: role ?? who.map(\.words), behaviour, isRead: isRead)
        }
    }

    private func isSomebody(_ noun: Behaviour.Noun?) -> Bool {
        guard let noun else { return false }
        if isSaid(noun.words.text, .user) || isSaid(noun.words.text, .people) { return true }
        guard let position = told(noun.entity ?? noun.words.text) else { return false }
        return entities[position].entity.fields.contains { $0.type == .email }
    }

    private mutating func refuseWithoutLogin(_ behaviour: Behaviour, _ name: String) {
        refuse(
            behaviour, "nobody logs in, so that nothing belongs to anybody", subject: name,
            remedy: "say who logs in: `users log in with their email`, or write `- login: email` below its heading")
    }

    /// The reference to the account that goes by a role.
    private func role(_ role: Located?, of position: Int, _ account: Int) -> Int? {
        guard let wire = role?.text.wireName.foldedForComparison else { return nil }
        return entities[position].relationships.firstIndex {
            $0.target == entities[account].entity.name && $0.name.foldedForComparison == wire
        }
    }

    private mutating func own(
        _ position: Int, by account: Int, role: Located?, _ behaviour: Behaviour, isRead: Bool
    ) {
        let name = entities[position].entity.name
        let holder = entities[account].entity.name
        if let owner = entities[position].entity.owner {
            if isRead { tellReading(behaviour, owner, of: name) }
            return
        }
        guard let relation = reference(from: position, to: account, role: role, behaviour) else { return }
        entities[position].entity.owner = relation
        tell(
            "each `\(name)` belongs to its `\(relation)`, which is set from the token: only that account and "
                + "administrators may change and delete it", behaviour,
            item: "\(relation): \(holder.capitalisedFirst), owner", of: name)
        if isRead { tellReading(behaviour, relation, of: name) }
    }

    /// That somebody sees nothing else is not made.
    private mutating func tellReading(_ behaviour: Behaviour, _ relation: String, of name: String) {
        let message =
            "only changing a `\(name)` is limited to its `\(relation)`: whoever is logged in can read all of them"
        guard told.readings.insert(name).inserted else { return }
        assume(
            message, .warning, subject: name,
            remedy:
                "filter the list by `\(relation)_id`; add a limit to the generated service where reading must be limited",
            at: behaviour.words.place)
    }

    /// The reference that an owner is told by: the one of that name, the only one, or a new one.
    private mutating func reference(
        from position: Int, to account: Int, role: Located?, _ behaviour: Behaviour
    ) -> String? {
        let name = entities[position].entity.name
        let holder = entities[account].entity.name
        let references = entities[position].relationships.filter { $0.target == holder }
        let isOwner: (Relationship) -> Bool = { isSaid($0.name, .ownerWord) || $0.name == holder.wireName }
        if let index = self.role(role, of: position, account) { return entities[position].relationships[index].name }
        if references.count == 1 { return references[0].name }
        if let named = references.first(where: isOwner) { return named.name }
        guard references.isEmpty, !hasLink(position, account) else {
            let list = references.map { "`\($0.name)`" }.joined(separator: ", ")
            refuse(
                behaviour,
                references.isEmpty
                    ? "a `\(name)` has many `\(holder)`, so that it belongs to none of them"
                    : "a `\(name)` refers to `\(holder)` as \(list), and it is not said which is the owner",
                subject: name,
                remedy: "write `, owner` after one reference to `\(holder.capitalisedFirst)`")
            return nil
        }
        let isRole = role.map { isSaid($0.text, .ownerWord) } ?? false
        let made = [isRole ? role?.text.wireName : nil, holder.wireName].compactMap { $0 }.first { wanted in
            [wanted, wanted + "_id"].allSatisfy { entities[position].taken[$0.lowercased()] == nil }
        }
        guard let made, take([made, made + "_id"], at: behaviour.words.place, of: position) else {
            refuse(
                behaviour, "`\(name)` does not refer to `\(holder)`", subject: name,
                remedy: "add `- \(holder): \(holder.capitalisedFirst), owner` to it")
            return nil
        }
        entities[position].relationships.append(
            Relationship(
                source: name, name: made, target: holder, isRequired: true, isUnique: false, onDelete: .cascade,
                origin: Origin(.stated, at: findings.location(behaviour.words.place), words: behaviour.words.text)))
        return made
    }
}
