import MGELayers

/// An item of a list that may name an entity: `Singer: name, email`, `Tag (name)`, `Task`.
struct EntityLine: Sendable {
    let name: TokenizedText
    /// What follows the name.
    let inline: TokenizedText?
    /// What stands in parentheses, or in a clause, between the name and a colon.
    let aside: TokenizedText?
    /// Whether a full stop follows the name.
    let isTitle: Bool

    /// Whether its name is in bold letters, and `with` before its fields.
    private(set) var isBeforeWith = false

    /// The greatest number of words in an entity's name.
    private static let longestName = 5

    /// What it says of the entity.
    var summary: String? { aside?.words }

    /// The parts of an item; nil when it begins with no name of an entity.
    ///
    /// What follows may be set off by a comma where its fields stand below it.
    init?(_ text: TokenizedText, lexicon: Lexicon, mayHaveComma: Bool = false) {
        let text = Self.withoutLead(text, lexicon)
        let tokens = text.tokens
        let limit = tokens.lastIndex { !$0.isMark(".") }.map { $0 + 1 } ?? 0
        var start = Self.lead(of: tokens, lexicon)
        while let count = lexicon.count(anyOf: [.determiner, .each], tokens, at: start), start + count < limit {
            start += count
        }
        let line = tokens.indices.dropFirst(start + 1).first { tokens[$0].place.line != tokens[start].place.line }
        let mark = (start..<max(start, limit)).first { !tokens[$0].isName || text.isDash(at: $0) } ?? limit
        // `Members` and their fields in the line below.
        let breaks = line.map { $0 < mark && $0 - start <= 3 } ?? false
        let verb = Self.verb(in: tokens, start..<max(start, mark), lexicon)
        let relative = Self.relative(in: tokens, start..<max(start, mark), lexicon)
        let with = Self.with(behind: text, start..<max(start, mark), lexicon)
        let end = breaks ? line ?? mark : verb ?? relative ?? with?.lowerBound ?? mark
        guard (1...Self.longestName).contains(end - start), text.words(start..<end).unquoted.isSoundName
        else { return nil }
        // `drop the import` is done, and no thing.
        let isDone =
            lexicon.language == .english
            && (start..<end).dropFirst().contains { lexicon.count(.determiner, [tokens[$0]], at: 0) != nil }
        guard !isDone, !Self.isTitle(tokens, start, end, lexicon) else { return nil }
        let isOther =
            lexicon.keywords.meaning(
                of: Array(tokens[start..<end]), where: { $0 == .technology || $0 == .feature }) != nil
        guard end < limit || !isOther else { return nil }
        name = text.part(start..<end)
        let dots = Self.dots(tokens, end..<limit)
        isTitle = breaks || dots > 0
        if let with, end == with.lowerBound {
            (inline, aside, isBeforeWith) = (text.part(with.upperBound..<limit), nil, true)
            return
        }
        if breaks || verb != nil, end < limit {
            (inline, aside) = (text.part(end..<limit), nil)
            return
        }
        if relative != nil, let colon = (mark..<limit).first(where: { tokens[$0].isMark(":") }), colon + 1 < limit {
            (inline, aside) = (text.part(colon + 1..<limit), text.part(end..<colon))
            return
        }
        guard end < limit else {
            (inline, aside) = (nil, nil)
            return
        }
        if tokens[end].isMark("(") || tokens[end].isMark("[") {
            let closing = text.closing(of: end)
            // `renters (who rents from us). name, phone`
            let isAside =
                closing + 2 < limit && tokens[closing + 1].isMark(".")
                && !tokens[end..<closing].contains { $0.isMark(",") }
                && Self.beginsWithField(text.part(closing + 2..<limit), lexicon)
            if closing + 1 < limit, tokens[closing + 1].isMark(":") || text.isDash(at: closing + 1) || isAside {
                aside = text.part(end + 1..<closing)
                inline = closing + 2 < limit ? text.part(closing + 2..<limit) : nil
            } else {
                aside = nil
                let after = closing + 1 < limit ? Array(tokens[closing + 1..<limit]) : []
                let dot = Token(
                    kind: .mark, text: ";", folded: ";", range: tokens[end].range, place: tokens[end].place,
                    isSpaced: false)
                let inside = Array(tokens[end + 1..<min(closing, limit)])
                inline = TokenizedText(text: text.text, tokens: after.isEmpty ? inside : inside + [dot] + after)
            }
        } else if tokens[end].isMark(","), let colon = Self.colonBehindAside(text, end..<limit, lexicon) {
            // `visits, each of one patient: date, length`
            (inline, aside) = (text.part(colon + 1..<limit), text.part(end + 1..<colon))
        } else if mayHaveComma && tokens[end].isMark(",") || tokens[end].isMark(":")
            || tokens[end].isMark("=") && !text.isArrow(at: end) || text.isDash(at: end)
        {
            aside = nil
            inline = end + 1 < limit ? text.part(end + 1..<limit) : nil
        } else if text.isArrow(at: end), end + 2 < limit {
            aside = nil
            inline = text.part(end + 2..<limit)
        } else if tokens[end].isMark(","), let with = lexicon.count(.with, tokens, at: end + 1), end + 1 + with < limit,
            lexicon.prose.match(tokens, at: start, where: \.isStructural) == nil
        {
            // `tool, with name and drawer number`
            aside = nil
            inline = text.part(end + 1 + with..<limit)
        } else if dots > 0, end + dots < limit, tokens[end + dots].isSpaced,
            dots == 1 || !lexicon.holds(anyOf: [.later], in: Array(tokens[end..<limit])),
            tokens[end..<limit].contains(where: { $0.isMark(",") }) || text.isEmphasised(start..<end + 1)
                || Self.beginsWithField(text.part(end + dots..<limit), lexicon)
        {
            aside = nil
            inline = text.part(end + dots..<limit)
        } else {
            return nil
        }
    }

