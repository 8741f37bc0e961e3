/// The level of every node: one more than the greatest level of what it depends on, or 0.
///
/// Members of a cycle share a level; so levels are the longest paths over the graph's components.
package struct Waves: Sendable {
    /// The components that the levels are of.
    package let components: StronglyConnectedComponents
    /// The level of each component.
    package let waveOfComponent: [Int]
    /// How many levels there are.
    package let count: Int

    package init(of graph: DependencyGraph) {
        let components = StronglyConnectedComponents(of: graph)
        var waves = [Int](repeating: 0, count: components.count)
        var count = 0
        // Components are numbered dependencies first, so every target's level is final when it is asked for.
        for component in 0..<components.count {
            var wave = 0
            for node in components.members(of: component) {
                for target in graph.dependencies(of: node) where components.componentOfNode[target] != component {
                    wave = max(wave, waves[components.componentOfNode[target]] + 1)
                }
            }
            waves[component] = wave
            count = max(count, wave + 1)
        }
        self.components = components
        waveOfComponent = waves
        self.count = count
    }

    /// The level of a node.
    package func wave(of node: Int) -> Int { waveOfComponent[components.componentOfNode[node]] }

    /// The nodes of each level, ascending.
    package var nodesByWave: [[Int]] {
        var result = [[Int]](repeating: [], count: count)
        for node in components.componentOfNode.indices { result[wave(of: node)].append(node) }
        return result
    }
}
