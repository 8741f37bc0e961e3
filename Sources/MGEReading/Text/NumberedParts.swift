/// Tells sections with a number from items that have numbers below them: `2. Records` above `2.1 Beach: name, parish` is a section,
/// `1. Pilot` above `1.1 Alias` is an entity with its field.
enum NumberedParts {
    /// Whether most lines with a number of two parts hold a name, a mark and several things.
    static func areThere(in lines: [[Character]]) -> Bool {
        var (parts, listed, isFirst) = (0, 0, false)
        for line in lines {
            let content = line.drop { $0.isBlank }
            guard content.first?.isDigit == true, let number = numbers(of: content), number.values.count == 2 else {
                continue
            }
            if number.values[1] == 1 { isFirst = true }
            let rest = content.dropFirst(number.length)
            let name = rest.prefix { $0.isWordPart || $0.isBlank || $0 == "-" }
            let after = rest.dropFirst(name.count)
            // Sentences below are rules.
            guard name.count <= 30 else { continue }
            parts += 1
            if let mark = after.first, mark == ":" || mark == "(" || mark == ".", after.contains(",") { listed += 1 }
        }
        return isFirst && listed > 1 && listed * 4 >= parts * 3
    }

    /// How long the number before the title of a section is: of `2. Records` where `2.1` follows.
    static func section(_ lines: [[Character]], at index: Int) -> Int? {
        let content = lines[index].drop { $0.isBlank }
        guard content.first?.isDigit == true, let number = numbers(of: content), number.values.count == 1,
            let next = lines.indices.dropFirst(index + 1).first(where: { !lines[$0].allSatisfy(\.isBlank) }),
            let below = numbers(of: lines[next].drop { $0.isBlank }), below.values == [number.values[0], 1]
        else { return nil }
        return number.length
    }

    /// The numbers at the beginning of a line and how long they are: `2.1`, `3.`, `3)`.
    private static func numbers(of content: ArraySlice<Character>) -> (values: [Int], length: Int)? {
        var length = content.prefix { $0.isDigit || $0 == "." }.count
        let values = content.prefix(length).split(separator: ".").map { Int(String($0)) ?? -1 }
        if content.dropFirst(length).first == ")" { length += 1 }
        guard (1...4).contains(values.count), length <= 9, values.allSatisfy({ (0...99).contains($0) }),
            content.dropFirst(length).first?.isBlank == true
        else { return nil }
        return (values, length)
    }
}
