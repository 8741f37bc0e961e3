import MGELayers

/// Makes usual marks of two slashes, or bars outside of tables, that divide items into a name, its fields and what it belongs to:
/// or single slashes in most items:
/// `boat // name, length // one owner` is `boat: name, length; one owner`.
struct SeparatedLines {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The blocks of a text in which at least two items are divided so.
    func rewritten(_ written: [Block]) -> [Block] {
        let blocks = withoutDots(written)
        let areSlashed = areSlashed(blocks)
        let separated = blocks.count { block in
            guard case .item(_, let text) = block else { return false }
            return !marks(in: text, areSlashed).isEmpty
        }
        guard separated > 1 else { return blocks }
        if areSlashed { return blocks.flatMap(divided) }
        return blocks.map { block in
            guard case .item(let depth, let text) = block, let rest = rewritten(text) else { return block }
            return .item(depth: depth, rest)
        }
    }

    /// Items with dots between what is said of a field, which mean commas: `code · string(10) · unique`.
    private func withoutDots(_ blocks: [Block]) -> [Block] {
        let isDot = { (token: Token) in token.isSpaced && ["·", "•", "∙"].contains(where: token.isMark) }
        let divided = blocks.count { block in
            guard case .item(_, let text) = block else { return false }
            return text.tokens.dropFirst().contains(where: isDot)
        }
        guard divided > 1 else { return blocks }
        return blocks.map { block in
            guard case .item(let depth, var text) = block else { return block }
            if let last = text.tokens.last, last.kind == .quoted, (2...4).contains(text.tokens.count),
                text.isEmphasised(0..<text.tokens.count - 1)
            {
                // `**Pallet** `pallets``, the second being how it is called elsewhere
                return .item(depth: depth, text.part(0..<text.tokens.count - 1))
            }
            let first = text.tokens.indices.dropFirst().first { isDot(text.tokens[$0]) }
            guard let first else { return block }
            for index in text.tokens.indices.dropFirst() where isDot(text.tokens[index]) {
                let isType = index == first && lexicon.types.match(text.tokens, at: index + 1) != nil
                text.tokens[index] = sign(isType ? ":" : ",", at: text.tokens[index])
            }
            return .item(depth: depth, text)
        }
    }

    /// Whether most items have a name and single slashes between fields: `BOATS / name / length in metres`.
    private func areSlashed(_ blocks: [Block]) -> Bool {
        var (items, slashed) = (0, 0)
        for case .item(0, let text) in blocks {
            items += 1
            let marks = text.tokens.indices.filter { isSlash(text, at: $0) }
            if marks.count > 1, (1...4).contains(marks[0]), text.tokens[..<marks[0]].allSatisfy(\.isName) {
                slashed += 1
            }
        }
        return slashed > 2 && slashed * 2 > items
    }

    /// An item with what stands between its slashes below it, each for itself.
    private func divided(_ block: Block) -> [Block] {
        guard case .item(0, let text) = block else { return [block] }
        let bounds = marks(in: text, true).map(\.lowerBound)
        guard let first = bounds.first, (1...4).contains(first), text.tokens[..<first].allSatisfy(\.isName) else {
            return [block]
        }
        let parts = zip(bounds, bounds.dropFirst() + [text.tokens.count]).map { text.part($0 + 1..<max($0 + 1, $1)) }
        let fields = parts.filter { !$0.tokens.isEmpty && !isNothing($0.tokens) }.map { Block.item(depth: 1, $0) }
        return [.item(depth: 0, text.part(0..<first))] + fields
    }

    private func isSlash(_ text: TokenizedText, at index: Int) -> Bool {
        let tokens = text.tokens
        return tokens[index].isMark("/") && tokens[index].isSpaced && index + 1 < tokens.count
            && tokens[index + 1].isSpaced
    }

    /// Where the marks stand, and how many tokens they have.
    private func marks(in text: TokenizedText, _ areSlashed: Bool) -> [Range<Int>] {
        let tokens = text.tokens
        if areSlashed { return tokens.indices.filter { isSlash(text, at: $0) }.map { $0..<$0 + 1 } }
        return tokens.indices.compactMap { index in
            if tokens[index].isMark("|"), tokens[index].isSpaced { return index..<index + 1 }
            guard index + 1 < tokens.count, tokens[index].isMark("/"), tokens[index].isSpaced,
                tokens[index + 1].isMark("/"), !tokens[index + 1].isSpaced
            else { return nil }
            return index..<index + 2
        }
    }

    private func rewritten(_ text: TokenizedText) -> TokenizedText? {
        let marks = marks(in: text, false)
        guard let first = marks.first, (1...4).contains(first.lowerBound),
            text.tokens[..<first.lowerBound].allSatisfy(\.isName)
        else { return nil }
        var tokens = Array(text.tokens[..<first.lowerBound])
        for (number, mark) in marks.enumerated() {
            let end = number + 1 < marks.count ? marks[number + 1].lowerBound : text.tokens.count
            let part = text.tokens[mark.upperBound..<end]
            guard !part.isEmpty, !isNothing(Array(part)) else { continue }
            tokens.append(sign(tokens.count == first.lowerBound ? ":" : ";", at: text.tokens[mark.lowerBound]))
            tokens += part
        }
        return tokens.count > first.lowerBound ? TokenizedText(text: text.text, tokens: tokens) : nil
    }

    /// Whether a part says that there is none: `nothing`, `-`.
    private func isNothing(_ tokens: [Token]) -> Bool {
        tokens.count < 3
            && lexicon.keywords.meaning(of: tokens, where: { [.unmarked, .emptyWord, .negation].contains($0) }) != nil
    }

    private func sign(_ mark: String, at token: Token) -> Token {
        Token(kind: .mark, text: mark, folded: mark, range: token.range, place: token.place, isSpaced: false)
    }
}
