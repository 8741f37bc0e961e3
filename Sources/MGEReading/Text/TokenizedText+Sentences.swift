import MGECore

extension TokenizedText {
    /// Its sentences: a full stop, a question mark or an exclamation mark ends one when a blank follows it.
    var sentences: [TokenizedText] {
        var sentences: [TokenizedText] = []
        var start = 0
        for index in tokens.indices where endsSentence(at: index) {
            sentences.append(part(start..<index + 1))
            start = index + 1
        }
        if start < tokens.count { sentences.append(part(start..<tokens.count)) }
        return sentences
    }

    /// Words after which a full stop ends no sentence.
    static let abbreviations: Set<String> = [
        "etc", "approx", "incl", "nr", "vs", "resp", "max", "min", "ej", "aprox", "incluido", "num", "tel", "art",
        "dr", "dra", "mr", "mrs", "ms", "st", "sr", "sra", "dept", "dpto", "fig", "ca", "cf", "vol", "ed", "pp", "ud",
        "uds",
    ]

    private func endsSentence(at index: Int) -> Bool {
        let token = tokens[index]
        guard token.isMark(".") || token.isMark("!") || token.isMark("?") else { return false }
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        let isAbbreviation =
            token.isMark(".") && index > 0
            && tokens[index - 1].kind == .word
            && (tokens[index - 1].text.count == 1 && !endsChoice(at: index - 1)
                || Self.abbreviations.contains(tokens[index - 1].folded)
                || tokens[index - 1].folded == "no" && next.kind == .number)
        return next.isSpaced && !isAbbreviation
    }

    /// Whether a letter is the last of those that there are: `A, B, AB or O.`, which is no initial.
    private func endsChoice(at letter: Int) -> Bool {
        letter > 1 && ["or", "and", "o", "y", "u", "e"].contains(tokens[letter - 1].folded)
    }
}

extension String {
    /// Whether it holds an apostrophe, straight or curved.
    var hasApostrophe: Bool {
        var bytes = utf8.makeIterator()
        while let byte = bytes.next() {
            if byte == UInt8(ascii: "'") { return true }
            if byte == 0xE2, bytes.next() == 0x80, bytes.next() == 0x99 { return true }
        }
        return false
    }

    /// Without blanks at both ends.
    var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first < 0x80, last < 0x80, !first.isBlank, !last.isBlank {
            return self
        }
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(self[first...last])
    }

    /// Without one pair of quotation marks around it.
    var unquoted: String {
        guard let byte = utf8.first, byte >= 0x80 || "\"'`".utf8.contains(byte) else { return self }
        guard count > 1, let first, let last else { return self }
        let pairs: [Character: Character] = ["\"": "\"", "'": "'", "`": "`", "“": "”", "«": "»"]
        return pairs[first] == last ? String(dropFirst().dropLast()).trimmed : self
    }
}
