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
        return [source]
    }

    /// Where the word or comma stands that joins a verb to the clause before.
    private func joint(before verb: Int, _ tokens: [Token]) -> Int? {
        let index = verb - 1
        return index > 0 && (tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and) ? index : nil
    }
}
