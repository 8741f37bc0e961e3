/// The names that the atoms of a file define and use, in little room: those of many files are held at once.
struct AtomNames: Sendable {
    private let table: NameTable
    /// Of the file's atoms, by number.
    private let defined: NumberMap
    private let used: NumberMap

    /// Finds out which atom defines what, and unless `names` is nil, what it uses.
    init(of file: AtomizedFile, uses names: FileNames?) {
        var table = NameTable(capacity: 64)
        var defined = Names()
        for definition in file.definitions where !definition.kind.isLocal {
            guard let atom = file.atom(atLine: definition.line) else { continue }
            defined.add(table.number(of: definition.name), to: atom)
        }
        var used = Names()
        if let names { used.add(names, of: file, &table) }
        self.table = table.compact
        self.defined = NumberMap(defined.entries)
        self.used = NumberMap(used.entries)
    }

    func defined(by atom: Int) -> [String] { defined.values(of: Int32(atom)).map { table[$0] } }

    func used(by atom: Int) -> [String] { used.values(of: Int32(atom)).map { table[$0] } }
}

/// Names of atoms, each once.
private struct Names {
    private(set) var entries: [(key: Int32, value: Int32)] = []
    private var seen: Set<UInt64> = []

    mutating func add(_ name: Int32, to atom: Int) {
        guard seen.insert(UInt64(atom) << 32 | UInt64(name)).inserted else { return }
        entries.append((Int32(atom), name))
    }

    mutating func add(_ names: FileNames, of file: AtomizedFile, _ table: inout NameTable) {
        let order = names.references.indices.sorted {
            let (left, right) = (names.references[$0], names.references[$1])
            return (left.nameLine, left.nameColumn, $0) < (right.nameLine, right.nameColumn, $1)
        }
        for index in order {
            let reference = names.references[index]
            guard names.reachesModule(reference), let atom = file.atom(atLine: Int(reference.nameLine)) else {
                continue
            }
            let isWord = reference.chain.count == 1
            let text =
                isWord ? names.table[names.parts[Int(reference.chain.start)]] : names.text(of: reference.chain)
            add(table.number(of: text), to: atom)
        }
        for statement in names.imports {
            guard let atom = file.atom(atLine: Int(statement.line)) else { continue }
            add(table.number(of: names.text(of: statement)), to: atom)
        }
    }
}
