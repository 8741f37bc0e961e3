import MGECore
import MGELayers

extension BuildDiscovery {
    /// Fields that every entity has.
    private static let alwaysThere: Set<String> = ["id", "created_at", "updated_at"]

    /// Makes the fields and relations of an entity.
    mutating func readFields(of position: Int) {
        let statement = entities[position].statement
        guard !statement.fields.isEmpty else { return guessFields(of: position) }
        var guessed: [String] = []
        for item in statement.fields { readItem(item, of: position, guessed: &guessed) }
        if statement.form == .told { completeTold(position) }
        if !guessed.isEmpty {
            let name = entities[position].entity.name
            assume(
                "the types of `\(name)` are guessed: " + guessed.joined(separator: ", "), subject: name,
                remedy: "write the type after each name: `- \(guessed[0])`", at: entities[position].place)
        }
        let count = entities[position].entity.fields.count + entities[position].relationships.count
        if count > ReadingLimits.fields {
            findings.add(
                .error, "`\(entities[position].entity.name)` has \(count) fields, more than \(ReadingLimits.fields)",
                subject: entities[position].entity.name, remedy: "divide it into several entities",
                at: entities[position].place)
        }
    }

    /// Says what sentences made an entity refer to, and gives it fields when they name none.
    private mutating func completeTold(_ position: Int) {
        let name = entities[position].entity.name
        let targets =
            entities[position].relationships.map { "`\($0.name)` (\($0.target))" }
            + links.filter { $0.source == position }.map { "many `\($0.name.text)`" }
        if !targets.isEmpty {
            findings.add(
                .note, "sentences say that `\(name)` refers to " + targets.joined(separator: ", "), subject: name,
                remedy: "describe it below a heading `### \(name.capitalisedFirst)` to be sure",
                at: entities[position].place)
        }
        if entities[position].entity.fields.isEmpty { guessFields(of: position) }
    }

    private mutating func readItem(_ item: FieldItem, of position: Int, guessed: inout [String]) {
        let name = item.name.text.wireName
        guard isName(name, "field", at: item.name.place) else { return }
        if Self.alwaysThere.contains(name.lowercased()) {
            findings.add(
                .note, "`\(name)` is always there, so its item is not used", subject: name, remedy: "remove the item",
                at: item.name.place)
            return
        }
        guard !isPassword(item, of: position), !isDeletion(item, of: position) else { return }
        guard let phrase = item.type else { return guessType(of: item, name: name, of: position, guessed: &guessed) }
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        let target = entity(named: phrase.words.text.unquoted)
        let isType =
            resolver.typeName(of: phrase) != nil && !(target != nil && phrase.tokens.first?.isCapitalised ?? true)
        if isType {
            guard take([name], at: item.name.place, of: position) else { return }
            let field = resolver.field(item, name: name, kind: .stated)
            findings.absorb(resolver.findings)
            if item.isTypeGuessed { guessed.append("\(name): \(phrase.words.text)") }
            if let field { entities[position].entity.fields.append(field) }
        } else if let target {
            readRelation(item, phrase, target: target, of: position)
        } else {
            reportUnknown(phrase, of: name)
        }
    }

    private mutating func reportUnknown(_ phrase: FieldItem.TypePhrase, of name: String) {
        let isReference = phrase.isMany || phrase.tokens.first?.isCapitalised ?? true
        let types = suggestions > 0 ? lexicon.types.words() : []
        let names = suggestions > 0 ? entities.map(\.entity.name) : []
        let near =
            isReference
            ? suggestion(for: phrase.words.text.entityName, among: names)
                ?? suggestion(for: phrase.words.text, among: types)
            : suggestion(for: phrase.words.text, among: types)
                ?? suggestion(for: phrase.words.text.entityName, among: names)
        let text = phrase.words.text.count > 80 ? phrase.words.text.prefix(80) + "…" : phrase.words.text
        findings.add(
            .error, "`\(text)` of `\(name)` is neither a type nor an entity that is described", subject: name,
            remedy: near.map { "did you mean `\($0)`?" }
                ?? "use a type such as string, text, integer, decimal(12,2), boolean, date, enum(a, b), or describe the entity",
            at: phrase.words.place)
    }

    /// Marks names as taken; says when one is already.
    mutating func take(_ names: [String], at place: LocatedText.Place, of position: Int) -> Bool {
        for name in names {
            guard let earlier = entities[position].taken[name.lowercased()] else { continue }
            findings.add(
                .error,
                "`\(name)` is there twice in `\(entities[position].entity.name)`, at \(earlier) and at \(place)",
                subject: name, remedy: "remove or rename one of them", at: place)
            return false
        }
        for name in names { entities[position].take(name, at: place) }
        return true
    }

    // MARK: Guesses

