extension AttributePhrases {
    /// `default 5`, `starts as received`: everything up to the end.
    func readDefault(_ phrase: TokenizedText, from start: Int, into draft: inout FreeDraft) -> Int {
        var start = start
        let tokens = phrase.tokens
        while start + 1 < tokens.count,
            tokens[start].isMark(":") || tokens[start].isMark("=") || isLead(tokens, at: start)
                || isCopula(tokens, at: start)
        {
            start += 1
        }
        // `1 by default and at most 5`, `por defecto 1 y como máximo 5`
        let end = tokens.indices.dropFirst(start + 1).first { index in
            lexicon.count(.andWord, tokens, at: index).map { bounds.match(tokens, at: index + $0) != nil } ?? false
        }
        draft.item.defaultValue = Located(
            text: phrase.words(start..<(end ?? tokens.count)).unquoted, place: tokens[start].place)
        return end ?? tokens.count
    }

    /// Whether `it` or `is` stands before a value.
    private func isCopula(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .be || $0 == .it })?.count == 1
    }

    /// Whether a phrase says which of a field's cases is the default: `pending by default`.
    func saysDefault(_ phrase: TokenizedText, of draft: FreeDraft) -> Bool {
        guard !draft.cases.isEmpty else { return false }
        var value = FreeDraft(name: phrase.located, words: phrase.words)
        guard readDefaultAfterValue(phrase, into: &value), let said = value.item.defaultValue else { return false }
        return draft.cases.contains { $0.text.foldedForComparison == said.text.foldedForComparison }
    }

    /// `planned by default`, `no to begin with`.
    func readDefaultAfterValue(_ phrase: TokenizedText, into draft: inout FreeDraft) -> Bool {
        let tokens = phrase.tokens
        let found = tokens.indices.dropFirst().first { index in
            lexicon.count(anyOf: [.default, .startsAs], tokens, at: index).map { index + $0 == tokens.count } ?? false
        }
        guard let end = found else { return false }
        var start = 0
        // `at least 0 and also 0 by default`
        let joint = (1..<max(1, end)).last { index in
            lexicon.count(.andWord, tokens, at: index) != nil && areAttributes(phrase.part(0..<index))
        }
        if let joint, let count = lexicon.count(.andWord, tokens, at: joint), joint + count < end {
            _ = read(phrase.part(0..<joint), .remark, into: &draft)
            start = joint + count
            if let also = lexicon.count(.togetherWith, tokens, at: start), start + also < end { start += also }
        }
        while start + 1 < end, isLead(tokens, at: start) || isCopula(tokens, at: start) { start += 1 }
        // `left open at first` names no value.
        if lexicon.count(.mayBeEmpty, tokens, at: start) != nil || emptiness(tokens, at: start) != nil { return false }
        draft.item.defaultValue = Located(text: phrase.words(start..<end).unquoted, place: tokens[start].place)
        return true
    }
}
