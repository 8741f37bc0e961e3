/// The strongly connected components of a graph, by Tarjan's algorithm without recursion.
///
/// Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972). Time and memory are linear in
/// nodes and edges.
struct StronglyConnectedComponents {
    /// The components, each after all components that it has edges to; roots are visited in the nodes' order.
    private(set) var components: [[Int]] = []
    /// The component of each node, as a position in `components`.
    private(set) var component: [Int]

    private var index: [Int?]
    private var low: [Int]
    private var stack: [Int] = []
    private var next = 0

    /// Finds the components of the graph in which node `i` has edges to `edges[i]`.
    init(edges: [[Int]]) {
        component = Array(repeating: -1, count: edges.count)
        index = Array(repeating: nil, count: edges.count)
        low = Array(repeating: 0, count: edges.count)
        for node in edges.indices where index[node] == nil { visit(node, edges) }
    }

    private mutating func visit(_ root: Int, _ edges: [[Int]]) {
        var path = [(node: root, edge: 0)]
        enter(root)
        while let (node, edge) = path.last {
            guard edge < edges[node].count else {
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                leave(node)
                continue
            }
            path[path.count - 1].edge += 1
            let target = edges[node][edge]
            if let seen = index[target] {
                if component[target] < 0 { low[node] = min(low[node], seen) }
            } else {
                enter(target)
                path.append((target, 0))
            }
        }
    }

    private mutating func enter(_ node: Int) {
        index[node] = next
        low[node] = next
        next += 1
        stack.append(node)
    }

    private mutating func leave(_ node: Int) {
        guard low[node] == index[node] else { return }
        var members: [Int] = []
        while let member = stack.popLast() {
            component[member] = components.count
            members.append(member)
            if member == node { break }
        }
        components.append(members.sorted())
    }
}
