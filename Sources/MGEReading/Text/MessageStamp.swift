/// When a message of a chat was sent, and by whom, as programs write it before its text: `[21:02] Milo: rooms first`, `14/3/24,
/// 9:15 - Ana María: los clientes`.
enum MessageStamp {
    private static let longestName = 30
    private static let longestTime = 24

    /// How many characters the stamp of a line has; nil where there is none.
    static func length(_ line: ArraySlice<Character>) -> Int? {
        guard let first = line.first, first == "[" || first.isASCII && first.isNumber else { return nil }
        let time = line.prefix(longestTime).prefix { character in
            character.isNumber || "[]:/.,- –".contains(character) || "apmAPM".contains(character)
        }
        guard hasClock(time) else { return nil }
        // The name may begin with letters that a time may have too: `9:15 - Ana`.
        guard let separator = time.lastIndex(where: { $0 == "]" || $0 == "-" || $0 == "–" }) else { return nil }
        let rest = line[(separator + 1)...].drop { $0 == " " }
        let name = rest.prefix { $0.isLetter || $0 == " " || $0 == "." || $0 == "'" }
        guard rest.startIndex > separator + 1, (1...longestName).contains(name.count),
            name.split(separator: " ").count < 4,
            name.endIndex + 1 < line.endIndex, line[name.endIndex] == ":", line[name.endIndex + 1] == " "
        else { return nil }
        return name.endIndex + 2 - line.startIndex
    }

    /// Whether there are hours and minutes: `21:02`.
    private static func hasClock(_ text: ArraySlice<Character>) -> Bool {
        text.indices.dropFirst().dropLast().contains { index in
            text[index] == ":" && text[index - 1].isNumber && text[index + 1].isNumber
        }
    }
}
