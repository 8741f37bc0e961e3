import CTreeSitter

/// A compiled query whose captures are the cases of `Capture`.
///
/// Compiling takes tens of milliseconds; a query is immutable and shared by all threads.
// Unchecked, because the pointer leads to data that no function changes once the query is compiled.
final class Query<Capture: RawRepresentable<String> & Sendable>: @unchecked Sendable {
    let pointer: OpaquePointer
    /// The meaning of each capture number.
    let captures: [Capture]

    /// Compiles a query.
    /// - Throws: `GrammarError` with the place in `file` when the text is no query of the grammar, or has a capture
    ///   that is no case of `Capture`.
    init(_ text: String, file: String, grammar: Grammar) throws {
        let bytes = Array(text.utf8)
        var offset: UInt32 = 0
        var error = TSQueryErrorNone
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                ts_query_new(grammar.pointer, $0.baseAddress, UInt32($0.count), &offset, &error)
            }
        }
        func invalid(at offset: Int, _ reason: String) -> GrammarError {
            let before = bytes.prefix(offset)
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
            return GrammarError(
                .queryInvalid(file: file, line: line, column: column, reason: reason), library: grammar.library.path)
        }
        guard let pointer else { throw invalid(at: Int(offset), Self.reason(error)) }
        var captures: [Capture] = []
        for index in 0..<ts_query_capture_count(pointer) {
            var length: UInt32 = 0
            let name = ts_query_capture_name_for_id(pointer, index, &length).map { String(cString: $0) } ?? ""
            guard let capture = Capture(rawValue: name) else {
                ts_query_delete(pointer)
                let place = text.utf8.firstRange(of: Array("@\(name)".utf8))
                let offset = place.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
                throw invalid(at: offset, "@\(name) is no capture that MGE knows")
            }
            captures.append(capture)
        }
        self.pointer = pointer
        self.captures = captures
    }

    deinit { ts_query_delete(pointer) }

    private static func reason(_ error: TSQueryError) -> String {
        switch error {
        case TSQueryErrorNodeType: "the grammar has no such kind of node"
        case TSQueryErrorField: "the grammar has no such field"
        case TSQueryErrorCapture: "no such capture"
        case TSQueryErrorStructure: "no tree of the grammar can match this pattern"
        default: "this is no query"
        }
    }
}
