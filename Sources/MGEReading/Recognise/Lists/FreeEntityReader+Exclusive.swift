import MGELayers

/// What the second half of an item says of the other side of a reference.
extension FreeEntityReader {
    /// Reads a reference of which there is one on both sides: `its shelter; a shelter never serves two stops`, `from one boil, and
    /// from a boil comes only one batch`.
    /// - Returns: whether the item says nothing else.
    mutating func readExclusive(_ text: TokenizedText) -> Bool {
        guard let cut = text.tokens.indices.dropFirst(2).first(where: { isCut(text.tokens, at: $0) }) else {
            return false
        }
        let rest = Array(text.tokens[(cut + 1)...])
        guard saysOnlyOne(rest) else { return false }
        let count = drafts.count
        readPart(text.part(0..<cut))
        guard drafts.count == count + 1, let last = drafts.last, last.target != nil, !last.isMany else { return true }
        drafts[count].item.unique = text.tokens[cut].place
        return true
    }

    /// Whether `;` or `, and` stands at a token.
    private func isCut(_ tokens: [Token], at index: Int) -> Bool {
        guard index + 3 < tokens.count else { return false }
        return tokens[index].isMark(";")
            || tokens[index].isMark(",") && lexicon.count(.andWord, tokens, at: index + 1) != nil
    }

    /// Whether words say of one of another entity that it is of one of ours only.
    private func saysOnlyOne(_ rest: [Token]) -> Bool {
        let mentions = reader.names.mentions(in: rest)
        guard rest.count < 14, mentions.count == 2, mentions[0].name != own, mentions[1].name == own else {
            return false
        }
        let between = Array(rest[mentions[0].range.upperBound..<mentions[1].range.lowerBound])
        let before = Array(rest[..<mentions[0].range.lowerBound])
        if lexicon.holds(anyOf: [.onlyOnce], in: between) {
            return !lexicon.holds(anyOf: [.many, .negation], in: between)
        }
        let isTwo = between.indices.contains { index in
            lexicon.prose.match(between, at: index, where: { $0 == .two || $0 == .other }) != nil
        }
        return isTwo && lexicon.holds(anyOf: [.negation], in: before + between)
    }

    /// An item whose halves say that there are several on both sides, with a comma between them: `comes under one or more
    /// licences; a licence covers lots of releases`.
    func joinedHalves(_ text: TokenizedText) -> TokenizedText? {
        let tokens = text.tokens
        guard let mark = tokens.firstIndex(where: { $0.isMark(";") }), mark > 1, mark + 3 < tokens.count,
            lexicon.count(anyOf: [.indefinite, .each], tokens, at: mark + 1) != nil
        else { return nil }
        let (first, rest) = (Array(tokens[..<mark]), Array(tokens[(mark + 1)...]))
        let (before, after) = (reader.names.mentions(in: first), reader.names.mentions(in: rest))
        guard before.count == 1, before[0].quantity == .many, after.count == 2, after[0].name == before[0].name,
            after[0].quantity != .many, after[1].name == own, after[1].quantity == .many
        else { return nil }
        let place = (range: tokens[mark].range, place: tokens[mark].place)
        let words = [(Token.Kind.mark, ","), (.word, lexicon.language == .english ? "and" : "y")].map { kind, word in
            Token(kind: kind, text: word, folded: word, range: place.range, place: place.place, isSpaced: kind == .word)
        }
        return TokenizedText(text: text.text, tokens: first + words + rest)
    }

    /// An item with a comma in the place of the parentheses around its second half: `calls at many stops (and a stop is on many
    /// routes)`.
    func withoutParentheses(_ text: TokenizedText) -> TokenizedText? {
        let tokens = text.tokens
        guard let open = tokens.indices.dropFirst().first(where: { tokens[$0].isMark("(") }), open + 3 < tokens.count,
            text.closing(of: open) == tokens.count - 1, lexicon.count(.andWord, tokens, at: open + 1) != nil
        else { return nil }
        let comma = Token(
            kind: .mark, text: ",", folded: ",", range: tokens[open].range, place: tokens[open].place, isSpaced: false)
        return TokenizedText(
            text: text.text, tokens: Array(tokens[..<open]) + [comma] + tokens[(open + 1)..<(tokens.count - 1)])
    }
}
