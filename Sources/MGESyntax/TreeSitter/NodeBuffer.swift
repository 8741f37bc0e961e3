/// The memory of a tree's nodes, freed with the last who holds it.
final class NodeBuffer {
    private(set) var records: UnsafeMutablePointer<SyntaxTree.Record>

    init(capacity: Int) { records = .allocate(capacity: capacity) }

    deinit { records.deallocate() }

    /// Makes room for more nodes; the first `count` stay as they are.
    func grow(to capacity: Int, keeping count: Int) {
        let larger = UnsafeMutablePointer<SyntaxTree.Record>.allocate(capacity: capacity)
        larger.moveInitialize(from: records, count: count)
        records.deallocate()
        records = larger
    }
}
