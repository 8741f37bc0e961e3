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

    /// Whether a word goes on with a clause, and is no part of a case: `afterwards it turns red`, `starting with red`.
    func goesOn(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        // `efectivo o tarjeta, siendo tarjeta la habitual`
        guard lexicon.language == .english else { return tokens[index].folded == "siendo" }
        if ["starting", "beginning"].contains(tokens[index].folded), index + 1 < tokens.count,
            ["with", "in", "from"].contains(tokens[index + 1].folded)
        {
            return true
        }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .it || $0 == .they }) != nil
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
