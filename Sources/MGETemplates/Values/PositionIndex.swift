/// Where the keys of a dictionary are in their array: a hash table of four bytes a slot, with open addressing.
struct PositionIndex {
    private var slots: [Int32] = []
    /// How many of the keys are in it.
    private var count = 0

    /// The position of a key among keys that were all added.
    func position(of key: Value, in keys: [Value]) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = Self.hash(key) & (slots.count - 1)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if keys[position].equals(key) { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds the keys behind those that are in it.
    mutating func add(_ keys: [Value]) {
        if keys.count * 2 > slots.count {
            var size = 16
            while size < keys.count * 2 { size *= 2 }
            slots = [Int32](repeating: -1, count: size)
            count = 0
        }
        for position in count..<keys.count {
            var slot = Self.hash(keys[position]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(position)
        }
        count = keys.count
    }

    private static func hash(_ key: Value) -> Int {
        var hasher = Hasher()
        key.hash(into: &hasher)
        return hasher.finalize() & .max
    }
}
