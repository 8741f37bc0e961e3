import MGELayers

/// Divides entities into aggregates and bounded contexts by how strongly they relate.
///
/// An entity belongs to the aggregate of the first entity that it requires and is deleted with. A context is what
/// is connected at all, named after its most referenced root.
struct AggregateGroups {
    private(set) var aggregates: [Aggregate] = []
    private(set) var contexts: [BoundedContext] = []

    init(_ names: [String], _ relationships: [Relationship]) {
        let index = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        var parent = [Int?](repeating: nil, count: names.count)
        var references = [Int](repeating: 0, count: names.count)
        var neighbours = [[Int]](repeating: [], count: names.count)
        for relation in relationships {
            guard let source = index[relation.source], let target = index[relation.target], source != target else {
                continue
            }
            references[target] += 1
            neighbours[source].append(target)
            neighbours[target].append(source)
            if relation.isRequired, relation.onDelete == .cascade, parent[source] == nil { parent[source] = target }
        }
        let roots = Self.roots(parent)
        var members: [Int: [String]] = [:]
        for position in names.indices where roots[position] != position {
            members[roots[position], default: []].append(names[position])
        }
        for position in names.indices where roots[position] == position {
            aggregates.append(Aggregate(root: names[position], members: [names[position]] + (members[position] ?? [])))
        }
        makeContexts(names, roots, references, neighbours)
    }

    private mutating func makeContexts(
        _ names: [String], _ roots: [Int], _ references: [Int], _ neighbours: [[Int]]
    ) {
        var seen = [Bool](repeating: false, count: names.count)
        for start in names.indices where !seen[start] {
            var group: [Int] = []
            var open = [start]
            seen[start] = true
            while let node = open.popLast() {
                if roots[node] == node { group.append(node) }
                for next in neighbours[node] where !seen[next] {
                    seen[next] = true
                    open.append(next)
                }
            }
            group.sort()
            let most = group.max { references[$0] < references[$1] || references[$0] == references[$1] && $0 > $1 }
            guard let most else { continue }
            contexts.append(BoundedContext(name: names[most], aggregates: group.map { names[$0] }))
        }
    }

    /// The root of each node; a circle, which is an error elsewhere, ends at its first node.
    private static func roots(_ parent: [Int?]) -> [Int] {
        var roots = [Int?](repeating: nil, count: parent.count)
        for start in parent.indices {
            var path: [Int] = []
            var onPath: Set<Int> = []
            var node = start
            while roots[node] == nil, let next = parent[node], onPath.insert(node).inserted {
                path.append(node)
                node = next
            }
            let root = roots[node] ?? node
            roots[node] = root
            for member in path { roots[member] = root }
        }
        return roots.enumerated().map { $0.element ?? $0.offset }
    }
}
