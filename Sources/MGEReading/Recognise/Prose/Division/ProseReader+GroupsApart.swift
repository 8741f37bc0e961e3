import MGECore
import MGELayers

extension ProseReader {
    /// A sentence, and what it ends with where that is one of its own: `…, no two methods having the same code`.
    func divided(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        var depth = 0
        for index in tokens.indices {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            guard depth == 0, index > 2, saysNoTwo(tokens, at: index) else { continue }
            var end = index
            while end > 0,
                tokens[end - 1].isMark(",") || tokens[end - 1].isMark(";")
                    || reader.word(tokens, at: end - 1)?.meaning == .and
                    || reader.word(tokens, at: end - 1)?.meaning == .with
            {
                end -= 1
            }
            let rest = clauseStart(in: tokens, behind: index) ?? tokens.count
            guard end < index || rest < tokens.count else { continue }
            return [source.part(0..<min(end, index)), source.part(index..<rest), source.part(rest..<tokens.count)]
                .filter { !$0.tokens.isEmpty }
        }
        return twoOfTheSame(in: source).map { [source.part(0..<$0), source.part($0..<tokens.count)] } ?? [source]
    }

    /// Where a clause with a verb of having begins behind a rule: `no puede haber dos menús con la misma fecha, y lleva …`.
    private func clauseStart(in tokens: [Token], behind rule: Int) -> Int? {
        span(rule, tokens.count).first { index in
            guard tokens[index].isMark(",") || tokens[index].isMark(";") else { return false }
            let joint = reader.word(tokens, at: index + 1)
            let next = joint?.meaning == .and ? index + 1 + (joint?.count ?? 0) : index + 1
            return [.has, .keep, .belongs].contains(reader.word(tokens, at: next)?.meaning)
        }.map { $0 + 1 }
    }

    /// Where a clause begins behind another that says what something can't have two of: `…, and a sensor can't have two
    /// readings with the same time`.
    private func twoOfTheSame(in source: TokenizedText) -> Int? {
        let tokens = source.tokens
        // What stands in parentheses is read apart.
        var depth = 0
        let isOutside = tokens.map { token in
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth -= 1 }
            return depth == 0
        }
        func first(_ word: ProseWord, after start: Int) -> Int? {
            span(start, tokens.count).first {
                isOutside[$0] && lexicon.prose.match(tokens, at: $0, where: { $0 == word }) != nil
            }
        }
        guard let not = first(.not, after: 0), let two = first(.two, after: not), first(.same, after: two) != nil,
            lexicon.prose.match(tokens, at: not, where: { $0 == .unique }).map({ not + $0.count <= two }) ?? true,
            let comma = span(0, not).last(where: { tokens[$0].isMark(",") || tokens[$0].isMark(";") }), comma > 2
        else { return nil }
        let start = comma + 1
        let joint = reader.word(tokens, at: start)
        let clause = joint?.meaning == .and ? start + (joint?.count ?? 0) : start
        return clause < not ? clause : nil
    }

    /// Whether it says of several things that no two are alike, rather than of the field before it: `no two alike`.
    func startsNoTwo(_ tokens: [Token], at index: Int) -> Bool {
        guard let found = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }),
            FieldAttributes.inCommon(tokens, at: index, lexicon: lexicon) == nil,
            index == 0 || FieldAttributes.noTwoWithSame(tokens, at: index, lexicon: lexicon) == nil
        else { return false }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .unique || $0 == .onlyOne })?.count ?? 0
            <= found.count
    }

    /// Whether a clause begins that says what no two of a kind have: `no two methods have …`, but not `no two alike`.
    func saysNoTwo(_ tokens: [Token], at index: Int) -> Bool {
        guard startsNoTwo(tokens, at: index),
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .noTwo }),
            let phrase = reader.nounPhrase(tokens, from: index + found.count)
        else { return false }
        return reader.word(tokens, at: phrase.upperBound) != nil
            && tokens[phrase.upperBound...].indices.contains {
                tokens.indices.contains($0)
                    && lexicon.prose.match(tokens, at: $0, where: { $0 == .same }) != nil
            }
    }
}
