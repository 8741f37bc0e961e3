import MGECore
import MGELayers

extension BuildDiscovery {
    /// Says when entities require each other in a circle, so that none of them could be created first.
    ///
    /// Of what sentences tell, one reference of a circle is made optional instead.
    mutating func checkCycles() {
        let names = entities.map(\.entity.name)
        let positions = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        while requiredCycles(positions).contains(where: { openCircle(in: $0, positions) }) {}
        let required = requiredReferences()
        for group in requiredCycles(positions) {
            let members = group.prefix(10).map { "`\(names[$0])`" } + (group.count > 10 ? ["…"] : [])
            findings.add(
                .error,
                "\(members.joined(separator: ", ")) require each other, so that a first one could never exist"
                    + circle(in: group, required, positions),
                subject: names[group[0]], remedy: "make one of the references optional",
                at: entities[group[0]].place)
        }
    }

    private func requiredReferences() -> [[Relationship]] {
        entities.map { draft in draft.relationships.filter { $0.isRequired && $0.target != draft.entity.name } }
    }

    private func requiredCycles(_ positions: [String: Int]) -> [[Int]] {
        RequiredCycles.find(requiredReferences().map { $0.compactMap { positions[$0.target] } })
    }

    /// Makes the last reference of a circle optional that a sentence told.
    /// - Returns: whether there was one.
    private mutating func openCircle(in group: [Int], _ positions: [String: Int]) -> Bool {
        let members = Set(group)
        for source in group.reversed() where entities[source].statement.form == .told {
            let name = entities[source].entity.name
            let closing = entities[source].relationships.lastIndex {
                $0.isRequired && $0.target != name && positions[$0.target].map(members.contains) ?? false
            }
            guard let closing else { continue }
            let relation = entities[source].relationships[closing]
            entities[source].relationships[closing].isRequired = false
            if relation.onDelete == .cascade { entities[source].relationships[closing].onDelete = .setNull }
            findings.add(
                .warning,
                "`\(relation.name)` of `\(name)` is made optional: the entities refer to each other, and a first one has "
                    + "to be possible",
                subject: relation.name, remedy: "say which of them may be without the other",
                at: entities[source].place)
            return true
        }
        return false
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
