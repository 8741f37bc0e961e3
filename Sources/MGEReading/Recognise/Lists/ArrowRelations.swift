import MGECore

extension Token {
    /// A comma in its place.
    fileprivate var asComma: Token {
        Token(kind: .mark, text: ",", folded: ",", range: range, place: place, isSpaced: false)
    }
}

/// Reads items that relate entities by arrows: `Slot → Machine: many to one, deleted with it`, `Filler <-> Site`.
struct ArrowRelations: Sendable {
    let lexicon: Lexicon
    /// What may name an entity of the description, as folded singulars.
    let candidates: Set<String>

    /// A relation for each pair that an item names; nil when it begins with anything else.
    func rows(of item: TokenizedText) -> [TableRow]? {
        let tokens = item.tokens
        if let row = counted(item) { return [row] }
        let mark = tokens.indices.first { [":", "(", "[", ";"].contains(where: tokens[$0].isMark) } ?? tokens.count
        let ranges = item.ranges(in: 0..<mark, at: [","])
        // What is no pair behind a comma is said of those before it: `Bed -> Ward, many to one`.
        let pairs = ranges.map { pair(in: $0, of: item) }.prefix { $0 != nil }
        guard let last = pairs.indices.last else { return nil }
        let end = last + 1 < ranges.count ? ranges[last].upperBound : mark
        let isOpened = end < tokens.count && tokens[end].isMark("(")
        let closing = isOpened ? item.closing(of: end) : tokens.count
        if closing + 2 < tokens.count, tokens[closing + 1].isMark(":") {
            // `Visit -> Doctor (as guest): optional`
            let words = tokens[end + 1..<closing] + [tokens[closing + 1].asComma] + tokens[(closing + 2)...]
            let said = TokenizedText(text: item.text, tokens: Array(words))
            return pairs.compactMap { $0 }.map { row($0, said: said, of: item) }
        }
        let said = item.part(min(end + 1, tokens.count)..<tokens.count)
        guard end == mark || saysRelation(said) else { return nil }
        return pairs.compactMap { $0 }.map { row($0, said: said, of: item) }
    }

    /// `Owner 1:N Pet (cascade)`.
    private func counted(_ item: TokenizedText) -> TableRow? {
        let tokens = item.tokens
        let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]
        guard
            let start = tokens.indices.dropFirst().prefix(4).first(where: {
                tokens[$0].kind == .number || tokens[$0].text.count == 1
            }),
            let count = lexicon.count(anyOf: kinds, tokens, at: start), count > 1
        else { return nil }
        let (source, rest) = (item.part(0..<start), start + count)
        let end = tokens.indices.dropFirst(rest).first { !tokens[$0].isName } ?? tokens.count
        let target = item.part(rest..<end)
        guard isEntity(source), rest < end, isEntity(target) else { return nil }
        var cells: [Keyword: TokenizedText] = [
            .sourceColumn: source, .targetColumn: target, .cardinalityColumn: item.part(start..<rest),
        ]
        let last = tokens.last?.isMark(")") == true ? tokens.count - 1 : tokens.count
        if end + 1 < last { cells[.remarksColumn] = item.part(end + 1..<last) }
        return TableRow(
            cells: cells, columns: Set(cells.keys), words: Located(text: item.words, place: item.place))
    }

    /// Whether words behind a comma are about a relation, and no further fields.
    private func saysRelation(_ said: TokenizedText) -> Bool {
        let wanted: Set<Keyword> = [
            .manyToOne, .oneToMany, .manyToMany, .oneToOne, .optional, .required, .unique, .mayBeEmpty, .onDelete,
            .deletion, .cascade, .restrict, .setNull, .asRole,
        ]
        let first = said.tokens.prefix { ![",", ";", "."].contains(where: $0.isMark) }
        return lexicon.holds(anyOf: wanted, in: Array(first))
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
        if marks.hasPrefix("->") || marks.hasPrefix("=>") { return (2, false) }
        return tokens[index].isMark(">") ? (1, false) : nil
    }

    private func row(_ pair: Pair, said: TokenizedText, of item: TokenizedText) -> TableRow {
        var cells: [Keyword: TokenizedText] = [.sourceColumn: pair.source, .targetColumn: pair.target]
        let end = said.tokens.firstIndex { [",", ";", ".", ")", "]"].contains(where: $0.isMark) } ?? said.tokens.count
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
