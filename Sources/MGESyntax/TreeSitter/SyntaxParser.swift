import CTreeSitter
import Glibc
import Synchronization

/// A parser for one grammar, to be used by one caller at a time.
// Unchecked, because a parser has state: `SyntaxParserPool` hands each parser to one borrower at a time, and nothing
// else makes parsers.
final class SyntaxParser: @unchecked Sendable {
    let pointer: OpaquePointer
    let grammar: Grammar

    fileprivate init(grammar: Grammar) throws {
        guard let pointer = ts_parser_new() else {
            throw GrammarError(.parserUnavailable(grammar.name), library: grammar.library.path)
        }
        guard ts_parser_set_language(pointer, grammar.pointer) else {
            ts_parser_delete(pointer)
            throw GrammarError(.parserUnavailable(grammar.name), library: grammar.library.path)
        }
        self.pointer = pointer
        self.grammar = grammar
    }

    deinit { ts_parser_delete(pointer) }

    /// What became of a text.
    enum Outcome {
        case tree(SyntaxTree)
        /// The text has a syntax error at this place, in bytes, and is too long to be read on from there.
        case refused(row: Int, column: Int)
        /// The text is too long, nested too deeply, or its errors take too much time.
        case unreadable
    }

    /// The tree of a text, whatever its bytes are.
    ///
    /// libtree-sitter 0.20 keeps the number of a node's children in 16 bits and frees foreign memory beyond. Only an
    /// error or a run of comments can be a node with so many: a text of many tokens is parsed in parts that are too short
    /// for it, and what can't be cut is looked through by `ErrorProbe` before.
    func parse(_ source: [UInt8], of language: LanguageDescription) -> Outcome {
        guard source.count <= Self.maximumLength, !Self.hasEndlessLine(source) else { return .unreadable }
        let text = language.mask?.masking(source) ?? source
        guard TextParts.isLong(source) else {
            return parse(text, standingFor: source).map(Outcome.tree) ?? .unreadable
        }
        let parts = language.isReadWhole == true ? TextParts(whole: text) : TextParts(text)
        return parse(text, parts.parts, standingFor: source, statement: language.statement)
    }

    /// The tree of a short text; nil when its errors take too much time, or it is nested too deeply.
    ///
    /// `original` is what the nodes' texts are taken from, when another one of the same length is parsed for it.
    func parse(_ source: [UInt8], standingFor original: [UInt8]? = nil) -> SyntaxTree? {
        guard let tree = rawTree(of: source[...]) else { return nil }
        defer { ts_tree_delete(tree) }
        var flattening = TreeFlattening(original ?? source, grammar, limit: SyntaxService.deepestNesting)
        return flattening.add(tree, from: 0) ? flattening.finished() : nil
    }

    /// The tree of libtree-sitter of a text, to be deleted; nil when its errors take too much time.
    func rawTree(of source: ArraySlice<UInt8>) -> OpaquePointer? {
        let budget = Self.budget(of: source.count)
        var timeout = budget
        while true {
            let start = Self.processorTime
            forget()
            ts_parser_set_timeout_micros(pointer, UInt64(1_000 * timeout))
            let tree = source.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    ts_parser_parse_string(pointer, nil, $0.baseAddress, UInt32($0.count))
                }
            }
            if tree != nil { return tree }
            ts_parser_reset(pointer)
            if Self.processorTime - start >= budget * 9 / 10 { return nil }
            // Others worked meanwhile. Going on could give another tree than a parse that is not disturbed.
            timeout *= 2
        }
    }

    /// Makes the parser forget the text before, with the state of the grammar's own scanner.
    ///
    /// `ts_parser_reset` leaves it as it is, and Python's knows no way out of an f-string that its text does not end: it
    /// would see no end of a block in the next text until that begins a string of its own.
    func forget() { ts_parser_set_language(pointer, grammar.pointer) }

    /// How long a text of some bytes may take, in milliseconds of a processor.
    ///
    /// Recovering from thousands of errors takes the square of their number, and from some errors for ever.
    static func budget(of bytes: Int) -> Int { 1_000 + bytes / 100 }

    /// What the thread has worked, in milliseconds: waiting for others that work too does not count.
    static var processorTime: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }

    /// The length of the longest text that is parsed, in bytes: a node takes 32, and there is one for two to four of them.
    static let maximumLength = 1 << 26
    /// The length of the longest line of a text that is parsed: nobody wrote a longer one, and none could be cut.
    static let longestLine = 1 << 21

    private static func hasEndlessLine(_ source: [UInt8]) -> Bool {
        guard source.count > longestLine else { return false }
        var start = 0
        return source.withUnsafeBufferPointer { bytes in
            for offset in 0..<bytes.count where bytes[offset] == UInt8(ascii: "\n") {
                if offset - start > longestLine { return true }
                start = offset + 1
            }
            return bytes.count - start > longestLine
        }
    }
}

/// Parsers of one grammar that wait to be used again.
final class SyntaxParserPool: Sendable {
    private let grammar: Grammar
    private let idle = Mutex<[SyntaxParser]>([])

    init(grammar: Grammar) { self.grammar = grammar }

    /// Calls `body` with a parser that nobody else uses meanwhile.
    func withParser<Result>(_ body: (SyntaxParser) throws -> Result) throws -> Result {
        let parser = try idle.withLock { $0.popLast() } ?? SyntaxParser(grammar: grammar)
        defer { idle.withLock { $0.append(parser) } }
        return try body(parser)
    }
}
