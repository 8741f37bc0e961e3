import MGECore

/// A stretch of the description in which every character knows its place.
struct LocatedText: Hashable, Sendable {
    /// A line and a column, both from 1.
    struct Place: Hashable, Sendable, CustomStringConvertible {
        var line: Int32
        var column: Int32
        var description: String { "\(line):\(column)" }
    }

    private(set) var characters: [Character] = []
    private(set) var places: [Place] = []
    /// The characters as UTF-8, to make strings of at once.
    private var bytes: [UInt8] = []
    /// Where each character begins among the bytes, and the end.
    private var offsets: [Int32] = [0]

    /// Adds a part of a line; `column` is the column of its first character.
    mutating func append(_ part: ArraySlice<Character>, line: Int, column: Int) {
        characters.append(contentsOf: part)
        let line = Int32(clamping: line)
        for (distance, character) in part.enumerated() {
            places.append(Place(line: line, column: Int32(clamping: column + distance)))
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
        return String(decoding: bytes[Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound])], as: UTF8.self)
    }

    /// The place of a character, or of the last one for an index past the end.
    func place(at index: Int) -> Place {
        guard let last = places.last else { return Place(line: 1, column: 1) }
        return places.indices.contains(index) ? places[index] : last
    }
}
