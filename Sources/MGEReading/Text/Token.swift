/// A word, a number, a quotation or a mark of the description.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Letters and digits, with hyphens, underscores and apostrophes inside.
        case word
        /// Digits, with a sign before and a fraction after.
        case number
        /// Text between quotation marks or backticks; the token's text is what is inside.
        case quoted
        /// Any other character, or `..`.
        case mark
    }

    var kind: Kind
    /// As it was written.
    var text: String
    /// In lower case and without accents, to compare.
    let folded: String
    /// A number made of the folded text, to find it in tables.
    let key: WordKey
    /// The characters that it covers in its text.
    var range: Range<Int>
    var place: LocatedText.Place
    /// Whether a blank, or nothing, is before it.
    var isSpaced: Bool

    init(
        kind: Kind, text: String, folded: String, range: Range<Int>, place: LocatedText.Place, isSpaced: Bool
    ) {
        self.kind = kind
        self.text = text
        self.folded = folded
        self.range = range
        self.place = place
        self.isSpaced = isSpaced
        key = WordKey(folded)
    }

    /// Whether it is this mark.
    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

    /// Whether it can be part of a name.
    var isName: Bool { kind == .word || kind == .quoted || kind == .number }

    /// Whether it joins a noun to what it belongs to: `a description of the problem`.
    var isOf: Bool { ["of", "de", "del"].contains(folded) }

    /// Whether it is the Spanish *se*, which a verb follows.
    var isReflexivePronoun: Bool { folded == "se" }

    /// The vowel that tells the gender of a Spanish determiner or pronoun: `a` of *ellas*, `o` of *ellos*.
    var genderEnding: Character? {
        let stem = folded.hasSuffix("s") ? folded.dropLast() : folded[...]
        if stem == "el" || stem == "un" { return "o" }
        return stem.last.flatMap { "ao".contains($0) ? $0 : nil }
    }

    /// The vowel that tells the gender of a Spanish noun in the plural: `a` of *lecciones*, `o` of *pescadores*.
    var pluralGender: Character? {
        if ["as", "ciones", "siones", "dades"].contains(where: folded.hasSuffix) { return "a" }
        return ["os", "ores", "ajes"].contains(where: folded.hasSuffix) ? "o" : nil
    }

    /// The vowel that tells the gender of a Spanish noun in the singular, by its ending: `a` of *edición*, `o` of *taller*.
    var nounGender: Character? {
        if ["a", "cion", "sion", "dad", "tud"].contains(where: folded.hasSuffix) { return "a" }
        return ["o", "r", "l", "n", "aje"].contains(where: folded.hasSuffix) ? "o" : nil
    }

    /// Whether its first letter is a capital.
    var isCapitalised: Bool { text.first?.isUppercase ?? false }
}

/// Tokens of a text, with the text: a heading, an item or a sentence.
struct TokenizedText: Hashable, Sendable {
    var text: LocatedText
    var tokens: [Token]
    /// Whether it is said in other words than it was written in.
    var isRephrased = false

    /// What was written from one token to another, the last one included.
    func words(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        if range.count == 1, first.kind == .word { return first.text }
        if isRephrased && range.count > 1 || last.range.upperBound < first.range.lowerBound {
            return said(tokens[range])
        }
        return text.string(first.range.lowerBound..<last.range.upperBound)
    }

    /// What tokens say that need not stand in the order of the text.
    private func said(_ tokens: ArraySlice<Token>) -> String {
        var (words, isWord) = ("", false)
        for token in tokens {
            if !words.isEmpty, token.isSpaced || isWord && token.kind == .word { words += " " }
            words += token.text
            isWord = token.kind == .word
        }
        return words
    }

    /// All that was written.
    var words: String { words(tokens.indices) }

    /// The place of its first token.
    var place: LocatedText.Place { tokens.first?.place ?? text.place(at: 0) }

    /// Some of its tokens, over the same text.
    func part(_ range: Range<Int>) -> TokenizedText {
        TokenizedText(text: text, tokens: Array(tokens[range]), isRephrased: isRephrased)
    }
}
