/// The first binding of each name in each scope of a file.
///
/// While a file is read, a hash table with open addressing: it is asked for each name.
struct BindingIndex: Sendable {
    /// A name in a scope, with the first and the last of its bindings; without any when it is free.
    private struct Slot: BitwiseCopyable {
        var key: UInt64 = 0
        var first: Int32 = -1
        var last: Int32 = -1
    }

    private var slots: [Slot] = []
    private var count = 0
    private var keys: [UInt64]
    private var firsts: [Int32]

    init() { self.init(keys: [], firsts: []) }

    private init(keys: [UInt64], firsts: [Int32]) {
        self.keys = keys
        self.firsts = firsts
    }

    /// The number of the first binding, or -1.
    func first(of name: Int32, in scope: Int) -> Int32 {
        let key = Self.key(name, in: scope)
        guard !keys.isEmpty else { return slots.isEmpty ? -1 : slots[slot(of: key)].first }
        let index = keys.partition(from: key)
        return index < keys.count && keys[index] == key ? firsts[index] : -1
    }

    /// Adds a binding.
    /// - Returns: the number of the binding before it, or -1.
    mutating func add(_ number: Int32, of name: Int32, in scope: Int) -> Int32 {
        let key = Self.key(name, in: scope)
        if count * 2 >= slots.count { grow() }
        let index = slot(of: key)
        let before = slots[index].last
        if slots[index].first < 0 {
            slots[index] = Slot(key: key, first: number, last: number)
            count += 1
        } else {
            slots[index].last = number
        }
        return before
    }

    private mutating func grow() {
        let filled = slots.filter { $0.first >= 0 }
        slots = [Slot](repeating: Slot(), count: max(32, slots.count * 2))
        for entry in filled { slots[slot(of: entry.key)] = entry }
    }

    /// Where a key is, or is to be put (multiplicative hashing, Knuth).
    private func slot(of key: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
        while slots[index].first >= 0, slots[index].key != key { index = (index + 1) & (slots.count - 1) }
        return index
    }

    /// All names that are bound in a scope; empty until the index is compact.
    func names(in scope: Int) -> [Int32] {
        let first = keys.partition(from: Self.key(0, in: scope))
        let end = keys.partition(from: Self.key(0, in: scope + 1))
        return keys[first..<end].map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    }

    /// Those of a file's bindings that are wanted, in two arrays in place of a dictionary, where nothing can be added.
    ///
    /// The bindings of a name in a scope are kept together, when one of them is wanted.
    func rebuilt(
        from bindings: [FileNames.Binding], where isWanted: (_ name: Int32, _ scope: Int, FileNames.Binding) -> Bool
    ) -> (bindings: [FileNames.Binding], index: BindingIndex) {
        var kept: [FileNames.Binding] = []
        var index = BindingIndex()
        for slot in slots.filter({ $0.first >= 0 }).sorted(by: { $0.key < $1.key }) {
            let first = Int32(kept.count)
            let (name, scope) = (Int32(truncatingIfNeeded: slot.key), Int(slot.key >> 32))
            var next = slot.first
            var isAnyWanted = false
            while next >= 0 {
                var binding = bindings[Int(next)]
                next = binding.next
                isAnyWanted = isAnyWanted || isWanted(name, scope, binding)
                binding.next = next >= 0 ? Int32(kept.count + 1) : -1
                kept.append(binding)
            }
            if isAnyWanted {
                index.keys.append(slot.key)
                index.firsts.append(first)
            } else {
                kept.removeLast(kept.count - Int(first))
            }
        }
        return (kept.exact, BindingIndex(keys: index.keys.exact, firsts: index.firsts.exact))
    }

    private static func key(_ name: Int32, in scope: Int) -> UInt64 {
        UInt64(scope) << 32 | UInt64(UInt32(bitPattern: name))
    }
}
