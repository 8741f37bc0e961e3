/// The level of every node: one more than the greatest level of what it depends on, or 0.
///
/// Members of a cycle share a level; so levels are the longest paths over the graph's components.
package struct Waves: Sendable {
    /// The components that the levels are of.
    package let components: StronglyConnectedComponents
    /// How many levels there are.
    package let count: Int
    private let levels: [UInt32]
    private let nodeCount: Int

    /// Finds the levels in time linear in nodes and edges.
    package init(of graph: DependencyGraph) {
        let search = ComponentSearch(of: graph)
        components = StronglyConnectedComponents(search)
        levels = search.levels
        count = search.levels.max().map { Int($0) + 1 } ?? 0
        nodeCount = graph.nodeCount
    }

    /// The level of a component.
    package func wave(ofComponent component: Int) -> Int { Int(levels[component]) }

    /// The level of a node.
    package func wave(of node: Int) -> Int { wave(ofComponent: components.component(of: node)) }

    /// The nodes of each level, ascending.
    package var nodesByWave: [[Int]] {
        var result = [[Int]](repeating: [], count: count)
        for node in 0..<nodeCount { result[wave(of: node)].append(node) }
        return result
    }
}
