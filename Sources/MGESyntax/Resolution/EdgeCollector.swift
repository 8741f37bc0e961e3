/// Resolves the imports and references of files into edges.
struct EdgeCollector {
    private let files: [AtomizedFile]
    private let atoms: AtomIndex
    private let resolver: NameResolver
    private let keepsReferences: Bool
    private let keepsAllUses: Bool
    private(set) var references: [StoredReference] = []
    private(set) var edges: [AtomEdge] = []

    private struct ReferenceKey: Hashable {
        let owner: Int32
        let file: Int
        let target: Int32
        let how: NameEdge.How
        let isEager: Bool
    }

    init(
        files: [AtomizedFile], atoms: AtomIndex, resolver: NameResolver, keepsReferences: Bool, keepsAllUses: Bool
    ) {
        self.files = files
        self.atoms = atoms
        self.resolver = resolver
        self.keepsReferences = keepsReferences
        self.keepsAllUses = keepsAllUses
    }

    /// Sorts the edges by source and target.
    mutating func sortEdges() {
        edges.sort {
            ($0.source, $0.target, $0.how.rawValue, $0.isEager ? 0 : 1)
                < ($1.source, $1.target, $1.how.rawValue, $1.isEager ? 0 : 1)
        }
    }

    mutating func collect(from file: Int) {
        guard let names = files[file].names else { return }
        var seenReferences: Set<ReferenceKey> = []
        var seenEdges: Set<AtomEdge> = []
        for statement in names.imports {
            let targets = resolver.targets(of: statement, in: file)
            for (entities, entity) in targets.lazy.flatMap({ entities in entities.map { (entities, $0) } }) {
                guard let (targetFile, target) = Self.target(entity), targetFile != file || target != statement.owner
                else { continue }
                add(
                    Use(
                        file: file, owner: statement.owner, line: statement.line, nameLine: statement.line,
                        how: .import, isEager: !statement.isLazy, isAmbiguous: entities.count > 1),
                    targetFile, target, &seenReferences, &seenEdges)
            }
        }
        for reference in names.references {
            let meant = resolver.resolve(reference, in: file)
            guard !meant.entities.isEmpty else { continue }
            let symbols = meant.entities.compactMap(Self.symbol)
            for (targetFile, target) in symbols where targetFile != file || target != reference.owner {
                add(
                    Use(
                        file: file, owner: reference.owner, line: reference.line, nameLine: reference.nameLine,
                        how: meant.how, isEager: !reference.isLazy,
                        isAmbiguous: symbols.count > 1),
                    targetFile, target, &seenReferences, &seenEdges)
            }
        }
    }

    private struct Use {
        let file: Int
        let owner: Int32
        let line: Int32
        let nameLine: Int32
        let how: NameEdge.How
        let isEager: Bool
        let isAmbiguous: Bool
    }

    private mutating func add(
        _ use: Use, _ targetFile: Int, _ target: Int32, _ seenReferences: inout Set<ReferenceKey>,
        _ seenEdges: inout Set<AtomEdge>
    ) {
        let key = ReferenceKey(owner: use.owner, file: targetFile, target: target, how: use.how, isEager: use.isEager)
        if keepsReferences, seenReferences.insert(key).inserted || keepsAllUses { keep(use, targetFile, target) }
        // A whole module orders files, not atoms.
        guard target != 0, let source = atoms.atom(atLine: Int(use.nameLine), ofFile: use.file) else { return }
        for targetAtom in atoms.atoms(defining: target, inFile: targetFile) where targetAtom != source {
            let edge = AtomEdge(
                source: source, target: targetAtom, how: use.how, isEager: use.isEager, isAmbiguous: use.isAmbiguous)
            if seenEdges.insert(edge).inserted { edges.append(edge) }
        }
    }

    private mutating func keep(_ use: Use, _ targetFile: Int, _ target: Int32) {
        references.append(
            StoredReference(
                file: UInt32(use.file), source: use.owner, targetFile: UInt32(targetFile), target: target,
                line: use.line, how: use.how, isEager: use.isEager, isAmbiguous: use.isAmbiguous))
    }

    private static func target(_ entity: Entity) -> (Int, Int32)? {
        switch entity {
        case .module(let file): (file, 0)
        case .symbol(let file, let name): (file, name)
        case .package: nil
        }
    }

    private static func symbol(_ entity: Entity) -> (Int, Int32)? {
        if case .symbol(let file, let name) = entity { (file, name) } else { nil }
    }
}
