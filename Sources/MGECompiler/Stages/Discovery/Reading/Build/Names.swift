extension String {
    /// A field's name on the wire: blanks and hyphens become `_`.
    ///
    /// Several words are put in lower case; one word is kept as it is written when it has a capital inside
    /// (`dueDate`), else it is put in lower case too.
    var wireName: String {
        let words = split { $0.isWhitespace || $0 == "-" }
        guard words.count == 1, let word = words.first else { return words.joined(separator: "_").lowercased() }
        return word.dropFirst().contains(where: \.isUppercase) ? String(word) : word.lowercased()
    }

    /// An entity's name as people say it: `order line` of `OrderLine`, `order_line` and `Order Line`.
    var entityName: String {
        if isPlainName { return self }
        var name = ""
        var previous: Character = " "
        for character in self {
            if character == "_" || character == "-" || character.isWhitespace {
                if previous != " " { name.append(" ") }
                previous = " "
                continue
            }
            if character.isUppercase, previous.isLowercase || previous.isDigit { name.append(" ") }
            name.append(contentsOf: character.lowercased())
            previous = character
        }
        return name.trimmed
    }

    /// Whether it is nothing but words of small ASCII letters with one blank between them, as most names are.
    private var isPlainName: Bool {
        var previous = UInt8(ascii: " ")
        for byte in utf8 {
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            guard isLetter || byte == UInt8(ascii: " ") && previous != byte else { return false }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// Whether it can be the name of an entity or a field: letters, digits and blanks, a letter first, not too long.
    var isSoundName: Bool {
        count <= ReadingLimits.nameLength && first.map { $0.isLetter || $0 == "_" } == true
            && contains(where: \.isLetter)
            && allSatisfy { $0.isWordPart || $0 == " " || $0 == "-" }
    }
}
