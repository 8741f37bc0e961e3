import MGECore

/// Opens circles of required references that free words make: a first entity of them could never exist.
enum FreeCycles {
    /// Makes one reference of each circle optional, and tells it.
    static func open(_ statements: inout [Statement], lexicon: Lexicon, findings: inout Findings) {
        var positions: [String: Int] = [:]
        for (index, statement) in statements.enumerated() {
            guard case .entity(let entity) = statement else { continue }
            positions[lexicon.inflector.singular(of: entity.name.text.entityName)] = index
        }
        var edges = [[Edge]](repeating: [], count: statements.count)
        for (index, statement) in statements.enumerated() {
            guard case .entity(let entity) = statement else { continue }
            for (number, field) in entity.fields.enumerated() {
                guard let type = field.type, !type.isMany, field.optional == nil,
                    type.tokens.isEmpty || lexicon.types.meaning(of: type.tokens) == nil,
                    let target = positions[lexicon.inflector.singular(of: type.words.text.entityName)], target != index
                else { continue }
                edges[index].append(Edge(target: target, field: number))
            }
        }
        for (source, edge) in closing(edges) {
            guard case .entity(var entity) = statements[source] else { continue }
            let item = entity.fields[edge.field]
            entity.fields[edge.field].optional = item.name.place
            entity.fields[edge.field].required = nil
            statements[source] = .entity(entity)
            findings.add(
                .warning,
                "`\(item.name.text)` of `\(entity.name.text)` is made optional: the entities refer to each other, and a "
                    + "first one has to be possible",
                subject: item.name.text, remedy: "write `optional` after the reference that may be empty",
                at: item.name.place)
        }
    }

    private struct Edge {
        var target: Int
        var field: Int
    }

    /// The edges that lead back to a node on the way to it, found by one walk in depth.
    private static func closing(_ edges: [[Edge]]) -> [(source: Int, edge: Edge)] {
        var found: [(Int, Edge)] = []
        var state = [Int8](repeating: 0, count: edges.count)
        for start in edges.indices where state[start] == 0 {
            var path: [(node: Int, next: Int)] = [(start, 0)]
            state[start] = 1
            while let (node, next) = path.last {
                guard next < edges[node].count else {
                    state[node] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let edge = edges[node][next]
                if state[edge.target] == 1 {
                    found.append((node, edge))
                } else if state[edge.target] == 0 {
                    state[edge.target] = 1
                    path.append((edge.target, 0))
                }
            }
        }
        return found
    }
}
