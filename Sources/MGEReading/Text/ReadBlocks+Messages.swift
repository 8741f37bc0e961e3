extension ReadBlocks {
    /// How many characters say when, and by whom, a message of a chat was written: `[21:05] Ane: los botes tienen nombre`,
    /// `12/3/24, 21:05 - Ane: los botes tienen nombre`.
    static func messageStart(_ line: ArraySlice<Character>) -> Int? {
        let start = line.startIndex
        guard let first = line.first, first == "[" || first.isNumber else { return nil }
        var index = start
        var colons = 0
        while index < line.endIndex, index - start < 24, line[index].isNumber || "[]:/.,- ".contains(line[index]) {
            if line[index] == ":", index > start, line[index - 1].isNumber { colons += 1 }
            index += 1
        }
        let isStamped = line[start..<index].contains("]") || line[start..<index].contains("-")
        guard colons > 0, isStamped, index < line.endIndex, line[index].isUppercase,
            let colon = line[index...].prefix(30).firstIndex(of: ":"), colon + 1 < line.endIndex,
            line[colon + 1].isBlank,
            line[index..<colon].allSatisfy({ $0.isLetter || $0 == " " || $0 == "." || $0.isNumber }),
            line[index..<colon].count(where: { $0 == " " }) < 3
        else { return nil }
        return colon + 2 - start
    }
}
