import MGELayers

/// The English nouns of a text whose first word looks like a plural: `a data source`, `each customs declaration`.
///
/// Where they are no subject of an article for one, such words look like the thing itself and a verb: `the sports hall`. So
/// what is once spoken of as one thing is one everywhere.
struct CompoundNouns: Sendable {
    /// The words behind each first word, in the singular.
    private var seconds: [WordKey: Set<String>] = [:]

    init() {}

    /// The nouns of some sentences.
    init(in sentences: [TokenizedText], lexicon: Lexicon) {
        guard lexicon.language == .english else { return }
        for tokens in sentences.lazy.map(\.tokens) {
            for index in span(0, tokens.count - 2) where Self.areOfOne.contains(tokens[index].folded) {
                guard Self.mayBegin(tokens, at: index + 1, lexicon),
                    !lexicon.inflector.isPlural(tokens[index + 2].folded)
                else { continue }
                seconds[tokens[index + 1].key, default: []].insert(tokens[index + 2].folded)
            }
        }
    }

    /// Whether such a noun begins at a token.
    func begin(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        guard let seconds = seconds[tokens[index].key], index + 1 < tokens.count else { return false }
        return seconds.contains(lexicon.inflector.singular(of: tokens[index + 1].folded))
    }

    /// Words that stand before one thing only.
    private static let areOfOne: Set<String> = ["a", "an", "each", "every", "another"]

    /// Whether a plural and a word that is none of the grammar stand at a token.
    private static func mayBegin(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        tokens[index].kind == .word && tokens[index + 1].kind == .word && !tokens[index].text.hasApostrophe
            && lexicon.inflector.isPlural(tokens[index].folded)
            && lexicon.prose.match(
                tokens, at: index, where: { $0.isStructural || $0.isSaid || $0 == .measure }) == nil
            && lexicon.prose.match(tokens, at: index + 1, where: { $0.isStructural || $0.isSaid }) == nil
    }
}
