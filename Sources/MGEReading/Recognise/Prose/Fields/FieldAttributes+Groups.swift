import MGECore
import MGELayers

/// What parentheses say of a field.
extension FieldAttributes {
    /// `(a, b or c)` are cases; anything else is read like the rest of the sentence.
    mutating func readGroup(_ source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) {
        guard !range.isEmpty else { return }
        let one = ["only", "just"].contains(source.tokens[range.lowerBound].folded) ? 1 : 0
        if lexicon.language == .english, range.count > 3 + one,
            source.tokens[range.lowerBound + one].folded == "one",
            source.tokens[range.lowerBound + one + 2].folded == "per"
        {
            // `a contact email (only one customer per email, please)`
            return set(.unique, source.tokens[range.lowerBound].place)
        }
        let bare = range.drop { lexicon.prose.match(source.tokens, at: $0, where: { $0 == .article }) != nil }
        if !bare.isEmpty,
            let meaning = lexicon.types.meaning(of: Array(source.tokens[bare])), meaning != .enum
        {
            // `a first week (a date)`
            type = source.words(bare)
            return
        }
        if let end = range.first(where: { source.tokens[$0].isMark(",") }), end > range.lowerBound,
            lexicon.types.meaning(of: Array(source.tokens[span(range.lowerBound, end)])) != nil,
            lexicon.prose.match(source.tokens, at: range.lowerBound, where: { $0 == .technical }) != nil
                || goesOnBounded(source, span(end + 1, range.upperBound), lexicon)
        {
            type = source.words(span(range.lowerBound, end))
            return read(source, span(end + 1, range.upperBound), lexicon: lexicon)
        }
        let isBound =
            source.tokens[range.lowerBound].kind == .number
            && range.contains { index in
                lexicon.prose.match(source.tokens, at: index, where: { $0 == .minimum || $0 == .maximum }) != nil
            }
        if isBound || !readCases(source, range, lexicon: lexicon) { read(source, range, lexicon: lexicon) }
    }

    /// The last of some cases, without the parentheses that say which of them is the default: `cerrado (abierto por defecto)`.
    func withoutDefault(_ tokens: [Token], _ part: Range<Int>, _ lexicon: Lexicon) -> Range<Int> {
        guard lexicon.language == .spanish, let opening = part.first(where: { tokens[$0].isMark("(") }),
            opening > part.lowerBound,
            span(opening, part.upperBound).contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .default || $0 == .atFirst }) != nil
            })
        else { return part }
        return span(part.lowerBound, opening)
    }

    /// Whether bounds or a default follow a type in parentheses, so that it is no case: `(entero, de 1 a 64)`.
    func goesOnBounded(_ source: TokenizedText, _ rest: Range<Int>, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .spanish, !rest.isEmpty else { return false }
        let end = rest.first { source.tokens[$0].isMark(",") || source.tokens[$0].isMark(";") } ?? rest.upperBound
        var said = FieldAttributes()
        said.read(source, span(rest.lowerBound, end), lexicon: lexicon)
        return said.minimum != nil || said.maximum != nil || said.value != nil || said.unique != nil
            || said.optional != nil
    }
}
