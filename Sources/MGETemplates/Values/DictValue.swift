/// The box of a dictionary that keeps the order of its keys.
///
/// Up to eight keys are searched one by one, more through an index.
/// `@unchecked Sendable`: only dictionaries that a render makes are changed, and those never leave the one thread
/// that renders; every dictionary from outside is frozen, with its index already built.
package final class DictValue: @unchecked Sendable {
    private static let smallCount = 8

    /// The keys, in the order they were added.
    package private(set) var keys: [Value] = []
    /// The values, as the keys are ordered.
    package private(set) var values: [Value] = []
    private var index = PositionIndex()
    let isFrozen: Bool
    private(set) var nesting = 1

    /// A dictionary that nothing changes; of two equal keys the last one's value counts.
    package init(frozen pairs: [(Value, Value)]) {
        isFrozen = true
        fill(pairs)
    }

    /// A dictionary that belongs to the current render.
    /// - Throws: `Failure` when a key cannot be hashed or the dictionary nests too deep.
    init(_ pairs: [(Value, Value)] = []) throws {
        isFrozen = false
        for (key, _) in pairs { try key.requireHashable() }
        fill(pairs)
        try Nesting.check(nesting)
    }

    private func fill(_ pairs: [(Value, Value)]) {
        keys.reserveCapacity(pairs.count)
        values.reserveCapacity(pairs.count)
        for (key, value) in pairs { put(key, value) }
        nesting = max(Nesting.above(values), Nesting.above(keys))
    }

    /// The number of keys.
    package var count: Int { keys.count }

    /// The value of a text key.
    func value(of key: String) -> Value? {
        if keys.count <= Self.smallCount {
            for position in keys.indices {
                switch keys[position] {
                case .string(let text), .markup(let text):
                    if text == key, Text.same(text, key) { return values[position] }
                default: continue
                }
            }
            return nil
        }
        return index.position(of: .string(key), in: keys).map { values[$0] }
    }

    /// The value of any key.
    /// - Throws: `Failure` when the key cannot be hashed.
    func value(of key: Value) throws -> Value? {
        if case .string(let text) = key { return value(of: text) }
        try key.requireHashable()
        return position(of: key).map { values[$0] }
    }

    private func position(of key: Value) -> Int? {
        if keys.count <= Self.smallCount {
            return keys.firstIndex { $0.equals(key) }
        }
        return index.position(of: key, in: keys)
    }

    private func put(_ key: Value, _ value: Value) {
        if let position = position(of: key) {
            values[position] = value
            return
        }
        keys.append(key)
        values.append(value)
        if keys.count > Self.smallCount { index.add(keys) }
    }

    private func requireChangeable() throws {
        guard !isFrozen else {
            throw Failure(.type, "a dict of the context cannot be changed", remedy: "change a copy: `dict(…)`")
        }
    }

    /// Sets the value of a key.
    /// - Throws: `Failure` for a frozen dictionary or a key that cannot be hashed.
    func set(_ key: Value, _ value: Value, _ state: RenderState) throws {
        try requireChangeable()
        try key.requireHashable()
        put(key, value)
        if value.isContainer {
            state.retainUntilEnd(self)
            nesting = max(nesting, value.nesting + 1)
            try Nesting.check(nesting)
        }
    }

    /// Removes a key and gives its value.
    /// - Throws: `Failure` for a frozen dictionary or a key that cannot be hashed.
    func remove(_ key: Value) throws -> Value? {
        try requireChangeable()
        try key.requireHashable()
        guard let position = position(of: key) else { return nil }
        keys.remove(at: position)
        let value = values.remove(at: position)
        index = PositionIndex()
        if keys.count > Self.smallCount { index.add(keys) }
        return value
    }

    /// Removes everything.
    /// - Throws: `Failure` for a frozen dictionary.
    func removeAll() throws {
        try requireChangeable()
        dismantle()
    }

    /// Drops everything, so that a cycle of dictionaries can be freed.
    func dismantle() {
        keys = []
        values = []
        index = PositionIndex()
    }
}

/// A hashable value as a key: equal as Python's keys are.
struct DictKey: Hashable {
    let value: Value

    init(_ value: Value) { self.value = value }

    static func == (left: DictKey, right: DictKey) -> Bool { left.value.equals(right.value) }

    func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Value {
    /// Refuses what Python cannot hash.
    /// - Throws: `Failure` for a list, a dictionary, or a tuple that holds one.
    func requireHashable() throws {
        switch self {
        case .list, .dict: throw Failure(.type, "unhashable type: '\(typeName)'")
        case .tuple(let tuple): for element in tuple.elements { try element.requireHashable() }
        case .undefined(let undefined): try undefined.requireLenient()
        default: return
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .undefined: hasher.combine(1)
        case .none: hasher.combine(2)
        case .bool(let flag): hasher.combine(flag ? 1.0 : 0.0)
        case .int(let number): hasher.combine(Double(number))
        case .float(let number): hasher.combine(number)
        case .string(let text), .markup(let text): hasher.combine(text)
        case .list, .dict: hasher.combine(3)
        case .tuple(let tuple): for element in tuple.elements { element.hash(into: &hasher) }
        case .object(let object): hasher.combine(ObjectIdentifier(object))
        }
    }
}
