import MGELayers

/// Divides a sentence that tells several things that some people do, so that each part has its subject.
struct CoordinatedVerbs {
    let reader: SentenceReader
    private var lexicon: Lexicon { reader.lexicon }

    func parts(of source: TokenizedText) -> [TokenizedText] {
        lexicon.language == .spanish ? spanishParts(of: source) : englishParts(of: source)
    }

    /// `users rate recipes and leave comments` is `users rate recipes` and `users leave comments`, where it is known that
    /// something is made or handled.
    private func englishParts(of source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard let doer = reader.nounPhrase(tokens, from: 0), lexicon.inflector.isPlural(source.words(doer).entityName)
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

    /// `los clientes visitan inmuebles y hacen ofertas con un importe` is `los clientes visitan inmuebles` and `los clientes
    /// hacen ofertas con un importe`; `los usuarios comentan y puntúan las recetas` has the object of both.
    private func spanishParts(of source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard tokens.count > 5, let subject = subject(tokens) else { return [source] }
        var starts = [subject.upperBound]
        var depth = 0
        var parts: [TokenizedText] = []
        func part(_ verb: Range<Int>, _ rest: Range<Int>) -> TokenizedText {
            TokenizedText(text: source.text, tokens: Array(tokens[subject] + tokens[verb] + tokens[rest]))
        }
        for index in tokens.indices.dropFirst(subject.upperBound + 1) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            if tokens[index].isMark(";") || tokens[index].isMark(":") { break }
            let isJoint = tokens[index].isMark(",") || ["y", "e"].contains(tokens[index].folded)
            guard depth == 0, isJoint, let verb = verb(tokens, at: index + 1) else { continue }
            if index == starts[starts.count - 1] + 1, startsObject(tokens, at: verb.upperBound) {
                // `comentan y puntúan las recetas`
                parts.append(part(span(index - 1, index), span(verb.upperBound, tokens.count)))
                starts[starts.count - 1] = verb.lowerBound
                continue
            }
            guard startsObject(tokens, at: verb.upperBound), index > starts[starts.count - 1] + 1 else { continue }
            let end = tokens[index - 1].isMark(",") ? index - 1 : index
            parts.append(part(span(starts[starts.count - 1], end), span(end, end)))
            starts.append(verb.lowerBound)
        }
        guard !parts.isEmpty else { return [source] }
        return parts + [part(span(starts[starts.count - 1], tokens.count), span(tokens.count, tokens.count))]
    }

    /// The plural that the sentence begins with, before a verb in the plural.
    private func subject(_ tokens: [Token]) -> Range<Int>? {
        let noun = ["los", "las"].contains(tokens[0].folded) ? 1 : 0
        guard tokens[noun].kind == .word, lexicon.inflector.isPlural(tokens[noun].text.lowercased()),
            lexicon.prose.match(tokens, at: noun, where: \.isStructural) == nil,
            verb(tokens, at: noun + 1) != nil
        else { return nil }
        return 0..<noun + 1
    }

    /// A verb in the plural that is none of the grammar's: `puntúan`, `se apuntan`.
    private func verb(_ tokens: [Token], at start: Int) -> Range<Int>? {
        guard start < tokens.count else { return nil }
        let index = tokens[start].isReflexivePronoun ? start + 1 : start
        guard index < tokens.count, tokens[index].kind == .word, tokens[index].folded.utf8.count > 3,
            ["an", "en"].contains(where: tokens[index].folded.hasSuffix), !tokens[index].isCapitalised,
            lexicon.prose.match(tokens, at: start, where: { $0.isStructural && $0 != .be && $0 != .keep }) == nil
        else { return nil }
        let word = tokens[index].folded
        guard lexicon.fieldItem(for: word) == nil, lexicon.entity(named: word) == nil else { return nil }
        return start..<index + 1
    }

    /// Whether several things follow, with or without an article or `a`, `en` before it.
    private func startsObject(_ tokens: [Token], at start: Int) -> Bool {
        guard start < tokens.count, tokens[start].kind == .word else { return false }
        let lead = ["a", "en", "por"].contains(tokens[start].folded) ? start + 1 : start
        if lead > start || tokens[start].folded == "al" {
            return tokens[start].folded == "al"
                || lexicon.prose.match(tokens, at: lead, where: \.isDeterminer) != nil
        }
        if let word = lexicon.prose.match(tokens, at: start, where: \.isStructural) { return word.meaning.isDeterminer }
        return lexicon.inflector.isPlural(tokens[start].text.lowercased())
    }
}
