import MGECore
import MGELayers

extension BuildDiscovery {
    /// Gives the account the roles that a sentence says.
    mutating func applyRoles(_ behaviour: Behaviour) {
        guard case .roles(let roles, let isCalled) = behaviour.kind else { return }
        let owner = behaviour.entities.first.flatMap { told($0) }
        guard let account else {
            return refuse(
                behaviour, "nobody logs in, so that nobody has a role",
                remedy: "say who logs in: `users log in with their email`, or write an enumeration `role: …`")
        }
        guard owner == nil || owner == account || isCalled else {
            return refuse(
                behaviour, "`\(behaviour.entities[0])` does not log in",
                remedy: "say it of `\(entities[account].entity.name)`, or as a field: `- kind: enum(…)`")
        }
        var seen: Set<String> = []
        let cases = roles.map(\.text).filter { seen.insert($0.foldedForComparison).inserted }
        let name = lexicon.phrases(of: .role).first ?? "role"
        let field = Field(
            name: name, type: .enumeration(cases),
            origin: Origin(.stated, at: findings.location(behaviour.words.place), words: behaviour.words.text))
        let index: Int
        if let there = enumeration(of: account, with: cases) ?? self.index(of: name, in: account) {
            index = there
            if case .enumeration(let known) = entities[account].entity.fields[there].type {
                let all = known + cases.filter { added in !known.contains { fits($0, added) } }
                guard all.count <= ReadingLimits.cases else { return }
                entities[account].entity.fields[there].type = .enumeration(all)
            } else {
                entities[account].entity.fields[there].type = .enumeration(cases)
                entities[account].entity.fields[there].defaultValue = nil
            }
        } else if let added = add(field, to: account, at: behaviour.words.place) {
            index = added
        } else {
            return refuse(
                behaviour, "`\(name)` of `\(entities[account].entity.name)` is there already",
                remedy: "write `- \(name): enum(\(cases.joined(separator: ", ")))`")
        }
        guard let administrator = administratorCase(index, of: account) else {
            let made = entities[account].entity.fields[index].name
            return tell(
                "`\(made)` of `\(entities[account].entity.name)`, which anybody chooses who registers: nothing depends on it",
                behaviour, .warning, item: "\(made): enum(\(cases.joined(separator: ", ")))",
                of: entities[account].entity.name)
        }
        appoint(index, .string(administrator), behaviour, of: account)
    }

    /// Finds or makes what tells administrators.
    mutating func applyAdministrator(_ behaviour: Behaviour) {
        guard case .administrator(let isLimit) = behaviour.kind else { return }
        guard let account else {
            return refuse(
                behaviour, "nobody logs in, so that there are no administrators",
                remedy: "say who logs in: `users log in with their email`")
        }
        if authentication?.administrator == nil {
            let fields = entities[account].entity.fields
            if let index = fields.indices.first(where: { administratorCase($0, of: account) != nil }),
                let value = administratorCase(index, of: account)
            {
                appoint(index, .string(value), behaviour, of: account)
            } else if let index = fields.firstIndex(where: { $0.type == .boolean && isSaid($0.name, .administrator) })
                ?? addAdministrator(behaviour, to: account)
            {
                appoint(index, true, behaviour, of: account)
            }
        }
        guard isLimit else { return }
        refuse(
            behaviour,
            "what only administrators may do cannot be said: they may change and delete what belongs to "
                + "others, and whoever is logged in may change what belongs to nobody",
            remedy: "let rows belong to somebody (`, owner` after a reference to the account), or write `- read only`")
    }

    private mutating func addAdministrator(_ behaviour: Behaviour, to account: Int) -> Int? {
        let name = (lexicon.phrases(of: .administratorField).first ?? "is admin").wireName
        let field = Field(
            name: name, type: .boolean, defaultValue: false,
            origin: Origin(.assumed, at: findings.location(behaviour.words.place), words: behaviour.words.text))
        return add(field, to: account, at: behaviour.words.place)
    }

    /// Takes a field's value for that of administrators, with a default that is none.
    private mutating func appoint(_ index: Int, _ value: JSONValue, _ behaviour: Behaviour, of account: Int) {
        guard authentication?.administrator == nil, entities[account].entity.fields[index].transitions == nil else {
            return
        }
        let name = entities[account].entity.name
        var field = entities[account].entity.fields[index]
        if field.type == .boolean {
            field.defaultValue = false
        } else if case .enumeration(var cases) = field.type {
            if cases.count < 2, let other = lexicon.phrases(of: .ordinaryRole).first {
                cases.append(other)
                field.type = .enumeration(cases)
            }
            if field.defaultValue == nil || field.defaultValue == value {
                field.defaultValue = cases.last { .string($0) != value }.map(JSONValue.string)
            }
        }
        field.isRequired = true
        field.isUnique = false
        entities[account].entity.fields[index] = field
        authentication?.administrator = .init(field: field.name, value: value)
        let words = field.administratorWords(value)
        tell(
            "who has `\(words)` is an administrator and may change what belongs to others; nobody can choose it"
                + (field.defaultCase.map { ", and new accounts are `\($0)`" } ?? ""),
            behaviour, item: "admin: \(words)", of: name)
    }

    /// The case of an administrator in an enumeration.
    private func administratorCase(_ index: Int, of position: Int) -> String? {
        guard case .enumeration(let cases) = entities[position].entity.fields[index].type else { return nil }
        return cases.first { name in
            let tokens = Tokenizer.tokenize(LocatedText(name.replacing("_", with: " "))).tokens
            return lexicon.behaviour.meaning(of: tokens, where: { $0 == .administrator }) != nil
        }
    }

    /// The enumeration of an entity that has some of the cases.
    private func enumeration(of position: Int, with cases: [String]) -> Int? {
        entities[position].entity.fields.firstIndex { field in
            guard case .enumeration(let known) = field.type else { return false }
            return cases.contains { one in known.contains { fits($0, one) } }
        }
    }
}

extension Field {
    /// How an item names an administrator: `role admin`, `is_admin`.
    fileprivate func administratorWords(_ value: JSONValue) -> String {
        if case .string(let name) = value { "\(name.isEmpty ? self.name : self.name + " " + name)" } else { name }
    }

    fileprivate var defaultCase: String? {
        if case .string(let name) = defaultValue { name } else { nil }
    }
}
