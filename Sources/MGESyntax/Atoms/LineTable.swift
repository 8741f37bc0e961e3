import Glibc

/// Where the rows of a text begin; only a line feed ends a row, as in tree-sitter.
struct LineTable {
    /// The offset of each row's first byte, and the length of the text as the last element.
    let starts: [Int]
    /// The offset of each row's first byte that is neither blank nor masked; that of the first that is not blank when all
    /// are masked, and the end of the row when there is none.
    private let contents: [Int]

    /// Finds the rows of a text; `masked` is what the parser sees in its place.
    init(_ source: [UInt8], masked: [UInt8]? = nil) {
        var starts = [0]
        var contents: [Int] = []
        starts.reserveCapacity(source.count / 24 + 8)
        contents.reserveCapacity(source.count / 24 + 8)
        source.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                if Self.isBlank(bytes[offset]) {
                    offset += 1
                    continue
                }
                contents.append(masked.flatMap { Self.firstSeen(in: $0, from: offset) } ?? offset)
                guard let next = Self.nextRow(in: bytes, from: offset) else { break }
                starts.append(next)
                offset = next
            }
        }
        if starts.count > contents.count { contents.append(source.count) }
        if starts.count > 1, starts.last == source.count {
            starts.removeLast()
            contents.removeLast()
        }
        starts.append(source.count)
        self.starts = starts
        self.contents = contents
    }

    /// How many rows there are: an empty text has one; a final line feed begins none.
    var count: Int { contents.count }

    /// Whether only blanks and a byte order mark precede an offset on its row.
    func isFirst(_ offset: Int, onRow row: Int) -> Bool { row < count && contents[row] >= offset }

    /// Whether a row holds white space only.
    func isBlank(row: Int, in source: [UInt8]) -> Bool {
        source[contents[row]..<starts[row + 1]].allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }

    /// Where the row behind the one of an offset begins; nil when no line feed ends it.
    static func nextRow(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
        guard let base = bytes.baseAddress, offset < bytes.count,
            let found = memchr(base + offset, Int32(UInt8(ascii: "\n")), bytes.count - offset)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }

    /// The first byte from an offset on that is not blank; nil when the row ends before.
    private static func firstSeen(in masked: [UInt8], from offset: Int) -> Int? {
        let first = masked[offset...].firstIndex { !isBlank($0) }
        return first.flatMap { masked[$0] == UInt8(ascii: "\n") || masked[$0] == UInt8(ascii: "\r") ? nil : $0 }
    }

    // A byte order mark is three bytes; taken one by one they occur at a row's beginning in broken text only.
    private static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0b, 0x0c, 0xef, 0xbb, 0xbf: true
        default: false
        }
    }
}
