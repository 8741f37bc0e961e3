import MGECore

/// The units of a project's files and what they depend on, before cycles are looked for.
struct UnitGraph {
    let graph: DependencyGraph
    /// The same without what a member of a class needs only because it stands in it.
    let namesOnly: DependencyGraph
    /// The unit of each atom, by number.
    private let unitOfAtom: [Int]
    private let atomsOfUnit: [[Int]]
    private var place: [Int]

    init(_ project: ProjectNames) {
        var unitOfAtom: [Int] = []
        var atomsOfUnit: [[Int]] = []
        var enclosure: [DependencyGraph.Edge] = []
        for file in project.files {
            let first = atomsOfUnit.count
            for atom in file.atoms {
                let unit = first + atom.unit
                while atomsOfUnit.count <= unit { atomsOfUnit.append([]) }
                atomsOfUnit[unit].append(unitOfAtom.count)
                unitOfAtom.append(unit)
                if let enclosing = atom.enclosingUnit { enclosure.append(.init(from: unit, to: first + enclosing)) }
            }
        }
        let uses = project.edges.map { edge in
            (
                edge: DependencyGraph.Edge(from: unitOfAtom[edge.source], to: unitOfAtom[edge.target]),
                isEager: edge.isEager
            )
        }
        let counting = Self.counting(uses, enclosure, unitCount: atomsOfUnit.count)
        graph = DependencyGraph(nodeCount: atomsOfUnit.count, edges: enclosure + counting)
        namesOnly = DependencyGraph(nodeCount: atomsOfUnit.count, edges: counting)
        self.unitOfAtom = unitOfAtom
        self.atomsOfUnit = atomsOfUnit
        place = [Int](repeating: -1, count: atomsOfUnit.count)
    }

    /// The uses that order units: all but the lazy ones that an order by the eager ones contradicts.
    ///
    /// In each component of the graph of all edges, eager edges alone give every unit a level, as waves do. A lazy edge
    /// inside of the component counts unless it leads to a greater level: then it would close a cycle that loading does
    /// not have. Two functions that call each other have one level, so they stay a cycle.
    private static func counting(
        _ uses: [(edge: DependencyGraph.Edge, isEager: Bool)], _ enclosure: [DependencyGraph.Edge], unitCount: Int
    ) -> [DependencyGraph.Edge] {
        let all = DependencyGraph(nodeCount: unitCount, edges: enclosure + uses.map(\.edge))
        let components = StronglyConnectedComponents(of: all)
        func isInside(_ edge: DependencyGraph.Edge) -> Bool {
            components.component(of: edge.source) == components.component(of: edge.target)
        }
        let strict = enclosure + uses.filter(\.isEager).map(\.edge)
        let levels = Waves(of: DependencyGraph(nodeCount: unitCount, edges: strict.filter(isInside)))
        return uses.filter { use in
            use.isEager || !isInside(use.edge) || levels.wave(of: use.edge.source) >= levels.wave(of: use.edge.target)
        }.map(\.edge)
    }

    /// The atoms of some units, with what is needed to load a file before what needs it.
    ///
    /// When that is impossible, because these needs form a cycle, they are in the order of their numbers, and
    /// `isOrdered` is false.
    mutating func order(_ units: [Int], by eager: DependencyGraph) -> (atoms: [Int], isOrdered: Bool) {
        if units.count == 1 { return (atomsOfUnit[units[0]], true) }
        for (index, unit) in units.enumerated() { place[unit] = index }
        var edges: [DependencyGraph.Edge] = []
        for (index, unit) in units.enumerated() {
            for atom in atomsOfUnit[unit] {
                for target in eager.dependencies(of: atom) where place[unitOfAtom[target]] >= 0 {
                    edges.append(.init(from: index, to: place[unitOfAtom[target]]))
                }
            }
        }
        for unit in units { place[unit] = -1 }
        let order = DependencyGraph(nodeCount: units.count, edges: edges).topologicalOrder()
        let isOrdered = order.count == units.count
        return ((isOrdered ? order.map { units[$0] } : units).flatMap { atomsOfUnit[$0] }, isOrdered)
    }
}
