import MGECore
import MGELayers

/// Builds the discovery of statements: the third step of reading.
struct BuildDiscovery {
    let lexicon: Lexicon
    var findings: Findings
    var entities: [DraftEntity] = []
    /// Entities by their folded name.
    var index: [String: Int] = [:]
    var links: [DraftLink] = []
    var assumptions: [String] = []
    var authentication: Authentication?
    /// What is looked up for what sentences say of how rows behave.
    var told = ToldIndex()
    /// Suggestions that may still be looked for, so that many errors do not cost a search each.
    private(set) var suggestions = 100

    private init(lexicon: Lexicon, findings: Findings) {
        self.lexicon = lexicon
        self.findings = findings
    }

    /// Builds the document; what is wrong is in the findings.
    static func build(
        _ statements: [Statement], identity: ProjectWords, lexicon: Lexicon, findings: Findings
    ) -> (document: DiscoveryDocument, findings: Findings) {
        var builder = BuildDiscovery(lexicon: lexicon, findings: findings)
        builder.register(statements)
        let behaviours = builder.behaviours(statements)
        builder.addAccount(behaviours)
        for position in builder.entities.indices { builder.settleOptions(of: position) }
        for position in builder.entities.indices { builder.readFields(of: position) }
        builder.relateGroups()
        builder.guessRelations()
        builder.makeLinks()
        for position in builder.entities.indices { builder.readUniqueGroups(of: position) }
        for position in builder.entities.indices { builder.guessUniqueGroups(of: position) }
        builder.readTransitions()
        builder.readLists()
        builder.readLogin()
        builder.readOwners()
        builder.readChanges()
        builder.apply(behaviours)
        builder.checkCycles()
        return (builder.document(statements, identity: identity), builder.findings)
    }

    /// Adds an assumption, and tells it with how to be sure.
    mutating func assume(
        _ sentence: String, _ severity: Diagnostic.Severity = .note, subject: String, remedy: String,
        at place: LocatedText.Place
    ) {
        assumptions.append(sentence)
        findings.add(severity, sentence, subject: subject, remedy: remedy, at: place)
    }

    /// What somebody may have meant; nil when nothing is near.
    mutating func suggestion(for word: String, among names: some Sequence<String>) -> String? {
        guard suggestions > 0 else { return nil }
        suggestions -= 1
        return NearestName.of(word, among: names)
    }

    /// The entity that a word names, in any case, singular or plural.
    func entity(named words: String) -> Int? {
        let name = words.entityName
        return index[name.foldedForComparison] ?? index[lexicon.inflector.singular(of: name).foldedForComparison]
    }

    // MARK: Entities

    private mutating func register(_ statements: [Statement]) {
        let named = statements.compactMap { statement -> EntityStatement? in
            guard case .entity(let entity) = statement else { return nil }
            return entity
        }
        for statement in named where !statement.isInSentence { register(statement) }
        let isDescribed = !entities.isEmpty
        var missing: [Located] = []
        for statement in named where statement.isInSentence {
            if !isDescribed || statement.hasOwnFields(lexicon) {
                register(statement)
            } else if entity(named: statement.name.text) == nil, !statement.isGuessed {
                missing.append(statement.name)
            }
        }
        if let first = missing.first {
            let names = missing.prefix(10).map { "`\($0.text)`" }.joined(separator: ", ")
            findings.add(
                .note, "named in a sentence and not described, so not built: \(names)", subject: first.text,
                remedy: "describe them like the other entities", at: first.place)
        }
        if entities.count > ReadingLimits.entities {
            findings.add(
                .error, "the description has \(entities.count) entities, more than \(ReadingLimits.entities)",
                remedy: "divide it into several projects", at: entities.last?.place)
        }
    }

    private mutating func register(_ statement: EntityStatement) {
        let place = statement.name.place
        let name = lexicon.inflector.singular(of: statement.name.text.entityName)
        guard isName(name, "entity", at: place) else { return }
        if let other = index[name.foldedForComparison] {
            if statement.form == .named { return }
            findings.add(
                .error, "the entity `\(name)` is described twice, at \(entities[other].place) and at \(place)",
                subject: name, remedy: "put all of its fields in one place", at: place)
            return
        }
        index[name.foldedForComparison] = entities.count
        let summary = statement.summary ?? (statement.form == .named ? lexicon.entity(named: name)?.summary : nil)
        let kind: Origin.Kind = statement.isGuessed ? .assumed : .stated
        entities.append(
            DraftEntity(
                entity: Entity(
                    name: name, plural: lexicon.inflector.plural(of: name), summary: summary,
                    origin: Origin(kind, at: findings.location(place), words: statement.source ?? statement.name.text)),
                statement: statement, place: place))
        if statement.isGuessed {
            assumeGuessed(name, from: statement.source ?? statement.name.text, at: place)
        }
    }

    /// Warns that an entity is guessed, and from which words.
    mutating func assumeGuessed(_ name: String, from words: String, at place: LocatedText.Place) {
        assume(
            "the entity `\(name)` is guessed from “\(words)”", .warning, subject: name,
            remedy: "name the entities: `with users, tasks and comments`", at: place)
    }

    /// Whether a name can be used; the findings say why not.
    mutating func isName(_ name: String, _ what: String, at place: LocatedText.Place) -> Bool {
        let shown = name.count > 80 ? name.prefix(80) + "…" : name
        if name.count > ReadingLimits.nameLength {
            findings.add(
                .error, "the name `\(shown)` has \(name.count) characters", subject: String(shown),
                remedy: "use at most \(ReadingLimits.nameLength)", at: place)
            return false
        }
        let isSound =
            name.allSatisfy { $0.isWordPart || $0 == " " } && name.first.map { $0.isLetter || $0 == "_" } == true
            && name.contains(where: \.isLetter)
        if !isSound {
            findings.add(
                .error, "`\(shown)` is no name for \(what == "entity" ? "an entity" : "a field")",
                subject: String(shown), remedy: "begin with a letter, and use letters, digits and blanks only",
                at: place)
        }
        return isSound
    }
}

/// What the description says of the project as a whole.
struct ProjectWords: Sendable {
    var requestedName: String?
    var stack: String
}
