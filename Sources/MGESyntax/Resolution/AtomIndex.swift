import MGECore

/// Which atoms of a project hold a line, and which define a name.
struct AtomIndex: Sendable {
    private let files: [AtomizedFile]
    /// The number of each file's first atom.
    private let firstAtoms: [Int]
    /// For each file the atoms that define a qualified name, by its number; of the file's atoms.
    private let definingAtoms: [NumberMap]

    /// `width` says how many threads take part: as many as there are processors when it is nil.
    init(_ files: [AtomizedFile], firstAtoms: [Int], width: Int? = nil) {
        self.files = files
        self.firstAtoms = firstAtoms
        definingAtoms = files.parallelMap(inPartsOf: 64, width: width, Self.definingAtoms)
    }

    private static func definingAtoms(of file: AtomizedFile) -> NumberMap {
        guard let names = file.names else { return NumberMap([]) }
        var numbers: [String: Int32] = [:]
        for (index, name) in names.qualified.enumerated() { numbers[name] = Int32(index) }
        return NumberMap(
            file.definitions.compactMap { definition in
                guard let name = numbers[definition.name], let atom = file.atom(atLine: definition.line) else {
                    return nil
                }
                return (key: name, value: Int32(atom))
            })
    }

    /// The atom that holds a line of a file.
    func atom(atLine line: Int, ofFile file: Int) -> Int? {
        files[file].atom(atLine: line).map { firstAtoms[file] + $0 }
    }

    /// The atoms that define a qualified name of a file, by its number.
    func atoms(defining name: Int32, inFile file: Int) -> some Sequence<Int> {
        definingAtoms[file].values(of: name).lazy.map { firstAtoms[file] + Int($0) }
    }
}
