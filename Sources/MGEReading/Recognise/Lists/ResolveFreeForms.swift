import MGECore

/// Makes exact statements of tables and lists in free words, when all entities are known.
struct ResolveFreeForms {
    let lexicon: Lexicon
    private var findings: Findings
    var statements: [Statement] = []
    /// The positions of the entities among the statements, by their folded singular name.
    private var positions: [String: Int] = [:]
    var readers: [Int: FreeEntityReader] = [:]
    let reader: FreeItemReader
    /// The words of all fields, to find these in sentences.
    var words = FieldWords()

    init(_ statements: [Statement], lexicon: Lexicon, findings: Findings) {
        self.lexicon = lexicon
        self.findings = findings
        let written = statements.compactMap { statement -> String? in
            guard case .entity(let entity) = statement else { return nil }
            return entity.name.text
        }
        reader = FreeItemReader(lexicon: lexicon, names: EntityNames(written, lexicon: lexicon))
        self.statements = statements
        mergeEntities()
    }

    /// The statements without anything that is only in free words.
    /// - Parameters:
    ///   - statements: what blocks say.
    ///   - sentences: those beside the lists and tables.
    ///   - lexicon: what the words mean.
    ///   - findings: what is told of the reading.
    /// - Returns: the statements, and the numbers of the sentences that are in them.
    static func resolve(
        _ statements: [Statement], _ sentences: [TokenizedText], lexicon: Lexicon, findings: inout Findings
    ) -> (statements: [Statement], used: Set<Int>) {
        let isFree = statements.contains { statement in
            switch statement {
            case .entity(let entity): !entity.freeItems.isEmpty
            case .relationRow: true
            default: false
            }
        }
        guard isFree else { return (statements, []) }
        var resolver = ResolveFreeForms(statements, lexicon: lexicon, findings: findings.fresh)
        resolver.readItems()
        resolver.readRelationRows()
        resolver.addReverseReferences()
        let used = resolver.readSentences(sentences)
        resolver.finish()
        findings.absorb(resolver.findings)
        return (resolver.statements, used)
    }

    /// Notes where each entity is; free items of one that is there twice go to the first.
    private mutating func mergeEntities() {
        var merged: [Statement] = []
        for statement in statements {
            guard case .entity(let entity) = statement, !entity.isInSentence else {
                merged.append(statement)
                continue
            }
            let key = Self.key(entity.name.text, lexicon)
            if let first = positions[key], case .entity(var other) = merged[first], isMergeable(entity, other) {
                other.freeItems += entity.freeItems
                other.uniqueGroups += entity.uniqueGroups
                other.form = max(other.form, entity.form)
                merged[first] = .entity(other)
                merged.append(.resolved)
            } else if let first = positions[key], case .entity(let other) = merged[first], isBare(other) {
                var described = entity
                described.summary = entity.summary ?? other.summary
                merged[first] = .resolved
                positions[key] = merged.count
                merged.append(.entity(described))
            } else {
                if positions[key] == nil { positions[key] = merged.count }
                merged.append(statement)
            }
        }
        statements = merged
    }

    /// Whether nothing but its name and summary is known.
    private func isBare(_ entity: EntityStatement) -> Bool {
        entity.form == .named && entity.fields.isEmpty && entity.freeItems.isEmpty
    }

    private func isMergeable(_ entity: EntityStatement, _ other: EntityStatement) -> Bool {
        entity.fields.isEmpty && (!entity.freeItems.isEmpty || !other.freeItems.isEmpty)
    }

    private static func key(_ name: String, _ lexicon: Lexicon) -> String {
        lexicon.inflector.singular(of: name.entityName).foldedForComparison
    }

    // MARK: Items

    private mutating func readItems() {
        for position in statements.indices {
            guard case .entity(var entity) = statements[position], !entity.freeItems.isEmpty else { continue }
            var items = makeReader(entity)
            for item in entity.freeItems { items.read(item) }
            readers[position] = items
            entity.freeItems = []
            statements[position] = .entity(entity)
        }
    }

