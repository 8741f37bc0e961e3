/// What a template computes with: Python's values as Jinja knows them.
///
/// Copies are cheap: collections are boxed. A list or dictionary that came from outside is frozen; one that a
/// template made may be changed by that render alone.
package enum Value: Sendable {
    case undefined(Undefined)
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    /// Text that autoescape leaves alone.
    case markup(String)
    case list(ListValue)
    case tuple(TupleValue)
    /// Keys keep the order they were added in.
    case dict(DictValue)
    /// Everything with behaviour of its own: functions, macros, namespaces, iterators.
    case object(any TemplateObject)
}

extension Value {
    /// A frozen list.
    package static func list(_ elements: [Value]) -> Value { .list(ListValue(frozen: elements)) }

    /// A tuple.
    package static func tuple(_ elements: [Value]) -> Value { .tuple(TupleValue(elements)) }

    /// A frozen dictionary; of two equal keys the last one's value counts.
    package static func dict(_ pairs: [(String, Value)]) -> Value {
        .dict(DictValue(frozen: pairs.map { (.string($0.0), $0.1) }))
    }

    /// The name of the value's Python type, as in messages: `int`, `str`, `dict`.
    package var typeName: String {
        switch self {
        case .undefined: "Undefined"
        case .none: "NoneType"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .string: "str"
        case .markup: "Markup"
        case .list: "list"
        case .tuple: "tuple"
        case .dict: "dict"
        case .object(let object): object.typeName
        }
    }

    /// The text of a string, marked safe or not; nil for everything else.
    var stringContent: String? {
        switch self {
        case .string(let text), .markup(let text): text
        default: nil
        }
    }

    /// The number of an integer or Boolean; nil for everything else.
    var integerContent: Int? {
        switch self {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        default: nil
        }
    }

    /// Any number as a floating point one; nil for everything else.
    var doubleContent: Double? {
        switch self {
        case .int(let number): Double(number)
        case .bool(let flag): flag ? 1 : 0
        case .float(let number): number
        default: nil
        }
    }

    /// How deep the value nests: 0 for a scalar.
    var nesting: Int {
        switch self {
        case .list(let list): list.nesting
        case .tuple(let tuple): tuple.nesting
        case .dict(let dict): dict.nesting
        default: 0
        }
    }

    /// Whether the value is undefined.
    var isUndefined: Bool {
        if case .undefined = self { return true }
        return false
    }
}
