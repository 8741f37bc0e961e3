/// A piece of a sentence: an entity that is mentioned, a word of the grammar, or anything else.
struct ProseItem: Sendable {
    enum Kind: Sendable {
        case mention(Mention)
        case word(ProseWord)
        /// A word that is no word of the grammar.
        case name
        case number
        case mark(String)
        /// Several words that say something of a field: `if known`.
        case attribute(ProseWord)
        /// What stands in parentheses, these included.
        case group
    }

    var kind: Kind
    /// The tokens of the sentence that it covers.
    var range: Range<Int>

    var word: ProseWord? {
        if case .word(let word) = kind { word } else { nil }
    }

    var mention: Mention? {
        if case .mention(let mention) = kind { mention } else { nil }
    }

    var attribute: ProseWord? {
        if case .attribute(let word) = kind { word } else { nil }
    }

    var isName: Bool {
        if case .name = kind { true } else { false }
    }

    var isNumber: Bool {
        if case .number = kind { true } else { false }
    }

    /// Whether it is written in digits; `1` may be a word for one thing too.
    func isDigits(in source: TokenizedText) -> Bool {
        range.count == 1 && source.tokens[range.lowerBound].kind == .number
    }

    func isMark(_ marks: String...) -> Bool {
        if case .mark(let mark) = kind { marks.contains(mark) } else { false }
    }
}
