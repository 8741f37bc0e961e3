/// The strongly connected components of a graph: the largest sets of nodes that all depend on each other.
///
/// Components are numbered so that each one depends only on components with smaller numbers.
package struct StronglyConnectedComponents: Sendable {
    private let componentOfNode: [UInt32]
    private let offsets: [UInt32]
    private let nodes: [UInt32]

    /// Finds the components in time linear in nodes and edges.
    package init(of graph: DependencyGraph) { self.init(ComponentSearch(of: graph)) }

    init(_ search: ComponentSearch) {
        componentOfNode = search.componentOfNode
        offsets = search.offsets
        nodes = search.nodes
    }

    /// How many components there are.
    package var count: Int { offsets.count - 1 }

    /// The number of a node's component.
    package func component(of node: Int) -> Int { Int(componentOfNode[node]) }

    /// The nodes of a component, ascending.
    package func members(of component: Int) -> some RandomAccessCollection<Int> {
        nodes[range(of: component)].lazy.map { Int($0) }
    }

    /// The components of more than one node, by their smallest node.
    package var cycles: [[Int]] {
        (0..<count).filter { range(of: $0).count > 1 }.map { Array(members(of: $0)) }
            .sorted { $0.first ?? 0 < $1.first ?? 0 }
    }

    private func range(of component: Int) -> Range<Int> { Int(offsets[component])..<Int(offsets[component + 1]) }
}
