import MGELayers

/// Tells the language of a text by its small words and its keywords.
struct LanguageDetector: Sendable {
    private let words: [(language: Description.Language, words: Set<WordKey>)]

    init(_ vocabulary: Vocabulary) {
        words = vocabulary.languages.map {
            ($0.language, Set($0.functionWords.map { WordKey($0.foldedForComparison) }))
        }
    }

    /// The language with the most of its words in the text; the first one when there are as many of another.
    func language(of blocks: [Block]) -> Description.Language {
        var counts = words.map { _ in 0 }
        for block in blocks {
            let tokens: [Token]
            switch block {
            case .heading(_, let text), .item(_, let text): tokens = text.tokens
            case .paragraph(let sentences): tokens = sentences.flatMap(\.tokens)
            case .table(let table): tokens = (table.header + table.rows.joined()).flatMap(\.tokens)
            case .code: continue
            }
            for token in tokens where token.kind == .word {
                for position in words.indices where words[position].words.contains(token.key) {
                    counts[position] += 1
                }
            }
        }
        guard let most = counts.max(), let position = counts.firstIndex(of: most) else { return .english }
        return words[position].language
    }
}
