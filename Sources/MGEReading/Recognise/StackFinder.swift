/// Finds the stacks that a sentence names.
struct StackFinder: Sendable {
    let names: [String]
    private let phrases: PhraseTable<String>
    private let lexicon: Lexicon

    init(_ stacks: [StackDetection], lexicon: Lexicon) {
        names = stacks.map(\.name)
        phrases = PhraseTable(stacks.flatMap { stack in ([stack.name] + stack.words).map { ($0, stack.name) } })
        self.lexicon = lexicon
    }

    /// The stacks with the ranges of their words; ordinary words count only before `API` and the like, or after `with`.
    func stacks(in tokens: [Token]) -> [(name: String, range: Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        var index = 0
        while index < tokens.count {
            guard let match = phrases.match(tokens, at: index) else {
                index += 1
                continue
            }
            let range = index..<index + match.count
            if isMeant(tokens, range) { found.append((match.meaning, range)) }
            index = range.upperBound
        }
        return found
    }

    /// The stack that these tokens name and nothing else.
    func stack(named tokens: [Token]) -> String? { phrases.meaning(of: tokens) }

    private func isMeant(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        let isOrdinary = lexicon.keywords.meaning(of: Array(tokens[range]), where: { $0 == .ambiguous }) != nil
        guard isOrdinary else { return true }
        if range.lowerBound > 0,
            lexicon.keywords.match(tokens, at: range.lowerBound - 1, where: { $0 == .with }) != nil
        {
            return true
        }
        var next = range.upperBound
        while let found = lexicon.keywords.match(tokens, at: next, where: { $0 == .technology }) { next += found.count }
        return lexicon.keywords.match(tokens, at: next, where: { $0 == .system || $0 == .technology }) != nil
    }
}
