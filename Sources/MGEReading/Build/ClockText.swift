import MGELayers

/// Dates and times as ISO 8601 writes them, checked for defaults.
enum ClockText {
    /// Whether the text is a value of a date, time or date-time field.
    static func fits(_ text: String, _ type: FieldType) -> Bool {
        switch type {
        case .date: return isDate(text)
        case .time: return isTime(text)
        default:
            let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
            guard parts.count == 2, isDate(String(parts[0])) else { return false }
            let time = parts[1].hasSuffix("Z") ? parts[1].dropLast() : parts[1]
            return isTime(String(time.prefix { $0 != "+" }))
        }
    }

    private static func numbers(_ text: String, separator: Character, digits: [Int]) -> [Int]? {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        guard parts.count == digits.count, zip(parts, digits).allSatisfy({ $0.count == $1 && $0.allSatisfy(\.isDigit) })
        else { return nil }
        return parts.compactMap { Int($0) }
    }

    private static func isDate(_ text: String) -> Bool {
        guard let parts = numbers(text, separator: "-", digits: [4, 2, 2]), parts[0] > 0, (1...12).contains(parts[1])
        else { return false }
        let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[parts[1] - 1]).contains(parts[2])
    }

    private static func isTime(_ text: String) -> Bool {
        let parts =
            numbers(text, separator: ":", digits: [2, 2, 2]) ?? numbers(text, separator: ":", digits: [2, 2])
        guard let parts else { return false }
        return parts[0] < 24 && parts[1] < 60 && parts.dropFirst(2).allSatisfy { $0 < 60 }
    }
}
