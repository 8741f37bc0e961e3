import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with what it says of several roles at once by itself: `una cátedra tiene un titular y un suplente`,
    /// `ambos profesores`.
    func rolesApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish else { return [source] }
        var depth = 0
        for index in tokens.indices {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            if depth == 0, index > 2, tokens[index].folded == "tanto", tokens[index - 1].isMark(";") {
                return [source.part(0..<index - 1), source.part(index..<tokens.count)]
            }
            guard depth == 0, startsShared(tokens, at: index), let end = sharedEnd(source, from: index) else {
                continue
            }
            var first = index
            while first > 0,
                tokens[first - 1].isMark(",") || tokens[first - 1].isMark(";")
                    || reader.word(tokens, at: first - 1)?.meaning == .and
            {
                first -= 1
            }
            // `ambos son ciudadanos, de los que se pide el nombre`: that is read with it.
            let goesOn = end + 1 < tokens.count && tokens[end].isMark(",") && leadsToRelative(tokens, at: end + 1)
            let parts = [
                0..<first, goesOn ? index..<tokens.count : index..<end, goesOn ? end..<end : end..<tokens.count,
            ]
            return parts.filter { part in part.contains { tokens[$0].kind != .mark } }.map(source.part)
        }
        return [source]
    }

    /// Whether words that stand for several roles begin a clause: `ambos`, `uno y otro`.
    func startsShared(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.prose.match(tokens, at: index, where: { $0 == .both }) != nil else { return false }
        guard index > 0 else { return true }
        return tokens[index - 1].kind == .mark && !tokens[index - 1].isMark("(")
            || reader.word(tokens, at: index - 1)?.meaning == .and
    }

    private func leadsToRelative(_ tokens: [Token], at index: Int) -> Bool {
        span(index, min(index + 3, tokens.count)).contains { reader.word(tokens, at: $0)?.meaning == .relative }
    }

    /// Where the entity ends that several roles are said to be: behind `ambos profesores`, `uno y otro son ciudadanos`.
    func sharedEnd(_ source: TokenizedText, from start: Int) -> Int? {
        let tokens = source.tokens
        guard let lead = lexicon.prose.match(tokens, at: start, where: { $0 == .both }) else { return nil }
        var index = start + lead.count
        var hasVerb = false
        while let word = reader.word(tokens, at: index) {
            let isVerb = word.meaning == .be && !tokens[index].isReflexivePronoun
            guard isVerb && !hasVerb || word.meaning == .skip || hasVerb && word.meaning.isDeterminer else { break }
            hasVerb = hasVerb || isVerb
            index += word.count
        }
        guard let mention = reader.mention(source, at: index, candidates), mention.isPlural else { return nil }
        let end = mention.range.upperBound
        let isEnd = end >= tokens.count || tokens[end].kind == .mark || reader.word(tokens, at: end)?.meaning == .and
        return isEnd ? end : nil
    }
}
