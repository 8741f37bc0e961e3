/// Finds nodes that require each other, in linear time.
enum RequiredCycles {
    /// The nodes that stay when those that require nothing left are taken away again and again, as connected groups.
    ///
    /// A group holds a cycle, with what leads from one cycle to another; nodes that only lead to it are removed too.
    static func find(_ edges: [[Int]]) -> [[Int]] {
        var remaining = Set(edges.indices)
        peel(&remaining, edges)
        var reversed = [[Int]](repeating: [], count: edges.count)
        for (source, targets) in edges.enumerated() {
            for target in targets { reversed[target].append(source) }
        }
        peel(&remaining, reversed)
        return groups(of: remaining, edges, reversed)
    }

    /// Removes the nodes that have no edge to another that is left.
    private static func peel(_ remaining: inout Set<Int>, _ edges: [[Int]]) {
        var counts = edges.map { $0.count { target in remaining.contains(target) } }
        var sources = [[Int]](repeating: [], count: edges.count)
        for source in remaining {
            for target in edges[source] where remaining.contains(target) { sources[target].append(source) }
        }
        var free = remaining.filter { counts[$0] == 0 }.sorted()
        while let node = free.popLast() {
            remaining.remove(node)
            for source in sources[node] {
                counts[source] -= 1
                if counts[source] == 0 { free.append(source) }
            }
        }
    }

    private static func groups(of nodes: Set<Int>, _ edges: [[Int]], _ reversed: [[Int]]) -> [[Int]] {
        var left = nodes
        var groups: [[Int]] = []
        for start in nodes.sorted() where left.remove(start) != nil {
            var group: [Int] = []
            var open = [start]
            while let node = open.popLast() {
                group.append(node)
                for next in edges[node] + reversed[node] where left.remove(next) != nil { open.append(next) }
            }
            groups.append(group.sorted())
        }
        return groups
    }
}
