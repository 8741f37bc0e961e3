/// An item of a list that may name an entity: `Singer: name, email`, `Tag (name)`, `Task`.
struct EntityLine: Sendable {
    let name: TokenizedText
    /// What follows the name.
    let inline: TokenizedText?
    let summary: String?
    /// Whether a full stop follows the name.
    let isTitle: Bool

    /// The greatest number of words in an entity's name.
    private static let longestName = 5

    /// The parts of an item; nil when it begins with no name of an entity.
    ///
    /// What follows may be set off by a comma where its fields stand below it.
    init?(_ text: TokenizedText, lexicon: Lexicon, mayHaveComma: Bool = false) {
        let tokens = text.tokens
        let limit = tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? 0
        var start = 0
        while let count = lexicon.count(anyOf: [.determiner, .each], tokens, at: start), start + count < limit {
            start += count
        }
        let end = (start..<limit).first { !tokens[$0].isName || text.isDash(at: $0) } ?? limit
        guard (1...Self.longestName).contains(end - start), text.words(start..<end).unquoted.isSoundName
        else { return nil }
        let isOther =
            lexicon.keywords.meaning(
                of: Array(tokens[start..<end]), where: { $0 == .technology || $0 == .feature }) != nil
        guard end < limit || !isOther else { return nil }
        name = text.part(start..<end)
        isTitle = end < limit && tokens[end].isMark(".")
        guard end < limit else {
            (inline, summary) = (nil, nil)
            return
        }
        if tokens[end].isMark("(") || tokens[end].isMark("[") {
            let closing = text.closing(of: end)
            if closing + 1 < limit, tokens[closing + 1].isMark(":") || text.isDash(at: closing + 1) {
                summary = text.words(end + 1..<closing)
                inline = closing + 2 < limit ? text.part(closing + 2..<limit) : nil
            } else {
                summary = nil
                let after = closing + 1 < limit ? Array(tokens[closing + 1..<limit]) : []
                let dot = Token(
                    kind: .mark, text: ";", folded: ";", range: tokens[end].range, place: tokens[end].place,
                    isSpaced: false)
                let inside = Array(tokens[end + 1..<min(closing, limit)])
                inline = TokenizedText(text: text.text, tokens: after.isEmpty ? inside : inside + [dot] + after)
            }
        } else if mayHaveComma && tokens[end].isMark(",") || tokens[end].isMark(":") || text.isDash(at: end) {
            summary = nil
            inline = end + 1 < limit ? text.part(end + 1..<limit) : nil
        } else if tokens[end].isMark("."), end + 1 < limit, tokens[end + 1].isSpaced,
            tokens[end..<limit].contains(where: { $0.isMark(",") })
        {
            summary = nil
            inline = text.part(end + 1..<limit)
        } else {
            return nil
        }
    }
}
