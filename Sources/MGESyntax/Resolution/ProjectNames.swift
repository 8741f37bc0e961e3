/// The names of a whole project, resolved across its files.
package struct ProjectNames: Sendable {
    /// The files by the bytes of their paths: a file's number is its place here.
    package let files: [AtomizedFile]
    /// The dependencies between different atoms, by source and target; both by number.
    package let edges: [AtomEdge]
    /// Names that lead nowhere, by path and line; empty unless they were looked for.
    ///
    /// Only what is certain is found: nothing in a file with syntax errors, and nothing that a `try`, a star import
    /// from elsewhere, or names made while the program runs may provide.
    package let findings: [NameFinding]
    private let firstAtoms: [Int]
    private let storedReferences: [StoredReference]
    /// The qualified names of each file, by number, when there are references.
    private let qualified: [[String]]

    /// Resolves all names, in time linear in their number and on several threads.
    /// - Parameters:
    ///   - files: the files in any order.
    ///   - width: how many threads take part; as many as there are processors when nil. It changes nothing of the result.
    ///   - referencesOfPart: how many references are worth to be resolved apart from the others.
    ///   - keepsReferences: whether `references` are kept, and definitions.
    ///   - keepsAllUses: whether `references` say every use.
    ///   - findsProblems: whether names that lead nowhere are looked for.
    package init(
        files: [AtomizedFile], width: Int? = nil, referencesOfPart: Int = 1 << 15, keepsReferences: Bool = false,
        keepsAllUses: Bool = false, findsProblems: Bool = true
    ) {
        let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var firstAtoms = [0]
        for file in files { firstAtoms.append((firstAtoms.last ?? 0) + file.atoms.count) }
        self.firstAtoms = firstAtoms
        let resolution = ProjectResolution(
            files: files, firstAtoms: firstAtoms, width: width, keepsReferences: keepsReferences,
            keepsAllUses: keepsAllUses, findsProblems: findsProblems)
        let parts = resolution.parts(of: referencesOfPart, width: width)
        storedReferences = parts.flatMap(\.references)
        edges = parts.flatMap(\.edges)
        findings = parts.flatMap(\.findings)
        qualified = keepsReferences ? files.map { $0.names?.qualified ?? [] } : []
        // The most memory of a file, and of no use once its names are resolved.
        self.files = files.map { file in
            var file = file
            file.names = nil
            file.manifest = nil
            if !keepsReferences { file.definitions = [] }
            return file
        }
    }

    /// How many atoms the project has; they are numbered through all files in order.
    package var atomCount: Int { firstAtoms.last ?? 0 }

    /// The number of the first atom of a file.
    package func firstAtom(ofFile file: Int) -> Int { firstAtoms[file] }

    /// The file and the atom of a number.
    package func atom(_ number: Int) -> (file: AtomizedFile, atom: SourceAtom) {
        // The last file that begins at or before the number; files without atoms do not occur.
        let file = files[firstAtoms.partition(from: number + 1) - 1]
        return (file, file.atoms[number - firstAtoms[firstAtoms.partition(from: number + 1) - 1]])
    }

    /// Every resolved use of a definition, by file; each once for a source, target, way and eagerness.
    ///
    /// Empty unless they were asked for.
    package var references: some RandomAccessCollection<NameEdge> {
        storedReferences.lazy.map { stored in
            NameEdge(
                file: Int(stored.file), source: qualified[Int(stored.file)][Int(stored.source)],
                targetFile: Int(stored.targetFile),
                target: qualified[Int(stored.targetFile)][Int(stored.target)], how: stored.how,
                line: Int(stored.line), isEager: stored.isEager, isAmbiguous: stored.isAmbiguous)
        }
    }
}
