import MGELayers

extension SentenceReader {
    /// How many words stand for the field before them: `a state, this can be open or closed, and a plate`.
    func takesUpField(_ tokens: [Token], at index: Int) -> Int? {
        guard lexicon.language == .english, index > 2, index + 2 < tokens.count,
            tokens[index].folded == "this", tokens[index - 1].isMark(",")
        else { return nil }
        let count = tokens[index + 1].folded == "one" ? 2 : 1
        let verb = lexicon.prose.match(tokens, at: index + count, where: \.isStructural)?.meaning
        return [.be, .can, .must].contains(verb) ? count : nil
    }

    /// Whether a letter is one of several values: `a grade of A, B or C`.
    func isGrade(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, tokens[index].text == "A", index > 0, index + 1 < tokens.count else {
            return false
        }
        return tokens[index + 1].isMark(",") || tokens[index + 1].folded == "or"
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
