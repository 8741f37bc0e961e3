import CTreeSitter

/// One run of a query over a tree.
struct QueryCursor {
    /// The captures of one match; valid only during the call that it was given to.
    struct Match<Capture: RawRepresentable<String> & Sendable> {
        fileprivate let raw: UnsafeBufferPointer<TSQueryCapture>
        fileprivate let meanings: UnsafeBufferPointer<Capture>
        fileprivate let tree: SyntaxTree

        var count: Int { raw.count }

        func capture(_ index: Int) -> Capture { meanings[Int(raw[index].index)] }

        func node(_ index: Int) -> SyntaxNode { SyntaxNode(raw: raw[index].node, tree: tree) }

        /// The first node captured as `wanted`.
        func node(_ wanted: Capture) -> SyntaxNode? where Capture: Equatable {
            for index in 0..<count where capture(index) == wanted { return node(index) }
            return nil
        }
    }

    /// Calls `body` with every match of a query in a tree, in the order in which they end.
    static func forEachMatch<Capture>(
        of query: Query<Capture>, in tree: SyntaxTree, _ body: (Match<Capture>) -> Void
    ) {
        let cursor = ts_query_cursor_new()
        defer { ts_query_cursor_delete(cursor) }
        ts_query_cursor_exec(cursor, query.pointer, ts_tree_root_node(tree.pointer))
        query.captures.withUnsafeBufferPointer { meanings in
            var match = TSQueryMatch()
            while ts_query_cursor_next_match(cursor, &match) {
                let raw = UnsafeBufferPointer(start: match.captures, count: Int(match.capture_count))
                body(Match(raw: raw, meanings: meanings, tree: tree))
            }
        }
    }
}
