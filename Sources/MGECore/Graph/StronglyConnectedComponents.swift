/// The strongly connected components of a graph: the largest sets of nodes that all depend on each other.
///
/// Tarjan's algorithm (SIAM Journal on Computing 1, 1972) with an explicit stack, linear in nodes and edges. Components
/// are numbered so that each one depends only on components with smaller numbers.
package struct StronglyConnectedComponents: Sendable {
    /// The number of each node's component.
    package let componentOfNode: [Int]
    /// How many components there are.
    package let count: Int
    private let offsets: [Int]
    private let nodes: [Int]

    package init(of graph: DependencyGraph) {
        var search = Search(graph)
        for root in 0..<graph.nodeCount where search.visit[root] == 0 { search.run(from: root) }
        componentOfNode = search.component
        count = search.count
        var offsets = [Int](repeating: 0, count: search.count + 1)
        for component in componentOfNode { offsets[component + 1] += 1 }
        for component in 0..<count { offsets[component + 1] += offsets[component] }
        var next = offsets
        var nodes = [Int](repeating: 0, count: graph.nodeCount)
        for (node, component) in componentOfNode.enumerated() {
            nodes[next[component]] = node
            next[component] += 1
        }
        self.offsets = offsets
        self.nodes = nodes
    }

    /// The nodes of a component, ascending.
    package func members(of component: Int) -> ArraySlice<Int> {
        nodes[offsets[component]..<offsets[component + 1]]
    }

    /// The components of more than one node, by their smallest node.
    package var cycles: [ArraySlice<Int>] {
        (0..<count).lazy.map(members).filter { $0.count > 1 }.sorted { $0.first ?? 0 < $1.first ?? 0 }
    }
}

extension StronglyConnectedComponents {
    /// The state of the depth-first search.
    private struct Search {
        let graph: DependencyGraph
        /// When each node was first seen, from 1; 0 for a node not yet seen.
        var visit: [Int]
        var component: [Int]
        var count = 0
        private var low: [Int]
        private var open: [Int] = []
        private var path: [(node: Int, next: Int)] = []
        private var clock = 0

        init(_ graph: DependencyGraph) {
            self.graph = graph
            visit = [Int](repeating: 0, count: graph.nodeCount)
            low = visit
            component = [Int](repeating: -1, count: graph.nodeCount)
        }

        mutating func run(from root: Int) {
            enter(root)
            while let (node, next) = path.last {
                if next < graph.dependencyRange(of: node).upperBound {
                    path[path.count - 1].next = next + 1
                    let target = graph.target(at: next)
                    if visit[target] == 0 {
                        enter(target)
                    } else if component[target] < 0 {
                        low[node] = min(low[node], visit[target])
                    }
                } else {
                    path.removeLast()
                    if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                    if low[node] == visit[node] { close(node) }
                }
            }
        }

        private mutating func enter(_ node: Int) {
            clock += 1
            visit[node] = clock
            low[node] = clock
            open.append(node)
            path.append((node, graph.dependencyRange(of: node).lowerBound))
        }

        private mutating func close(_ root: Int) {
            while let member = open.popLast() {
                component[member] = count
                if member == root { break }
            }
            count += 1
        }
    }
}
