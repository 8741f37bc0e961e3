import MGECore
import MGELayers

/// JSON schemas of the types of fields.
enum FieldSchema {
    /// What requests may write.
    static func written(_ type: FieldType) -> JSONValue {
        switch type {
        case .string(let minimum, let maximum):
            // One line is stripped, so that it has to hold something that is no blank; NUL cannot be stored.
            text(minimum: max(1, minimum ?? 1), maximum: maximum, pattern: #"^[^\x00]*[^\s\x00][^\x00]*$"#)
        case .text(let maximum): text(minimum: nil, maximum: maximum, pattern: #"^[^\x00]*$"#)
        case .integer(let minimum, let maximum):
            number("integer", .integer(minimum ?? Int(Int32.min)), .integer(maximum ?? Int(Int32.max)))
        case .bigInteger(let minimum, let maximum):
            number("integer", .integer(minimum ?? .min), .integer(maximum ?? .max))
        case .float(let minimum, let maximum):
            number("number", minimum.map(JSONValue.number), maximum.map(JSONValue.number))
        case .decimal(let precision, let scale, let minimum, let maximum):
            [
                "anyOf": [
                    number("number", minimum.map(JSONValue.number), maximum.map(JSONValue.number)),
                    decimal(precision: precision, scale: scale),
                ]
            ]
        default: read(type)
        }
    }

    /// What answers hold.
    static func read(_ type: FieldType) -> JSONValue {
        switch type {
        case .string, .text: string
        case .integer, .bigInteger: integer
        case .float: number
        case .decimal(let precision, let scale, _, _): decimal(precision: precision, scale: scale)
        case .boolean: boolean
        case .date: date
        case .dateTime: dateTime
        case .time: ["type": "string", "pattern": #"^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$"#]
        case .uuid: ["type": "string", "format": "uuid"]
        case .email: ["type": "string", "format": "email", "maxLength": 254]
        case .url: ["type": "string", "format": "uri", "maxLength": 2048]
        case .enumeration(let values): ["type": "string", "enum": .array(unique(values))]
        case .json: ["type": "object"]
        }
    }

    /// A schema that null fits besides.
    static func nullable(_ schema: JSONValue) -> JSONValue {
        ["anyOf": [schema, null]]
    }

    // Made once and shared by all the fields of a contract.

    private static let null: JSONValue = ["type": "null"]
    private static let string: JSONValue = ["type": "string"]
    private static let integer: JSONValue = ["type": "integer"]
    private static let number: JSONValue = ["type": "number"]
    private static let boolean: JSONValue = ["type": "boolean"]
    private static let date: JSONValue = ["type": "string", "format": "date"]
    private static let dateTime: JSONValue = ["type": "string", "format": "date-time"]

    private static func text(minimum: Int?, maximum: Int, pattern: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": "string", "maxLength": .integer(maximum), "pattern": .string(pattern),
        ]
        if let minimum { members["minLength"] = .integer(minimum) }
        return .object(members)
    }

    private static func number(_ type: String, _ minimum: JSONValue?, _ maximum: JSONValue?) -> JSONValue {
        var members: [String: JSONValue] = ["type": .string(type)]
        if let minimum { members["minimum"] = minimum }
        if let maximum { members["maximum"] = maximum }
        return .object(members)
    }

    /// An exact number travels as text, because clients read a JSON number as a binary fraction.
    private static func decimal(precision: Int, scale: Int) -> JSONValue {
        let whole = precision > scale ? "\\d{1,\(precision - scale)}" : "0"
        let fraction = scale > 0 ? "(\\.\\d{1,\(scale)})?" : ""
        return ["type": "string", "pattern": .string("^[-+]?\(whole)\(fraction)$")]
    }

    private static func unique(_ values: [String]) -> [JSONValue] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }.map(JSONValue.string)
    }
}
