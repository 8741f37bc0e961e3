import MGECore

extension BuildDiscovery {
    /// Says when entities require each other in a circle, so that none of them could be created first.
    mutating func checkCycles() {
        let names = entities.map(\.entity.name)
        let positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        let required = entities.map { draft in
            draft.relationships.filter { $0.isRequired && $0.target != draft.entity.name }
        }
        let edges = required.map { $0.compactMap { positions[$0.target] } }
        for group in RequiredCycles.find(edges) {
            let members = group.prefix(10).map { "`\(names[$0])`" } + (group.count > 10 ? ["…"] : [])
            findings.add(
                .error,
                "\(members.joined(separator: ", ")) require each other, so that a first one could never exist"
                    + circle(in: group, required, positions),
                subject: names[group[0]], remedy: "make one of the references optional",
                at: entities[group[0]].place)
        }
    }

    /// The references of one circle with their places: `: b of a (3:3), a of b (5:3)`.
    private func circle(in group: [Int], _ required: [[Relationship]], _ positions: [String: Int]) -> String {
        let members = Set(group)
        var node = group[0]
        var path: [Relationship] = []
        var seen: [Int: Int] = [:]
        while seen[node] == nil {
            seen[node] = path.count
            // What has no such reference only leads from one circle to another.
            let next = required[node].first { positions[$0.target].map(members.contains) ?? false }
            guard let next, let target = positions[next.target] else { return "" }
            path.append(next)
            node = target
        }
        let circle = path.suffix(from: seen[node] ?? 0)
        let steps = circle.prefix(10).map { relation in
            let place = relation.origin.location.map { " (\($0.line):\($0.column))" } ?? ""
            return "`\(relation.name)` of `\(relation.source)`\(place)"
        }
        return ": " + (steps + (circle.count > 10 ? ["…"] : [])).joined(separator: ", ")
    }
}
