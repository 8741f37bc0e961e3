/// The way to an attribute of an attribute, as filters take it: `address.city`, `items.0`, or a number.
struct AttributePath {
    private let keys: [Value]
    private let missing: Value?
    private let policy: UndefinedPolicy

    /// The path that an argument names; nil without argument or for None.
    /// - Throws: `Failure` for anything but a text or an integer.
    init?(_ argument: Value?, default missing: Value? = nil, _ state: RenderState) throws {
        guard let argument, !argument.isNone else { return nil }
        policy = state.options.undefined
        self.missing = missing.flatMap { $0.isNone ? nil : $0 }
        if let index = argument.integerContent {
            keys = [.int(index)]
        } else if let path = argument.stringContent {
            keys = path.split(separator: ".", omittingEmptySubsequences: false).map { part in
                part.utf8.allSatisfy(Text.isDigit)
                    ? Int(part).map { .int($0) } ?? .string(String(part))
                    : .string(String(part))
            }
        } else {
            throw Failure(.type, "an attribute must be a text or an integer, not \(argument.typeName)")
        }
    }

    /// What is at the end of the path.
    /// - Throws: `Failure` when something on the way is undefined.
    func value(in item: Value) throws -> Value {
        var value = item
        for key in keys {
            if let found = try value.item(key) {
                value = found
                continue
            }
            if let missing {
                value = missing
                continue
            }
            let subject: Undefined.Subject
            if case .string(let name) = key {
                subject = .attribute(name, ofType: value.typeName)
            } else {
                subject = .element(try key.repr(), ofType: value.typeName)
            }
            value = .undefined(Undefined(subject, policy: policy, position: nil))
        }
        return value
    }

    /// The paths of a list of attributes with commas between them.
    static func list(_ argument: Value?, _ state: RenderState) throws -> [AttributePath?] {
        guard let text = argument?.stringContent else { return [try AttributePath(argument, state)] }
        return try text.split(separator: ",", omittingEmptySubsequences: false).map {
            try AttributePath(.string(String($0)), state)
        }
    }
}

extension Value {
    /// A text in lower case, for comparing without case; everything else as it is.
    var ignoringCase: Value {
        switch self {
        case .string(let text): .string(Text.lower(text))
        case .markup(let text): .string(Text.lower(text))
        default: self
        }
    }

    /// Sorts as Python's `sorted`: stable, in both directions.
    static func sorted(_ items: [Value], by keys: [Value], descending: Bool) throws -> [Value] {
        let order = try keys.indices.sorted { left, right in
            if try descending ? keys[right].precedes(keys[left]) : keys[left].precedes(keys[right]) { return true }
            if try descending ? keys[left].precedes(keys[right]) : keys[right].precedes(keys[left]) { return false }
            return left < right
        }
        return order.map { items[$0] }
    }
}
