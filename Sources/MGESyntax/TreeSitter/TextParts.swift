/// A long text cut where its outermost statements are likely to begin: behind empty lines, at lines without indentation.
struct TextParts {
    /// No node of a text of so many tokens has more children than libtree-sitter 0.20 can count: 65,535.
    ///
    /// The difference allows for tokens without text, one for two of the others.
    static let soundNumberOfTokens = 40_000
    /// How many tokens a part has at least, unless it is the last one: few enough for an error to spoil little.
    static let usualNumberOfTokens = 8_000

    /// A part, and how many tokens it has at most.
    struct Part {
        let range: Range<Int>
        let tokens: Int

        /// Whether no node of it can have too many children.
        var isSound: Bool { tokens <= TextParts.soundNumberOfTokens }
    }

    /// The parts in order.
    private(set) var parts: [Part] = []

    /// Whether a text has so many tokens that one node of it may have too many children.
    static func isLong(_ source: [UInt8]) -> Bool {
        guard source.count > soundNumberOfTokens else { return false }
        var counter = TokenCounter()
        return source.withUnsafeBufferPointer { bytes in
            for byte in bytes { counter.count(byte) }
            return counter.tokens > soundNumberOfTokens
        }
    }

    /// A long text as one part.
    init(whole source: [UInt8]) { parts = [Part(range: source.indices, tokens: source.count)] }

    /// Cuts a text.
    init(_ source: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        var start = 0
        var tokensBeforeStart = 0
        var counter = TokenCounter()
        source.withUnsafeBufferPointer { bytes in
            for index in bytes.indices {
                if index > 1, bytes[index - 1] == newline, bytes[index - 2] == newline, bytes[index] != newline,
                    bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t"),
                    counter.tokens - tokensBeforeStart >= Self.usualNumberOfTokens
                {
                    parts.append(Part(range: start..<index, tokens: counter.tokens - tokensBeforeStart))
                    (start, tokensBeforeStart) = (index, counter.tokens)
                }
                counter.count(bytes[index])
            }
        }
        parts.append(Part(range: start..<source.count, tokens: counter.tokens - tokensBeforeStart))
    }
}

/// Counts words and other characters of a text: at least as many as a language has tokens there.
private struct TokenCounter {
    private(set) var tokens = 0
    private var isInWord = false

    mutating func count(_ byte: UInt8) {
        let isWord =
            byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_") || byte >= 0x80
        let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        if isWord ? !isInWord : !isBlank { tokens += 1 }
        isInWord = isWord
    }
}
