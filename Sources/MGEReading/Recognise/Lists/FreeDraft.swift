/// A field or relation in free words while it is read.
struct FreeDraft: Sendable {
    var item: FieldItem
    /// Whether the bounds count characters.
    var isLength = false
    /// Whether the bounds themselves are outside.
    var isExclusive = false
    /// The cases of an enumeration.
    var cases: [Located] = []
    /// The unit in signs that it is measured in.
    var measure: String?
    /// The entity that it refers to.
    var target: Located?
    var isMany = false
    /// Whether it is said of both that there are many.
    var isBothWays = false
    /// Whether only its name makes it a relation.
    var isNamedAfterTarget = false
    /// Whether it is written in the grammar of briefs.
    var isExact = false
    /// Clauses that speak of other fields too, which are read when all of them are known.
    var clauses: [TokenizedText] = []
    /// Words of which nothing was made.
    var left: [Located] = []
    /// Words that were read as a keyword of nearly the same letters.
    var corrections: [(written: Located, read: String)] = []

    init(name: Located, words: String) {
        item = FieldItem(name: name, words: words)
    }

    /// Whether nothing but its name is known.
    var isPlain: Bool { target == nil && item.type == nil && cases.isEmpty }

    /// Makes it a reference to an entity, when it is none yet.
    mutating func refer(to name: String, at place: LocatedText.Place, isMany: Bool) {
        guard target == nil else { return }
        target = Located(text: name, place: place)
        self.isMany = self.isMany || isMany
    }
}

/// What somebody says of a field beside its name.
enum FreeContext: Sendable {
    /// After a colon, or in the cell of a type.
    case type
    /// In parentheses.
    case parenthesis
    /// After a comma, or in a remark.
    case remark
}
