import MGECore
import MGELayers

extension BuildDiscovery {
    /// Tells items about an entity as a whole from fields that are called like them, such as `login: string`.
    mutating func settleOptions(of position: Int) {
        let statement = entities[position].statement
        guard !statement.options.isEmpty else { return }
        let names = Set(statement.fields.map { $0.name.text.wireName.lowercased() })
        entities[position].statement.options = statement.options.filter { isMeant($0, names) }
        for option in statement.options.reversed() where !isMeant(option, names) {
            guard let field = ItemReader.read(option.source, lexicon: lexicon, findings: &findings) else { continue }
            entities[position].statement.fields.insert(field, at: option.position)
        }
    }

    /// Whether the words name a field of the entity, or at least neither a type nor an entity.
    private func isMeant(_ option: OptionItem, _ names: Set<String>) -> Bool {
        let tokens = option.source.tokens
        guard option.keyword.takesValue else { return true }
        if option.keyword == .transitions { return Chains.end(in: tokens, option.value) != nil }
        let start = option.value.lowerBound
        let isAlone = option.keyword != .login || fieldEnd(option, names) == option.value.upperBound
        if fieldEnd(option, names) != nil, isAlone { return true }
        let end = option.value.first { tokens[$0].isMark(",") } ?? option.value.upperBound
        let isType =
            lexicon.types.match(tokens, at: start) != nil
            || lexicon.keywords.match(tokens, at: start, where: { $0 == .many || $0 == .one }) != nil
            || entity(named: option.source.words(start..<end)) != nil
        return !isType
    }

    /// Where the longest name of a field ends that the words of an item begin with.
    private func fieldEnd(_ option: OptionItem, _ names: Set<String>) -> Int? {
        (option.value.lowerBound..<option.value.upperBound).reversed().map { $0 + 1 }.first { end in
            names.contains(option.source.words(option.value.lowerBound..<end).unquoted.wireName.lowercased())
        }
    }

    /// The field of an entity that an item names; the findings say when there is none.
    mutating func field(_ name: Located, _ what: String, of position: Int) -> Int? {
        let wire = name.text.wireName.lowercased()
        let fields = entities[position].entity.fields
        if let index = fields.firstIndex(where: { $0.name.lowercased() == wire }) { return index }
        let near = suggestion(for: wire, among: fields.map(\.name))
        findings.add(
            .error,
            "`\(what)` of `\(entities[position].entity.name)` names `\(name.text)`, which is no field of it",
            subject: entities[position].entity.name,
            remedy: near.map { "did you mean `\($0)`?" } ?? "use the name of one of its fields", at: name.place)
        return nil
    }

    /// The words behind the colon of an item.
    func value(of option: OptionItem) -> Located {
        Located(
            text: option.source.words(option.value).unquoted,
            place: option.source.tokens[option.value.lowerBound].place)
    }
}
