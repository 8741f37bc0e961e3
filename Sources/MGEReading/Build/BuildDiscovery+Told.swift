import MGECore
import MGELayers

extension BuildDiscovery {
    /// Applies what sentences say of how rows behave, where items do not say it themselves.
    ///
    /// Everything is told: what was made with how to be sure of it, and what could not be made with what comes close.
    mutating func apply(_ told: ToldBehaviours) {
        guard !told.all.isEmpty else { return }
        self.told.addFields(of: entities)
        applyLogin(told)
        for behaviour in told.all { applyRoles(behaviour) }
        for behaviour in told.all { applyAdministrator(behaviour) }
        for behaviour in told.all { applyOwner(behaviour) }
        for behaviour in told.all { applyStates(behaviour) }
        for behaviour in told.all { applyTransition(behaviour) }
        for behaviour in told.all { applyRequest(behaviour) }
        for behaviour in told.all { applyChange(behaviour) }
        for behaviour in told.all {
            if case .missing(let gap) = behaviour.kind { tell(gap, behaviour) }
        }
    }

    /// Tells what was made of a sentence, and how to write it to be sure.
    mutating func tell(
        _ made: String, _ behaviour: Behaviour, _ severity: Diagnostic.Severity = .note, item: String, of name: String
    ) {
        assume(
            "“\(shown(behaviour))” is taken for: \(made)", severity, subject: name,
            remedy: "write `- \(item)` below a heading `### \(name.capitalisedFirst)` to be sure",
            at: behaviour.words.place)
    }

    /// Tells that something that a sentence asks for is not made.
    mutating func refuse(_ behaviour: Behaviour, _ reason: String, subject: String? = nil, remedy: String) {
        findings.add(
            .warning, "not used: “\(shown(behaviour))”: \(reason)", subject: subject ?? behaviour.entities.first,
            remedy: remedy, at: behaviour.words.place)
    }

    func shown(_ behaviour: Behaviour) -> String {
        behaviour.words.text.count > 200 ? behaviour.words.text.prefix(200) + "…" : behaviour.words.text
    }

    /// The entity of a name, or the one whose name ends with it (in Spanish: begins).
    func told(_ name: String) -> Int? {
        if let position = entity(named: name) { return position }
        let found = told.heads[lexicon.inflector.singular(of: name.entityName).foldedForComparison] ?? []
        return found.count == 1 ? found[0] : nil
    }

    /// What the statements say of how rows behave, up to as much as can be told.
    mutating func behaviours(_ statements: [Statement]) -> ToldBehaviours {
        let behaviours = ToldBehaviours(statements)
        if let next = behaviours.next {
            findings.add(
                .warning,
                "not used: “\(shown(next))” and what follows it: more than \(ReadingLimits.behaviours) things are "
                    + "said of how rows behave",
                remedy: "divide the description into several projects", at: next.words.place)
        }
        if !behaviours.all.isEmpty { told.addHeads(of: entities, inflector: lexicon.inflector) }
        return behaviours
    }

    /// The position of the account.
    var account: Int? { authentication.flatMap { entity(named: $0.account) } }

    /// Whether words have a meaning as a whole, or a part of them has.
    func isSaid(_ words: String, _ meaning: BehaviourWord) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(words.replacing("_", with: " "))).tokens
        return tokens.indices.contains { lexicon.behaviour.match(tokens, at: $0, where: { $0 == meaning }) != nil }
    }

    /// Adds a field to an entity that has none of its name.
    mutating func add(_ field: Field, to position: Int, at place: LocatedText.Place) -> Int? {
        guard entities[position].taken[field.name.lowercased()] == nil,
            take([field.name], at: place, of: position)
        else { return nil }
        entities[position].entity.fields.append(field)
        return entities[position].entity.fields.count - 1
    }
}
