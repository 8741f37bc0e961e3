/// Hides from Python's grammar of 2022 what it does not know, without moving a byte.
///
/// A comma before a closing square bracket, as in `x: Literal["a", "b",]`, becomes a blank: it breaks a subscript there,
/// and changes nothing in a list.
enum PythonMask {
    /// The text to parse in place of a source.
    static func masking(_ source: [UInt8]) -> [UInt8] {
        var masked = source
        for (offset, byte) in source.enumerated() where byte == UInt8(ascii: "]") {
            if let comma = comma(before: offset, in: source) { masked[comma] = UInt8(ascii: " ") }
        }
        return masked
    }

    /// The comma that only blanks, line feeds and rows of comments separate from a bracket.
    private static func comma(before bracket: Int, in source: [UInt8]) -> Int? {
        var offset = bracket - 1
        while offset >= 0 {
            switch source[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset -= 1
            case UInt8(ascii: "\n"): offset = end(ofRowEndingAt: offset, in: source)
            case UInt8(ascii: ","): return offset
            default: return nil
            }
        }
        return nil
    }

    /// The last byte of a row without its comment, given its line feed.
    private static func end(ofRowEndingAt feed: Int, in source: [UInt8]) -> Int {
        var start = feed
        while start > 0, source[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        let mark = source[start..<feed].lastIndex(of: UInt8(ascii: "#"))
        // A quote behind the mark: it may be a part of a string, and no comment.
        guard let mark, !source[mark..<feed].contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") })
        else {
            return feed - 1
        }
        return mark - 1
    }
}
