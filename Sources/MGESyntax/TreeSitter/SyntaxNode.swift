/// A node of a syntax tree, with positions in bytes and rows from 0.
struct SyntaxNode {
    /// The number of the node in its tree: its ancestors have smaller ones, its descendants the next larger ones.
    let index: Int
    unowned(unsafe) let tree: SyntaxTree

    private var record: SyntaxTree.Record { tree.records[index] }

    var start: Int { Int(record.start) }
    var end: Int { Int(record.end) }
    var bytes: Range<Int> { start..<end }
    var startRow: Int { Int(record.startRow) }
    var startColumn: Int { start - tree.rowStarts[startRow] }
    /// The last row with a byte of the node: one that ends at column 0 ends on the row before.
    var lastRow: Int { Int(record.lastRow) }
    var symbol: NodeSymbol { NodeSymbol(number: record.symbol) }
    var kind: String { tree.grammar.kind(of: symbol) }
    var isNamed: Bool { record.flags.contains(.named) }
    var isMissing: Bool { record.flags.contains(.missing) }
    var isError: Bool { record.symbol == UInt16.max }
    var hasError: Bool { record.flags.contains(.erroneous) }

    var parent: SyntaxNode? { record.parent >= 0 ? SyntaxNode(index: Int(record.parent), tree: tree) : nil }

    /// The first child with a field.
    func child(_ field: NodeField?) -> SyntaxNode? {
        guard let field else { return nil }
        var child = index + 1
        let end = Int(record.next)
        while child < end {
            if tree.records[child].field == field.number { return SyntaxNode(index: child, tree: tree) }
            child = Int(tree.records[child].next)
        }
        return nil
    }

    func namedChild(_ wanted: Int) -> SyntaxNode? {
        var child = index + 1
        let end = Int(record.next)
        var number = 0
        while child < end {
            if tree.records[child].flags.contains(.named) {
                if number == wanted { return SyntaxNode(index: child, tree: tree) }
                number += 1
            }
            child = Int(tree.records[child].next)
        }
        return nil
    }

    /// Calls `body` with each child in order, in time linear in their number.
    func forEachChild(_ body: (SyntaxNode) -> Void) {
        var child = index + 1
        let end = Int(record.next)
        while child < end {
            body(SyntaxNode(index: child, tree: tree))
            child = Int(tree.records[child].next)
        }
    }

    /// Calls `body` with the node and all nodes in it, parents first and without recursion; `body` says whether to go
    /// on into the node's children.
    func walk(_ body: (SyntaxNode) -> Bool) {
        var next = index
        let end = Int(record.next)
        while next < end {
            next = body(SyntaxNode(index: next, tree: tree)) ? next + 1 : Int(tree.records[next].next)
        }
    }
}

extension SyntaxNode: Equatable {
    static func == (left: SyntaxNode, right: SyntaxNode) -> Bool { left.index == right.index }
}
