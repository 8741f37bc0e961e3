/// A long text cut where its outermost statements are likely to begin: behind empty lines, at lines without indentation.
enum TextParts {
    /// The longest part, in bytes.
    static let limit = 40_000

    /// The parts of a text in order; nil when it can't be cut so often that each is short enough.
    static func ranges(of source: [UInt8]) -> [Range<Int>]? {
        let newline = UInt8(ascii: "\n")
        var parts: [Range<Int>] = []
        var start = 0
        var cut = 0
        for index in source.indices.dropFirst(2) {
            if index - start > limit {
                guard cut > start else { return nil }
                parts.append(start..<cut)
                start = cut
            }
            let isOutermost =
                source[index] != newline && source[index] != UInt8(ascii: " ")
                && source[index] != UInt8(ascii: "\t")
            if isOutermost, source[index - 1] == newline, source[index - 2] == newline { cut = index }
        }
        parts.append(start..<source.count)
        return parts
    }
}
