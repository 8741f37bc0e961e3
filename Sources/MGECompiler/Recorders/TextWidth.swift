/// How many columns text takes on a terminal.
package enum TextWidth {
    /// The columns of a text; wide characters of East Asia and emoji take two.
    package static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + columns(of: $1) }
    }

    /// The text, shortened with `…` to a number of columns.
    package static func fit(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var used = 1
        var fitted = ""
        for character in text {
            used += columns(of: character)
            guard used <= width else { break }
            fitted.append(character)
        }
        return width > 0 ? fitted + "…" : ""
    }

    /// The text without control characters, so that no data moves the cursor.
    package static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }

    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        if scalar.properties.isEmojiPresentation { return 2 }
        // The blocks of Unicode's EastAsianWidth.txt whose characters are wide.
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }
}
