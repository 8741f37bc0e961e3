import MGELayers

/// Something that the description says, as far as its form shows: what `RecogniseStatements` hands on.
enum Statement: Sendable {
    case title(Located)
    /// A sentence that says what the project is; `isUnderstood` when more than a summary was made of it.
    case summary(Located, isUnderstood: Bool)
    /// A stack by its name.
    case stack(String, Located)
    /// What the project is for: `task management`.
    case domain(Located)
    case entity(EntityStatement)
    /// A row of a table of relations, until all entities are known.
    case relationRow(TableRow)
    /// What another statement holds by now; it keeps the numbers of the statements after it.
    case resolved
    case rule(Located)
    /// How rows behave, as a sentence says it.
    case behaviour(Behaviour)
    /// Words of which nothing was made; `isInSummary` when the sentence that they are in is kept.
    case unused(Located, isInSummary: Bool = false)
}

/// Words with their place.
struct Located: Hashable, Sendable {
    var text: String
    var place: LocatedText.Place
}

/// An entity that the description names.
struct EntityStatement: Sendable {
    /// How exactly it is described.
    enum Form: Int, Sendable, Comparable {
        /// Named in a sentence: everything else is guessed.
        case named
        /// With what sentences say of it.
        case told
        /// With the names of its fields: their types are guessed.
        case listed
        /// With items: taken as it is written.
        case described

        static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
    }

    var form: Form
    /// As it was written.
    var name: Located
    /// Whether it follows from the domain only, so that it is not said at all.
    var isGuessed = false
    /// Whether a sentence names it, so that headings and items count before it.
    var isInSentence = false
    var summary: String?
    /// The words that it follows from, when they are not its name.
    var source: String?
    /// What its one number may be, with the words: `from 1 to 5` of `ratings from 1 to 5`.
    var bounds: (value: BoundsReader.Bounds, words: Located)?
    var fields: [FieldItem] = []
    var uniqueGroups: [UniqueGroup] = []
    /// Items in free words, in their order; `ResolveFreeForms` makes fields of them when all entities are known.
    var freeItems: [FreeItem] = []
    var options: [OptionItem] = []

    /// Whether two of its fields or more are values of its own, and refer to nothing.
    func hasOwnFields(_ lexicon: Lexicon) -> Bool {
        fields.count { $0.type.map { lexicon.types.meaning(of: $0.tokens) != nil } ?? true } > 1
    }
}

/// An item in free words.
enum FreeItem: Sendable {
    /// A field or a relation, with what is said of it.
    case item(TokenizedText)
    /// A field with items below it.
    case options(TokenizedText, [TokenizedText])
    /// Fields with commas between them, and sentences about them.
    case line(TokenizedText)
    /// What stands in parentheses behind the name of the entity.
    case aside(TokenizedText)
    /// What a cell beside the fields of a row says of them.
    case remark(TokenizedText)
    /// Fields of a row that are all optional, or all unique, because they stand in that column.
    case marked(TokenizedText, Keyword)
    /// What a cell says of deleting what the row refers to.
    case deletion(TokenizedText)
    /// A row of a table of fields.
    case row(TableRow)
}

/// An item that says something of its entity as a whole: `login: email`.
struct OptionItem: Sendable {
    var keyword: Keyword
    /// The whole item, which is a field when its words show it: `login: string`.
    var source: TokenizedText
    /// The tokens behind the colon.
    var value: Range<Int>
    /// How many fields of the entity were before it.
    var position: Int
}

/// Names of fields that are unique together.
struct UniqueGroup: Sendable {
    var names: [Located]
    var place: LocatedText.Place
}

/// An item that describes a field or a relation, before its type is resolved.
struct FieldItem: Sendable {
    /// The type as it was written.
    struct TypePhrase: Sendable {
        var tokens: [Token]
        var words: Located
        /// `many Tag`, `Tag[]`.
        var isMany = false
        /// Whether sentences say it of both, so that it is never the other side of a reference.
        var isBothWays = false
        /// What stands in parentheses after it; nil when there are none.
        var arguments: [Located]?
    }

    var name: Located
    /// The whole item.
    var words: String
    /// Nil when none is written, so that it has to be guessed.
    var type: TypePhrase?
    /// Whether the type follows from the name only.
    var isTypeGuessed = false
    var required: LocatedText.Place?
    var optional: LocatedText.Place?
    var unique: LocatedText.Place?
    var defaultValue: Located?
    var minimum: Located?
    var maximum: Located?
    var onDelete: (rule: Relationship.Deletion, place: LocatedText.Place)?
    /// Chains of states: each step has the states that one may become.
    var chains: [[[Located]]] = []
    /// Where it says that a row belongs to what it refers to.
    var owner: LocatedText.Place?
    var summary: String?
}
