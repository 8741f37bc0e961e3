/// Tells the identifiers that requirements have before them: `RD-01. Person`, `REQ-7: The system shall keep …`.
enum RequirementLabel {
    /// The letters of identifiers that at least three lines begin with.
    static func prefixes(in lines: [[Character]]) -> Set<String> {
        var counts: [String: Int] = [:]
        for line in lines {
            guard let label = label(withoutMark(line[...])) else { continue }
            counts[label.prefix, default: 0] += 1
        }
        return Set(counts.filter { $0.value > 2 }.keys)
    }

    /// How long the identifier before a text is, with the blanks behind it.
    static func length(_ content: ArraySlice<Character>, prefixes: Set<String>) -> Int? {
        guard !prefixes.isEmpty, let label = label(content), prefixes.contains(label.prefix) else { return nil }
        return label.length
    }

    /// A line without the mark of a heading or an item.
    private static func withoutMark(_ line: ArraySlice<Character>) -> ArraySlice<Character> {
        line.drop { $0.isBlank || ["#", "*", "-"].contains($0) }
    }

    /// Two capital letters or more, a number, and a mark, unless a hyphen stands between them; a field has a colon behind its name, too: `PM10: decimal`.
    private static func label(_ content: ArraySlice<Character>) -> (prefix: String, length: Int)? {
        let letters = content.prefix { $0.isUppercase && $0.isLetter }
        guard (2...6).contains(letters.count) else { return nil }
        var rest = content.dropFirst(letters.count)
        let isHyphenated = rest.first == "-"
        if isHyphenated { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isDigit || $0 == "." }
        guard digits.first?.isDigit == true, digits.count <= 8 else { return nil }
        rest = rest.dropFirst(digits.count)
        if digits.last != ".", !(isHyphenated && rest.first?.isBlank == true) {
            guard let mark = rest.first, [":", ")"].contains(mark), mark != ":" || isHyphenated else { return nil }
            rest = rest.dropFirst()
        }
        guard rest.first?.isBlank == true else { return nil }
        rest = rest.drop { $0.isBlank }
        guard rest.first?.isUppercase == true else { return nil }
        return (String(letters), rest.startIndex - content.startIndex)
    }
}
