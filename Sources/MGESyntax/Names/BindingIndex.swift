/// The first binding of each name in each scope of a file.
struct BindingIndex: Sendable {
    private var ranges: [UInt64: (first: Int32, last: Int32)] = [:]
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

    /// Those of a file's bindings that are wanted, in two arrays in place of a dictionary, where nothing can be added.
    ///
    /// The bindings of a name in a scope are kept together, when one of them is wanted.
    func rebuilt(
        from bindings: [FileNames.Binding], where isWanted: (_ name: Int32, _ scope: Int, FileNames.Binding) -> Bool
    ) -> (bindings: [FileNames.Binding], index: BindingIndex) {
        var kept: [FileNames.Binding] = []
        var index = BindingIndex()
        for (key, range) in ranges.sorted(by: { $0.key < $1.key }) {
            let first = Int32(kept.count)
            let (name, scope) = (Int32(truncatingIfNeeded: key), Int(key >> 32))
            var next = range.first
            var isAnyWanted = false
            while next >= 0 {
                var binding = bindings[Int(next)]
                next = binding.next
                isAnyWanted = isAnyWanted || isWanted(name, scope, binding)
                binding.next = next >= 0 ? Int32(kept.count + 1) : -1
                kept.append(binding)
            }
            if isAnyWanted {
                index.keys.append(key)
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
