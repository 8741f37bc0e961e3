/// A compiled query whose captures are the cases of `Capture`; immutable, and shared by all threads.
struct Query<Capture: QueryCapture>: Sendable {
    /// The meaning of each capture number.
    let captures: [Capture]
    let code: QueryCode

    /// Compiles a query.
    /// - Throws: `GrammarError` with the place in `file` when the text is no query of the grammar, or has a capture
    ///   that is no case of `Capture`.
    init(_ text: String, file: String, grammar: Grammar) throws(GrammarError) {
        func invalid(at offset: Int, _ reason: String) -> GrammarError {
            let before = text.utf8.prefix(offset)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
            return GrammarError(
                .queryInvalid(file: file, line: line, column: column, reason: reason), library: grammar.library.path)
        }
        let patterns: QueryPatterns
        do throws(QuerySyntaxError) {
            patterns = try QueryParser.parse(text, grammar)
        } catch {
            throw invalid(at: error.offset, error.reason)
        }
        captures = try patterns.captureNames.map { name throws(GrammarError) in
            guard let capture = Capture(word: name) else {
                let place = text.utf8.firstRange(of: Array("@\(name)".utf8))
                let offset = place.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
                throw invalid(at: offset, "@\(name) is no capture that MGE knows")
            }
            return capture
        }
        code = QueryCode(patterns, grammar)
    }
}
