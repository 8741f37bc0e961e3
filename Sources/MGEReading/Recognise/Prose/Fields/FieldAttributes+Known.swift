import MGECore
import MGELayers

extension FieldAttributes {
    /// Reads which of the cases that are known is the first: `state: open or sent, starting with open`.
    /// - Returns: the token behind it; nil where nothing says so.
    mutating func readStarting(_ source: TokenizedText, at index: Int, to end: Int, lexicon: Lexicon) -> Int? {
        let tokens = source.tokens
        guard lexicon.language == .english, index + 2 < tokens.count, index + 2 < end + 1, !cases.isEmpty,
            tokens[index].folded == "starting", ["with", "in", "from"].contains(tokens[index + 1].folded)
        else { return nil }
        let known = cases.first { $0.text.foldedForComparison == tokens[index + 2].folded }
        guard let known else { return nil }
        value = value ?? Located(text: known.text, place: tokens[index + 2].place)
        return index + 3
    }

    /// Reads which of the cases that are known is the default: `open or sent, normally open`, `…, the first of these being the
    /// default`.
    /// - Returns: the token behind it; nil where nothing says so.
    mutating func readUsual(_ source: TokenizedText, at index: Int, to end: Int, lexicon: Lexicon) -> Int? {
        let tokens = source.tokens
        guard lexicon.language == .english, index < end else { return nil }
        if let usual = lexicon.prose.match(tokens, at: index, where: { $0 == .usual }) {
            let start = index + usual.count
            if start + 1 == end || start + 1 < tokens.count && tokens[start + 1].kind == .mark,
                lexicon.keywords.match(tokens, at: start, where: { $0 == .yes || $0 == .no })?.count == 1
            {
                // `heated yes/no (normally no)`
                value = value ?? Located(text: tokens[start].text, place: tokens[start].place)
                return start + 1
            }
            let known = cases.first { known in
                let words = span(start, min(start + known.text.split(separator: " ").count, end))
                return !words.isEmpty && source.words(words).foldedForComparison == known.text.foldedForComparison
            }
            guard let known else { return nil }
            value = value ?? Located(text: known.text, place: tokens[start].place)
            return start + known.text.split(separator: " ").count
        }
        guard !cases.isEmpty, tokens[index].folded == "the", index + 2 < end,
            ["first", "last"].contains(tokens[index + 1].folded),
            let said = span(index + 2, min(index + 7, end)).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .default }) != nil
            })
        else { return nil }
        value = value ?? (tokens[index + 1].folded == "first" ? cases.first : cases.last)
        return said + (lexicon.prose.match(tokens, at: said, where: { $0 == .default })?.count ?? 1)
    }

    /// Whether a word goes on with a clause, and is no part of a case: `afterwards it turns red`, `starting with red`.
    func goesOn(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        // `efectivo o tarjeta, siendo tarjeta la habitual`
        guard lexicon.language == .english else { return tokens[index].folded == "siendo" }
        if ["starting", "beginning"].contains(tokens[index].folded), index + 1 < tokens.count,
            ["with", "in", "from"].contains(tokens[index + 1].folded)
        {
            return true
        }
        if index > 0, tokens[index - 1].kind == .mark,
            lexicon.prose.match(tokens, at: index, where: { $0 == .usual }) != nil
                || tokens[index].folded == "the" && index + 2 < tokens.count
                    && ["first", "last"].contains(tokens[index + 1].folded)
        {
            return true
        }
        // `calm or wild, and a remark may be added`
        let isVerb = lexicon.prose.match(tokens, at: index, where: { $0 == .can }) != nil
        return isVerb || lexicon.prose.match(tokens, at: index, where: { $0 == .it || $0 == .they }) != nil
    }

    /// The type of what is paid, where a currency stands behind a number: `20 euros`.
    mutating func readCurrency(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) {
        guard lexicon.language == .spanish, index < tokens.count, unit == nil,
            ["euros", "pesos", "dolares", "soles", "quetzales", "bolivianos", "colones", "reales", "francos"]
                .contains(tokens[index].folded)
        else { return }
        unit = "money"
    }
}
