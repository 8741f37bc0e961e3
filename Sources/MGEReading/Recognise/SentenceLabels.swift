import MGELayers

/// Sentences that only name what the list behind them is of.
///
/// `Surveyors. Name, email and licence class.`, `And bakers? First name and shift.`
struct SentenceLabels {
    let lexicon: Lexicon

    /// The most words of a label, and of an aside between it and its list, such as *all volunteers*.
    private static let longest = 3

    /// Makes a label and a colon the beginning of the list behind it.
    /// - Returns: the places of labels and of their lists.
    func join(_ sentences: inout [TokenizedText]) -> [(question: Int, answer: Int)] {
        var joined: [(question: Int, answer: Int)] = []
        for index in sentences.indices.dropLast() {
            guard let name = name(in: sentences[index]) else { continue }
            let next = index + 1
            let isAside = next + 1 < sentences.count && isAside(sentences[next])
            let list = [next, next + 1].prefix(isAside ? 2 : 1).first { place in
                (sentences[place].text == sentences[index].text || endsWithQuestion(sentences[index]))
                    && isList(sentences[place].tokens)
            }
            guard let list, let mark = sentences[index].tokens.last else { continue }
            joined.append((index, list))
            sentences[list].tokens = sentences[index].tokens[name] + [mark.replaced(by: ":")] + sentences[list].tokens
        }
        return joined
    }

    private func endsWithQuestion(_ sentence: TokenizedText) -> Bool { sentence.tokens.last?.isMark("?") == true }

    /// The words of a label: several of something, or one of it in a sentence that begins with a capital letter.
    private func name(in sentence: TokenizedText) -> Range<Int>? {
        let tokens = sentence.tokens
        guard let mark = tokens.last, [".", "?", "!"].contains(where: mark.isMark), tokens.count <= Self.longest + 3
        else { return nil }
        var start = 0
        while let lead = lexicon.prose.match(
            tokens, at: start, where: { [.and, .skip, .definite, .article].contains($0) })
        {
            start += lead.count
        }
        let words = span(start, tokens.count - 1)
        guard (1...Self.longest).contains(words.count),
            words.allSatisfy({ index in
                tokens[index].kind == .word
                    && lexicon.prose.match(tokens, at: index, where: { $0.isStructural || $0.isSaid }) == nil
            })
        else { return nil }
        // `volunteers do shifts` is no name of one thing.
        if lexicon.language == .english, words.dropLast().contains(where: { isPlural(tokens[$0]) }) { return nil }
        let name = sentence.words(words).entityName
        let singular = lexicon.inflector.singular(of: name)
        let isKnown = lexicon.entity(named: singular) != nil
        guard isKnown || singular != name && lexicon.fieldItem(for: singular) == nil else { return nil }
        return words
    }

    private func isPlural(_ token: Token) -> Bool { lexicon.inflector.isPlural(token.text.lowercased()) }

    /// Whether a sentence is a few words without a verb.
    private func isAside(_ sentence: TokenizedText) -> Bool {
        sentence.tokens.count <= Self.longest + 1 && !holdsVerb(sentence.tokens, sentence.tokens.indices)
    }

    /// Whether a sentence is nothing but a list that begins with a usual field.
    private func isList(_ tokens: [Token]) -> Bool {
        let ends = tokens.indices.filter { index in
            [",", "(", ".", ";", ":"].contains(where: tokens[index].isMark)
                || lexicon.prose.match(tokens, at: index, where: { $0 == .and }) != nil
        }
        guard let end = ends.first, ends.count > 1, !tokens[end].isMark(":") else { return false }
        var start = 0
        while let lead = lexicon.prose.match(
            tokens, at: start, where: { [.skip, .definite, .article, .optional, .unique].contains($0) })
        {
            start += lead.count
        }
        guard start < end, end - start <= Self.longest, !holdsVerb(tokens, 0..<end) else { return false }
        let first = tokens[start].text.entityName
        let name = tokens[span(start, end)].map(\.text).joined(separator: " ").entityName
        return lexicon.fieldItem(for: name) != nil || end == start + 1 && lexicon.fieldItem(for: first) != nil
    }

    private func holdsVerb(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        range.contains { index in
            lexicon.prose.match(
                tokens, at: index, where: { [.has, .keep, .belongs, .weHave, .we, .be, .can, .must].contains($0) })
                != nil
        }
    }
}
