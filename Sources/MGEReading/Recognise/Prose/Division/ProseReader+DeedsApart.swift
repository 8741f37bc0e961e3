import MGELayers

extension ProseReader {
    /// A sentence divided before what somebody does, from which an entity comes: `authors write posts and readers comment on
    /// them`, `candidates upload a resume and apply to jobs`.
    func deedsApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard tokens.count <= Self.longestSentence else { return [source] }
        for deed in DeedReader.deeds(in: source, reader) where !deed.isAlone && !deed.isReply {
            let isCoordinated = deed.doer.upperBound < deed.verb.lowerBound - 1
            let start = isCoordinated ? joint(before: deed.verb.lowerBound, tokens) : deed.doer.lowerBound
            guard let start, start > 2 else { continue }
            let isJoined = reader.word(tokens, at: start - 1)?.meaning == .and
            guard isJoined || isCoordinated || tokens[start - 1].isMark(",") || tokens[start - 1].isMark(";") else {
                continue
            }
            var end = isCoordinated ? start : start - 1
            while end > 0, tokens[end - 1].isMark(",") { end -= 1 }
            guard end > 2, span(0, end).contains(where: { tokens[$0].kind == .word }) else { continue }
            let first = source.part(0..<end)
            guard isCoordinated else { return [first, source.part(start..<tokens.count)] }
            let again = Array(tokens[deed.doer] + tokens[deed.verb.lowerBound...])
            return [first, TokenizedText(text: source.text, tokens: again)]
        }
        return coordinatedApart(source)
    }

    /// A sentence divided before what those who are spoken of make too: `users rate recipes and leave comments`.
    private func coordinatedApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .english, let doer = reader.nounPhrase(tokens, from: 0),
            lexicon.inflector.isPlural(source.words(doer).entityName)
        else { return [source] }
        for verb in span(doer.upperBound + 3, tokens.count) {
            guard reader.word(tokens, at: verb - 1)?.meaning == .and,
                let found = lexicon.prose.match(tokens, at: verb, where: { $0 == .creates || $0 == .handles }),
                let deed = DeedReader.plainDeed(verb..<verb + found.count, source, reader), deed.doer == doer
            else { continue }
            let end = tokens[verb - 2].isMark(",") ? verb - 2 : verb - 1
            let object = span(doer.upperBound, end).first {
                reader.word(tokens, at: $0) == nil && lexicon.inflector.isPlural(tokens[$0].text.lowercased())
            }
            // `… and leave comments on them`
            let rest = tokens[verb...].map { token in
                guard token.folded == "them", let named = object.map({ tokens[$0] }) else { return token }
                return Token(
                    kind: .word, text: named.text, folded: named.folded, range: token.range, place: token.place,
                    isSpaced: true)
            }
            return [source.part(0..<end), TokenizedText(text: source.text, tokens: Array(tokens[doer]) + rest)]
        }
        return [source]
    }

    /// Where the word or comma stands that joins a verb to the clause before.
    private func joint(before verb: Int, _ tokens: [Token]) -> Int? {
        let index = verb - 1
        return index > 0 && (tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and) ? index : nil
    }
}
