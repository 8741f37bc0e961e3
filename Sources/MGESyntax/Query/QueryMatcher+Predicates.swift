extension QueryMatcher {
    /// Whether a predicate holds of the captures; one about a capture that the match does not have, does.
    static func holds(_ predicate: QueryPredicate, _ found: UnsafeBufferPointer<Found>, in tree: SyntaxTree) -> Bool {
        guard let text = Self.text(of: predicate.capture, found, tree) else { return true }
        let isTrue =
            switch predicate.test {
            case .equal(.text(let other)): text.elementsEqual(other)
            case .equal(.capture(let other)):
                Self.text(of: other, found, tree).map { text.elementsEqual($0) } ?? true
            case .anyOf(let texts): texts.contains { text.elementsEqual($0) }
            case .containing(let part): contains(part, in: text)
            case .beginning(let ranges, let isNegated):
                text.first.map { byte in ranges.contains { $0.contains(byte) } != isNegated } ?? false
            case .matching(let expression):
                (try? Regex(expression).firstMatch(in: String(decoding: text, as: UTF8.self))) != nil
            }
        return isTrue != predicate.isNegated
    }

    /// Long comments are searched, so by their bytes alone.
    private static func contains(_ part: [UInt8], in text: ArraySlice<UInt8>) -> Bool {
        guard let first = part.first, text.count >= part.count else { return part.isEmpty }
        return text.withUnsafeBufferPointer { text in
            part.withUnsafeBufferPointer { part in
                (0...text.count - part.count).contains { start in
                    text[start] == first && part.indices.allSatisfy { text[start + $0] == part[$0] }
                }
            }
        }
    }

    private static func text(of capture: Int, _ found: UnsafeBufferPointer<Found>, _ tree: SyntaxTree) -> ArraySlice<
        UInt8
    >? {
        found.first { Int($0.capture) == capture }.map {
            tree.source[SyntaxNode(index: Int($0.node), tree: tree).bytes]
        }
    }
}
