import MGELayers

/// An entity while it is built.
struct DraftEntity: Sendable {
    var entity: Entity
    var statement: EntityStatement
    var place: LocatedText.Place
    var relationships: [Relationship] = []
    /// Whether its fields are those that the vocabulary knows.
    var hasUsualFields = false
    /// The names of relations by those that the vocabulary has for them.
    var usualNames: [String: String] = [:]
    /// The relations that are said to be the owner, with the places of that.
    var owners: [Located] = []
    /// The places of the names that are taken, fields and relations with their keys.
    private(set) var taken: [String: LocatedText.Place] = [:]
    /// The words of these names, in which they may be one though they are written in two ways.
    private var takenWords: Set<NameWords> = []

    /// Whether a list, and no sentence, says what it has.
    var isItemised: Bool { !statement.fields.isEmpty && !statement.isInSentence }

    /// The words that it comes from.
    var words: String { entity.origin.words ?? statement.name.text }

    init(entity: Entity, statement: EntityStatement, place: LocatedText.Place) {
        self.entity = entity
        self.statement = statement
        self.place = place
    }

    /// Whether a name is taken, also where the two become one only in code or in the table: `dueño` and `duenio`.
    func isTaken(_ name: String) -> Bool {
        taken[name.lowercased()] != nil || takenWords.contains(NameWords(name))
    }

    /// Takes a name for what stands at a place.
    mutating func take(_ name: String, at place: LocatedText.Place) {
        taken[name.lowercased()] = place
        takenWords.insert(NameWords(name))
    }

    /// Whether nothing but what is written may be added.
    var isExact: Bool { statement.form == .described && !statement.fields.isEmpty }
}

/// A many-to-many relation before its link is made.
struct DraftLink: Sendable {
    var source: Int
    var target: Int
    /// The singular of the name that it has: `tag` of `tags`.
    var role: String
    var name: Located
    var kind: Origin.Kind
    var words: String
    /// Whether it is never the other side of a reference.
    var isBothWays = false
}
