import CTreeSitter

extension SyntaxParser {
    /// The tree of a long text from those of its parts.
    ///
    /// Where a part ends, nothing may be open: a bracket, a text, a statement that needs another one. Each of them is an
    /// error of the part or of the next one, unless the text itself has one there. So the parts at the beginning and at
    /// the end that have none are what they would be in the whole text, and what lies between is parsed as one, with the
    /// part before it and the one behind, with which it may be a statement.
    func parse(
        _ text: [UInt8], _ parts: [TextParts.Part], standingFor original: [UInt8], statement: String
    ) -> Outcome {
        var flattening = TreeFlattening(original, grammar, limit: SyntaxService.deepestNesting)
        var first = 0
        var held: RawTree?
        while first < parts.count, let tree = faultlessTree(of: parts[first], in: text) {
            if let held, !flattening.add(held.pointer, from: parts[first - 1].range.lowerBound) { return .unreadable }
            held = tree
            first += 1
        }
        if first == parts.count, let held {
            let isAdded = flattening.add(held.pointer, from: parts[first - 1].range.lowerBound)
            return isAdded ? .tree(flattening.finished()) : .unreadable
        }
        var last = parts.count - 1
        var behind: [RawTree] = []
        while last > first, let tree = faultlessTree(of: parts[last], in: text) {
            behind.append(tree)
            last -= 1
        }
        if held != nil { first -= 1 }
        if behind.popLast() != nil { last += 1 }
        held = nil

        forget()
        let middle = parts[first].range.lowerBound..<parts[last].range.upperBound
        if parts[first...last].reduce(0, { $0 + $1.tokens }) > TextParts.soundNumberOfTokens,
            !ErrorSampling.isSound(text[middle], statement: statement, with: pointer)
        {
            forget()
            let probe = ErrorProbe()
            guard probe.run(text[middle], statement: statement, with: pointer) else {
                let rows = text[..<middle.lowerBound].count { $0 == UInt8(ascii: "\n") }
                return probe.place.map { .refused(row: rows + $0.row, column: $0.column) } ?? .unreadable
            }
        }
        guard let tree = rawTree(of: text[middle]).map(RawTree.init) else { return .unreadable }
        // An error in place of the root is that of all parts, and each of them would be inside of it.
        if tree.isAnError, first == 0, !behind.isEmpty {
            return parse(text, TextParts(whole: text).parts, standingFor: original, statement: statement)
        }
        guard flattening.add(tree.pointer, from: middle.lowerBound) else { return .unreadable }
        for (part, tree) in zip(parts[(last + 1)...], behind.reversed()) {
            guard flattening.add(tree.pointer, from: part.range.lowerBound) else { return .unreadable }
        }
        return .tree(flattening.finished())
    }

    /// The tree of a part that is short enough and has no error.
    private func faultlessTree(of part: TextParts.Part, in text: [UInt8]) -> RawTree? {
        guard part.isSound, let tree = rawTree(of: text[part.range]).map(RawTree.init), !tree.hasError else {
            return nil
        }
        return tree
    }
}

/// A tree of libtree-sitter, deleted with the last who holds it.
private final class RawTree {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { ts_tree_delete(pointer) }

    var hasError: Bool { ts_node_has_error(ts_tree_root_node(pointer)) }
    /// Whether the parser did not even find what the text as a whole is.
    var isAnError: Bool { ts_node_symbol(ts_tree_root_node(pointer)) == UInt16.max }
}
