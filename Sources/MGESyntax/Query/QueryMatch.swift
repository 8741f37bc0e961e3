/// The captures of one match; valid only during the call that it was given to.
struct QueryMatch<Capture: QueryCapture> {
    let found: UnsafeBufferPointer<QueryMatcher.Found>
    let meanings: UnsafeBufferPointer<Capture>
    // Whoever looks for matches holds it.
    unowned(unsafe) let tree: SyntaxTree

    /// How many nodes are captured.
    var count: Int { found.count }

    func capture(_ index: Int) -> Capture { meanings[Int(found[index].capture)] }

    func node(_ index: Int) -> SyntaxNode { SyntaxNode(index: Int(found[index].node), tree: tree) }

    /// The first node captured as `wanted`.
    func node(_ wanted: Capture) -> SyntaxNode? {
        for index in 0..<count where capture(index) == wanted { return node(index) }
        return nil
    }
}

extension Query {
    /// Calls `body` with every match in a tree: by the outermost node of the match, then by pattern.
    func forEachMatch(in tree: SyntaxTree, _ body: (QueryMatch<Capture>) -> Void) {
        let borrowed = Unmanaged.passUnretained(tree)
        captures.withUnsafeBufferPointer { meanings in
            QueryMatcher.run(code, in: tree) {
                body(QueryMatch(found: $0, meanings: meanings, tree: borrowed.takeUnretainedValue()))
            }
        }
    }
}
