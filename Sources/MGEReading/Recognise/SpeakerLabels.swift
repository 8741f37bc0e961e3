import MGELayers

/// Who says something in a conversation that is written down: `Berta: each case has a number`, `Marisa: and a lawyer`.
struct SpeakerLabels {
    let lexicon: Lexicon

    /// How many speakers there have to be who speak more than once, and how often all of them together.
    private static let (leastSpeakers, leastTurns) = (2, 5)

    /// Blocks whose sentences do not begin with a name and a colon, where such names come again and mean nothing else.
    func removed(from blocks: [Block]) -> [Block] {
        var turns: [WordKey: Int] = [:]
        for case .paragraph(let sentences) in blocks {
            for sentence in sentences where startsTurn(sentence) { turns[sentence.tokens[0].key, default: 0] += 1 }
        }
        let speakers = turns.filter { $1 > 1 }
        guard speakers.count >= Self.leastSpeakers, speakers.values.reduce(0, +) >= Self.leastTurns else {
            return blocks
        }
        let names = Set(speakers.keys)
        return blocks.map { block in
            guard case .paragraph(let sentences) = block else { return block }
            return .paragraph(
                sentences.map { sentence in
                    startsTurn(sentence) && names.contains(sentence.tokens[0].key)
                        ? sentence.part(2..<sentence.tokens.count) : sentence
                })
        }
    }

    /// Whether a sentence begins with a capitalised word that is nothing that can be described, and a colon.
    private func startsTurn(_ sentence: TokenizedText) -> Bool {
        let tokens = sentence.tokens
        guard tokens.count > 3, tokens[1].isMark(":"), tokens[0].kind == .word, tokens[0].isCapitalised else {
            return false
        }
        let name = lexicon.inflector.singular(of: tokens[0].text.lowercased())
        return name == tokens[0].text.lowercased() && lexicon.entity(named: name) == nil
            && lexicon.fieldItem(for: name) == nil && lexicon.types.match(tokens, at: 0) == nil
            && lexicon.keywords.match(tokens, at: 0, where: { _ in true }) == nil
            && lexicon.prose.match(tokens, at: 0, where: { _ in true }) == nil
    }
}
