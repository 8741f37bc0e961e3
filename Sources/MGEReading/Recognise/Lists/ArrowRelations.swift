import MGECore

/// Reads items that relate entities by arrows: `Slot → Machine: many to one, deleted with it`, `Filler <-> Site`.
struct ArrowRelations: Sendable {
    let lexicon: Lexicon
    /// What may name an entity of the description, as folded singulars.
    let candidates: Set<String>

    /// A relation for each pair that an item names; nil when it begins with anything else.
    func rows(of item: TokenizedText) -> [TableRow]? {
        let tokens = item.tokens
        let end = tokens.indices.first { tokens[$0].isMark(":") || tokens[$0].isMark("(") } ?? tokens.count
        let pairs = item.ranges(in: 0..<end, at: [","]).map { pair(in: $0, of: item) }
        guard !pairs.isEmpty, pairs.allSatisfy({ $0 != nil }) else { return nil }
        let said = item.part(min(end + 1, tokens.count)..<tokens.count)
        return pairs.compactMap { $0 }.map { row($0, said: said, of: item) }
    }

    private func isEntity(_ name: TokenizedText) -> Bool {
        candidates.contains(lexicon.inflector.singular(of: name.words.unquoted.entityName).foldedForComparison)
    }

    private struct Pair {
        var source: TokenizedText
        var target: TokenizedText
        var isBoth: Bool
    }

    private func pair(in range: Range<Int>, of item: TokenizedText) -> Pair? {
        guard let start = range.first(where: { Self.arrow(item.tokens, at: $0) != nil }),
            let arrow = Self.arrow(item.tokens, at: start), start > range.lowerBound,
            start + arrow.count < range.upperBound
        else { return nil }
        let source = item.part(range.lowerBound..<start)
        let target = item.part(start + arrow.count..<range.upperBound)
        return isEntity(source) && isEntity(target) ? Pair(source: source, target: target, isBoth: arrow.isBoth) : nil
    }

    /// How many tokens an arrow has, and whether it points both ways.
    private static func arrow(_ tokens: [Token], at index: Int) -> (count: Int, isBoth: Bool)? {
        if ["→", "⟶", "⇒", "➔"].contains(where: tokens[index].isMark) { return (1, false) }
        if ["↔", "⟷", "⇔"].contains(where: tokens[index].isMark) { return (1, true) }
        let marks = tokens[index...].prefix(3).prefix { $0.kind == .mark }.map(\.text).joined()
        if marks.hasPrefix("<->") || marks.hasPrefix("<=>") { return (3, true) }
        return marks.hasPrefix("->") || marks.hasPrefix("=>") ? (2, false) : nil
    }

    private func row(_ pair: Pair, said: TokenizedText, of item: TokenizedText) -> TableRow {
        var cells: [Keyword: TokenizedText] = [.sourceColumn: pair.source, .targetColumn: pair.target]
        let end = said.tokens.firstIndex { [",", ";", "."].contains(where: $0.isMark) } ?? said.tokens.count
        let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]
        if lexicon.holds(anyOf: kinds, in: Array(said.tokens[..<end])) {
            cells[.cardinalityColumn] = said.part(0..<end)
            if end + 1 < said.tokens.count { cells[.remarksColumn] = said.part(end + 1..<said.tokens.count) }
        } else {
            if pair.isBoth { cells[.cardinalityColumn] = Tokenizer.tokenize(LocatedText("N:M")) }
            if !said.tokens.isEmpty { cells[.remarksColumn] = said }
        }
        return TableRow(
            cells: cells, columns: Set(cells.keys), words: Located(text: item.words, place: item.place))
    }
}
