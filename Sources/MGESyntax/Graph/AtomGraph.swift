package import MGECore

/// The order in which a project's atoms can be worked on: units, each in a wave after all that it depends on.
///
/// Atoms that are valid only together are one unit; so are definitions that use each other in a cycle, with a warning.
/// A member of a class waits for the head of its class. Import statements wait for the definitions that they name, as
/// every use of such a definition does by itself; a use does not wait for the import statement of its own file, which
/// would tie together whatever else that file imports. So with `A = 1`, `B = A + 1` and `C = B + 1` in three modules,
/// A is in the first wave, B in the second, together with the import of A, and C in the third.
///
/// What a file needs when it is loaded orders strictly. What it needs when a function is called orders too, unless that
/// contradicts the former.
package struct AtomGraph: Sendable {
    /// Atoms that are worked on together.
    package struct Unit: Hashable, Sendable {
        /// The numbers of the atoms in the order in which to work: what is needed to load a file comes first.
        package var atoms: [Int]
        /// The wave, from 0.
        package var wave: Int
        /// Whether its parts depend on each other in a cycle.
        package var isCycle: Bool
    }

    /// A part of a wave that is worked on at once.
    package struct Batch: Hashable, Sendable {
        package var wave: Int
        /// The numbers of the atoms.
        package var atoms: [Int]
        /// The numbers of the units that it holds, or holds a part of.
        package var units: Range<Int>
        /// Whether it continues the unit of the batch before, and waits for it.
        package var continuesPrevious: Bool
    }

    /// By wave, then by the smallest atom.
    package let units: [Unit]
    /// How many waves there are.
    package let waveCount: Int
    /// A warning for each cycle of definitions, with its first members.
    package let warnings: [Diagnostic]

    /// Orders the atoms of a project, in time linear in atoms and edges.
    package init(_ project: ProjectNames) {
        var units = UnitGraph(project)
        let waves = Waves(of: units.graph)
        let eager = DependencyGraph(
            nodeCount: project.atomCount,
            edges: project.edges.filter(\.isEager).map { .init(from: $0.source, to: $0.target) })
        var result: [Unit] = []
        for component in 0..<waves.components.count {
            let members = Array(waves.components.members(of: component))
            let atoms = units.order(members, by: eager).atoms
            result.append(
                Unit(atoms: atoms, wave: waves.wave(ofComponent: component), isCycle: members.count > 1))
        }
        self.units = result.sorted { ($0.wave, $0.atoms.min() ?? 0) < ($1.wave, $1.atoms.min() ?? 0) }
        waveCount = waves.count
        // The head of a class and its members may need each other: that alone is sound and no news.
        warnings = StronglyConnectedComponents(of: units.namesOnly).cycles.map { cycle in
            let (atoms, isOrdered) = units.order(cycle, by: eager)
            return Self.warning(atoms, project, isOrdered: isOrdered)
        }
    }

    /// The numbers of the atoms of each wave, ascending.
    package var waves: [[Int]] {
        var waves = [[Int]](repeating: [], count: waveCount)
        for unit in units { waves[unit.wave] += unit.atoms }
        return waves.map { $0.sorted() }
    }

    /// The waves cut into batches: a unit is cut only when it alone is larger than the limit.
    package func batches(limit: Int = 100) -> [Batch] {
        precondition(limit > 0, "a batch holds at least one atom")
        var batches: [Batch] = []
        var open: Batch?
        for (number, unit) in units.enumerated() {
            if let batch = open, batch.wave != unit.wave || batch.atoms.count + unit.atoms.count > limit {
                batches.append(batch)
                open = nil
            }
            if unit.atoms.count > limit {
                for start in stride(from: 0, to: unit.atoms.count, by: limit) {
                    let atoms = Array(unit.atoms[start..<min(start + limit, unit.atoms.count)])
                    batches.append(
                        Batch(
                            wave: unit.wave, atoms: atoms, units: number..<number + 1, continuesPrevious: start > 0))
                }
            } else {
                open =
                    open
                    ?? Batch(wave: unit.wave, atoms: [], units: number..<number, continuesPrevious: false)
                open?.atoms += unit.atoms
                let first = open?.units.lowerBound ?? number
                open?.units = first..<number + 1
            }
        }
        if let open { batches.append(open) }
        return batches
    }

    /// How many members of a cycle its warning names; a cycle may take in half a project.
    private static let namedMembers = 8

    private static func warning(_ atoms: [Int], _ project: ProjectNames, isOrdered: Bool) -> Diagnostic {
        let identities = atoms.sorted().prefix(namedMembers).map { project.atom($0).atom.identity }
        let others = atoms.count > namedMembers ? " and \(atoms.count - namedMembers) more" : ""
        let first = atoms.min().map { project.atom($0) }
        let loading = isOrdered ? "" : " already when their files are loaded"
        let members = identities.joined(separator: ", ") + others
        return Diagnostic(
            .warning, "these atoms depend on each other in a cycle\(loading): \(members)",
            subject: first?.atom.identity, remedy: "move what they share to a place of its own",
            at: first.map { SourceLocation(file: $0.file.path, line: $0.atom.lines.lowerBound, column: 1) })
    }
}
