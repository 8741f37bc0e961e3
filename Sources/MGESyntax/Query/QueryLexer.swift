/// The words of a query text, with their places.
struct QueryLexer {
    enum Token: Equatable {
        case open, close, openBracket, closeBracket, anchor, absent
        case quantifier(UInt8)
        case capture(String)
        case predicate(String)
        case string(String)
        /// The name of a kind of node, of a field when a colon follows, or `_`.
        case word(String)
        case colon
        case end
    }

    private let bytes: [UInt8]
    private var position = 0
    /// Where the current token begins.
    private(set) var start = 0
    private(set) var token = Token.end

    init(_ text: String) throws(QuerySyntaxError) {
        bytes = Array(text.utf8)
        try advance()
    }

    /// Goes on to the next token.
    mutating func advance() throws(QuerySyntaxError) {
        skipBlanks()
        start = position
        guard position < bytes.count else { return token = .end }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "("): token = .open
        case UInt8(ascii: ")"): token = .close
        case UInt8(ascii: "["): token = .openBracket
        case UInt8(ascii: "]"): token = .closeBracket
        case UInt8(ascii: "!"): token = .absent
        case UInt8(ascii: ":"): token = .colon
        case UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "+"): token = .quantifier(byte)
        case UInt8(ascii: "@"): token = .capture(word())
        case UInt8(ascii: "#"): token = .predicate(word())
        case UInt8(ascii: "\""): token = .string(try string())
        case UInt8(ascii: "."): token = .anchor
        default:
            position -= 1
            let word = word()
            guard !word.isEmpty else { throw QuerySyntaxError(offset: start, reason: "this is no query") }
            token = .word(word)
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: ";") {
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            } else if bytes[position] <= UInt8(ascii: " ") {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func word() -> String {
        let first = position
        while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
        // The question mark of a predicate's name belongs to it.
        if first > 0, bytes[first - 1] == UInt8(ascii: "#"), position < bytes.count,
            bytes[position] == UInt8(ascii: "?")
        {
            position += 1
        }
        return String(decoding: bytes[first..<position], as: UTF8.self)
    }

    private mutating func string() throws(QuerySyntaxError) -> String {
        var content: [UInt8] = []
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += 1
                content.append(Self.escapes[bytes[position]] ?? bytes[position])
            } else {
                content.append(bytes[position])
            }
            position += 1
        }
        guard position < bytes.count else { throw QuerySyntaxError(offset: start, reason: "the string has no end") }
        position += 1
        return String(decoding: content, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "0"): 0,
    ]

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

/// Why a text is no query of a grammar, and where.
struct QuerySyntaxError: Error {
    /// In bytes.
    let offset: Int
    let reason: String
}
