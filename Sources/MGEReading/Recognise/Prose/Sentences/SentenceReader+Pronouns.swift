import MGELayers

extension SentenceReader {
    /// Whether a pronoun stands for the field before it: `a state, this can be open or closed, and a plate`.
    func takesUpField(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index > 2, index + 2 < tokens.count, tokens[index].folded == "this",
            tokens[index - 1].isMark(","),
            let verb = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning
        else { return false }
        return [.be, .can, .must].contains(verb)
    }

    /// Whether a preposition begins a name: `a from address and a to address`.
    func isPlace(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, ["from", "to"].contains(tokens[index].folded), index > 0,
            index + 1 < tokens.count, ["a", "the", "its"].contains(tokens[index - 1].folded),
            tokens[index + 1].kind == .word
        else { return false }
        return lexicon.fieldItem(for: lexicon.inflector.singular(of: tokens[index + 1].folded)) != nil
    }
}
