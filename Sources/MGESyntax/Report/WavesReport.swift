import MGECore

/// What `mge waves` prints: units in the order in which they can be worked on, or a picture of them.
package struct WavesReport {
    private let project: ProjectNames
    private let graph: AtomGraph
    /// The batch of each unit within its wave, from 0.
    private let batchOfUnit: [Int]
    private let batchCount: Int

    package init(_ project: ProjectNames, _ graph: AtomGraph) {
        self.project = project
        self.graph = graph
        let batches = graph.batches()
        batchCount = batches.count
        var batchOfUnit = [Int](repeating: -1, count: graph.units.count)
        var first = 0
        for (number, batch) in batches.enumerated() {
            if number > 0, batches[number - 1].wave != batch.wave { first = number }
            // A unit that fills several batches is in the first of them.
            for unit in batch.units where batchOfUnit[unit] < 0 { batchOfUnit[unit] = number - first }
        }
        self.batchOfUnit = batchOfUnit
    }

    /// Gives a line for each unit to `write`, in order.
    package func forEachLine(_ write: ([UInt8]) throws -> Void) rethrows {
        for (number, unit) in graph.units.enumerated() {
            var line = JSONLine(type: "unit")
            line.add("wave", unit.wave)
            line.add("batch", batchOfUnit[number])
            line.add("atoms", unit.atoms.map { project.atom($0).atom.identity })
            line.add("cycle", unit.isCycle)
            try write(line.finished())
        }
    }

    /// The closing line.
    package func summary(seconds: Double) -> [UInt8] {
        var line = JSONLine(type: "summary")
        line.add("files", project.files.count)
        line.add("atoms", project.atomCount)
        line.add("edges", project.edges.count)
        line.add("units", graph.units.count)
        line.add("cycles", graph.warnings.count)
        line.add("waves", graph.waveCount)
        line.add("batches", batchCount)
        line.add("seconds", seconds: seconds)
        return line.finished()
    }

    /// How many units and atoms each wave has.
    package var waves: [(units: Int, atoms: Int)] {
        var waves = [(units: Int, atoms: Int)](repeating: (0, 0), count: graph.waveCount)
        for unit in graph.units {
            waves[unit.wave].units += 1
            waves[unit.wave].atoms += unit.atoms.count
        }
        return waves
    }

    // MARK: - Pictures

    /// Each dependency between two units once, by their numbers.
    private var edges: [(from: Int, to: Int)] {
        var unitOfAtom = [Int](repeating: 0, count: project.atomCount)
        for (number, unit) in graph.units.enumerated() { for atom in unit.atoms { unitOfAtom[atom] = number } }
        var seen: Set<UInt64> = []
        return project.edges.compactMap { edge in
            let (from, to) = (unitOfAtom[edge.source], unitOfAtom[edge.target])
            guard from != to, seen.insert(UInt64(from) << 32 | UInt64(to)).inserted else { return nil }
            return (from, to)
        }
    }

    /// The numbers of the units of each wave.
    private var unitsByWave: [[Int]] {
        var result = [[Int]](repeating: [], count: graph.waveCount)
        for (number, unit) in graph.units.enumerated() { result[unit.wave].append(number) }
        return result
    }

    private func label(_ unit: AtomGraph.Unit) -> String {
        let first = unit.atoms.first.map { project.atom($0).atom.identity } ?? ""
        return unit.atoms.count > 1 ? "\(first) +\(unit.atoms.count - 1)" : first
    }

    /// The units and their dependencies in the language of Graphviz, a rank for each wave.
    package var dot: [String] {
        var lines = ["digraph waves {", "    rankdir=RL; node [shape=box];"]
        for members in unitsByWave {
            lines.append("    { rank=same; " + members.map { "u\($0);" }.joined(separator: " ") + " }")
        }
        for (number, unit) in graph.units.enumerated() {
            let text = label(unit).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            lines.append("    u\(number) [label=\"\(text)\"\(unit.isCycle ? ", peripheries=2" : "")];")
        }
        lines += edges.map { "    u\($0.from) -> u\($0.to);" }
        return lines + ["}"]
    }

    /// The same in the language of Mermaid, a group for each wave.
    package var mermaid: [String] {
        var lines = ["flowchart RL"]
        for (wave, members) in unitsByWave.enumerated() {
            lines.append("    subgraph wave\(wave)[\"wave \(wave)\"]")
            for number in members {
                let unit = graph.units[number]
                let text = label(unit).replacing("#", with: "#35;").replacing("\"", with: "#quot;")
                lines.append("        u\(number)\(unit.isCycle ? "[[" : "[")\"\(text)\"\(unit.isCycle ? "]]" : "]")")
            }
            lines.append("    end")
        }
        return lines + edges.map { "    u\($0.from) --> u\($0.to)" }
    }
}
