extension DependencyGraph {
    /// The nodes with every node after what it depends on, the smallest ready node first (Kahn's algorithm).
    ///
    /// Nodes on cycles, and those that depend on them, are left out: the result is shorter than `nodeCount` then.
    package func topologicalOrder() -> [Int] {
        let dependants = reversed
        var waiting = (0..<nodeCount).map { dependencyRange(of: $0).count }
        var ready = SmallestFirst((0..<nodeCount).filter { waiting[$0] == 0 })
        var order: [Int] = []
        order.reserveCapacity(nodeCount)
        while let node = ready.popFirst() {
            order.append(node)
            for dependant in dependants.dependencies(of: node) {
                waiting[dependant] -= 1
                if waiting[dependant] == 0 { ready.insert(dependant) }
            }
        }
        return order
    }
}

/// A binary heap of numbers that gives the smallest first.
private struct SmallestFirst {
    private var heap: [Int]

    /// Takes ascending numbers: they are a heap as they stand.
    init(_ ascending: [Int]) { heap = ascending }

    mutating func insert(_ number: Int) {
        heap.append(number)
        var child = heap.count - 1
        while child > 0, heap[(child - 1) / 2] > heap[child] {
            heap.swapAt((child - 1) / 2, child)
            child = (child - 1) / 2
        }
    }

    mutating func popFirst() -> Int? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[smallest] {
                smallest = child
            }
            guard smallest != parent else { return first }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
