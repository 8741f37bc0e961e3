package import MGECore

/// One value that an entity carries.
package struct Field: Codable, Hashable, Sendable {
    /// The name as it is on the wire: `due_date`.
    package var name: String
    package var type: FieldType
    package var isRequired: Bool
    package var isUnique: Bool
    /// The value when none is given; nil for none.
    package var defaultValue: JSONValue?
    /// What each case of an enumeration may be followed by; nil when it may become any other.
    package var transitions: [Transition]?
    /// What it is, in the description's own words.
    package var summary: String?
    package var origin: Origin

    package init(
        name: String, type: FieldType, isRequired: Bool = true, isUnique: Bool = false, defaultValue: JSONValue? = nil,
        transitions: [Transition]? = nil, summary: String? = nil, origin: Origin
    ) {
        self.name = name
        self.type = type
        self.isRequired = isRequired
        self.isUnique = isUnique
        self.defaultValue = defaultValue
        self.transitions = transitions
        self.summary = summary
        self.origin = origin
    }
}

/// What a case of an enumeration may be followed by, besides itself.
package struct Transition: Codable, Hashable, Sendable {
    package var from: String
    package var to: [String]

    package init(from: String, to: [String]) {
        self.from = from
        self.to = to
    }
}

/// The type of a field, with the bounds that the type allows.
package enum FieldType: Codable, Hashable, Sendable {
    /// One line of text of a bounded length in characters.
    case string(minimum: Int?, maximum: Int)
    /// Text of several lines.
    case text(maximum: Int)
    case integer(minimum: Int?, maximum: Int?)
    case bigInteger(minimum: Int?, maximum: Int?)
    case float(minimum: Double?, maximum: Double?)
    /// An exact decimal number; bounds are in units of the field.
    case decimal(precision: Int, scale: Int, minimum: Double?, maximum: Double?)
    case boolean
    case date
    case dateTime
    case time
    case uuid
    case email
    case url
    /// One of some values, as they are on the wire.
    case enumeration([String])
    case json

    /// The type's name in briefs, plans and templates.
    package var name: String {
        switch self {
        case .string: "string"
        case .text: "text"
        case .integer: "integer"
        case .bigInteger: "bigint"
        case .float: "float"
        case .decimal: "decimal"
        case .boolean: "boolean"
        case .date: "date"
        case .dateTime: "datetime"
        case .time: "time"
        case .uuid: "uuid"
        case .email: "email"
        case .url: "url"
        case .enumeration: "enum"
        case .json: "json"
        }
    }
}
