import MGECore

/// Resolves the names of a project in parts that do not wait for each other.
struct ProjectResolution: Sendable {
    /// What the names of some neighbouring files lead to.
    struct Part: Sendable {
        var references: [StoredReference] = []
        /// By source and target.
        var edges: [AtomEdge] = []
        var findings: [NameFinding] = []
    }

    /// Some neighbouring files, and who resolves their names.
    ///
    /// It may go to another thread although a resolver remembers answers: only the thread that works on the part asks it.
    private struct Work: @unchecked Sendable {
        let files: Range<Int>
        let resolver: NameResolver
    }

    /// Each part remembers answers of its own, and works out again what others have.
    private static let mostParts = 8

    private let files: [AtomizedFile]
    private let names: CommonNames
    private let atoms: AtomIndex
    private let keepsReferences: Bool
    private let keepsAllUses: Bool
    private let findsProblems: Bool

    /// The parameters are those of `ProjectNames`, and the number of each file's first atom.
    init(
        files: [AtomizedFile], firstAtoms: [Int], width: Int?, keepsReferences: Bool, keepsAllUses: Bool,
        findsProblems: Bool
    ) {
        self.files = files
        names = CommonNames(files: files.map(\.names), paths: files.map(\.path), width: width)
        atoms = AtomIndex(files, firstAtoms: firstAtoms, width: width)
        self.keepsReferences = keepsReferences
        self.keepsAllUses = keepsAllUses
        self.findsProblems = findsProblems
    }

    /// The parts in the order of their files.
    ///
    /// They are the same for every width: what a resolver remembers of one file is not to change what it finds in
    /// another because of the number of threads.
    func parts(of referenceCount: Int, width: Int?) -> [Part] {
        let resolver = NameResolver(names, manifests: files.map(\.manifest))
        let signed = findsProblems ? NameChecker.signed(in: names) : []
        let work = ranges(of: referenceCount).map { Work(files: $0, resolver: resolver.copy()) }
        return work.parallelMap(width: width) { resolve($0, signed: signed) }
    }

    private func resolve(_ work: Work, signed: Set<Int32>) -> Part {
        var collector = EdgeCollector(
            files: files, atoms: atoms, resolver: work.resolver, keepsReferences: keepsReferences,
            keepsAllUses: keepsAllUses)
        for file in work.files { collector.collect(from: file) }
        collector.sortEdges()
        let checker = NameChecker(files: files, resolver: work.resolver, signed: signed)
        return Part(
            references: collector.references, edges: collector.edges,
            findings: findsProblems ? work.files.flatMap(checker.findings) : [])
    }

    /// Neighbouring files with about as many references each: so many, or more.
    private func ranges(of referenceCount: Int) -> [Range<Int>] {
        let counts = files.map { $0.names?.references.count ?? 0 }
        let total = counts.reduce(0, +)
        let parts = min(Self.mostParts, 1 + total / max(1, referenceCount))
        var ranges: [Range<Int>] = []
        var (start, passed) = (0, 0)
        for (file, count) in counts.enumerated() {
            passed += count
            guard passed * parts >= total * (ranges.count + 1), ranges.count + 1 < parts else { continue }
            ranges.append(start..<file + 1)
            start = file + 1
        }
        return ranges + [start..<files.count]
    }
}
