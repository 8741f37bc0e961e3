extension Value {
    /// Python's `==`; never fails: collections that nest too deep are not equal.
    func equals(_ other: Value, depth: Int = 0) -> Bool {
        guard depth <= Nesting.limit else { return false }
        switch (self, other) {
        case (.string(let left), .string(let right)), (.markup(let left), .string(let right)),
            (.string(let left), .markup(let right)), (.markup(let left), .markup(let right)):
            return Text.same(left, right)
        case (.int(let left), .int(let right)): return left == right
        case (.none, .none): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.undefined, .undefined): return true
        case (.list(let left), .list(let right)):
            return left === right || Self.equal(left.elements, right.elements, depth: depth)
        case (.tuple(let left), .tuple(let right)):
            return left === right || Self.equal(left.elements, right.elements, depth: depth)
        case (.dict(let left), .dict(let right)):
            if left === right { return true }
            guard left.count == right.count else { return false }
            for index in left.keys.indices {
                guard let value = try? right.value(of: left.keys[index]),
                    left.values[index].equals(value, depth: depth + 1)
                else { return false }
            }
            return true
        case (.object(let left), .object(let right)): return left === right || left.isEqual(to: right)
        default:
            if let left = integerContent, let right = other.integerContent { return left == right }
            if let left = doubleContent, let right = other.doubleContent { return left == right }
            return false
        }
    }

    private static func equal(_ left: [Value], _ right: [Value], depth: Int) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where !left[index].equals(right[index], depth: depth + 1) { return false }
        return true
    }

    /// Python's `<`.
    /// - Throws: `Failure` when the two have no order.
    func precedes(_ other: Value, depth: Int = 0, symbol: String = "<") throws -> Bool {
        try Nesting.check(depth)
        switch (self, other) {
        case (.int(let left), .int(let right)): return left < right
        case (.undefined(let undefined), _), (_, .undefined(let undefined)): throw undefined.failure
        case (.list(let left), .list(let right)):
            return try Self.precedes(left.elements, right.elements, depth: depth, symbol: symbol)
        case (.tuple(let left), .tuple(let right)):
            return try Self.precedes(left.elements, right.elements, depth: depth, symbol: symbol)
        default:
            if let left = stringContent, let right = other.stringContent { return Text.precedes(left, right) }
            if let left = integerContent, let right = other.integerContent { return left < right }
            if let left = doubleContent, let right = other.doubleContent { return left < right }
            throw Failure(
                .type, "'\(symbol)' not supported between instances of '\(typeName)' and '\(other.typeName)'")
        }
    }

    private static func precedes(_ left: [Value], _ right: [Value], depth: Int, symbol: String) throws -> Bool {
        for index in 0..<min(left.count, right.count) where !left[index].equals(right[index]) {
            return try left[index].precedes(right[index], depth: depth + 1, symbol: symbol)
        }
        return left.count < right.count
    }

    /// Python's `<=`, which for everything but NaN is "not greater".
    /// - Throws: `Failure` when the two have no order.
    func precedesOrEquals(_ other: Value, symbol: String = "<=") throws -> Bool {
        if case .float(let number) = self, number.isNaN { return false }
        if case .float(let number) = other, number.isNaN { return false }
        return try !other.precedes(self, symbol: symbol)
    }

    /// Python's `bool()`.
    /// - Throws: `Failure` for a strict undefined value.
    func isTrue() throws -> Bool {
        switch self {
        case .bool(let flag): return flag
        case .string(let text), .markup(let text): return !text.isEmpty
        case .none: return false
        case .int(let number): return number != 0
        case .float(let number): return number != 0
        case .list(let list): return !list.elements.isEmpty
        case .tuple(let tuple): return !tuple.elements.isEmpty
        case .dict(let dict): return dict.count > 0
        case .object(let object): return object.isTrue
        case .undefined(let undefined):
            try undefined.requireLenient()
            return false
        }
    }

    /// Python's `in`, this value being the container.
    /// - Throws: `Failure` when this is no container.
    func contains(_ element: Value) throws -> Bool {
        switch self {
        case .string(let text), .markup(let text):
            if case .undefined(let undefined) = element { throw undefined.failure }
            guard let part = element.stringContent else {
                throw Failure(
                    .type, "'in <string>' requires string as left operand, not \(element.typeName)")
            }
            return part.isEmpty || !Text.ranges(of: part, in: text, limit: 1).isEmpty
        case .list(let list): return try Self.contains(list.elements, element)
        case .tuple(let tuple): return try Self.contains(tuple.elements, element)
        case .dict(let dict): return try dict.value(of: element) != nil
        case .object(let object):
            if let result = try object.contains(element) { return result }
            guard let elements = try object.elements() else {
                throw Failure(.type, "argument of type '\(typeName)' is not iterable")
            }
            return try Self.contains(elements, element)
        case .undefined(let undefined):
            try undefined.requireLenient()
            return false
        default: throw Failure(.type, "argument of type '\(typeName)' is not iterable")
        }
    }

    private static func contains(_ elements: [Value], _ element: Value) throws -> Bool {
        if case .undefined(let undefined) = element { try undefined.requireLenient() }
        return elements.contains { $0.equals(element) }
    }

    /// Python's `==` as an operator, which a strict undefined value refuses.
    /// - Throws: `Failure` for a strict undefined value.
    func isEqual(to other: Value) throws -> Bool {
        if case .undefined(let undefined) = self { try undefined.requireLenient() }
        if case .undefined(let undefined) = other { try undefined.requireLenient() }
        return equals(other)
    }
}
