import MGELayers

/// Tells a title before a colon, and whether what follows is a sentence: `Real estate: agents list properties with a price`.
struct ClauseStart: Sendable {
    let lexicon: Lexicon
    /// The most words of a title.
    private static let longestTitle = 5

    /// Where the title of a sentence ends, before its colon; nil where the sentence has none.
    ///
    /// Several of something in one word, `Members: name and email`, are what follows belongs to.
    func titleEnd(_ source: TokenizedText) -> Int? {
        let tokens = source.tokens
        guard let colon = tokens.prefix(Self.longestTitle + 1).firstIndex(where: { $0.isMark(":") }), colon > 0,
            colon + 2 < tokens.count, tokens[..<colon].allSatisfy(\.isName),
            colon > 1 || !lexicon.inflector.isPlural(tokens[0].text.lowercased())
        else { return nil }
        let isPlain = tokens[..<colon].indices.allSatisfy { index in
            let word = lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning
            return ![.has, .belongs, .be, .can, .must, .not, .we, .weHave, .it, .they, .each, .per, .when].contains(
                word)
        }
        return isPlain ? colon : nil
    }

    /// Whether several begin to do something at a token, to others or to one: `agents list properties`, `los agentes publican pisos`.
    func beginsClause(_ source: TokenizedText, at start: Int) -> Bool {
        let tokens = source.tokens
        var first = start
        while let word = lexicon.prose.match(tokens, at: first, where: \.isDeterminer) { first += word.count }
        let names = tokens[first...].prefix { token in
            token.isName && lexicon.keywords.match([token], at: 0, where: { $0 == .and }) == nil
        }
        let words = names.indices.prefix { index in
            lexicon.prose.match(tokens, at: index, where: { $0.isStructural && $0 != .definite }) == nil
        }
        guard words.count > 0, let lead = words.first, isPlural(tokens[lead]) else { return false }
        if words.count < names.count, words.count < 4,
            let verb = lexicon.prose.match(tokens, at: words.upperBound, where: \.isStructural),
            [.has, .can, .must, .be, .belongs, .keep].contains(verb.meaning)
        {
            return true
        }
        guard words.count > 2, !isPlural(tokens[lead + 1]) else { return false }
        if lexicon.language == .spanish {
            return ["an", "en"].contains(where: tokens[lead + 1].folded.hasSuffix)
        }
        return isPlural(tokens[words.upperBound - 1])
    }

    /// Whether what stands behind a title are things with what they have: `Pharmacy: medicines with name and price; suppliers`.
    func listsThings(behindTitle source: TokenizedText) -> Bool {
        guard let colon = titleEnd(source) else { return false }
        let tokens = source.tokens
        let end = span(colon + 1, tokens.count).first { tokens[$0].isMark(".") } ?? tokens.count
        let parts = ListReader(lexicon: lexicon).parts(of: tokens, span(colon + 1, end))
        func name(_ part: Range<Int>) -> (words: Range<Int>, has: Bool) {
            let words = part.prefix { lexicon.prose.match(tokens, at: $0, where: { $0 == .with }) == nil }
            return (words, words.count < part.count && !words.isEmpty)
        }
        guard let first = parts.first.map(name), (1...3).contains(first.words.count),
            parts.contains(where: { part in
                let named = name(part)
                return named.has && named.words.count < 4 && isPlural(tokens[head(of: named.words)])
            }), isPlural(tokens[head(of: first.words)])
        else { return false }
        let singular = lexicon.inflector.singular(of: source.words(first.words).entityName)
        return lexicon.fieldItem(for: singular) == nil || lexicon.entity(named: singular) != nil
    }

    /// Whether a sentence names several things, each with its fields in parentheses: `customers (name, email) and orders (date)`.
    func listsGroups(_ source: TokenizedText) -> Bool {
        let tokens = source.tokens
        var depth = 0
        let end = tokens.indices.first { index in
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth -= 1 }
            return depth == 0 && tokens[index].isMark(".")
        }
        let parts = ListReader(lexicon: lexicon).parts(of: tokens, span(0, end ?? tokens.count))
        guard parts.count > 1, tokens[0].place.line == tokens[parts[1].lowerBound].place.line else { return false }
        return parts.allSatisfy { part in
            let words = part.prefix { tokens[$0].isName }
            return (1...3).contains(words.count) && isPlural(tokens[head(of: words)])
                && (words.count == part.count || tokens[words.upperBound].isMark("("))
        } && parts.count { tokens[$0.upperBound - 1].isMark(")") } > 1
    }

    private func head(of words: Range<Int>) -> Int {
        lexicon.language == .spanish ? words.lowerBound : words.upperBound - 1
    }

    private func isPlural(_ token: Token) -> Bool {
        token.kind == .word && lexicon.inflector.isPlural(token.text.lowercased())
    }

    /// Who needs a system, or wants to do something with one: `a law firm needs case management`.
    func client(in source: TokenizedText) -> Located? {
        let tokens = source.tokens
        guard let article = lexicon.prose.match(tokens, at: 0, where: { $0 == .article }) else { return nil }
        let needs: Set<String> = ["needs", "wants", "necesita", "quiere"]
        guard let verb = tokens.prefix(6).firstIndex(where: { needs.contains($0.folded) }), verb > article.count,
            verb + 1 < tokens.count, tokens.count < 16, tokens[article.count..<verb].allSatisfy(\.isName)
        else { return nil }
        let rest = span(verb + 1, tokens.count)
        let isSystem = rest.contains { index in
            lexicon.keywords.match(
                tokens, at: index, where: { $0 == .system || $0 == .management || $0 == .collection }) != nil
        }
        let isDeed =
            tokens[verb + 1].folded == "to"
            || lexicon.language == .spanish && ["ar", "er", "ir"].contains(where: tokens[verb + 1].folded.hasSuffix)
        guard isSystem || isDeed, !rest.contains(where: { tokens[$0].isMark(":") || tokens[$0].isMark(",") }) else {
            return nil
        }
        return Located(text: source.words(article.count..<verb), place: tokens[article.count].place)
    }

    /// The parts of a sentence between semicolons, without those in parentheses.
    func parts(_ source: TokenizedText, from start: Int) -> [TokenizedText] {
        let tokens = source.tokens
        var parts: [TokenizedText] = []
        var first = start
        var depth = 0
        for index in span(start, tokens.count) {
            if tokens[index].isMark("(") { depth += 1 }
            if tokens[index].isMark(")") { depth = max(0, depth - 1) }
            guard depth == 0, tokens[index].isMark(";") else { continue }
            if first < index { parts.append(source.part(span(first, index))) }
            first = index + 1
        }
        if first < tokens.count { parts.append(source.part(span(first, tokens.count))) }
        return parts
    }

    /// The sentences that stand behind a title, each for itself; nil where none is a clause.
    func sentences(behindTitle source: TokenizedText) -> (title: Located, parts: [TokenizedText])? {
        guard let colon = titleEnd(source) else { return nil }
        let parts = parts(source, from: colon + 1)
        // `job board: employers post jobs, candidates apply` is guessed at.
        let isLong =
            parts.count > 1
            || parts[0].tokens.contains { lexicon.prose.match([$0], at: 0, where: { $0 == .with }) != nil }
        guard isLong, parts.contains(where: { beginsClause($0, at: 0) }) else { return nil }
        return (Located(text: source.words(0..<colon), place: source.place), parts)
    }
}
