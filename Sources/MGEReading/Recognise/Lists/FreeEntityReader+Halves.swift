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

    /// Two references with what tells more of them: `the lift inspected and the inspector`,
    /// `dentist who orders it and clinic it is sent to`.
    func halvesOfEntities(_ written: TokenizedText) -> [TokenizedText]? {
        let part = written.part(0..<written.tokens.count - (written.tokens.last?.isMark(".") == true ? 1 : 0))
        let tokens = part.tokens
        let verbs: Set<Keyword> = [.has, .may, .many, .each, .indefinite, .negation, .deletion, .orWord]
        guard tokens.allSatisfy(\.isName), tokens.count < 14, !lexicon.holds(anyOf: verbs, in: tokens),
            let middle = tokens.indices.dropFirst().first(where: { joint(tokens, at: $0) != nil }),
            let count = joint(tokens, at: middle), middle + count < tokens.count,
            !tokens.dropFirst(middle + count).indices.contains(where: { joint(tokens, at: $0) != nil })
        else { return nil }
        let halves = [part.part(0..<middle), part.part(middle + count..<tokens.count)]
        let names = halves.map { half in
            let lead = lexicon.count(.determiner, half.tokens, at: 0) ?? 0
            return reader.names.match(half.tokens, at: lead)?.name
        }
        guard names.allSatisfy({ $0 != nil && $0 != own }), names[0] != names[1] else { return nil }
        return halves
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

    /// Divides `kind of soil (sand, grass) and whether it has shade` behind the parentheses.
    func dividedAfterGroup(_ clause: TokenizedText, _ range: Range<Int>) -> [Range<Int>] {
        let joint = range.dropFirst().first { index in
            clause.tokens[index - 1].isMark(")") && lexicon.count(.andWord, clause.tokens, at: index) != nil
        }
        guard let joint, let count = lexicon.count(.andWord, clause.tokens, at: joint), joint + count < range.upperBound
        else { return [range] }
        return [range.lowerBound..<joint, joint + count..<range.upperBound]
    }
}
