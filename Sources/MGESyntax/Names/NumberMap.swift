/// What numbers stand for, in eight bytes an entry: a dictionary for each file of a project would be many times that.
struct NumberMap: Sendable {
    private let entries: [(key: Int32, value: Int32)]

    /// Keeps the order of the values of one key.
    init(_ entries: [(key: Int32, value: Int32)]) {
        // Sorting is not stable: the place in the order decides between equal keys.
        let order = entries.indices.sorted { (entries[$0].key, $0) < (entries[$1].key, $1) }
        self.entries = order.map { entries[$0] }
    }

    /// The first value of a key.
    subscript(key: Int32) -> Int32? {
        let index = firstIndex(of: key)
        return index < entries.count && entries[index].key == key ? entries[index].value : nil
    }

    /// All values of a key.
    func values(of key: Int32) -> some Sequence<Int32> {
        entries[firstIndex(of: key)...].lazy.prefix { $0.key == key }.map(\.value)
    }

    private func firstIndex(of key: Int32) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
