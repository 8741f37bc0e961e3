import MGELayers

extension ProseReader {
    /// A Spanish sentence divided at semicolons behind which another field is told of: `…; el apodo se puede obviar; la batería,
    /// en porcentaje, puede faltar`.
    func fieldsApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish, tokens.count <= Self.longestSentence,
            tokens.contains(where: { $0.isMark(";") })
        else { return [source] }
        var parts: [TokenizedText] = []
        var (start, depth) = (0, 0)
        for index in tokens.indices.dropFirst(3) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            guard depth == 0, tokens[index].isMark(";"),
                startsTold(source, at: index + 1) || parts.isEmpty && goesOnHaving(source, at: index + 1)
                    || startsPronounced(tokens, at: index + 1)
            else { continue }
            parts.append(source.part(start..<index))
            start = index + 1
        }
        guard !parts.isEmpty else { return [source] }
        parts.append(source.part(start..<tokens.count))
        // `criterios: el alias, …; el peso es …`
        if let colon = parts[0].tokens.prefix(3).firstIndex(where: { $0.isMark(":") }),
            startsTold(parts[0], at: colon + 1)
        {
            parts[0] = parts[0].part(colon + 1..<parts[0].tokens.count)
        }
        return parts
    }

    /// Whether a clause begins with an article, a name that is no entity's, and what is said of a field.
    private func startsTold(_ source: TokenizedText, at start: Int) -> Bool {
        let tokens = source.tokens
        guard start + 3 < tokens.count, ["el", "la", "los", "las", "su", "sus"].contains(tokens[start].folded),
            reader.mention(source, at: start + 1, candidates) == nil, !isOrdinal(tokens, at: start + 1),
            !isNamedAfter(tokens, at: start + 1)
        else { return false }
        var index = start + 1
        while index < min(start + 7, tokens.count), tokens[index].kind == .word {
            let word = reader.word(tokens, at: index)?.meaning
            if [.be, .can, .must].contains(word) { return index > start + 1 }
            if lexicon.prose.match(tokens, at: index, where: \.isSaid) != nil { return index > start + 1 }
            guard word == nil || word == .preposition || word == .definite, word == nil || index > start + 1 else {
                return false
            }
            index += 1
        }
        guard index > start + 1, index + 1 < tokens.count, tokens[index].isMark(",") else { return false }
        return lexicon.prose.match(tokens, at: index + 1, where: { $0.isSaid || $0 == .anything }) != nil
            || [.preposition, .with].contains(reader.word(tokens, at: index + 1)?.meaning)
                && span(index + 2, tokens.count).prefix { !tokens[$0].isMark(";") }.contains {
                    lexicon.prose.match(tokens, at: $0, where: { $0.isSaid && $0 != .default }) != nil
                }
    }

    /// Whether a clause begins with what we have of whom was named last, or with a rule: `…; de él tenemos la
    /// marca`, `…; nadie comparte carné`.
    private func startsPronounced(_ tokens: [Token], at start: Int) -> Bool {
        guard start + 3 < tokens.count else { return false }
        if tokens[start].folded == "nadie", ["comparte", "repite"].contains(tokens[start + 1].folded) { return true }
        if tokens[start].folded == "dos",
            span(start, min(start + 9, tokens.count)).contains(where: { tokens[$0].folded == "llamarse" })
        {
            return true
        }
        return tokens[start].folded == "de"
            && ["él", "ella", "ellos", "ellas"].contains(tokens[start + 1].text.lowercased())
            && reader.word(tokens, at: start + 2)?.meaning == .weHave
    }

    /// Whether a sentence begins with a field of an entity, and a clause with what else that has: `el nombre del plato no pasa de
    /// 40 letras; también tiene precio`.
    private func goesOnHaving(_ source: TokenizedText, at start: Int) -> Bool {
        let tokens = source.tokens
        var index = start
        while let word = reader.word(tokens, at: index), word.meaning == .skip || word.meaning == .and {
            index += word.count
        }
        guard reader.word(tokens, at: index)?.meaning == .has, ["el", "la"].contains(tokens[0].folded) else {
            return false
        }
        return span(2, min(7, start)).contains { place in
            tokens[place - 1].folded == "del" || place > 2 && tokens[place - 1].folded == "la" && tokens[place - 2].isOf
                ? reader.mention(source, at: place, candidates).map {
                    [.not, .be, .can, .must].contains(reader.word(tokens, at: $0.range.upperBound)?.meaning)
                } ?? false
                : false
        }
    }

    /// Whether a noun is that of a verb before it, whose doer it stands for: `la aprueba otro; la aprobación puede faltar`.
    private func isNamedAfter(_ tokens: [Token], at noun: Int) -> Bool {
        guard ["cion", "sion", "miento"].contains(where: tokens[noun].folded.hasSuffix) else { return false }
        let stem = tokens[noun].folded.prefix(3)
        return tokens[..<noun].contains { $0.folded.hasPrefix(stem) && $0.key != tokens[noun].key }
    }
}
