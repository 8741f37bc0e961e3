import CTreeSitter

/// A node of a syntax tree, with positions in bytes and rows from 0.
struct SyntaxNode {
    let raw: TSNode
    let tree: SyntaxTree

    var start: Int { Int(ts_node_start_byte(raw)) }
    var end: Int { Int(ts_node_end_byte(raw)) }
    var bytes: Range<Int> { start..<end }
    var startRow: Int { Int(ts_node_start_point(raw).row) }
    var startColumn: Int { Int(ts_node_start_point(raw).column) }
    var symbol: NodeSymbol { NodeSymbol(number: ts_node_symbol(raw)) }
    var kind: String { String(cString: ts_node_type(raw)) }
    var isNamed: Bool { ts_node_is_named(raw) }
    var isMissing: Bool { ts_node_is_missing(raw) }
    var isError: Bool { ts_node_symbol(raw) == UInt16.max }
    var hasError: Bool { ts_node_has_error(raw) }

    /// The last row with a byte of the node: one that ends at column 0 ends on the row before.
    var lastRow: Int {
        let point = ts_node_end_point(raw)
        let row = Int(point.row)
        return point.column == 0 && row > startRow ? row - 1 : row
    }

    /// Found from the root down, so the cost grows with the node's depth.
    var parent: SyntaxNode? { wrapped(ts_node_parent(raw)) }

    func child(_ field: NodeField?) -> SyntaxNode? {
        field.flatMap { wrapped(ts_node_child_by_field_id(raw, $0.number)) }
    }

    func namedChild(_ index: Int) -> SyntaxNode? { wrapped(ts_node_named_child(raw, UInt32(index))) }

    /// Calls `body` with each child in order, in time linear in their number.
    func forEachChild(_ body: (SyntaxNode) -> Void) {
        var cursor = ts_tree_cursor_new(raw)
        defer { ts_tree_cursor_delete(&cursor) }
        guard ts_tree_cursor_goto_first_child(&cursor) else { return }
        repeat {
            body(SyntaxNode(raw: ts_tree_cursor_current_node(&cursor), tree: tree))
        } while ts_tree_cursor_goto_next_sibling(&cursor)
    }

    /// Calls `body` with the node and all nodes in it, parents first and without recursion; `body` says whether to go
    /// on into the node's children.
    func walk(_ body: (SyntaxNode) -> Bool) {
        var cursor = ts_tree_cursor_new(raw)
        defer { ts_tree_cursor_delete(&cursor) }
        while true {
            let enters = body(SyntaxNode(raw: ts_tree_cursor_current_node(&cursor), tree: tree))
            if enters, ts_tree_cursor_goto_first_child(&cursor) { continue }
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard ts_tree_cursor_goto_parent(&cursor) else { return }
            }
        }
    }

    private func wrapped(_ node: TSNode) -> SyntaxNode? {
        ts_node_is_null(node) ? nil : SyntaxNode(raw: node, tree: tree)
    }
}

extension SyntaxNode: Equatable {
    static func == (left: SyntaxNode, right: SyntaxNode) -> Bool { ts_node_eq(left.raw, right.raw) }
}
