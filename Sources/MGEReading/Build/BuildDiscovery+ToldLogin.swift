import MGECore
import MGELayers

extension BuildDiscovery {
    /// Whether an item says who logs in.
    private var isLoginWritten: Bool {
        entities.contains { $0.statement.options.contains { $0.keyword == .login } }
    }

    // MARK: The account

    /// Adds the entity that logs in when the text has none.
    mutating func addAccount(_ told: ToldBehaviours) {
        guard let first = told.logins.first?.behaviour, !isLoginWritten, chosen(told) == nil else { return }
        let place = first.words.place
        guard let name = lexicon.phrases(of: .user).first, entity(named: name) == nil else { return }
        index[name.foldedForComparison] = entities.count
        self.told.heads[name.foldedForComparison, default: []].append(entities.count)
        entities.append(
            DraftEntity(
                entity: Entity(
                    name: name, plural: lexicon.inflector.plural(of: name),
                    summary: lexicon.entity(named: name)?.summary,
                    origin: Origin(.assumed, at: findings.location(place), words: first.words.text)),
                statement: EntityStatement(
                    form: .named, name: Located(text: name, place: place), isInSentence: true),
                place: place))
        let kinds = kinds(told)
        let reason =
            kinds.count > 1
            ? "only one entity can log in, so its kinds are roles" : "no entity of the text is the one that logs in"
        assume(
            "`\(name)` is added, which logs in: \(reason)", .warning, subject: name,
            remedy:
                "describe who logs in below a heading such as `### \(name.capitalisedFirst)`, with an item `- login: email`",
            at: place)
    }

    /// The entity of the text that logs in; nil when there is none, or more than one that are of no common kind.
    private func chosen(_ told: ToldBehaviours) -> Int? {
        let user = lexicon.phrases(of: .user).first.flatMap { entity(named: $0) }
        let kinds = kinds(told)
        if kinds.isEmpty { return user ?? namedAfterPeople(told) }
        let found = kinds.compactMap { known($0) }
        if kinds.count == 1 { return found.first }
        if let user { return user }
        let common = lexicon.phrases(of: .commonAccount).compactMap { entity(named: $0) }
        return common.first { !found.contains($0) }
    }

    /// The one entity whose name begins with a word for people: `staff member`, when staff log in.
    private func namedAfterPeople(_ told: ToldBehaviours) -> Int? {
        let people = Set(told.logins.flatMap(\.people).map(\.words.text.foldedForComparison))
        let found = entities.indices.filter { position in
            let words = entities[position].entity.name.foldedForComparison.split(separator: " ")
            return words.count > 1 && words.first.map { people.contains(String($0)) } ?? false
        }
        return found.count == 1 ? found.first : nil
    }

    /// The kinds of people that log in, each once; those of no kind are left out.
    private func kinds(_ told: ToldBehaviours) -> [Behaviour.Noun] {
        var seen: Set<String> = []
        return told.logins.flatMap(\.people).filter { noun in
            let isAnybody =
                noun.entity == nil && (isSaid(noun.words.text, .people) || isSaid(noun.words.text, .administrator))
            let isUser = isSaid(noun.words.text, .user) && known(noun) == nil
            return !isAnybody && !isUser && seen.insert(kind(of: noun)).inserted
        }
    }

    /// What tells one kind of people from others: the entity, or the singular of the words.
    private func kind(of noun: Behaviour.Noun) -> String {
        known(noun).map { entities[$0].entity.name }
            ?? lexicon.inflector.singular(of: noun.words.text.entityName).foldedForComparison
    }

    private func known(_ noun: Behaviour.Noun) -> Int? { told(noun.entity ?? noun.words.text) }

    /// Whether somebody is one of those who log in.
    func isAccount(_ noun: Behaviour.Noun) -> Bool {
        if let position = known(noun) { return position == account }
        if isSaid(noun.words.text, .user) || isSaid(noun.words.text, .people) { return true }
        return self.told.people.contains(kind(of: noun))
    }

    // MARK: Login

    mutating func applyLogin(_ told: ToldBehaviours) {
        guard let first = told.logins.first, authentication == nil, !isLoginWritten,
            let position = chosen(told) ?? lexicon.phrases(of: .user).first.flatMap({ entity(named: $0) })
        else { return }
        self.told.people = Set(told.logins.flatMap(\.people).map { kind(of: $0) })
        let name = entities[position].entity.name
        dropPasswords(of: position)
        let words = told.logins.lazy.compactMap(\.field).first
        guard let field = loginField(words, first.behaviour, of: position) else {
            return refuse(
                first.behaviour, "`\(name)` has no field that one can log in with", subject: name,
                remedy:
                    "add `- email: email, unique` and `- login: email` below a heading `### \(name.capitalisedFirst)`")
        }
        settle(field, of: position, at: first.behaviour.words.place)
        openRegistration(of: position, first.behaviour)
        let login = entities[position].entity.fields[field].name
        authentication = Authentication(
            account: name, login: login,
            origin: Origin(
                .stated, at: findings.location(first.behaviour.words.place), words: first.behaviour.words.text))
        tell("`\(name)` logs in with `\(login)` and a password", first.behaviour, item: "login: \(login)", of: name)
        tellKinds(told, account: position)
    }

