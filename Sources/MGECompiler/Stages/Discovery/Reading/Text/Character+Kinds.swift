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

/// What an ASCII character is.
extension UInt8 {
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isCapital: Bool { (0x41...0x5A).contains(self) }
    var isSmall: Bool { (0x61...0x7A).contains(self) }
    var isWordPart: Bool { isSmall || isCapital || isDigit || self == UInt8(ascii: "_") }
    /// The small letter of a capital; anything else stays as it is.
    var lowercase: UInt8 { isCapital ? self | 0x20 : self }
}
