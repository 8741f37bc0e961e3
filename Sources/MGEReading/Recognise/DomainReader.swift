import MGELayers

/// Finds what a description says that its writers do, in a sentence that asks for nothing: `we run a kiln-sharing studio`.
struct DomainReader {
    /// In tokens, without what stands behind *of*; what has more names nothing shortly.
    private static let longestName = 4

    private let source: TokenizedText
    private let lexicon: Lexicon
    private var tokens: [Token] { source.tokens }

    /// What a sentence says that they run; nil when it says something else.
    static func domain(of source: TokenizedText, lexicon: Lexicon) -> Located? {
        DomainReader(source: source, lexicon: lexicon).domain()
    }

    private func domain() -> Located? {
        guard let lead = matches(0, .runs),
            let article = lexicon.prose.match(tokens, at: lead, where: { $0 == .article })
        else { return nil }
        var start = lead + article.count
        while let count = matches(start, .article) { start += count }
        var end = nameEnd(from: start)
        guard (start + 1...start + Self.longestName).contains(end),
            !lexicon.inflector.isPlural(source.words(start..<end).lowercased())
        else { return nil }
        if let count = matches(end, .of) {
            let rest = nameEnd(from: end + count)
            if (1...Self.longestName - 1).contains(rest - end - count) { end = rest }
        }
        return Located(text: source.words(start..<end), place: tokens[start].place)
    }

    /// Where words end that stand for nothing but names.
    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < tokens.count, tokens[end].isName, matches(end, .of) == nil, matches(end, .with) == nil,
            lexicon.prose.match(tokens, at: end) == nil
        {
            end += 1
        }
        return end
    }

    private func matches(_ index: Int, _ keyword: Keyword) -> Int? {
        guard index < tokens.count else { return nil }
        return lexicon.keywords.match(tokens, at: index, where: { $0 == keyword })?.count
    }
}
