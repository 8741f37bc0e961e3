extension FreeEntityReader {
    /// Reads the two names of `issue and subscriber: one of each`; what follows them is said of both.
    mutating func readHalves(_ halves: [TokenizedText]) {
        guard halves.count == 2, let mark = halves[1].tokens.firstIndex(where: { !$0.isName }),
            halves[1].tokens[mark].isMark(":") || saysBoth(halves[1])
        else { return halves.forEach { readPart($0) } }
        let rest = halves[1].tokens[mark...]
        let (first, before) = (drafts.count, clauses.count)
        readPart(TokenizedText(text: halves[0].text, tokens: halves[0].tokens + rest))
        // What is said of both together is read once.
        clauses.removeLast(clauses.count - before)
        readPart(halves[1])
        for index in clauses.indices.dropFirst(before) {
            clauses[index].field = nil
            clauses[index].pair = Array(first..<drafts.count)
        }
    }

    /// Whether parentheses behind a name speak of it and the one before: `latitude and longitude (both optional)`.
    func saysBoth(_ half: TokenizedText) -> Bool {
        guard let mark = half.tokens.firstIndex(where: { !$0.isName }), half.tokens[mark].isMark("(") else {
            return false
        }
        return lexicon.prose.match(half.tokens, at: mark + 1, where: { $0 == .lastTwo }) != nil
    }

    /// How many tokens join two names: `and`, `+`.
    func joint(_ tokens: [Token], at index: Int) -> Int? {
        tokens[index].isMark("+") || tokens[index].isMark("&") ? 1 : lexicon.count(.andWord, tokens, at: index)
    }

    /// Whether two names of fields or entities are joined, and no single one: `name and mobile`, but not `drag and drop`.
    func areNames(_ first: TokenizedText, _ second: TokenizedText) -> Bool {
        let head = second.part(0..<second.tokens.prefix { $0.isName }.count)
        if isKnown(first) { return (1...2).contains(head.tokens.count) || isKnown(head) || isKnown(second) }
        return first.tokens.count == 1 && head.tokens.count == 1 && isKnown(head)
    }

    private func isKnown(_ name: TokenizedText) -> Bool {
        FieldGuess(lexicon: lexicon).type(of: name.words) != nil || reader.names.name(of: name.tokens) != nil
    }
}
