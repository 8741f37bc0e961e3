/// What `atoms.scm` finds in a tree.
struct AtomNodes {
    /// A class, function or the like.
    struct Definition {
        let kind: AtomKind
        let node: SyntaxNode
        let name: SyntaxNode?
        let extended: SyntaxNode?
        let body: SyntaxNode?
    }

    /// A node between whose children an atom may end.
    struct Container {
        let node: SyntaxNode
        let isExpression: Bool
        let isRoot: Bool

        var rank: Int { isExpression ? 1 : 0 }
    }

    var definitions: [Definition] = []
    /// For the extent of a definition the larger node that replaces it.
    var wraps: [Range<Int>: SyntaxNode] = [:]
    var containers: [Container] = []
    /// Rows that an atom may begin at besides, when the node is first on it.
    var breaks: [(row: Int, start: Int)] = []
    var comments: [(rows: ClosedRange<Int>, start: Int)] = []
    var prefixRows: [ClosedRange<Int>] = []
    /// Imports at the level of the file.
    var imports: [ClosedRange<Int>] = []
    /// The names of constants, with their rows.
    var constants: [(row: Int, name: Range<Int>)] = []

    init(_ tree: SyntaxTree, _ query: Query<AtomCapture>) {
        let root = tree.root
        query.forEachMatch(in: tree) { match in
            add(match, root: root)
        }
        // Matches come in the order in which they end.
        containers.sort { ($0.node.start, -$0.node.end, $0.rank) < ($1.node.start, -$1.node.end, $1.rank) }
        constants.sort { $0.name.lowerBound < $1.name.lowerBound }
        imports.sort { $0.lowerBound < $1.lowerBound }
        comments.sort { $0.start < $1.start }
    }

    private mutating func add(_ match: QueryMatch<AtomCapture>, root: SyntaxNode) {
        for index in 0..<match.count {
            let capture = match.capture(index)
            switch capture {
            case .atomImport:
                let node = match.node(index)
                if node.parent == root { imports.append(node.startRow...node.lastRow) }
            case .atomConst:
                if let name = match.node(.name) { constants.append((name.startRow, name.bytes)) }
            case .wrap:
                let outer = match.node(index)
                // In broken code both may have one extent: then the wrap is no larger and would replace itself.
                if let inner = match.node(.inner), inner.bytes != outer.bytes { wraps[inner.bytes] = outer }
            case .cut, .cutElement:
                let node = match.node(index)
                containers.append(
                    Container(node: node, isExpression: capture == .cutElement, isRoot: node == root))
            case .cutBefore:
                let node = match.node(index)
                breaks.append((node.startRow, node.start))
            case .comment:
                let node = match.node(index)
                comments.append((node.startRow...node.lastRow, node.start))
            case .prefix:
                let node = match.node(index)
                prefixRows.append(node.startRow...node.lastRow)
            case .name, .extended, .body, .inner: break
            default:
                guard let kind = capture.kind else { continue }
                definitions.append(
                    Definition(
                        kind: kind, node: match.node(index), name: match.node(.name),
                        extended: match.node(.extended), body: match.node(.body)))
            }
        }
    }
}
