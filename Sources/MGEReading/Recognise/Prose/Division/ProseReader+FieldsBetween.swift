import MGELayers

/// Fields between what has them and its verb.
extension ProseReader {
    /// `un hito, con nombre y fecha límite, pertenece a un proyecto`, `los socios (nombre y edad) son de un club`: first what it
    /// has, then what is said of it.
    func fieldsBetween(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard tokens.count > 8, tokens.count <= Self.longestSentence, let determiner = reader.word(tokens, at: 0),
            determiner.meaning.isDeterminer, let noun = reader.nounPhrase(tokens, from: determiner.count),
            noun.lowerBound == determiner.count, noun.upperBound + 5 < tokens.count
        else { return [source] }
        let open = noun.upperBound
        let isGroup = tokens[open].isMark("(")
        guard isGroup || tokens[open].isMark(",") && reader.word(tokens, at: open + 1)?.meaning == .with else {
            return [source]
        }
        let start = isGroup ? open + 1 : open + 2
        guard let close = endOfFields(tokens, from: start, isGroup: isGroup), listsFields(source, start..<close) else {
            return [source]
        }
        let first = tokens[..<open] + [tokens[open].replaced(by: ":")] + tokens[start..<close]
        return [
            TokenizedText(text: source.text, tokens: Array(first)),
            TokenizedText(text: source.text, tokens: Array(tokens[..<open] + tokens[(close + 1)...])),
        ]
    }

    /// The mark behind the fields, which a verb follows.
    private func endOfFields(_ tokens: [Token], from start: Int, isGroup: Bool) -> Int? {
        let end = span(start, tokens.count - 2).first { index in
            if isGroup { return tokens[index].isMark(")") }
            return tokens[index].isMark(",") && startsVerb(tokens, at: index + 1)
        }
        guard let end, startsVerb(tokens, at: end + 1) else { return nil }
        let isPlain = span(start, end).allSatisfy { index in
            !tokens[index].isMark(";") && !tokens[index].isMark(":") && !tokens[index].isMark("(")
        }
        return isPlain ? end : nil
    }

    private func startsVerb(_ tokens: [Token], at index: Int) -> Bool {
        guard index < tokens.count else { return false }
        if lexicon.language == .spanish, tokens[index].isReflexivePronoun { return true }
        guard let verb = reader.word(tokens, at: index)?.meaning else { return false }
        return [.has, .belongs, .be, .can, .must].contains(verb)
    }

    /// Whether most parts of a list are usual fields.
    private func listsFields(_ source: TokenizedText, _ range: Range<Int>) -> Bool {
        let names = lists.parts(of: source.tokens, range).map { part in
            source.words(lists.withoutArticles(source.tokens, part).prefix { source.tokens[$0].isName }).lowercased()
        }
        let usual = names.count { lexicon.hasField(named: $0) || lexicon.fieldItem(for: $0) != nil }
        return names.count > 1 && usual * 2 >= names.count
    }
}
