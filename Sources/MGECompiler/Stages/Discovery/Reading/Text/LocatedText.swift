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

    /// Adds a part of a line; `column` is the column of its first character.
    mutating func append(_ part: ArraySlice<Character>, line: Int, column: Int) {
        characters.append(contentsOf: part)
        places.append(
            contentsOf: part.indices.map { index in
                Place(line: Int32(clamping: line), column: Int32(clamping: column + index - part.startIndex))
            })
    }

    /// Adds a part of another line, a blank before it.
    mutating func append(continuation part: ArraySlice<Character>, line: Int, column: Int) {
        append([" "], line: line, column: max(1, column - 1))
        append(part, line: line, column: column)
    }

    /// The characters of a range as they were written, blanks at both ends removed.
    func string(_ range: Range<Int>) -> String {
        var range = range.clamped(to: characters.indices)
        while let first = range.first, characters[first].isWhitespace { range = first + 1..<range.upperBound }
        while let last = range.last, characters[last].isWhitespace { range = range.lowerBound..<last }
        // Making a string of the slice at once is several times slower.
        var string = ""
        for index in range { string.append(characters[index]) }
        return string
    }

    /// The place of a character, or of the last one for an index past the end.
    func place(at index: Int) -> Place {
        guard let last = places.last else { return Place(line: 1, column: 1) }
        return places.indices.contains(index) ? places[index] : last
    }
}
