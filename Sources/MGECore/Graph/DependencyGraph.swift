/// A directed graph of numbered nodes, where an edge leads from a node to one it depends on.
///
/// Edges are kept as compressed adjacency arrays: the targets of node `n` are
/// `targets[offsets[n]..<offsets[n + 1]]`, ascending and without duplicates. Edges from a node to itself are left
/// out: nothing waits for itself. Numbers take 32 bits, so that a graph of a million nodes stays near to the processor.
package struct DependencyGraph: Sendable {
    /// One dependency: `source` needs `target`.
    package struct Edge: Hashable, Sendable {
        private let sourceNumber: UInt32
        private let targetNumber: UInt32

        /// Both numbers must fit into 32 bits.
        package init(from source: Int, to target: Int) {
            sourceNumber = UInt32(source)
            targetNumber = UInt32(target)
        }

        package var source: Int { Int(sourceNumber) }
        package var target: Int { Int(targetNumber) }
    }

    /// How many nodes there are, numbered from 0.
    package let nodeCount: Int
    private let offsets: [UInt32]
    private let targets: [UInt32]

    /// Builds the graph, whatever the order of the edges, in time linear in nodes and edges but for the sorting of the
    /// targets of each node.
    ///
    /// Both ends of every edge must be below `nodeCount`.
    package init(nodeCount: Int, edges: [Edge]) {
        precondition((0..<Int(UInt32.max)).contains(nodeCount), "a graph has at most 2³² − 1 nodes")
        precondition(edges.count < Int(UInt32.max), "a graph has at most 2³² − 1 edges")
        var offsets = [UInt32](repeating: 0, count: nodeCount + 2)
        for edge in edges {
            precondition(edge.source < nodeCount && edge.target < nodeCount, "an edge leads outside the graph")
            offsets[edge.source + 2] += 1
        }
        for node in 0..<nodeCount { offsets[node + 2] += offsets[node + 1] }
        // `offsets[n + 1]` runs from where the targets of `n` begin to where they end, which is where it has to be.
        var targets = [UInt32](unsafeUninitializedCapacity: edges.count) { buffer, count in
            for edge in edges {
                let place = Int(offsets[edge.source + 1])
                offsets[edge.source + 1] += 1
                buffer.initializeElement(at: place, to: UInt32(truncatingIfNeeded: edge.target))
            }
            count = edges.count
        }
        offsets.removeLast()
        Self.tidy(&offsets, &targets)
        self.nodeCount = nodeCount
        self.offsets = offsets
        self.targets = targets
    }

    /// How many different edges there are.
    package var edgeCount: Int { targets.count }

    /// What a node depends on, ascending.
    package func dependencies(of node: Int) -> some RandomAccessCollection<Int> {
        targets[dependencyRange(of: node)].lazy.map { Int($0) }
    }

    /// The same graph with every edge turned round: `dependencies(of:)` are then a node's dependants.
    package var reversed: DependencyGraph {
        var edges: [Edge] = []
        edges.reserveCapacity(edgeCount)
        for node in 0..<nodeCount {
            for target in dependencies(of: node) { edges.append(Edge(from: target, to: node)) }
        }
        return DependencyGraph(nodeCount: nodeCount, edges: edges)
    }

    func dependencyRange(of node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }

    /// Calls a closure with the bare arrays, for a search that must not count references.
    func withAdjacency<Result>(
        _ body: (_ offsets: UnsafeBufferPointer<UInt32>, _ targets: UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        offsets.withUnsafeBufferPointer { offsets in targets.withUnsafeBufferPointer { body(offsets, $0) } }
    }

    /// Sorts the targets of each node and leaves out those that are there twice, or the node itself.
    private static func tidy(_ offsets: inout [UInt32], _ targets: inout [UInt32]) {
        let kept = targets.withUnsafeMutableBufferPointer { all in
            var end = 0
            var start = 0
            for node in 0..<offsets.count - 1 {
                let next = Int(offsets[node + 1])
                var own = UnsafeMutableBufferPointer(rebasing: all[start..<next])
                sort(&own)
                let first = end
                for place in start..<next where all[place] != node && (end == first || all[end - 1] != all[place]) {
                    all[end] = all[place]
                    end += 1
                }
                offsets[node + 1] = UInt32(truncatingIfNeeded: end)
                start = next
            }
            return end
        }
        targets.removeLast(targets.count - kept)
    }

    /// Most nodes have few targets, for which nothing beats sorting by insertion.
    private static func sort(_ targets: inout UnsafeMutableBufferPointer<UInt32>) {
        guard targets.count <= 16 else { return targets.sort() }
        for index in targets.indices.dropFirst() {
            let target = targets[index]
            var place = index
            while place > 0, targets[place - 1] > target {
                targets[place] = targets[place - 1]
                place -= 1
            }
            targets[place] = target
        }
    }
}
