package import MGECore

/// A thing that the described system keeps.
package struct Entity: Codable, Hashable, Sendable {
    /// The singular as people say it, words separated by blanks: `order line`.
    package var name: String
    /// The plural: `order lines`.
    package var plural: String
    /// What it is, in the description's own words; nil when nothing is said.
    package var summary: String?
    package var fields: [Field]
    /// Groups of field or relationship names whose values are unique together.
    package var uniqueTogether: [[String]]
    /// The name of the relationship to the account that a row belongs to; nil when rows belong to nobody.
    package var owner: String?
    /// The names of the fields that a list is searched in; nil for none.
    package var searched: [String]?
    /// The names of the fields that a list may be sorted by; nil for none.
    package var sorted: [String]?
    /// Whether requests can only read it; nil for no.
    package var isReadOnly: Bool?
    /// Whether a deleted row is kept, and only shown no more; nil for no.
    package var isSoftDeleted: Bool?
    /// What an entity has whose deleted rows are kept: the time of the deletion.
    package static let deletionField = "deleted_at"
    package var origin: Origin

    package init(
        name: String, plural: String, summary: String? = nil, fields: [Field] = [], uniqueTogether: [[String]] = [],
        owner: String? = nil, searched: [String]? = nil, sorted: [String]? = nil,
        isReadOnly: Bool? = nil, isSoftDeleted: Bool? = nil, origin: Origin
    ) {
        self.name = name
        self.plural = plural
        self.summary = summary
        self.fields = fields
        self.uniqueTogether = uniqueTogether
        self.owner = owner
        self.searched = searched
        self.sorted = sorted
        self.isReadOnly = isReadOnly
        self.isSoftDeleted = isSoftDeleted
        self.origin = origin
    }
}

/// How something came to be in the discovery.
package struct Origin: Codable, Hashable, Sendable {
    /// Whether the description says it or a rule supplied it.
    package enum Kind: String, Codable, Sendable {
        case stated, assumed
    }

    package var kind: Kind
    /// The place of the words that it comes from.
    package var location: SourceLocation?
    /// The words that it comes from.
    package var words: String?

    package init(_ kind: Kind, at location: SourceLocation? = nil, words: String? = nil) {
        self.kind = kind
        self.location = location
        self.words = words
    }
}
