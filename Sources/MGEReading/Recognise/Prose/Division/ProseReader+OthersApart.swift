import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with what another one of a kind is there as, or with a second rule of what is not there twice, in a
    /// part by itself: `…, y en una mesa no coinciden dos reservas con la misma hora`.
    func othersApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish, let joint = otherAs(tokens) ?? secondRule(tokens) ?? onceApart(tokens),
            joint > 2
        else {
            return [source]
        }
        return [source.part(span(0, joint)), source.part(span(joint + 1, tokens.count))]
    }

    /// The `y` before a second one of a kind that is there as something: `y, en su caso, otro médico asiste como ayudante`.
    private func otherAs(_ tokens: [Token]) -> Int? {
        for index in tokens.indices where isSecond(tokens[index]) {
            let end = min(index + 6, tokens.count - 1)
            guard let role = span(index + 2, max(index + 2, end)).first(where: { tokens[$0].folded == "como" }),
                tokens[role + 1].kind == .word, reader.word(tokens, at: role + 1) == nil,
                !span(index, role).contains(where: { tokens[$0].kind == .mark })
            else { continue }
            return span(max(0, index - 6), index).last { ["y", "e"].contains(tokens[$0].folded) }
        }
        return nil
    }

    /// The `y` behind a comma that begins a rule of what is there once: `…, y un repuesto aparece una sola vez por orden`.
    private func onceApart(_ tokens: [Token]) -> Int? {
        guard let time = tokens.firstIndex(where: { $0.folded == "vez" }), time > 5,
            ["una", "sola"].contains(tokens[time - 1].folded), time + 1 < tokens.count,
            ["por", "en"].contains(tokens[time + 1].folded),
            let joint = tokens[..<time].lastIndex(where: { $0.folded == "y" }), joint > 0,
            tokens[joint - 1].isMark(","), reader.word(tokens, at: joint + 1)?.meaning.isDeterminer == true
        else { return nil }
        return joint
    }

    func isSecond(_ token: Token) -> Bool { ["otro", "otra", "segundo", "segunda"].contains(token.folded) }

    /// The `y` between a rule of what nobody does twice and one of what no two are alike in.
    private func secondRule(_ tokens: [Token]) -> Int? {
        guard
            let rule = tokens.indices.first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .noTwo }) != nil
            }), let joint = tokens[..<rule].lastIndex(where: { $0.folded == "y" }), joint > 0,
            tokens[joint - 1].isMark(","),
            tokens[..<joint].indices.contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .twice }) != nil
            })
        else { return nil }
        return joint
    }
}
