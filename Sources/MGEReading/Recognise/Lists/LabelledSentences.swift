/// Sentences that are a name, a colon and the fields of it, which are read like the items of a list, such as
/// `Client: name, unique; phone. Project: belongs to one client; code`.
struct LabelledSentences {
    private let lexicon: Lexicon
    private let guess: FieldGuess
    /// Whether a text has some that separate fields by semicolons, so that few of them in a paragraph are enough.
    private let isTerse: Bool

    init(_ blocks: [Block], lexicon: Lexicon) {
        self.lexicon = lexicon
        let guess = FieldGuess(lexicon: lexicon)
        self.guess = guess
        let terse = blocks.reduce(0) { count, block in
            guard case .paragraph(let sentences) = block else { return count }
            return count
                + sentences.count { sentence in
                    sentence.tokens.contains { $0.isMark(";") } && Self.isLabelled(sentence, lexicon, guess)
                }
        }
        isTerse = terse > 1
    }

    /// The items and the other sentences of a paragraph; nil where it is read as it is.
    func blocks(of sentences: [TokenizedText]) -> [Block]? {
        // Lines of their own are read as such.
        let lines = sentences.map(\.place.line)
        guard sentences.count > 1, lines.first == lines.dropFirst().first else { return nil }
        let labelled = sentences.map { Self.isLabelled($0, lexicon, guess) }
        let count = labelled.count { $0 }
        guard count > 1, isTerse || 2 * count > sentences.count else { return nil }
        var blocks: [Block] = []
        var others: [TokenizedText] = []
        for (sentence, isLabelled) in zip(sentences, labelled) {
            if isLabelled {
                if !others.isEmpty { blocks.append(.paragraph(others)) }
                others = []
                blocks.append(.item(depth: 0, sentence))
            } else {
                others.append(sentence)
            }
        }
        return others.isEmpty ? blocks : blocks + [.paragraph(others)]
    }

    private static let sections: Set<Keyword> = [
        .entitySection, .itemSection, .ruleSection, .summarySection, .stackSection, .later, .remarksColumn,
    ]

    private static func isLabelled(_ sentence: TokenizedText, _ lexicon: Lexicon, _ guess: FieldGuess) -> Bool {
        let tokens = sentence.tokens
        guard let colon = tokens.prefix(4).firstIndex(where: { $0.isMark(":") }), colon > 0,
            tokens[..<colon].allSatisfy(\.isName), tokens[0].isCapitalised,
            lexicon.keywords.meaning(of: Array(tokens[..<colon]), where: sections.contains) == nil,
            EntityLine(sentence, lexicon: lexicon) != nil
        else { return false }
        let name = lexicon.inflector.singular(of: sentence.words(0..<colon).entityName)
        guard lexicon.fieldItem(for: name) == nil || lexicon.entity(named: name) != nil else { return false }
        let rest = sentence.ranges(in: span(colon + 1, tokens.count), at: [";", ","])
        guard rest.count > 1 else { return false }
        let fields = rest.count { part in
            let words = part.prefix { tokens[$0].isName }
            return !words.isEmpty && guess.type(of: sentence.words(words)) != nil
        }
        let attributes = rest.count { part in
            part.contains { index in
                lexicon.keywords.match(tokens, at: index, where: { $0.isPlainAttribute || $0.isFreeAttribute }) != nil
            }
        }
        return fields > 0 && 3 * (fields + attributes) >= rest.count
    }
}
