import MGELayers

extension ResolveFreeForms {
    /// Reads what may be missing of several fields, each perhaps with its entity: `The website of a club and the phone of a runner
    /// may be empty`, `Pueden faltar el sitio web del club y el móvil`.
    mutating func readSeveralOptional(_ sentence: TokenizedText) -> Bool {
        let end = sentence.tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? 0
        let text = sentence.part(0..<end)
        guard text.tokens.contains(where: { $0.isMark(",") || lexicon.count(.andWord, [$0], at: 0) != nil }),
            lexicon.holds(anyOf: [.may, .mayBeEmpty, .optional], in: text.tokens)
        else { return false }
        if let count = reader.phrases.emptiness(text.tokens, at: 0) ?? lexicon.count(.mayBeEmpty, text.tokens, at: 0),
            count < end
        {
            return makeOptional(parts(of: text.part(count..<end)), at: sentence.place)
        }
        let start = text.tokens.indices.dropFirst(2).first { index in
            reader.phrases.emptiness(text.tokens, at: index).map { index + $0 == end } ?? false
                || lexicon.count(anyOf: [.mayBeEmpty, .optional], text.tokens, at: index).map { index + $0 == end }
                    ?? false
        }
        guard var start else { return false }
        if lexicon.prose.match(text.tokens, at: start - 1, where: { $0 == .be }) != nil { start -= 1 }
        return makeOptional(parts(of: text.part(0..<start)), at: sentence.place)
    }

    /// The words between commas and `and`.
    private func parts(of text: TokenizedText) -> [TokenizedText] {
        var parts: [TokenizedText] = []
        var start = 0
        for index in text.tokens.indices {
            let count = text.tokens[index].isMark(",") ? 1 : lexicon.count(.andWord, text.tokens, at: index)
            guard let count, index >= start else { continue }
            if start < index { parts.append(text.part(start..<index)) }
            start = index + count
        }
        if start < text.tokens.count { parts.append(text.part(start..<text.tokens.count)) }
        return parts
    }

    /// Makes fields optional when each part names one and nothing else.
    private mutating func makeOptional(_ parts: [TokenizedText], at place: LocatedText.Place) -> Bool {
        let fields = parts.compactMap { part in field(of: part).flatMap { $0.rest == part.tokens.count ? $0 : nil } }
        guard parts.count > 1, fields.count == parts.count else { return false }
        for field in fields { readers[field.position]?.drafts[field.draft].item.optional = place }
        return true
    }
}
