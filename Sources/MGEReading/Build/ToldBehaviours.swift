import MGELayers

/// What sentences say of how rows behave.
struct ToldBehaviours {
    /// All of it, as the text says it.
    let all: [Behaviour]
    /// The first that is too much.
    let next: Behaviour?
    /// Where login is said, with who logs in and with what.
    let logins: [(behaviour: Behaviour, people: [Behaviour.Noun], field: Located?)]

    init(_ statements: [Statement]) {
        let said = statements.compactMap { statement in
            if case .behaviour(let behaviour) = statement { behaviour } else { nil }
        }
        all = Array(said.prefix(ReadingLimits.behaviours))
        next = said.dropFirst(ReadingLimits.behaviours).first
        logins = all.compactMap { behaviour in
            guard case .login(let people, let field) = behaviour.kind else { return nil }
            return (behaviour, people, field)
        }
    }
}

/// What is looked up again and again where such sentences are applied.
struct ToldIndex {
    /// The entities by the word that says what they are: `order` of `repair order`.
    var heads: [String: [Int]] = [:]
    /// The entities that have a field of a name, or of a part of it.
    private(set) var fields: [String: [Int]] = [:]
    /// Who logs in, as a kind of people each.
    var people: Set<String> = []
    /// The entities of which it is told that everybody reads them.
    var readings: Set<String> = []

    mutating func addHeads(of entities: [DraftEntity], inflector: Inflector) {
        for (position, draft) in entities.enumerated() {
            heads[inflector.head(of: draft.entity.name).foldedForComparison, default: []].append(position)
        }
    }

    mutating func addFields(of entities: [DraftEntity]) {
        for (position, draft) in entities.enumerated() {
            var names: Set<String> = []
            for field in draft.entity.fields {
                let name = field.name.foldedForComparison
                names.insert(name)
                for (position, byte) in zip(name.utf8.indices, name.utf8) where byte == UInt8(ascii: "_") {
                    names.insert(String(name[..<position]))
                    names.insert(String(name[name.utf8.index(after: position)...]))
                }
            }
            for name in names { fields[name, default: []].append(position) }
        }
    }
}
