import MGECore
import MGELayers

extension BuildDiscovery {
    /// Finds the entity that logs in, with its field and its administrators.
    mutating func readLogin() {
        for position in entities.indices {
            for option in entities[position].statement.options where option.keyword == .login {
                readLogin(option, of: position)
            }
        }
        for position in entities.indices {
            for option in entities[position].statement.options where option.keyword == .administrator {
                readAdministrator(option, of: position)
            }
        }
    }

    private mutating func readLogin(_ option: OptionItem, of position: Int) {
        let name = entities[position].entity.name
        let place = option.source.place
        if let earlier = authentication {
            findings.add(
                .error,
                "`\(earlier.account)` logs in already"
                    + (earlier.origin.location.map { ", at \($0.line):\($0.column)" } ?? "")
                    + ", and `\(name)` at \(place)",
                subject: name, remedy: "let one entity log in, and tell its kinds apart by a field", at: place)
            return
        }
        let words = value(of: option)
        guard let index = field(words, "login", of: position) else { return }
        let field = entities[position].entity.fields[index]
        switch field.type {
        case .email, .string: break
        default:
            findings.add(
                .error, "nobody can log in with `\(field.name)`, which is of type \(field.type.name)", subject: name,
                remedy: "log in with an email or a string", at: words.place)
        }
        if !field.isRequired || field.defaultValue != nil {
            findings.add(
                .error, "one logs in with `\(field.name)`, so every `\(name)` has to have its own", subject: name,
                remedy: "remove `optional` and `default` from the field", at: words.place)
        }
        if !field.isUnique {
            entities[position].entity.fields[index].isUnique = true
            assume(
                "`\(field.name)` of `\(name)` is unique, because one logs in with it", subject: name,
                remedy: "write `unique` after its type", at: words.place)
        }
        checkRegistration(of: position)
        authentication = Authentication(
            account: name, login: field.name,
            origin: Origin(.stated, at: findings.location(place), words: option.source.words))
    }

    /// The first account is registered before anybody is logged in to create something else.
    private mutating func checkRegistration(of position: Int) {
        for relation in entities[position].relationships where relation.isRequired {
            findings.add(
                .error,
                "`\(relation.source)` logs in and requires `\(relation.name)`, but only who is logged in can create "
                    + "the first \(relation.target)",
                subject: relation.source, remedy: "make the reference optional",
                at: entities[position].taken[relation.name.lowercased()])
        }
    }

    private mutating func readAdministrator(_ option: OptionItem, of position: Int) {
        let name = entities[position].entity.name
        guard authentication?.account == name else {
            findings.add(
                .error, "`\(option.source.words)` is said of `\(name)`, which does not log in", subject: name,
                remedy: "say it below the heading of the entity that has an item `login: email`",
                at: option.source.place)
            return
        }
        let tokens = option.source.tokens
        let names = Set(entities[position].entity.fields.map { $0.name.lowercased() })
        let end = option.value.reversed().map { $0 + 1 }.first { end in
            names.contains(option.source.words(option.value.lowerBound..<end).unquoted.wireName.lowercased())
        }
        let words = Located(
            text: option.source.words(option.value.lowerBound..<(end ?? option.value.upperBound)).unquoted,
            place: tokens[option.value.lowerBound].place)
        guard let index = field(words, "admin", of: position) else { return }
        var start = end ?? option.value.upperBound
        while start < option.value.upperBound, tokens[start].isMark("=") || tokens[start].isMark(":") { start += 1 }
        let value =
            start < option.value.upperBound
            ? Located(
                text: option.source.words(start..<option.value.upperBound).unquoted, place: tokens[start].place)
            : nil
        appoint(index, value, at: words.place, of: position)
    }

    /// Takes a field's value for that of administrators.
    private mutating func appoint(_ index: Int, _ value: Located?, at place: LocatedText.Place, of position: Int) {
        let field = entities[position].entity.fields[index]
        if authentication?.administrator != nil {
            findings.add(
                .error, "`admin` is there twice in `\(entities[position].entity.name)`", subject: field.name,
                remedy: "keep one of the items", at: place)
            return
        }
        switch (field.type, field.transitions == nil ? value : nil) {
        case (.boolean, nil):
            if field.defaultValue == nil { entities[position].entity.fields[index].defaultValue = false }
            authentication?.administrator = .init(field: field.name, value: true)
        case (.enumeration(let cases), let value?) where cases.contains(value.text):
            authentication?.administrator = .init(field: field.name, value: .string(value.text))
        default:
            let words = value.map { " \($0.text)" } ?? ""
            findings.add(
                .error, "`\(field.name)\(words)` does not tell an administrator", subject: field.name,
                remedy: "name a field of type boolean, or one of type enum with one of its cases: `admin: role admin`",
                at: value?.place ?? place)
            return
        }
        let appointed = entities[position].entity.fields[index]
        let isEverybody = appointed.defaultValue == authentication?.administrator?.value
        if isEverybody || appointed.isRequired && appointed.defaultValue == nil {
            findings.add(
                .error,
                "nobody may choose `\(field.name)`, so it needs a default that is none of an administrator",
                subject: field.name, remedy: "write `default` and another case after its type", at: place)
        }
    }

    /// Whether an item is the password of an account, which every account has.
    mutating func isPassword(_ item: FieldItem, of position: Int) -> Bool {
        guard entities[position].statement.options.contains(where: { $0.keyword == .login }) else { return false }
        let words = Tokenizer.tokenize(LocatedText(item.name.text.replacing("_", with: " "))).tokens
        guard lexicon.keywords.meaning(of: words, where: { $0 == .password }) != nil else { return false }
        findings.add(
            .note, "an account has a password, of which a hash is stored, so the item `\(item.name.text)` is not used",
            subject: item.name.text, remedy: "remove the item", at: item.name.place)
        return true
    }

    // MARK: Owners

    /// Takes the relations that are said to be the owner, where that makes sense.
    mutating func readOwners() {
        for position in entities.indices {
            for (number, owner) in entities[position].owners.enumerated() {
                let draft = entities[position]
                let relation = draft.relationships.first { $0.name == owner.text }
                if let problem = ownerProblem(relation, of: draft.entity.name, isFirst: number == 0) {
                    findings.add(
                        .error, problem.message, subject: owner.text, remedy: problem.remedy, at: owner.place)
                } else {
                    entities[position].entity.owner = owner.text
                }
            }
        }
    }

    private func ownerProblem(
        _ relation: Relationship?, of entity: String, isFirst: Bool
    ) -> (message: String, remedy: String)? {
        guard let authentication else {
            return (
                "`owner` is said of `\(entity)`, but nobody logs in",
                "add `- login: email` below the heading of the entity that logs in"
            )
        }
        if entity == authentication.account {
            return ("`\(entity)` logs in, so each belongs to itself", "remove `owner`")
        }
        guard let relation, relation.target == authentication.account else {
            return (
                "`\(entity)` can belong to `\(authentication.account)` only, which logs in",
                "say `owner` of a reference to `\(authentication.account)`"
            )
        }
        return isFirst ? nil : ("`\(entity)` has two owners", "keep one of them")
    }
}