    /// An item without words behind its title that say of what its fields are: `Animals. Of each one: name, breed`,
    /// `Animal. Holds: name, breed`.
    private static func withoutLead(_ text: TokenizedText, _ lexicon: Lexicon) -> TokenizedText {
        let tokens = text.tokens
        guard let dot = tokens.prefix(4).firstIndex(where: { $0.isMark(".") }), dot > 0, tokens[0].isName,
            let colon = tokens.dropFirst(dot + 1).prefix(6).firstIndex(where: { $0.isMark(":") }),
            lexicon.holds(anyOf: [.each], in: Array(tokens[dot + 1..<colon]))
                || lexicon.keywords.meaning(
                    of: Array(tokens[dot + 1..<colon]), where: { $0 == .fieldsColumn || $0 == .itemSection }) != nil
        else { return text }
        return TokenizedText(text: text.text, tokens: Array(tokens[...dot] + tokens[(colon + 1)...]))
    }

    /// How many full stops stand behind a name: three in `bookings... date, price`.
    private static func dots(_ tokens: [Token], _ range: Range<Int>) -> Int {
        tokens[range].prefix { $0.isMark(".") || $0.isMark("..") || $0.isMark("…") }.count
    }

    /// Where a colon stands behind words about each of the entity.
    private static func colonBehindAside(_ text: TokenizedText, _ range: Range<Int>, _ lexicon: Lexicon) -> Int? {
        let colon = range.first { text.tokens[$0].isMark(":") || text.tokens[$0].isMark("(") }
        guard let colon, text.tokens[colon].isMark(":"), colon + 1 < range.upperBound,
            lexicon.count(anyOf: [.each, .per, .relative, .indefinite], text.tokens, at: range.lowerBound + 1) != nil
        else { return nil }
        return colon
    }

    /// Whether the first clause is the name of a usual field and nothing else, as behind a zone in `Zone. Name`.
    private static func beginsWithField(_ text: TokenizedText, _ lexicon: Lexicon) -> Bool {
        let head = text.tokens.prefix { $0.isName && lexicon.count(.andWord, [$0], at: 0) == nil }
        guard (1...3).contains(head.count),
            head.count == text.tokens.count || !text.tokens[head.count].isName
                || lexicon.count(.andWord, text.tokens, at: head.count) != nil
        else { return false }
        return FieldGuess(lexicon: lexicon).type(of: text.words(0..<head.count)) != nil
    }

    /// Where the name begins after words that say of what something is kept: `for each member`, `of the members`, `del socio`.
    private static func lead(of tokens: [Token], _ lexicon: Lexicon) -> Int {
        let contracted = tokens.first?.folded == "del" ? 1 : nil
        guard let count = lexicon.count(anyOf: [.of, .for, .per], tokens, at: 0) ?? contracted, count + 1 < tokens.count
        else {
            return 0
        }
        let follows = lexicon.count(anyOf: [.determiner, .each], tokens, at: count)
        // `del` holds the article.
        return count > 1 || follows != nil || contracted != nil ? count : 0
    }

    /// Where a verb of belonging begins behind a name, before a list in sentences: `bikes are of a rider. Brand, model`.
    private static func verb(in tokens: [Token], _ head: Range<Int>, _ lexicon: Lexicon) -> Int? {
        guard head.upperBound < tokens.count, tokens[head.upperBound].isMark("."),
            tokens[head.upperBound...].contains(where: { $0.isMark(",") })
        else { return nil }
        return head.dropFirst().prefix(3).first { index in
            lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning == .belongs
        }
    }

    /// The word between a name in bold letters and its fields: `**Boat** with name (unique), length`.
    private static func with(behind text: TokenizedText, _ head: Range<Int>, _ lexicon: Lexicon) -> Range<Int>? {
        let end = head.dropFirst().prefix(4).first { lexicon.count(.with, text.tokens, at: $0) != nil }
        guard let end, let count = lexicon.count(.with, text.tokens, at: end), end + count < text.tokens.count,
            text.isEmphasised(head.lowerBound..<end), !text.isEmphasised(head.lowerBound..<end + 1)
        else { return nil }
        return end..<end + count
    }

    /// Where a relative clause begins behind a name: `extras that can be added to a booking: name and price`.
    private static func relative(in tokens: [Token], _ head: Range<Int>, _ lexicon: Lexicon) -> Int? {
        let colon = tokens.indices.dropFirst(head.upperBound).first { tokens[$0].isMark(":") }
        guard colon != nil, head.upperBound < tokens.count,
            tokens[head.upperBound].isMark(":") || tokens[head.upperBound].isMark("(")
        else { return nil }
        return head.dropFirst().prefix(3).first { lexicon.count(.relative, tokens, at: $0) != nil }
    }
}
