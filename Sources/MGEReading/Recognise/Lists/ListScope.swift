/// What stands above a list.
struct ListScope: Sendable {
    var section: Keyword?
    /// The level of the heading of all entities.
    var sectionLevel: Int?
    var isBelowTitle = true
    /// The heading or short paragraph right above, with nothing but text between.
    var opener: (index: Int, isStructured: Bool)?
    var announces = false

    mutating func enter(_ block: Block, at index: Int, _ lexicon: Lexicon) {
        announces = false
        switch block {
        case .heading(let level, let text):
            let wanted: Set<Keyword> = [
                .entitySection, .ruleSection, .summarySection, .stackSection, .itemSection, .later,
                .deletionColumn,
            ]
            let meaning = lexicon.keywords.meaning(of: text.tokens, where: wanted.contains)
            isBelowTitle = level == 1 && isBelowTitle && sectionLevel == nil
            if let sectionLevel, level > sectionLevel {
                opener = (index, true)
                section = .entitySection
            } else {
                section = meaning == .deletionColumn ? .ruleSection : meaning
                sectionLevel = meaning == .entitySection ? level : nil
                opener = meaning == nil && !isBelowTitle && !saysMore(text.tokens, lexicon) ? (index, false) : nil
            }
        case .paragraph(let sentences):
            announces = sentences.last?.tokens.last?.isMark(":") ?? false
            if names(TokenizedText(joining: sentences), lexicon) { opener = (index, false) }
        case .table, .code, .item: opener = nil
        }
    }

    /// Whether a paragraph is nothing but a name, perhaps with a number before it and a colon after it.
    private func names(_ text: TokenizedText, _ lexicon: Lexicon) -> Bool {
        let words = text.tokens[text.startOfTitle..<text.endOfTitle]
        let isSection = lexicon.keywords.meaning(of: Array(words), where: { $0 == .entitySection }) != nil
        return !isSection && (1...3).contains(words.count) && words.allSatisfy(\.isName)
            && !saysMore(Array(words), lexicon)
            && !lexicon.holds(anyOf: [.orWord, .andWord], in: Array(words))
    }

    /// Whether words say what is done, so that they name no entity.
    private func saysMore(_ words: [Token], _ lexicon: Lexicon) -> Bool {
        lexicon.holds(anyOf: [.manage, .polite, .build, .has, .clause, .relative], in: words)
    }
}

extension TokenizedText {
    /// The sentences of one paragraph as one text.
    init(joining sentences: [TokenizedText]) {
        self.init(text: sentences.first?.text ?? LocatedText(), tokens: sentences.flatMap(\.tokens))
    }

    /// Where a title begins after its number: `1.1. Samples`.
    var startOfTitle: Int {
        guard tokens.count > 2, tokens[0].kind == .number, tokens[1].isMark(".") || tokens[1].isMark(")") else {
            return 0
        }
        return 2
    }

    /// Where a title ends before a colon.
    var endOfTitle: Int { tokens.last?.isMark(":") == true ? max(tokens.count - 1, startOfTitle) : tokens.count }

    /// Its lines, when each is a sentence without a full stop: there is none, and a line ends where words would have fitted.
    var sentencesByLine: [TokenizedText]? {
        let lines = lines
        let ends = { (token: Token) in [".", "!", "?", ";"].contains(where: token.isMark) }
        guard lines.count > 1, !tokens.contains(where: ends) else { return nil }
        let widths = lines.map { $0.words.count }
        let widest = widths.max() ?? 0
        let isMeant = lines.indices.dropLast().contains { index in
            widths[index] + 1 + (lines[index + 1].tokens.first?.text.count ?? 0) < widest
        }
        return isMeant ? lines : nil
    }

    /// The lines that it was written in.
    var lines: [TokenizedText] {
        var lines: [TokenizedText] = []
        var start = 0
        for index in tokens.indices where index > start && tokens[index].place.line != tokens[start].place.line {
            lines.append(part(start..<index))
            start = index
        }
        if start < tokens.count { lines.append(part(start..<tokens.count)) }
        return lines
    }
}
