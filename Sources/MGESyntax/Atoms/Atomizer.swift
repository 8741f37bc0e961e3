/// Cuts a parsed text into atoms of about ten lines, where its syntax has boundaries.
struct Atomizer {
    private let path: String
    private let source: [UInt8]
    private let lines: LineTable
    private let nodes: AtomNodes
    private let breaks: AtomBreaks
    private let definitions: [AtomDefinition]
    private let tree: SyntaxTree

    /// Finds where a text may be cut; `masked` is what the tree was made of in its place.
    init(
        _ tree: SyntaxTree, of source: [UInt8], masked: [UInt8]? = nil, path: String, query: Query<AtomCapture>
    ) {
        self.path = path
        self.source = source
        self.tree = tree
        lines = LineTable(source, masked: masked)
        nodes = AtomNodes(tree, query)
        breaks = AtomBreaks(nodes, lines)
        definitions = AtomDefinition.all(nodes, breaks, lines, source)
    }

    /// The atoms in order; `defines` and `rawReferences` are left to the rules of the language.
    func atoms() -> [SourceAtom] {
        let starts = cuts()
        var owners = Sweep(definitions)
        var counts: [String: Int] = [:]
        var atoms: [SourceAtom] = []
        var constant = 0
        var importRun = 0
        var ownerOfAtom: [Int?] = []
        for (index, first) in starts.enumerated() {
            let rows = first..<(index + 1 < starts.count ? starts[index + 1] : lines.count)
            while constant < nodes.constants.count, nodes.constants[constant].row < first { constant += 1 }
            while importRun < nodes.imports.count, nodes.imports[importRun].lowerBound < first { importRun += 1 }
            let owner = owners.innermost(around: first)
            ownerOfAtom.append(owner)
            var key: String
            let kind: AtomKind
            if let owner {
                (key, kind) = (definitions[owner].qualifiedName, definitions[owner].kind)
            } else if source.isEmpty {
                (key, kind) = ("<module>", .module)
            } else if importRun < nodes.imports.count, rows.contains(nodes.imports[importRun].lowerBound) {
                (key, kind) = ("<import>", .import)
            } else if constant < nodes.constants.count, rows.contains(nodes.constants[constant].row) {
                (key, kind) = (String(decoding: source[nodes.constants[constant].name], as: UTF8.self), .const)
            } else if rows.allSatisfy({ breaks.isComment[$0] || lines.isBlank(row: $0, in: source) }) {
                (key, kind) = ("<comment>", .comment)
            } else {
                (key, kind) = ("<module>", .statement)
            }
            let count = counts[key, default: 0] + 1
            counts[key] = count
            if count > 1 { key += "#\(count)" }
            let offset = lines.starts[rows.lowerBound]
            atoms.append(
                SourceAtom(
                    key, of: path, kind: kind, lines: rows.lowerBound + 1...rows.upperBound,
                    offset: offset, length: lines.starts[rows.upperBound] - offset, unit: index))
        }
        AtomUnits(definitions, owners: ownerOfAtom, root: tree.root).assign(to: &atoms)
        return atoms
    }

    /// The first row of every atom.
    private func cuts() -> [Int] {
        var forced: Set<Int> = [0]
        for definition in definitions {
            forced.insert(definition.rows.lowerBound)
            if let next = breaks.first(from: definition.rows.upperBound) { forced.insert(next) }
        }
        forceImportRuns(&forced)
        let ordered = forced.filter { $0 < lines.count }.sorted()
        return ordered.indices.flatMap { index in
            let end = index + 1 < ordered.count ? ordered[index + 1] : lines.count
            return AtomCutter.cut(ordered[index]..<end, at: breaks)
        }
    }

    /// Forces a break before and after each run of imports that nothing else interrupts.
    private func forceImportRuns(_ forced: inout Set<Int>) {
        var runs: [Range<Int>] = []
        for rows in nodes.imports {
            let first = breaks.lead(of: rows.lowerBound)
            if let last = runs.last, let next = breaks.first(from: last.upperBound), next >= first {
                runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, rows.upperBound + 1)
            } else {
                runs.append(first..<max(rows.upperBound + 1, first))
            }
        }
        for run in runs {
            if breaks.costs[run.lowerBound] != nil { forced.insert(run.lowerBound) }
            if let next = breaks.first(from: run.upperBound) { forced.insert(next) }
        }
    }
}

extension Atomizer {
    /// Finds the innermost definition around ascending rows, in one pass over the definitions.
    private struct Sweep {
        private let definitions: [AtomDefinition]
        private let order: [Int]
        private var next = 0
        private var open: [Int] = []

        init(_ definitions: [AtomDefinition]) {
            self.definitions = definitions
            order = definitions.indices.sorted {
                let (left, right) = (definitions[$0].rows, definitions[$1].rows)
                return (left.lowerBound, -left.upperBound, $0) < (right.lowerBound, -right.upperBound, $1)
            }
        }

        mutating func innermost(around row: Int) -> Int? {
            while next < order.count, definitions[order[next]].rows.lowerBound <= row {
                open.append(order[next])
                next += 1
            }
            while let last = open.last, definitions[last].rows.upperBound <= row { open.removeLast() }
            return open.last
        }
    }
}