    /// Gives an entity without any item the fields that it usually has.
    mutating func guessFields(of position: Int) {
        let name = entities[position].entity.name
        let known = vocabulary(of: name)
        let statement = entities[position].statement
        entities[position].hasUsualFields = known != nil
        var items = known?.fields ?? lexicon.commonFields
        let measured = statement.bounds.map { _ in measure(&items) }
        for (index, item) in items.enumerated() {
            let place = entities[position].place
            let bounds = index == measured ? statement.bounds : nil
            guard
                var field = VocabularyItem.field(item, within: bounds?.value, lexicon: lexicon, findings: &findings),
                !entities[position].isTaken(field.name),
                take([field.name], at: place, of: position)
            else { continue }
            let said = bounds?.words
            field.origin = Origin(
                said == nil ? .assumed : .stated, at: findings.location(said?.place ?? place),
                words: said?.text ?? entities[position].words)
            entities[position].entity.fields.append(field)
        }
        let list = entities[position].entity.fields.map(\.name).joined(separator: ", ")
        assume(
            known == nil
                ? "nothing is known of `\(name)`, so it is given \(list)"
                : "the fields of `\(name)` are guessed: \(list)",
            known == nil || entities[position].statement.form == .described ? .warning : .note, subject: name,
            remedy: "write a heading `### \(name.capitalisedFirst)` and below it an item for each field, such as "
                + "`- name: string, unique`",
            at: entities[position].place)
    }

    /// The item that bounds are said of: the first number that has bounds, the first number, or one that is added.
    private func measure(_ items: inout [String]) -> Int {
        var findings = Findings()
        let types = items.map { VocabularyItem.field($0, lexicon: lexicon, findings: &findings)?.type }
        if let index = types.firstIndex(where: { $0?.isBounded == true }) { return index }
        if let index = types.firstIndex(where: { $0?.isNumber == true }) { return index }
        items.append(lexicon.commonNumber)
        return items.count - 1
    }

    /// A common entity by the name, or by the head of it: `order` for `repair order`.
    func vocabulary(of name: String) -> VocabularyEntity? {
        lexicon.entity(named: name) ?? lexicon.entity(named: lexicon.inflector.head(of: name))
    }

    private mutating func guessType(
        of item: FieldItem, name: String, of position: Int, guessed: inout [String]
    ) {
        if let target = entity(named: item.name.text), target != position {
            return guessRelation(item, target: target, of: position)
        }
        guard take([name], at: item.name.place, of: position) else { return }
        let text = lexicon.fieldItem(for: item.name.text) ?? "string"
        var usual = FieldItem(name: item.name, words: item.words)
        if let read = ItemReader.read(lexicon.field(of: text), lexicon: lexicon, findings: &findings) { usual = read }
        usual.name = item.name
        usual.words = item.words
        usual.required = item.required
        // Of a field that a sentence names, only the type is guessed.
        let isTold = entities[position].statement.form == .told
        usual.optional = item.optional ?? (item.required == nil && !isTold ? usual.optional : nil)
        usual.unique = item.unique ?? (isTold ? nil : usual.unique)
        usual.minimum = item.minimum ?? (isTold ? nil : usual.minimum)
        usual.maximum = item.maximum ?? (isTold ? nil : usual.maximum)
        usual.defaultValue = item.defaultValue ?? (isTold && usual.type?.arguments == nil ? nil : usual.defaultValue)
        usual.onDelete = item.onDelete
        usual.owner = item.owner
        usual.chains = item.chains
        usual.summary = item.summary
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        let field = resolver.field(usual, name: name, kind: .stated)
        findings.absorb(resolver.findings)
        guard let field else { return }
        entities[position].entity.fields.append(field)
        guessed.append("\(name): \(text)")
    }

    private mutating func guessRelation(_ item: FieldItem, target: Int, of position: Int) {
        let isMany = lexicon.inflector.isPlural(item.name.text.entityName)
        var typed = item
        typed.type = FieldItem.TypePhrase(tokens: [], words: item.name, isMany: isMany)
        guard let phrase = typed.type else { return }
        readRelation(typed, phrase, target: target, of: position)
        let other = entities[target].entity.name
        assume(
            "`\(item.name.text)` of `\(entities[position].entity.name)` is taken for \(isMany ? "many of" : "a reference to") "
                + "`\(other)`",
            subject: item.name.text,
            remedy: "write `\(item.name.text): \(isMany ? "many " : "")\(other.capitalisedFirst)`", at: item.name.place)
    }
}

extension FieldType {
    /// Whether it is a number of any kind.
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .bigInteger, .float, .decimal: true
        default: false
        }
    }

    /// Whether it is a number that has a least and a greatest value.
    fileprivate var isBounded: Bool {
        switch self {
        case .integer(_?, _?), .bigInteger(_?, _?), .float(_?, _?), .decimal(_, _, _?, _?): true
        default: false
        }
    }
}

extension String {
    /// With a capital at the beginning.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
