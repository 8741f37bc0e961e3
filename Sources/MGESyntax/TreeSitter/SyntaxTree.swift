import CTreeSitter

/// A parsed text; the nodes of the tree retain it.
final class SyntaxTree {
    let pointer: OpaquePointer
    let grammar: Grammar

    init(pointer: OpaquePointer, grammar: Grammar) {
        self.pointer = pointer
        self.grammar = grammar
    }

    deinit { ts_tree_delete(pointer) }

    var root: SyntaxNode { SyntaxNode(raw: ts_tree_root_node(pointer), tree: self) }

    /// Whether some node lies deeper than `limit` levels; one walk, without recursion, over the long nodes.
    ///
    /// Nodes of fewer bytes than half the limit are passed over: a level takes a byte or more but for a few.
    func isDeeper(than limit: Int) -> Bool {
        var cursor = ts_tree_cursor_new(ts_tree_root_node(pointer))
        defer { ts_tree_cursor_delete(&cursor) }
        var depth = 0
        while true {
            let node = ts_tree_cursor_current_node(&cursor)
            let isLong = Int(ts_node_end_byte(node)) - Int(ts_node_start_byte(node)) > limit / 2
            if isLong, ts_tree_cursor_goto_first_child(&cursor) {
                depth += 1
                if depth > limit { return true }
                continue
            }
            while !ts_tree_cursor_goto_next_sibling(&cursor) {
                guard ts_tree_cursor_goto_parent(&cursor) else { return false }
                depth -= 1
            }
        }
    }
}
