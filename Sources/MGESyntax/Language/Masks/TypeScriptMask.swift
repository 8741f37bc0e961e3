/// Hides from TypeScript's grammar of 2022 what it does not know, without moving a byte.
///
/// What is read from the file is its own text: only the parser sees the masked one.
/// - `import("…")` as a type becomes an identifier of the same length.
/// - A generic signature on a line of its own, behind a member without a semicolon, gets one in place of a blank.
/// - `type` before a single name of an import or export, or before the star of one, becomes blanks.
/// - What came later is told by what was there: see `TypeScriptMask+Later.swift`.
struct TypeScriptMask {
    let source: [UInt8]
    var masked: [UInt8]

    /// The text to parse in place of a source.
    static func masking(_ source: [UInt8]) -> [UInt8] {
        var mask = Self(source: source, masked: source)
        mask.run()
        return mask.masked
    }

    private mutating func run() {
        var offset = 0
        while offset < source.count {
            switch source[offset] {
            case UInt8(ascii: "i"):
                if isWord("import(", at: offset), let end = endOfPath(from: offset + 7) {
                    for position in offset + 6..<end { masked[position] = UInt8(ascii: "_") }
                    offset = end - 1
                } else {
                    hideLaterWord(at: offset)
                }
            case UInt8(ascii: "t"):
                if isWord("type", at: offset) { hideModifier(at: offset) }
                if isWord("typeof", at: offset) { renameInstance(behind: offset + 6) }
            case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "w"):
                hideLaterWord(at: offset)
            case UInt8(ascii: "<"): separateSignature(at: offset)
            default: break
            }
            offset += 1
        }
    }

    /// The end of `"…")`; nil when something else stands in the parentheses.
    private func endOfPath(from start: Int) -> Int? {
        guard start < source.count, case let quote = source[start],
            quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        else { return nil }
        var offset = start + 1
        while offset + 1 < source.count, source[offset] != UInt8(ascii: "\n") {
            if source[offset] == quote { return source[offset + 1] == UInt8(ascii: ")") ? offset + 2 : nil }
            offset += 1
        }
        return nil
    }

    /// `{ type A, type B as C }`: behind a brace or comma, before a name that another one, a comma or a brace follows.
    private mutating func hideModifier(at offset: Int) {
        if hasWord("export", before: offset), source[skippingBlanks(offset + 4)...].first == UInt8(ascii: "*") {
            hide(offset..<offset + 4)
        }
        guard let before = previous(offset), before == UInt8(ascii: "{") || before == UInt8(ascii: ",") else { return }
        var next = offset + 4
        guard next < source.count, Self.isBlank(source[next]) else { return }
        while next < source.count, Self.isBlank(source[next]) { next += 1 }
        let name = next
        while next < source.count, Self.isWord(source[next]) { next += 1 }
        guard next > name, !source[name..<next].elementsEqual("as".utf8) else { return }
        while next < source.count, Self.isBlank(source[next]) { next += 1 }
        guard next < source.count else { return }
        let isEnd = source[next] == UInt8(ascii: ",") || source[next] == UInt8(ascii: "}")
        guard isEnd || source[next...].starts(with: "as ".utf8) else { return }
        hide(offset..<offset + 4)
    }

    /// A row that begins with `<T…` or `<`, behind a row that could end a member.
    private mutating func separateSignature(at offset: Int) {
        guard offset + 1 < source.count, Self.isWord(source[offset + 1]) || Self.isBlank(source[offset + 1]),
            offset > 0, source[offset - 1] == UInt8(ascii: " ") || source[offset - 1] == UInt8(ascii: "\t"),
            isSignature(from: offset), endsMember(before: offset)
        else { return }
        masked[offset - 1] = UInt8(ascii: ";")
    }

    /// Whether a parenthesis follows the bracket that closes the one at an offset.
    private func isSignature(from offset: Int) -> Bool {
        var depth = 0
        for position in offset..<min(source.count, offset + Self.longestParameters) {
            switch source[position] {
            case UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: ">") where source[position - 1] != UInt8(ascii: "="):
                depth -= 1
                if depth == 0 { return position + 1 < source.count && source[position + 1] == UInt8(ascii: "(") }
            case UInt8(ascii: ";"), UInt8(ascii: "/"): return false
            default: break
            }
        }
        return false
    }

    private static let longestParameters = 2000

    /// Whether the last row with code before the row of an offset ends with a name, a string or a closing bracket.
    private func endsMember(before offset: Int) -> Bool {
        var end = offset
        while end > 0, source[end - 1] != UInt8(ascii: "\n") {
            end -= 1
            guard Self.isBlank(source[end]) else { return false }
        }
        while end > 0 {
            let start = source[..<(end - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let row = source[start..<end - 1].drop(while: Self.isBlank)
            end = start
            let isComment =
                row.starts(with: "//".utf8) || row.starts(with: "*".utf8) || row.starts(with: "/*".utf8)
            guard let last = row.last(where: { !Self.isBlank($0) }), !isComment else { continue }
            // An arrow goes on in the next row.
            if row.reversed().drop(while: Self.isBlank).starts(with: ">=".utf8) { return false }
            return Self.isWord(last) || [")", "]", "}", ">", "\"", "'"].contains(Unicode.Scalar(last))
        }
        return false
    }

    // MARK: - Bytes

    mutating func hide(_ bytes: Range<Int>) {
        for position in bytes where !Self.isBlank(source[position]) { masked[position] = UInt8(ascii: " ") }
    }

    /// The last byte before an offset that is no blank and no line feed.
    func previous(_ offset: Int) -> UInt8? {
        source[..<offset].last { !Self.isBlank($0) }
    }

    /// The first offset from one on that no blank is at, or the end.
    func skippingBlanks(_ offset: Int) -> Int {
        var offset = offset
        while offset < source.count, Self.isBlank(source[offset]) { offset += 1 }
        return offset
    }

    /// The end of the name that begins at an offset.
    func endOfName(_ offset: Int) -> Int {
        var offset = offset
        while offset < source.count, Self.isWord(source[offset]) { offset += 1 }
        return offset
    }

    func isWord(_ word: StaticString, at offset: Int) -> Bool {
        guard offset + word.utf8CodeUnitCount <= source.count, offset == 0 || !Self.isWord(source[offset - 1]),
            offset == 0 || source[offset - 1] != UInt8(ascii: ".")
        else { return false }
        for index in 0..<word.utf8CodeUnitCount where source[offset + index] != word.utf8Start[index] { return false }
        return true
    }

    /// Whether a word and blanks stand before an offset.
    func hasWord(_ word: StaticString, before offset: Int) -> Bool {
        var end = offset
        while end > 0, Self.isBlank(source[end - 1]) { end -= 1 }
        return end < offset && end >= word.utf8CodeUnitCount && isWord(word, at: end - word.utf8CodeUnitCount)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte <= UInt8(ascii: " ") }

    static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