    /// A reader that knows the exact items of an entity.
    func makeReader(_ entity: EntityStatement) -> FreeEntityReader {
        var items = FreeEntityReader(
            reader: reader, own: lexicon.inflector.singular(of: entity.name.text.entityName))
        for field in entity.fields {
            var draft = FreeDraft(name: field.name, words: field.words)
            draft.item = field
            draft.isExact = true
            let target = field.type.flatMap { type in
                lexicon.types.meaning(of: type.tokens) == nil ? reader.names.name(of: type.tokens) : nil
            }
            if let target { draft.refer(to: target, at: field.name.place, isMany: field.type?.isMany == true) }
            items.add(draft)
        }
        return items
    }

    mutating func change(_ name: String, _ change: (inout FreeEntityReader) -> Void) -> Bool {
        guard let position = positions[name.foldedForComparison], case .entity(let entity) = statements[position] else {
            return false
        }
        var items = readers[position] ?? makeReader(entity)
        change(&items)
        readers[position] = items
        return true
    }

    // MARK: Relations

    private mutating func readRelationRows() {
        let rows = RelationRows(reader: reader)
        for (position, statement) in statements.enumerated() {
            guard case .relationRow(let row) = statement else { continue }
            if let relation = rows.read(row), change(relation.source, { $0.addRelation(relation.draft) }) {
                statements[position] = .resolved
            } else {
                statements[position] = .unused(row.words)
            }
        }
    }

    /// Adds to each entity of which another has many a reference to that other, unless they are related already.
    private mutating func addReverseReferences() {
        for position in readers.keys.sorted() {
            guard let items = readers[position] else { continue }
            for (name, words) in items.many {
                let isRelated = items.drafts.contains { $0.target?.text == name && $0.isMany }
                guard !isRelated else { continue }
                _ = change(name) { other in
                    guard !other.drafts.contains(where: { $0.target?.text == items.own }) else { return }
                    var draft = FreeDraft(name: Located(text: items.own, place: words.place), words: words.text)
                    draft.refer(to: items.own, at: words.place, isMany: false)
                    other.add(draft)
                }
            }
        }
    }

    // MARK: Result

    private mutating func finish() {
        var unused: [Statement] = []
        for position in readers.keys.sorted() {
            guard var items = readers[position], case .entity(var entity) = statements[position] else { continue }
            items.finishClauses()
            var finisher = DraftFinisher(lexicon: lexicon, own: items.own, findings: findings.fresh)
            entity.fields = distinct(items.drafts.map { finisher.item($0) }, own: items.own, &finisher.findings)
            findings.absorb(finisher.findings)
            let names = Set(entity.fields.map(\.name.text))
            entity.uniqueGroups += items.groups.filter { group in
                group.names.count > 1 && group.names.allSatisfy { names.contains($0.text) } || !isGuessed(group, items)
            }
            unused += items.unused.map { .unused($0) }
            statements[position] = .entity(entity)
        }
        FreeCycles.open(&statements, lexicon: lexicon, findings: &findings)
        statements += unused
    }

    /// The name of the entity that a relation of many to many makes.
    private func link(_ own: String, _ item: FieldItem) -> String {
        own + " " + lexicon.inflector.singular(of: item.name.text.wireName.entityName)
    }

    private func isGuessed(_ group: UniqueGroup, _ items: FreeEntityReader) -> Bool {
        group.names.contains { $0.place == group.place }
    }

    /// The items without those whose name is there already, or is none.
    private func distinct(_ items: [FieldItem], own: String, _ findings: inout Findings) -> [FieldItem] {
        var taken: Set<String> = []
        return items.filter { item in
            if item.type?.isMany == true, positions[link(own, item).foldedForComparison] != nil {
                findings.add(
                    .note, "`\(item.name.text)` of `\(own)` is what `\(link(own, item))` says already",
                    subject: item.name.text, remedy: "remove one of them", at: item.name.place)
                return false
            }
            if taken.insert(item.name.text.wireName.lowercased()).inserted { return true }
            findings.add(
                .warning, "not used: “\(item.words.prefix(200))”: `\(item.name.text)` is there already",
                subject: item.name.text, remedy: "give it another name", at: item.name.place)
            return false
        }
    }
}
