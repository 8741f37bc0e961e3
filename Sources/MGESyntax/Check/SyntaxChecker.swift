/// Finds what is wrong with a text: first its encoding, then its syntax.
struct SyntaxChecker {
    private static let limit = 100
    private static let excerptLength = 40

    private let source: [UInt8]
    private(set) var problems: [SyntaxReport.Problem] = []

    init(_ source: [UInt8]) {
        self.source = source
        checkEncoding()
    }

    /// Adds the errors of a tree: of nested ones the outermost.
    mutating func check(_ tree: SyntaxTree) {
        guard tree.root.hasError else { return }
        var found: [SyntaxReport.Problem] = []
        tree.root.walk { node in
            guard found.count < Self.limit else { return false }
            if node.isMissing {
                found.append(problem(.missing, at: node, excerpt: node.kind))
                return false
            }
            if node.isError {
                found.append(problem(.unexpected, at: node, excerpt: excerpt(node.bytes)))
                return false
            }
            return node.hasError
        }
        problems += found.prefix(Self.limit - problems.count)
    }

    /// Adds an error at a row and a column in bytes, both from 0.
    mutating func reportError(row: Int, column: Int) {
        let lines = LineTable(source)
        let start = lines.starts[min(row, lines.count - 1)]
        let offset = min(start + column, source.count)
        problems.append(problem(.unexpected, at: offset, excerpt: excerpt(offset..<source.count)))
    }

    /// Says that the text is too long, nested too deeply or too broken to be looked at.
    mutating func reportUnreadable() {
        problems.append(SyntaxReport.Problem(kind: .unreadable, line: 1, column: 1, excerpt: ""))
    }

    private mutating func checkEncoding() {
        if let offset = source.firstIndex(of: 0) { problems.append(problem(.nul, at: offset, excerpt: "\\0")) }
        if String(validating: source, as: UTF8.self) == nil {
            let offset = UTF8Validity.firstInvalidOffset(in: source)
            let bytes = source[offset..<min(offset + 4, source.count)]
            let hexadecimal = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
            problems.append(problem(.encoding, at: offset, excerpt: hexadecimal))
        }
    }

    private func problem(_ kind: SyntaxReport.Problem.Kind, at node: SyntaxNode, excerpt: String)
        -> SyntaxReport.Problem
    {
        problem(kind, at: node.start, excerpt: excerpt)
    }

    private func problem(_ kind: SyntaxReport.Problem.Kind, at offset: Int, excerpt: String) -> SyntaxReport.Problem {
        let before = source[..<offset]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return SyntaxReport.Problem(
            kind: kind, line: line, column: UTF8Validity.characterCount(source[start..<offset]) + 1, excerpt: excerpt)
    }

    private func excerpt(_ range: Range<Int>) -> String {
        let line = source[range].prefix(Self.excerptLength * 4).prefix { $0 != UInt8(ascii: "\n") }
        return String(String(decoding: line, as: UTF8.self).prefix(Self.excerptLength))
    }
}

/// Positions in bytes that should be UTF-8.
enum UTF8Validity {
    /// The offset of the first byte that begins no valid sequence; the length when all are valid.
    static func firstInvalidOffset(in source: [UInt8]) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var bytes = source.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &bytes) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput, .error: return offset
            }
        }
    }

    /// The number of scalars, counting every byte that continues none.
    static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xc0 != 0x80 } }
}
