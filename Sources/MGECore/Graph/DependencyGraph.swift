/// A directed graph of numbered nodes, where an edge leads from a node to one it depends on.
///
/// Edges are kept as compressed adjacency arrays: the targets of node `n` are
/// `targets[offsets[n]..<offsets[n + 1]]`, ascending and without duplicates. Edges from a node to itself are left
/// out: nothing waits for itself.
package struct DependencyGraph: Sendable {
    /// One dependency: `source` needs `target`.
    package struct Edge: Hashable, Sendable {
        package var source: Int
        package var target: Int

        package init(from source: Int, to target: Int) {
            self.source = source
            self.target = target
        }
    }

    /// How many nodes there are, numbered from 0.
    package let nodeCount: Int
    private let offsets: [Int]
    private let targets: [Int]

    /// Builds the graph in time linear in nodes and edges, whatever the order of the edges.
    ///
    /// Both ends of every edge must be below `nodeCount`.
    package init(nodeCount: Int, edges: [Edge]) {
        precondition(nodeCount >= 0, "a graph has no negative number of nodes")
        precondition(
            edges.allSatisfy { (0..<nodeCount).contains($0.source) && (0..<nodeCount).contains($0.target) },
            "an edge leads outside the graph")
        // A radix sort of two digits, least significant first: by target, then stably by source.
        let ordered = Self.sorted(Self.sorted(edges, nodeCount, by: \.target), nodeCount, by: \.source)
        var offsets = [Int](repeating: 0, count: nodeCount + 1)
        var targets: [Int] = []
        targets.reserveCapacity(edges.count)
        var previous: Edge?
        for edge in ordered where edge != previous && edge.source != edge.target {
            targets.append(edge.target)
            offsets[edge.source + 1] += 1
            previous = edge
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        self.nodeCount = nodeCount
        self.offsets = offsets
        self.targets = targets
    }

    /// How many different edges there are.
    package var edgeCount: Int { targets.count }

    /// What a node depends on, ascending.
    package func dependencies(of node: Int) -> ArraySlice<Int> {
        targets[dependencyRange(of: node)]
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

    func dependencyRange(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

    func target(at position: Int) -> Int { targets[position] }

    private static func sorted(_ edges: [Edge], _ nodeCount: Int, by digit: (Edge) -> Int) -> [Edge] {
        var starts = [Int](repeating: 0, count: nodeCount + 1)
        for edge in edges { starts[digit(edge) + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        return [Edge](unsafeUninitializedCapacity: edges.count) { buffer, count in
            for edge in edges {
                let place = starts[digit(edge)]
                starts[digit(edge)] = place + 1
                buffer.initializeElement(at: place, to: edge)
            }
            count = edges.count
        }
    }
}
