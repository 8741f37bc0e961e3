import MGECore

extension String {
    /// A field's name on the wire: blanks and hyphens become `_`.
    ///
    /// Several words are put in lower case; one word is kept as it is written when it has a capital inside
    /// (`dueDate`), else it is put in lower case too.
    var wireName: String {
        if isPlainWord { return self }
        if let name = wireNameOfASCII { return name }
        let words = split { $0.isBlank || $0 == "-" }
        guard words.count == 1, let word = words.first else { return words.joined(separator: "_").lowercased() }
        return word.dropFirst().contains(where: \.isUppercase) ? String(word) : word.lowercased()
    }

    /// An entity's name as people say it: `order line` of `OrderLine`, `order_line` and `Order Line`.
    var entityName: String {
        if isPlainName { return self }
        if let name = entityNameOfASCII { return name }
        var name = ""
        var previous: Character = " "
        for character in self {
            if character == "_" || character == "-" || character.isBlank {
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

    /// The field's name of a text in ASCII, by its bytes; nil for any other text.
    private var wireNameOfASCII: String? {
        var name: [UInt8] = []
        name.reserveCapacity(utf8.count)
        var hasInnerCapital = false
        var words = 0
        var isInside = false
        for byte in utf8 {
            guard byte < 0x80 else { return nil }
            if byte == UInt8(ascii: "-") || byte.isBlank {
                isInside = false
                continue
            }
            if isInside {
                hasInnerCapital = hasInnerCapital || byte.isCapital
            } else {
                if words > 0 { name.append(UInt8(ascii: "_")) }
                words += 1
                isInside = true
            }
            name.append(byte)
        }
        if words != 1 || !hasInnerCapital { name = name.map(\.lowercase) }
        return String(decoding: name, as: UTF8.self)
    }

    /// The entity's name of a text in ASCII, by its bytes; nil for any other text.
    private var entityNameOfASCII: String? {
        var name: [UInt8] = []
        name.reserveCapacity(utf8.count + 4)
        let blank = UInt8(ascii: " ")
        var previous = blank
        for byte in utf8 {
            guard byte < 0x80 else { return nil }
            if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte.isBlank {
                if previous != blank { name.append(blank) }
                previous = blank
                continue
            }
            if byte.isCapital, previous.isSmall || previous.isDigit { name.append(blank) }
            name.append(byte.lowercase)
            previous = byte
        }
        if name.last == blank { name.removeLast() }
        return String(decoding: name, as: UTF8.self)
    }

    /// Whether it is one word of small ASCII letters.
    private var isPlainWord: Bool { utf8.allSatisfy(\.isSmall) }

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

    /// A name as it is spoken, without quotation marks and other characters that no name has: `confirmed` for
    /// `«confirmed»`; nil when nothing is left that begins with a letter.
    var spokenName: String? {
        if isPlainName { return self }
        let kept = filter { $0.isWordPart || $0 == " " || $0 == "-" }.drop { !$0.isLetter }
        let name = kept.split(separator: " ").joined(separator: " ")
        return name.isSoundName ? name : nil
    }

    /// Whether it can be the name of an entity or a field: letters, digits and blanks, a letter first, not too long.
    var isSoundName: Bool {
        count <= ReadingLimits.nameLength && first.map { $0.isLetter || $0 == "_" } == true
            && contains(where: \.isLetter)
            && allSatisfy { $0.isWordPart || $0 == " " || $0 == "-" }
    }
}
