/// Hides words from those who look for entities: those that say how rows behave, and name nothing that is kept.
enum BehaviourMask {
    /// A sentence without accounts that somebody has, roles, states, and those who alone may do something.
    static func hidden(in source: TokenizedText, lexicon: Lexicon) -> TokenizedText {
        let tokens = source.tokens
        var kept: [Int] = []
        var index = 0
        var isHidden = false
        func said(_ words: BehaviourWord..., at index: Int) -> Int? {
            lexicon.behaviour.match(tokens, at: index, where: words.contains)?.count
        }
        while index < tokens.count {
            if let count = said(.hasAccount, .goesFrom, .roles, at: index) {
                isHidden = lexicon.behaviour.match(tokens, at: index, where: { $0 == .hasAccount }) == nil
                index += count
                continue
            }
            if let count = said(.only, at: index), let end = owner(tokens, after: index + count, lexicon) {
                index = end
                continue
            }
            if let count = said(.by, at: index), let end = owner(tokens, after: index + count, lexicon),
                span(max(0, index - 3), index).contains(where: { said(.handled, at: $0) != nil })
            {
                index = end
                continue
            }
            if let count = said(.administrator, at: index),
                lexicon.prose.match(tokens, at: index + count, where: { $0 == .can }) != nil
            {
                index += count
                continue
            }
            if [".", ";"].contains(where: tokens[index].isMark) { isHidden = false }
            if !isHidden { kept.append(index) }
            index += 1
        }
        return kept.count == tokens.count ? source : TokenizedText(text: source.text, tokens: kept.map { tokens[$0] })
    }

    /// `the author`, behind `only`.
    private static func owner(_ tokens: [Token], after start: Int, _ lexicon: Lexicon) -> Int? {
        var index = start
        while let found = lexicon.prose.match(tokens, at: index, where: \.isDeterminer) { index += found.count }
        return lexicon.behaviour.match(tokens, at: index, where: { $0 == .ownerWord || $0 == .administrator })
            .map { index + $0.count }
    }
}
