import MGECore
import MGELayers

extension BuildDiscovery {
    /// Gives an enumeration the transitions that a sentence says, or makes it where only the states are named.
    mutating func applyStates(_ behaviour: Behaviour) {
        guard case .states(let words, let chains, let isSure) = behaviour.kind else { return }
        guard let position = (behaviour.entities.first ?? behaviour.antecedent).flatMap({ told($0) }) else {
            return refuse(
                behaviour, "it is not said of what these are the states",
                remedy: "name it: `an order goes from open to done`")
        }
        let name = entities[position].entity.name
        var states: [String] = []
        for state in chains.joined().joined() where !states.contains(where: { fits($0, state.text) }) {
            states.append(state.text)
        }
        let item =
            "\(words?.text ?? lexicon.phrases(of: .status).first ?? "status"): enum(\(states.joined(separator: ", "))), "
            + shown(chains)
        guard let index = stateField(words, states, of: position, isSure: isSure, behaviour) else {
            return refuse(
                behaviour, "`\(name)` has no enumeration with these states", subject: name,
                remedy: "write `- \(item)` below a heading `### \(name.capitalisedFirst)`")
        }
        var field = entities[position].entity.fields[index]
        guard case .enumeration(let cases) = field.type, field.isRequired, !field.isUnique else {
            return refuse(
                behaviour, "`\(field.name)` of `\(name)` is optional or unique, so it can have no states",
                subject: name,
                remedy: "remove the attribute, and add a state for what has none")
        }
        let isWritten =
            entities[position].statement.options.contains { $0.keyword == .transitions }
            || entities[position].statement.fields.contains {
                !$0.chains.isEmpty && $0.name.text.wireName == field.name
            }
        guard !isWritten else { return }
        let known = chains.map { chain in
            chain.map { step in
                step.map { state in
                    Located(text: cases.first { fits($0, state.text) } ?? state.text, place: state.place)
                }
            }
        }
        if let problem = repeated(known) {
            return refuse(
                behaviour, "`\(problem)` is followed by itself", subject: name,
                remedy: "a state may always stay as it is")
        }
        if field.defaultValue == nil, let first = known.first?.first?.first {
            field.defaultValue = .string(first.text)
        }
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        resolver.addTransitions(known, to: &field)
        findings.absorb(resolver.findings)
        entities[position].entity.fields[index] = field
        tell(
            "the states of `\(field.name)` of `\(name)`: \(shown(known))", behaviour,
            item: "\(field.name): enum(\(cases.joined(separator: ", "))), \(shown(known))", of: name)
    }

    /// The field that holds states: the one that is named, one that has them, or a new one.
    private mutating func stateField(
        _ words: Located?, _ states: [String], of position: Int, isSure: Bool, _ behaviour: Behaviour
    ) -> Int? {
        let fields = entities[position].entity.fields
        func has(_ index: Int) -> Bool {
            guard case .enumeration(let cases) = fields[index].type else { return false }
            return states.allSatisfy { state in cases.contains { fits($0, state) } }
        }
        let named =
            words.flatMap { index(of: $0.text, in: position) }
            ?? fields.firstIndex { isSaid($0.name, .status) }
        if let named, has(named) { return named }
        let fitting = fields.indices.filter(has)
        if fitting.count == 1 { return fitting[0] }
        guard isSure, fitting.isEmpty else { return nil }
        if let named {
            // Cases that the text says count before those of this sentence; guessed ones do not.
            if case .enumeration = fields[named].type, fields[named].origin.kind == .stated { return nil }
            guard fields[named].type.isWord else { return nil }
            entities[position].entity.fields[named].type = .enumeration(states)
            entities[position].entity.fields[named].defaultValue = nil
            return named
        }
        let name =
            words.flatMap { isSaid($0.text, .status) ? $0.text.wireName : nil }
            ?? lexicon.phrases(of: .status).first ?? "status"
        return add(
            Field(
                name: name, type: .enumeration(states),
                origin: Origin(.stated, at: findings.location(behaviour.words.place), words: behaviour.words.text)),
            to: position, at: behaviour.words.place)
    }

    /// A state that follows itself.
    private func repeated(_ chains: [[[Located]]]) -> String? {
        for chain in chains {
            for (sources, targets) in zip(chain, chain.dropFirst()) {
                if let same = sources.first(where: { source in targets.contains { $0.text == source.text } }) {
                    return same.text
                }
            }
        }
        return nil
    }

    /// Adds a transition to states that are said elsewhere: `a closed ticket can be reopened`.
    mutating func applyTransition(_ behaviour: Behaviour) {
        guard case .transition(let from, let to) = behaviour.kind,
            let position = behaviour.entities.first.flatMap({ told($0) })
        else { return }
        let name = entities[position].entity.name
        let index = entities[position].entity.fields.firstIndex { field in
            guard case .enumeration(let cases) = field.type else { return false }
            return cases.contains { fits($0, from.text) }
        }
        guard let index, case .enumeration(let cases) = entities[position].entity.fields[index].type,
            let source = cases.first(where: { fits($0, from.text) })
        else {
            return refuse(
                behaviour, "`\(from.text)` is no state of `\(name)`", subject: name,
                remedy: "name its states: `- status: enum(open, closed), open → closed → open`")
        }
        var field = entities[position].entity.fields[index]
        guard field.transitions != nil else {
            return refuse(
                behaviour, "`\(field.name)` of `\(name)` may become any of its cases anyway", subject: name,
                remedy: "say which states follow each other: `- \(field.name): enum(…), a → b`")
        }
        let targets =
            to.isEmpty ? cases.filter { isSaid($0, .open) } : cases.filter { one in to.contains { fits(one, $0.text) } }
        guard !targets.isEmpty, targets.count >= to.count, !targets.contains(source) else {
            return refuse(
                behaviour, "it is not said which of its states `\(source)` becomes", subject: name,
                remedy: "write `\(source) → …` after the cases of `\(field.name)`")
        }
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        let chain = [[Located(text: source, place: from.place)], targets.map { Located(text: $0, place: from.place) }]
        resolver.addTransitions([chain], to: &field)
        findings.absorb(resolver.findings)
        entities[position].entity.fields[index] = field
        // What could not be reached before may be reached now, and is told once.
        tell(
            "`\(field.name)` of `\(name)`: \(shown([chain]))", behaviour,
            item: "transitions: \(shown([chain]))", of: name)
    }

    /// Chains as an item has them.
    private func shown(_ chains: [[[Located]]]) -> String {
        chains.map { chain in
            chain.map { step in step.map(\.text).joined(separator: " | ") }.joined(separator: " → ")
        }.joined(separator: ", ")
    }

    /// Whether two words name the same case: `in_progress` and `in progress`, `solicitada` and `solicitado`.
    func fits(_ case: String, _ state: String) -> Bool {
        let one = `case`.replacing("_", with: " ").replacing("-", with: " ").foldedForComparison
        let other = state.replacing("_", with: " ").replacing("-", with: " ").foldedForComparison
        if one == other { return true }
        let endings = lexicon.phrases(of: .genderEndings)
        guard one.count > 3, one.dropLast() == other.dropLast(), let last = one.last, let end = other.last else {
            return false
        }
        return endings.contains(String(last)) && endings.contains(String(end))
    }
}

extension FieldType {
    /// Whether it may have been guessed for a word, such as a state.
    fileprivate var isWord: Bool {
        switch self {
        case .string, .text, .enumeration: true
        default: false
        }
    }
}
