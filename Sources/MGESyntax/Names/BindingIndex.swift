/// The first binding of each name in each scope of a file.
struct BindingIndex: Sendable {
    private var ranges: [UInt64: (first: Int32, last: Int32)] = [:]
    private var keys: [UInt64] = []
    private var firsts: [Int32] = []

    /// The number of the first binding, or -1.
    func first(of name: Int32, in scope: Int) -> Int32 {
        let key = Self.key(name, in: scope)
        guard !keys.isEmpty else { return ranges[key]?.first ?? -1 }
        let index = keys.partition(from: key)
        return index < keys.count && keys[index] == key ? firsts[index] : -1
    }

    /// Adds a binding.
    /// - Returns: the number of the binding before it, or -1.
    mutating func add(_ number: Int32, of name: Int32, in scope: Int) -> Int32 {
        let key = Self.key(name, in: scope)
        let range = ranges[key]
        ranges[key] = (range?.first ?? number, number)
        return range?.last ?? -1
    }

    /// All names that are bound in a scope; empty until the index is compact.
    func names(in scope: Int) -> [Int32] {
        let first = keys.partition(from: Self.key(0, in: scope))
        let end = keys.partition(from: Self.key(0, in: scope + 1))
        return keys[first..<end].map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    }

    /// The same in two arrays in place of a dictionary; nothing can be added any more.
    var compact: BindingIndex {
        let sorted = ranges.sorted { $0.key < $1.key }
        var index = BindingIndex()
        index.keys = sorted.map(\.key)
        index.firsts = sorted.map(\.value.first)
        return index
    }

    private static func key(_ name: Int32, in scope: Int) -> UInt64 {
        UInt64(scope) << 32 | UInt64(UInt32(bitPattern: name))
    }
}
