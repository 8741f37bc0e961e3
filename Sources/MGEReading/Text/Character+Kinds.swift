import MGECore

extension Character {
    /// Its byte when it is an ASCII character by itself; nil for `\r\n` too.
    var byte: UInt8? {
        let bytes = utf8
        return bytes.count == 1 ? bytes.first : nil
    }

    /// White space; asks the tables of Unicode only for what is not ASCII.
    var isBlank: Bool { byte.map(\.isBlank) ?? isWhitespace }

    /// A letter, a number or an underscore.
    var isWordPart: Bool { byte.map(\.isWordPart) ?? (isLetter || isNumber) }

    /// One of `0` to `9`.
    var isDigit: Bool { byte.map(\.isDigit) ?? false }

    /// A control or formatting character, which would be invisible, or reorder the text, in generated code.
    var isInvisible: Bool {
        if let byte { return byte < 0x20 || byte == 0x7F }
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
