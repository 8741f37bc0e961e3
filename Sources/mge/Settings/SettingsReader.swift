/// Reads one flat JSON object (RFC 8259) and keeps the places of what it holds.
struct SettingsReader {
    /// A member of the object.
    struct Member {
        let key: String
        let keyPlace: String
        /// A string's content, or a number's or truth value's text.
        let text: String
        let valuePlace: String
    }

    private let characters: [Unicode.Scalar]
    private var index = 0
    private let file: String

    init(_ text: String, file: String) {
        characters = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
        self.file = file
    }

    /// All members in order.
    /// - Throws: `UsageError` that names the place of what is wrong.
    mutating func members() throws(UsageError) -> [Member] {
        var members: [Member] = []
        try expect("{")
        if try !take("}") {
            repeat {
                skipSpace()
                let keyPlace = place
                let key = try string()
                try expect(":")
                skipSpace()
                let valuePlace = place
                members.append(
                    Member(key: key, keyPlace: keyPlace, text: try value(), valuePlace: valuePlace))
            } while try take(",")
            try expect("}")
        }
        skipSpace()
        guard index == characters.count else { throw refusal("something follows the object") }
        return members
    }

    private var place: String {
        let before = characters[..<index]
        let line = before.count { $0 == "\n" } + 1
        let column = before.count - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
        return "\(file):\(line):\(column)"
    }

    private func refusal(_ message: String) -> UsageError {
        UsageError("\(place): \(message)", remedy: "write one object such as {\"workspace\": \"build\"}")
    }

    private mutating func skipSpace() {
        while index < characters.count, " \t\r\n".unicodeScalars.contains(characters[index]) { index += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) throws(UsageError) -> Bool {
        skipSpace()
        guard index < characters.count, characters[index] == scalar else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(UsageError) {
        guard try take(scalar) else { throw refusal("'\(scalar)' is missing") }
    }

    private mutating func value() throws(UsageError) -> String {
        guard index < characters.count else { throw refusal("a value is missing") }
        if characters[index] == "\"" { return try string() }
        let start = index
        while index < characters.count, Self.isBare(characters[index]) { index += 1 }
        let text = String(String.UnicodeScalarView(characters[start..<index]))
        guard text == "true" || text == "false" || Double(text) != nil else {
            index = start
            throw refusal("a value is a string, a number, true or false")
        }
        return text
    }

    private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "+-.".unicodeScalars.contains(scalar)
    }

    private mutating func string() throws(UsageError) -> String {
        guard index < characters.count, characters[index] == "\"" else { throw refusal("a string is missing") }
        index += 1
        var text = String.UnicodeScalarView()
        while index < characters.count, characters[index] != "\"" {
            let scalar = characters[index]
            guard scalar.value >= 0x20 else { throw refusal("a string ends at the end of its line") }
            if scalar == "\\" {
                text.append(try escape())
            } else {
                text.append(scalar)
                index += 1
            }
        }
        guard index < characters.count else { throw refusal("a string has no end") }
        index += 1
        return String(text)
    }

    /// Reads an escape; a character outside the basic plane is a pair of them.
    private mutating func escape() throws(UsageError) -> Unicode.Scalar {
        let simple: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
        ]
        guard index + 1 < characters.count else { throw refusal("a string has no end") }
        if let scalar = simple[characters[index + 1]] {
            index += 2
            return scalar
        }
        let high = try codeUnit()
        guard (0xD800..<0xDC00).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw refusal("half of a character") }
            return scalar
        }
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw refusal("half of a character") }
        return scalar
    }

    private mutating func codeUnit() throws(UsageError) -> UInt32 {
        let end = index + 6
        guard end <= characters.count, characters[index] == "\\", characters[index + 1] == "u",
            let unit = UInt32(String(String.UnicodeScalarView(characters[(index + 2)..<end])), radix: 16)
        else { throw refusal("an escape that JSON does not have") }
        index = end
        return unit
    }
}
