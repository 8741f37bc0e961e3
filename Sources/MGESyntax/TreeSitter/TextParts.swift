/// A long text cut where its outermost statements are likely to begin: behind empty lines, at lines without indentation.
enum TextParts {
    /// No node of a text of so many tokens has more children than libtree-sitter 0.20 can count: 65,535.
    ///
    /// The difference allows for tokens without text, one for two of the others.
    static let soundNumberOfTokens = 40_000

    /// Whether a text has so many tokens that one node of it may have too many children.
    static func isLong(_ source: [UInt8]) -> Bool {
        guard source.count > soundNumberOfTokens else { return false }
        var counter = TokenCounter()
        for byte in source { counter.count(byte) }
        return counter.tokens > soundNumberOfTokens
    }

    /// The parts of a text in order; nil when it can't be cut so often that each is short enough.
    static func ranges(of source: [UInt8]) -> [Range<Int>]? {
        let newline = UInt8(ascii: "\n")
        var parts: [Range<Int>] = []
        var start = 0
        var cut = 0
        var tokensBeforeCut = 0
        var tokensBeforeStart = 0
        var counter = TokenCounter()
        for index in source.indices {
            if index > 1, source[index - 1] == newline, source[index - 2] == newline, source[index] != newline,
                source[index] != UInt8(ascii: " "), source[index] != UInt8(ascii: "\t")
            {
                cut = index
                tokensBeforeCut = counter.tokens
            }
            counter.count(source[index])
            if counter.tokens - tokensBeforeStart > soundNumberOfTokens {
                guard cut > start else { return nil }
                parts.append(start..<cut)
                (start, tokensBeforeStart) = (cut, tokensBeforeCut)
            }
        }
        parts.append(start..<source.count)
        return parts
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
