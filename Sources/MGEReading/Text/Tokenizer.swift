/// Divides a text into tokens, in one pass.
struct Tokenizer {
    private let text: LocatedText
    private let characters: [Character]
    private var position = 0
    private var tokens: [Token] = []
    /// Closing quotation marks that do not come any more: keeps the search for them linear.
    private var exhausted: Set<Character> = []

    private static let closers: [Character: Character] = [
        "\"": "\"", "'": "'", "`": "`", "“": "”", "«": "»", "‘": "’", "„": "“",
    ]

    private init(_ text: LocatedText) {
        self.text = text
        characters = text.characters
    }

    /// The tokens of a text; marks of emphasis are left out.
    static func tokenize(_ text: LocatedText) -> TokenizedText {
        var tokenizer = Tokenizer(text)
        tokenizer.run()
        return TokenizedText(text: text, tokens: tokenizer.tokens)
    }

    private mutating func run() {
        while position < characters.count {
            let character = characters[position]
            if character.isBlank || character == "*" {
                position += 1
            } else if startsNumber {
                addNumber()
            } else if character.isWordPart {
                let end = wordEnd(from: position)
                add(.word, inside: position..<end, to: end)
            } else if let closer = Self.closers[character], let end = closingMark(closer) {
                add(.quoted, inside: position + 1..<end, to: end + 1)
            } else {
                let isRange = character == "." && following(1) == "."
                let end = position + (isRange || isLongDash ? 2 : 1)
                add(.mark, inside: position..<end, to: end)
            }
        }
    }

    private func following(_ distance: Int) -> Character? {
        let index = position + distance
        return characters.indices.contains(index) ? characters[index] : nil
    }

    /// Whether two hyphens between blanks stand for a dash.
    private var isLongDash: Bool {
        characters[position] == "-" && following(1) == "-" && following(2)?.isBlank == true && isSpaced(position)
    }

    private var startsNumber: Bool {
        let character = characters[position]
        if character.isDigit { return true }
        guard character == "-" || character == "+", following(1)?.isDigit == true else { return false }
        return position == 0 || !(characters[position - 1].isWordPart || characters[position - 1] == ")")
    }

    private mutating func addNumber() {
        var end = position + 1
        while end < characters.count, characters[end].isDigit { end += 1 }
        if end + 1 < characters.count, characters[end] == ".", characters[end + 1].isDigit {
            end += 1
            while end < characters.count, characters[end].isDigit { end += 1 }
        }
        let isWord = end < characters.count && characters[end].isWordPart
        end = isWord ? wordEnd(from: end) : end
        add(isWord ? .word : .number, inside: position..<end, to: end)
    }

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let character = characters[end]
            if !character.isWordPart {
                let joins = character == "-" || character == "'" || character == "’"
                guard joins, end + 1 < characters.count, characters[end + 1].isWordPart else { break }
            }
            end += 1
        }
        return end
    }

    private mutating func closingMark(_ closer: Character) -> Int? {
        let isApostrophe = position > 0 && characters[position - 1].isWordPart
        guard !exhausted.contains(closer), !isApostrophe else { return nil }
        var end = position + 1
        while end < characters.count {
            if characters[end] == closer { return end > position + 1 ? end : nil }
            end += 1
        }
        exhausted.insert(closer)
        return nil
    }

    /// Whether a blank, or nothing, is before a character and the marks of emphasis there.
    private func isSpaced(_ position: Int) -> Bool {
        var before = position - 1
        while before >= 0, characters[before] == "*" { before -= 1 }
        return before < 0 || characters[before].isBlank
    }

    private mutating func add(_ kind: Token.Kind, inside: Range<Int>, to end: Int) {
        let words = text.string(inside)
        tokens.append(
            Token(
                kind: kind, text: words, folded: words.foldedForComparison, range: position..<end,
                place: text.place(at: position), isSpaced: isSpaced(position)))
        position = end
    }
}