    /// Says what becomes of several kinds of people.
    private mutating func tellKinds(_ told: ToldBehaviours, account: Int) {
        let kinds = kinds(told)
        let name = entities[account].entity.name
        let others = kinds.filter { known($0) != account }
        guard let place = others.first?.words.place, kinds.count > 1 || known(others[0]) != nil else { return }
        let list = others.map { "`\(kind(of: $0))`" }.joined(separator: ", ")
        let isAdded = entities[account].entity.origin.kind == .assumed
        if isAdded, kinds.count > 1 {
            let cases = kinds.map { lexicon.inflector.singular(of: $0.words.text.lowercased()) }
            let role = Field(
                name: lexicon.phrases(of: .role).first ?? "role", type: .enumeration(cases),
                origin: Origin(.assumed, at: findings.location(place), words: kinds[0].words.text))
            _ = add(role, to: account, at: place)
        }
        assume(
            "one entity logs in, so \(list) have no accounts of their own: "
                + (isAdded ? "each is a role of `\(name)`" : "`\(name)` stands for all of them"),
            .warning, subject: name,
            remedy:
                "describe one entity that logs in, with a field such as `- role: enum(…)` to tell its kinds apart, and refer to it from the others",
            at: place)
    }

    private mutating func dropPasswords(of position: Int) {
        for field in entities[position].entity.fields {
            let words = Tokenizer.tokenize(LocatedText(field.name.replacing("_", with: " "))).tokens
            let isPassword =
                lexicon.keywords.meaning(of: words, where: { $0 == .password }) != nil
                || lexicon.behaviour.meaning(of: words, where: { $0 == .password }) != nil
            guard isPassword else { continue }
            entities[position].entity.fields.removeAll { $0.name == field.name }
            assume(
                "an account has a password, of which a hash is stored, so the field `\(field.name)` is not made",
                subject: field.name, remedy: "leave it out", at: entities[position].place)
        }
    }

    /// The field that one logs in with: the one that is named, or an email address.
    private mutating func loginField(_ words: Located?, _ behaviour: Behaviour, of position: Int) -> Int? {
        if let words {
            if let index = index(of: words.text, in: position), isLogin(index, of: position) { return index }
            if let item = lexicon.fieldItem(for: words.text), index(of: words.text, in: position) == nil {
                if item.hasPrefix("email"), let index = emailField(of: position) { return index }
                if item.hasPrefix("email") || item.hasPrefix("string"),
                    let index = addField(words.text.wireName + ": " + item, behaviour, to: position)
                {
                    return index
                }
            }
            refuse(
                behaviour, "nobody can log in with `\(words.text)`, which is no field of type email or string",
                remedy: "add it to the fields of `\(entities[position].entity.name)`, or log in with an email address")
        }
        if let index = emailField(of: position) { return index }
        let usual = lexicon.phrases(of: .user).first.flatMap { lexicon.entity(named: $0) }?.fields
        return usual?.first { $0.hasPrefix("email:") }.flatMap { addField($0, behaviour, to: position) }
    }

    /// The field of an entity that words name.
    func index(of words: String, in position: Int) -> Int? {
        let wire = words.wireName.foldedForComparison
        return entities[position].entity.fields.firstIndex { $0.name.foldedForComparison == wire }
    }

    private func emailField(of position: Int) -> Int? {
        entities[position].entity.fields.firstIndex { $0.type == .email }
    }

    private func isLogin(_ index: Int, of position: Int) -> Bool {
        switch entities[position].entity.fields[index].type {
        case .email, .string: true
        default: false
        }
    }

    private mutating func addField(_ item: String, _ behaviour: Behaviour, to position: Int) -> Int? {
        guard var field = VocabularyItem.field(item, lexicon: lexicon, findings: &findings) else { return nil }
        field.origin = Origin(.stated, at: findings.location(behaviour.words.place), words: behaviour.words.text)
        return add(field, to: position, at: behaviour.words.place)
    }

    /// Makes a field tell accounts apart.
    private mutating func settle(_ index: Int, of position: Int, at place: LocatedText.Place) {
        let field = entities[position].entity.fields[index]
        guard !field.isUnique || !field.isRequired || field.defaultValue != nil else { return }
        entities[position].entity.fields[index].isUnique = true
        entities[position].entity.fields[index].isRequired = true
        entities[position].entity.fields[index].defaultValue = nil
        assume(
            "`\(field.name)` of `\(entities[position].entity.name)` is required and unique, because one logs in with it",
            field.isRequired ? .note : .warning, subject: field.name,
            remedy: "write `unique` after its type, or name another field to log in with", at: place)
    }

    /// The first account is registered before there is anything that it could refer to.
    private mutating func openRegistration(of position: Int, _ behaviour: Behaviour) {
        for number in entities[position].relationships.indices {
            let relation = entities[position].relationships[number]
            guard relation.isRequired else { continue }
            entities[position].relationships[number].isRequired = false
            if relation.onDelete == .cascade { entities[position].relationships[number].onDelete = .setNull }
            assume(
                "`\(relation.name)` of `\(relation.source)` is optional: who logs in registers before there is "
                    + "anything to refer to", .warning, subject: relation.name,
                remedy: "write `- \(relation.name): \(relation.target.capitalisedFirst), optional`",
                at: behaviour.words.place)
        }
    }
}
