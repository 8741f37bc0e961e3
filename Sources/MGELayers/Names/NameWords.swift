import Foundation

/// The words of a name in plain ASCII, from which names in every style are made.
///
/// Accents are folded and `ñ` becomes `ni`, because `año` must not become `ano`. Words are separated at everything
/// that is no letter or digit and at changes of case (`dueDate`, `HTTPServer`). Scripts without a folding to Latin
/// letters leave no words.
package struct NameWords: Hashable, Sendable {
    /// Each of lowercase ASCII letters and digits, none empty.
    package var words: [String]

    package init(words: [String]) {
        self.words = words
    }

    /// The words of a written name.
    package init(_ text: String) {
        words = Self.split(Self.folded(text))
    }

    package var isEmpty: Bool { words.isEmpty }
    /// `order_line`.
    package var snake: String { words.joined(separator: "_") }
    /// `order-line`.
    package var kebab: String { words.joined(separator: "-") }
    /// `OrderLine`.
    package var pascal: String { words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }
    /// `ORDER_LINE`.
    package var screaming: String { snake.uppercased() }
    /// Whether the first character is a digit, which no identifier may start with.
    package var startsWithDigit: Bool { words.first?.first?.isNumber ?? false }

    /// The words with others before them.
    package func prefixed(by prefix: String...) -> NameWords { NameWords(words: prefix + words) }
    /// The words with others after them.
    package func suffixed(by suffix: String...) -> NameWords { NameWords(words: words + suffix) }
}

extension NameWords {
    /// Letters that Unicode does not decompose to a Latin one.
    private static let letters: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d",
        "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "Ħ": "H",
    ]
    private static let combiningTilde: Unicode.Scalar = "\u{303}"

    /// The text in ASCII letters and digits, with a blank for everything else.
    private static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        let scalars = Array(text.decomposedStringWithCompatibilityMapping.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if scalar == combiningTilde, index > 0, scalars[index - 1] == "n" || scalars[index - 1] == "N" {
                if next == "i" || next == "I" { continue }
                result += scalars[index - 1] == "N" && next.properties.isUppercase ? "I" : "i"
            } else if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let replacement = letters[scalar] {
                result += next.properties.isUppercase ? replacement.uppercased() : replacement
            } else if !isSilent(scalar) {
                result += " "
            }
        }
        return result
    }

    /// Whether a scalar belongs to the letter before it or separates nothing.
    private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
        default: scalar == "\u{2019}"
        }
    }

    private static func split(_ text: String) -> [String] {
        let characters = Array(text.utf8)
        var words: [String] = []
        var word: [UInt8] = []
        func finish() {
            guard !word.isEmpty else { return }
            words.append(String(decoding: word, as: UTF8.self).lowercased())
            word = []
        }
        for (index, character) in characters.enumerated() where character != UInt8(ascii: "'") {
            guard isLetter(character) || isDigit(character) else {
                finish()
                continue
            }
            if isUpper(character), let last = word.last {
                let startsWord = index + 1 < characters.count && isLower(characters[index + 1])
                if isLower(last) || startsWord { finish() }
            }
            word.append(character)
        }
        finish()
        return words
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
