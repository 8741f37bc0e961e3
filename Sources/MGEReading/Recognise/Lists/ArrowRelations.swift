import MGECore

extension Token {
    /// The token, a hyphen where it is a dash: that of `Bird n – 1 Aviary`.
    var withPlainHyphen: Token {
        guard isMark("–") || isMark("—") else { return self }
        return Token(kind: .mark, text: "-", folded: "-", range: range, place: place, isSpaced: isSpaced)
    }

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
        if let row = counted(item) ?? paired(item) { return [row] }
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
            let inside = item.part(end + 1..<closing)
            if isRole(inside.tokens) {
                // `Repair → Luthier (helper): one or none`
                let said = item.part(closing + 2..<tokens.count)
                return pairs.compactMap { $0 }.map { row($0, said: said, of: item, role: inside) }
            }
            let words = inside.tokens + [tokens[closing + 1].asComma] + tokens[(closing + 2)...]
            let said = TokenizedText(text: item.text, tokens: Array(words))
            return pairs.compactMap { $0 }.map { row($0, said: said, of: item) }
        }
        let said = item.part(min(end + 1, tokens.count)..<tokens.count)
        guard end == mark || saysRelation(said) else { return nil }
        return pairs.compactMap { $0 }.map { row($0, said: said, of: item) }
    }

    /// `Owner 1:N Pet (cascade)`, `Owner 1 --- N Pet`.
    private func counted(_ written: TokenizedText) -> TableRow? {
        var tokens: [Token] = []
        for token in written.tokens.lazy.map(\.withPlainHyphen)
        where !(token.isMark("-") && tokens.last?.isMark("-") == true) { tokens.append(token) }
        let item = TokenizedText(text: written.text, tokens: tokens)
        guard
            let start = tokens.indices.dropFirst().prefix(4).first(where: {
                tokens[$0].kind == .number || tokens[$0].text.count == 1
            }),
            let count = lexicon.count(anyOf: Self.kinds, tokens, at: start), count > 1
        else { return nil }
        let (source, rest) = (item.part(0..<start), start + count)
        let end = tokens.indices.dropFirst(rest).first { !tokens[$0].isName } ?? tokens.count
        let target = item.part(rest..<end)
        guard isEntity(source), rest < end, isEntity(target) else { return nil }
        var cells: [Keyword: TokenizedText] = [
            .sourceColumn: source, .targetColumn: target,
            .cardinalityColumn: TokenizedText(text: item.text, tokens: Array(tokens[start..<rest])),
        ]
        let last = tokens.last?.isMark(")") == true ? tokens.count - 1 : tokens.count
        if end + 1 < last { cells[.remarksColumn] = item.part(end + 1..<last) }
        return TableRow(
            cells: cells, columns: Set(cells.keys), words: Located(text: item.words, place: item.place))
    }

    /// `Lift with Building: many to one`, `Repair – Part: many to many, the parts that are changed`.
    private func paired(_ item: TokenizedText) -> TableRow? {
        let tokens = item.tokens
        guard let colon = tokens.prefix(12).firstIndex(where: { $0.isMark(":") }), colon > 2, colon + 1 < tokens.count,
            lexicon.count(anyOf: Self.kinds, tokens, at: colon + 1) != nil
        else { return nil }
        let joints: Set<Keyword> = [.with, .togetherWith, .andWord, .rangeTo]
        let joint = (1..<colon - 1).first { index in
            (item.isDash(at: index) || tokens[index].isMark("/")
                || lexicon.count(anyOf: joints, tokens, at: index) == 1)
                && isEntity(item.part(0..<index)) && isEntity(item.part(index + 1..<colon))
        }
        guard let joint else { return nil }
        let pair = Pair(source: item.part(0..<joint), target: item.part(joint + 1..<colon), isBoth: false)
        return row(pair, said: item.part(colon + 1..<tokens.count), of: item)
    }

    private static let kinds: Set<Keyword> = [.manyToOne, .oneToMany, .manyToMany, .oneToOne]

    /// Whether words behind a comma are about a relation, and no further fields.
    private func saysRelation(_ said: TokenizedText) -> Bool {
        let wanted: Set<Keyword> = [
            .manyToOne, .oneToMany, .manyToMany, .oneToOne, .optional, .required, .unique, .mayBeEmpty, .onDelete,
            .deletion, .cascade, .restrict, .setNull, .asRole,
        ]
        let first = said.tokens.prefix { ![",", ";", "."].contains(where: $0.isMark) }
        // `Visit → Offer, when one was chosen`
        if lexicon.prose.match(said.tokens, at: 0, where: { $0 == .condition || $0 == .circumstance }) != nil {
            return true
        }
        return lexicon.holds(anyOf: wanted, in: Array(first))
    }

    private func isEntity(_ name: TokenizedText) -> Bool {
        candidates.contains(lexicon.inflector.singular(of: name.words.unquoted.entityName).foldedForComparison)
    }

    private struct Pair {
        var source: TokenizedText
        var target: TokenizedText
        var isBoth: Bool
        var role: TokenizedText?
    }

    private func pair(in range: Range<Int>, of item: TokenizedText) -> Pair? {
        guard let start = range.first(where: { Self.arrow(item.tokens, at: $0) != nil }),
            let arrow = Self.arrow(item.tokens, at: start), start > range.lowerBound,
            start + arrow.count < range.upperBound
        else { return nil }
        let source = item.part(range.lowerBound..<start)
        var first = start + arrow.count
        // `Boat → one Owner as skipper`
        if let count = lexicon.count(anyOf: [.indefinite, .determiner], item.tokens, at: first),
            first + count < range.upperBound
        {
            first += count
        }
        let joint = (first + 1..<max(first + 1, range.upperBound)).first {
            lexicon.count(.asRole, item.tokens, at: $0) != nil
        }
        let target = item.part(first..<(joint ?? range.upperBound))
        guard isEntity(source), isEntity(target) else { return nil }
        let role = joint.flatMap { joint in
            lexicon.count(.asRole, item.tokens, at: joint).map { item.part(joint + $0..<range.upperBound) }
        }
        return Pair(source: source, target: target, isBoth: arrow.isBoth, role: role)
    }

    /// How many tokens an arrow has, and whether it points both ways.
    private static func arrow(_ tokens: [Token], at index: Int) -> (count: Int, isBoth: Bool)? {
        if ["→", "⟶", "⇒", "➔"].contains(where: tokens[index].isMark) { return (1, false) }
        if ["↔", "⟷", "⇔", "⇄", "⇆", "⟺"].contains(where: tokens[index].isMark) { return (1, true) }
        let marks = tokens[index...].prefix(4).prefix { $0.kind == .mark }.map(\.text).joined()
        // Crow's feet: `course >- teacher`, `course >-< recipe`.
        if marks.hasPrefix(">--<") { return (4, true) }
        if marks.hasPrefix(">-<") { return (3, true) }
        if marks.hasPrefix(">--") { return (3, false) }
        if marks.hasPrefix(">-") { return (2, false) }
        if marks.hasPrefix("<->") || marks.hasPrefix("<=>") { return (3, true) }
        if marks.hasPrefix("->") || marks.hasPrefix("=>") { return (2, false) }
        return tokens[index].isMark(">") ? (1, false) : nil
    }

    /// Whether words in parentheses are nothing but the name of a role.
    private func isRole(_ words: [Token]) -> Bool {
        let others: Set<Keyword> = [
            .manyToOne, .oneToMany, .manyToMany, .oneToOne, .many, .one, .optional, .required, .unique, .mayBeEmpty,
            .cascade, .restrict, .setNull, .deletion, .asRole,
        ]
        return (1...3).contains(words.count) && words.allSatisfy { $0.kind == .word }
            && !lexicon.holds(anyOf: others, in: words)
    }

    private func row(
        _ pair: Pair, said: TokenizedText, of item: TokenizedText, role: TokenizedText? = nil
    ) -> TableRow {
        var cells: [Keyword: TokenizedText] = [.sourceColumn: pair.source, .targetColumn: pair.target]
        cells[.roleColumn] = role ?? pair.role
        let end = said.tokens.firstIndex { [",", ";", ".", ")", "]"].contains(where: $0.isMark) } ?? said.tokens.count
        if lexicon.holds(anyOf: Self.kinds, in: Array(said.tokens[..<end])) {
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
