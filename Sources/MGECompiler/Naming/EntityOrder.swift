import MGECore

/// An order of entities in which the targets of relations come first, and the relations that cannot have it so.
///
/// Entities that are independent of each other keep their order. Within a cycle optional relations give way; a cycle
/// of required relations alone is opened at the relation that closes it, which has to become optional, because no
/// first row could ever be stored. Linear in entities and relations.
struct EntityOrder {
    /// A relation to the entity at a position.
    struct Edge {
        var target: Int
        var isRequired: Bool
    }

    /// A relation by the positions of its entity and of itself in that entity.
    struct Position: Hashable {
        var entity: Int
        var edge: Int
    }

    /// A relation that has to become optional, with the entities of its cycle.
    struct Relaxation {
        var position: Position
        var cycle: [Int]
    }

    private(set) var entities: [Int] = []
    /// The relations whose target comes later.
    private(set) var deferred: [Position] = []
    private(set) var relaxed: [Relaxation] = []

    private let edges: [[Edge]]
    private var relaxedPositions: Set<Position> = []
    private var isPlaced: [Bool]

    /// Orders the entities of which entity `i` has the relations `edges[i]`.
    init(edges: [[Edge]]) {
        self.edges = edges
        isPlaced = Array(repeating: false, count: edges.count)
        entities.reserveCapacity(edges.count)
        relaxSelfReferences()
        for cycle in Self.components(of: edges, where: \.isRequired).cycles {
            relaxClosingEdges(of: cycle)
        }
        let components = Self.components(of: edges) { _ in true }
        for number in 0..<components.count {
            place(Array(components.members(of: number)), components)
        }
    }

    private static func components(
        of edges: [[Edge]], where isMeant: (Edge) -> Bool
    ) -> StronglyConnectedComponents {
        let links = edges.enumerated().flatMap { node, list in
            list.filter(isMeant).map { DependencyGraph.Edge(from: node, to: $0.target) }
        }
        return StronglyConnectedComponents(of: DependencyGraph(nodeCount: edges.count, edges: links))
    }

    private mutating func relaxSelfReferences() {
        for (node, list) in edges.enumerated() {
            for (index, edge) in list.enumerated() where edge.isRequired && edge.target == node {
                relaxed.append(Relaxation(position: Position(entity: node, edge: index), cycle: [node]))
            }
        }
    }

    /// Relaxes the required edges that a depth-first search, from the first member on, finds to lead back.
    private mutating func relaxClosingEdges(of cycle: [Int]) {
        enum Visit { case open, done }
        let members = Set(cycle)
        var visits: [Int: Visit] = [:]
        for root in cycle where visits[root] == nil {
            var path = [(node: root, edge: 0)]
            visits[root] = .open
            while let (node, index) = path.last {
                guard index < edges[node].count else {
                    visits[node] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].edge += 1
                let edge = edges[node][index]
                guard edge.isRequired, edge.target != node, members.contains(edge.target) else { continue }
                switch visits[edge.target] {
                case nil:
                    visits[edge.target] = .open
                    path.append((edge.target, 0))
                case .open:
                    let position = Position(entity: node, edge: index)
                    relaxed.append(Relaxation(position: position, cycle: cycle))
                    relaxedPositions.insert(position)
                case .done: break
                }
            }
        }
    }

    /// Places the members of a component: first one whose targets are all placed, else one whose required ones are.
    private mutating func place(_ component: [Int], _ all: StronglyConnectedComponents) {
        guard component.count > 1 else { return placeNext(component[0]) }
        var waiting: [Int: (hard: Int, soft: Int)] = [:]
        var sources: [Int: [Position]] = [:]
        for node in component {
            var counts = (hard: 0, soft: 0)
            for (index, edge) in edges[node].enumerated() where isInside(edge, of: node, all) {
                let position = Position(entity: node, edge: index)
                sources[edge.target, default: []].append(position)
                if isHard(position) { counts.hard += 1 } else { counts.soft += 1 }
            }
            waiting[node] = counts
        }
        var free = component.filter { waiting[$0]?.hard == 0 && waiting[$0]?.soft == 0 }
        var possible = component.filter { waiting[$0]?.hard == 0 }
        var nextFree = 0
        var nextPossible = 0
        while nextFree < free.count || nextPossible < possible.count {
            let node: Int
            if nextFree < free.count {
                node = free[nextFree]
                nextFree += 1
            } else {
                node = possible[nextPossible]
                nextPossible += 1
            }
            guard !isPlaced[node] else { continue }
            placeNext(node)
            for position in sources[node] ?? [] where !isPlaced[position.entity] {
                var counts = waiting[position.entity] ?? (0, 0)
                if isHard(position) { counts.hard -= 1 } else { counts.soft -= 1 }
                waiting[position.entity] = counts
                guard counts.hard == 0 else { continue }
                if counts.soft == 0 {
                    free.append(position.entity)
                } else if isHard(position) {
                    possible.append(position.entity)
                }
            }
        }
    }

    private func isInside(_ edge: Edge, of node: Int, _ all: StronglyConnectedComponents) -> Bool {
        edge.target != node && all.component(of: edge.target) == all.component(of: node)
    }

    private func isHard(_ position: Position) -> Bool {
        edges[position.entity][position.edge].isRequired && !relaxedPositions.contains(position)
    }

    private mutating func placeNext(_ node: Int) {
        isPlaced[node] = true
        entities.append(node)
        for (index, edge) in edges[node].enumerated() where edge.target != node && !isPlaced[edge.target] {
            deferred.append(Position(entity: node, edge: index))
        }
    }
}
