import MGECore
import MGEPostgres
import MGESyntax

/// All files of a run as atoms, with the names that tie them together: what atomization finds out and waves are made of.
package struct ProjectAnalysis: Sendable {
    /// A dependency between two atoms, whatever the ways in which one uses the other.
    package struct Edge: Sendable {
        package var source: Int
        package var target: Int
        package var isEager: Bool
        package var isAmbiguous: Bool

        package init(source: Int, target: Int, isEager: Bool, isAmbiguous: Bool) {
            self.source = source
            self.target = target
            self.isEager = isEager
            self.isAmbiguous = isAmbiguous
        }
    }

    /// In the order of their paths' bytes.
    let files: [FileEntry]
    /// The atoms by number; `names.files[i]` is of `files[i]`.
    let names: ProjectNames
    /// Each pair of atoms once, by source and target.
    let edges: [Edge]
    /// The batches of each wave.
    let waves: [[AtomGraph.Batch]]
    /// A warning for each cycle.
    let cycles: [Diagnostic]
    /// The wave of each atom, from 0.
    let waveOfAtom: [Int]
    /// The outermost statements of all files, each the numbers of its atoms.
    private let blocks: [Range<Int>]
    private let blockOfAtom: [Int32]
    private let findings: [Int: [Diagnostic]]

    /// Resolves the names of some files, which are in the order of their paths' bytes.
    /// - Throws: an `ItemFailure` when other files were cut than are named.
    init(files: [FileEntry], atomized: consuming [AtomizedFile]) throws {
        guard atomized.count == files.count else {
            throw ItemFailure("the files changed while they were read", disposition: .retry)
        }
        self.files = files
        let names = ProjectNames(files: atomized)
        let graph = AtomGraph(names)
        self.names = names
        edges = Self.merged(names.edges)
        cycles = graph.warnings
        var waves = [[AtomGraph.Batch]](repeating: [], count: graph.waveCount)
        for batch in graph.batches() { waves[batch.wave].append(batch) }
        self.waves = waves
        var waveOfAtom = [Int](repeating: 0, count: names.atomCount)
        for unit in graph.units { for atom in unit.atoms { waveOfAtom[atom] = unit.wave } }
        self.waveOfAtom = waveOfAtom
        findings = Self.findings(of: names)
        blocks = names.files.indices.flatMap { file in
            let first = names.firstAtom(ofFile: file)
            return names.files[file].blocks.map { first + $0.lowerBound..<first + $0.upperBound }
        }
        blockOfAtom = blocks.enumerated().flatMap { repeatElement(Int32($0), count: $1.count) }
    }

    /// The outermost statement that an atom is of, as the numbers of its atoms.
    func block(ofAtom atom: Int) -> Range<Int> {
        blocks[Int(blockOfAtom[atom])]
    }

    /// The number of atoms in a wave, counted from 1.
    func atomCount(ofWave wave: Int) -> Int {
        waves[wave - 1].reduce(0) { $0 + $1.atoms.count }
    }

    /// The names in an atom's lines that lead nowhere.
    func findings(inAtom atom: Int) -> [Diagnostic] {
        findings[atom] ?? []
    }

    /// The file of an atom and the numbers of all atoms of that file.
    func file(ofAtom atom: Int) -> Int {
        // The last file whose first atom is at or before it.
        var low = 0
        var high = names.files.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if names.firstAtom(ofFile: middle) <= atom { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The numbers of a file's atoms, in the order of its lines.
    func atoms(ofFile file: Int) -> Range<Int> {
        let first = names.firstAtom(ofFile: file)
        return first..<first + names.files[file].atoms.count
    }

    /// The edges come sorted by source and target, one for each way in which a name is used.
    private static func merged(_ edges: [AtomEdge]) -> [Edge] {
        var merged: [Edge] = []
        for edge in edges {
            if let last = merged.last, last.source == edge.source, last.target == edge.target {
                merged[merged.count - 1].isEager = last.isEager || edge.isEager
                merged[merged.count - 1].isAmbiguous = last.isAmbiguous && edge.isAmbiguous
            } else {
                merged.append(
                    Edge(
                        source: edge.source, target: edge.target, isEager: edge.isEager,
                        isAmbiguous: edge.isAmbiguous))
            }
        }
        return merged
    }

    private static func findings(of names: ProjectNames) -> [Int: [Diagnostic]] {
        let numbers = Dictionary(
            names.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        var findings: [Int: [Diagnostic]] = [:]
        for finding in names.findings {
            guard let file = numbers[finding.path], let atom = names.files[file].atom(atLine: finding.line) else {
                continue
            }
            findings[names.firstAtom(ofFile: file) + atom, default: []].append(finding.diagnostic)
        }
        return findings
    }
}
