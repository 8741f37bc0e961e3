import MGECore

/// A stretch of the description in which every character knows its place.
struct LocatedText: Hashable, Sendable {
    /// A line and a column, both from 1.
    struct Place: Hashable, Sendable, CustomStringConvertible {
        var line: Int32
        var column: Int32
        var description: String { "\(line):\(column)" }
    }

    /// A part of a line.
    private struct Piece: Hashable, Sendable {
        /// Its first character in the text.
        var start: Int
        var place: Place
    }

    private(set) var characters: [Character] = []
    private var pieces: [Piece] = []
    /// The characters as UTF-8, to make strings of at once.
    private var bytes: [UInt8] = []
    /// Where each character begins among the bytes, and the end; empty while every character is one byte.
    private var offsets: [Int32] = []

    init() {}

    /// A text of one line that has no place of its own.
    init(_ line: String) {
        append(Array(line)[...], line: 1, column: 1)
    }

    /// Adds a part of a line; `column` is the column of its first character.
    mutating func append(_ part: ArraySlice<Character>, line: Int, column: Int) {
        let place = Place(line: Int32(clamping: line), column: Int32(clamping: column))
        pieces.append(Piece(start: characters.count, place: place))
        characters.append(contentsOf: part)
        bytes.reserveCapacity(bytes.count + part.count)
        for character in part {
            if let byte = character.byte, offsets.isEmpty {
                bytes.append(byte)
                continue
            }
            if offsets.isEmpty { offsets = (0...Int32(clamping: bytes.count)).map(\.self) }
            bytes.append(contentsOf: character.utf8)
            offsets.append(Int32(clamping: bytes.count))
        }
    }

    /// Adds a part of another line, a blank before it.
    mutating func append(continuation part: ArraySlice<Character>, line: Int, column: Int) {
        append([" "], line: line, column: max(1, column - 1))
        append(part, line: line, column: column)
    }

    /// The characters of a range as they were written, blanks at both ends removed.
    func string(_ range: Range<Int>) -> String {
        var range = range.clamped(to: characters.indices)
        while let first = range.first, characters[first].isBlank { range = first + 1..<range.upperBound }
        while let last = range.last, characters[last].isBlank { range = range.lowerBound..<last }
        return String(decoding: bytes[offset(of: range.lowerBound)..<offset(of: range.upperBound)], as: UTF8.self)
    }

    /// The place of a character, or of the last one for an index past the end.
    func place(at index: Int) -> Place {
        let index = min(index, characters.count - 1)
        guard index >= 0 else { return Place(line: 1, column: 1) }
        var (low, high) = (0, pieces.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= index { low = middle } else { high = middle }
        }
        let (start, place) = (pieces[low].start, pieces[low].place)
        return Place(line: place.line, column: Int32(clamping: Int(place.column) + index - start))
    }

    private func offset(of character: Int) -> Int { offsets.isEmpty ? character : Int(offsets[character]) }
}
