extension Value {
    /// What a loop over the value runs through.
    /// - Throws: `Failure` when the value is not iterable.
    func elements() throws -> [Value] {
        switch self {
        case .list(let list): return list.elements
        case .tuple(let tuple): return tuple.elements
        case .dict(let dict): return dict.keys
        case .string(let text), .markup(let text): return text.unicodeScalars.map { .string(String($0)) }
        case .undefined(let undefined):
            try undefined.requireLenient()
            return []
        case .object(let object):
            guard let elements = try object.elements() else {
                throw Failure(.type, "'\(typeName)' object is not iterable")
            }
            return elements
        default: throw Failure(.type, "'\(typeName)' object is not iterable")
        }
    }

    /// Python's `len()`.
    /// - Throws: `Failure` when the value has no length.
    func length() throws -> Int {
        switch self {
        case .list(let list): return list.elements.count
        case .tuple(let tuple): return tuple.elements.count
        case .dict(let dict): return dict.count
        case .string(let text), .markup(let text): return Text.length(text)
        case .undefined(let undefined):
            try undefined.requireLenient()
            return 0
        case .object(let object):
            if let count = object.count { return count }
            throw Failure(
                .type, "object of type '\(typeName)' has no len()", remedy: "make it a list first: `| list`")
        default: throw Failure(.type, "object of type '\(typeName)' has no len()")
        }
    }
}
