/// An entity while it is built.
struct DraftEntity: Sendable {
    var entity: Entity
    var statement: EntityStatement
    var place: LocatedText.Place
    var relationships: [Relationship] = []
    /// The relations that are said to be the owner, with the places of that.
    var owners: [Located] = []
    /// The places of the names that are taken, fields and relations with their keys.
    var taken: [String: LocatedText.Place] = [:]

    /// Whether a list, and no sentence, says what it has.
    var isItemised: Bool { !statement.fields.isEmpty && !statement.isInSentence }

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
