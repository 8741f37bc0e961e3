extension Value {
    /// The attribute of a name as `value.name` finds it: Python's methods first, then the item; nil if there is none.
    /// - Throws: `Failure` for an undefined value.
    func attribute(_ key: AttributeKey) throws -> Value? {
        switch self {
        case .dict(let dict):
            if key.isDictMethod { return .object(BoundMethod(self, key.name)) }
            return dict.value(of: key.name)
        case .object(let object): return try object.attribute(key) ?? object.item(.string(key.name))
        case .string, .markup: return key.isStringMethod ? .object(BoundMethod(self, key.name)) : nil
        case .list: return key.isListMethod ? .object(BoundMethod(self, key.name)) : nil
        case .tuple(let tuple):
            if let index = tuple.names.firstIndex(of: key.name) { return tuple.elements[index] }
            return key.name == "count" || key.name == "index" ? .object(BoundMethod(self, key.name)) : nil
        case .int, .float: return NumberMethods.names.contains(key.name) ? .object(BoundMethod(self, key.name)) : nil
        case .undefined(let undefined):
            if undefined.policy == .chainable { return self }
            throw undefined.failure
        case .none, .bool: return nil
        }
    }

    /// The item of a key as `value[key]` finds it; nil if there is none.
    /// - Throws: `Failure` for an undefined value.
    func item(_ key: Value) throws -> Value? {
        if case .undefined(let undefined) = key { throw undefined.failure }
        switch self {
        case .dict(let dict):
            if case .list = key { return nil }
            if case .dict = key { return nil }
            if let found = try dict.value(of: key) { return found }
        case .list(let list):
            if let index = key.integerContent { return Self.element(list.elements, index) }
        case .tuple(let tuple):
            if let index = key.integerContent { return Self.element(tuple.elements, index) }
        case .string(let text):
            if let index = key.integerContent { return Self.character(text, index).map(Value.string) }
        case .markup(let text):
            if let index = key.integerContent { return Self.character(text, index).map(Value.markup) }
        case .object(let object):
            if let found = try object.item(key) { return found }
        case .undefined(let undefined):
            if undefined.policy == .chainable { return self }
            throw undefined.failure
        default: break
        }
        guard case .string(let name) = key else { return nil }
        return try attribute(AttributeKey(name))
    }

    private static func element(_ elements: [Value], _ index: Int) -> Value? {
        let position = index < 0 ? index + elements.count : index
        return elements.indices.contains(position) ? elements[position] : nil
    }

    private static func character(_ text: String, _ index: Int) -> String? {
        let scalars = text.unicodeScalars
        let position = index < 0 ? index + scalars.count : index
        guard position >= 0, position < scalars.count else { return nil }
        return String(scalars[scalars.index(scalars.startIndex, offsetBy: position)])
    }

    /// Python's `value[start:stop:step]`.
    /// - Throws: `Failure` when the value is no sequence or a bound no integer.
    func slice(_ start: Value, _ stop: Value, _ step: Value) throws -> Value {
        let bounds = (
            try Self.bound(start), try Self.bound(stop), try Self.bound(step)
        )
        switch self {
        case .list(let list): return .list(try ListValue(try Self.slice(list.elements, bounds)))
        case .tuple(let tuple): return .tuple(TupleValue(try Self.slice(tuple.elements, bounds)))
        case .string(let text):
            return .string(Text.string(try Self.slice(Array(text.unicodeScalars), bounds)))
        case .markup(let text):
            return .markup(Text.string(try Self.slice(Array(text.unicodeScalars), bounds)))
        case .object(let object as RangeObject):
            return .object(try object.slice(bounds.0, bounds.1, bounds.2))
        case .undefined(let undefined):
            if undefined.policy == .chainable { return self }
            throw undefined.failure
        default: throw Failure(.type, "'\(typeName)' object is not subscriptable")
        }
    }

    private static func bound(_ value: Value) throws -> Int? {
        if case .none = value { return nil }
        if case .undefined(let undefined) = value { throw undefined.failure }
        guard let number = value.integerContent else {
            throw Failure(.type, "slice indices must be integers or None or have an __index__ method")
        }
        return number
    }

    private static func slice<Element>(_ elements: [Element], _ bounds: (Int?, Int?, Int?)) throws -> [Element] {
        let step = bounds.2 ?? 1
        let count = elements.count
        guard step != 0 else { throw Failure(.value, "slice step cannot be zero") }
        func clamp(_ bound: Int?, _ missing: Int, _ low: Int, _ high: Int) -> Int {
            guard let bound else { return missing }
            return bound < 0 ? max(bound.addingReportingOverflow(count).partialValue, low) : min(bound, high)
        }
        if step == 1 {
            let start = clamp(bounds.0, 0, 0, count)
            let stop = clamp(bounds.1, count, 0, count)
            return start < stop ? Array(elements[start..<stop]) : []
        }
        let low = step < 0 ? -1 : 0
        let high = step < 0 ? count - 1 : count
        var index = clamp(bounds.0, step < 0 ? count - 1 : 0, low, high)
        let stop = clamp(bounds.1, step < 0 ? -1 : count, low, high)
        var result: [Element] = []
        while step < 0 ? index > stop : index < stop {
            result.append(elements[index])
            let next = index.addingReportingOverflow(step)
            if next.overflow { break }
            index = next.partialValue
        }
        return result
    }
}
