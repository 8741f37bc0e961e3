/// A definition that begins an atom: at the level of the file, or directly in a class or namespace that does.
struct AtomDefinition {
    let kind: AtomKind
    let qualifiedName: String
    /// The rows from the first comment or decorator that leads the definition to its last row.
    let rows: Range<Int>
    /// The definition that this one is a member of, by its number.
    let parent: Int?
    let body: SyntaxNode?
    /// The whole definition, decorators included, in bytes.
    let extent: Range<Int>
}

extension AtomDefinition {
    /// The definitions that begin atoms, outer ones first and in the order of the text.
    static func all(_ nodes: AtomNodes, _ breaks: AtomBreaks, _ lines: LineTable, _ source: [UInt8]) -> [Self] {
        var found = nodes.definitions.map { (definition: $0, whole: nodes.whole($0.node)) }
        found.sort { ($0.whole.start, -$0.whole.end) < ($1.whole.start, -$1.whole.end) }
        var result: [Self] = []
        var open: [Open] = []
        var previous: Range<Int>?
        for (definition, whole) in found {
            let extent = whole.bytes
            guard extent != previous else { continue }
            previous = extent
            while let last = open.last, last.end <= extent.lowerBound { open.removeLast() }
            let parent = open.last
            var name = definition.name.map { String(decoding: source[$0.bytes], as: UTF8.self) } ?? "<static>"
            if let type = definition.extended {
                name = String(decoding: source[type.bytes], as: UTF8.self) + "." + name
            }
            let qualified = parent.map { $0.qualifiedName + "." + name } ?? name
            let isMember = parent.map { $0.kind.holdsMembers && $0.number != nil } ?? true
            var number: Int?
            if isMember, lines.isFirst(whole.start, onRow: whole.startRow) {
                let kind = definition.kind == .function && isMethodHolder(parent?.kind) ? .method : definition.kind
                number = result.count
                result.append(
                    Self(
                        kind: kind, qualifiedName: qualified, rows: breaks.lead(of: whole.startRow)..<whole.lastRow + 1,
                        parent: parent?.number, body: definition.body, extent: extent))
            }
            // A name inside a function is of no use here, and keeping it would cost the square of the nesting depth.
            let isInFunction = !definition.kind.holdsMembers || number == nil
            open.append(
                Open(
                    end: extent.upperBound, kind: definition.kind, qualifiedName: isInFunction ? "" : qualified,
                    number: number))
        }
        return result
    }

    private static func isMethodHolder(_ kind: AtomKind?) -> Bool { kind == .class || kind == .interface }

    private struct Open {
        let end: Int
        let kind: AtomKind
        let qualifiedName: String
        let number: Int?
    }
}

extension AtomNodes {
    /// The largest node that wraps a definition: with its decorators, or its `export`.
    func whole(_ node: SyntaxNode) -> SyntaxNode {
        var whole = node
        while let outer = wraps[whole.bytes] { whole = outer }
        return whole
    }
}
