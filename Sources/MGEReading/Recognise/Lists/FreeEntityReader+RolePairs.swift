extension FreeEntityReader {
    /// The halves of `a surgeon as head and another surgeon as assistant`.
    func pairOfRoles(_ text: TokenizedText) -> [TokenizedText]? {
        let tokens = text.tokens
        let joint = tokens.indices.dropFirst(2).first { index in
            guard let and = lexicon.count(.andWord, tokens, at: index), isRole(tokens, at: index + and) else {
                return false
            }
            return isRole(tokens, at: 0)
        }
        guard let joint, let and = lexicon.count(.andWord, tokens, at: joint) else { return nil }
        return [text.part(0..<joint), text.part(joint + and..<tokens.count)]
    }

    /// Whether an article, an entity and `as` stand at a place.
    private func isRole(_ tokens: [Token], at index: Int) -> Bool {
        let lead = lexicon.count(anyOf: [.other, .indefinite], tokens, at: index) ?? 0
        guard let found = reader.names.match(tokens, at: index + lead) else { return false }
        return lexicon.count(.asRole, tokens, at: index + lead + found.count) != nil
    }
}
