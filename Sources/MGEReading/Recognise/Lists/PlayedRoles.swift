import MGELayers

/// What a sentence says of who plays roles: `the father and the mother are dogs too, if they are known`.
struct PlayedRoles {
    /// The names of the roles, folded.
    private(set) var roles: [String] = []
    /// The roles as they are written.
    private(set) var names: [Located] = []
    let target: Located
    let isOptional: Bool
    /// The entity that has them, in `un perro tiene padre y madre, que también son perros`.
    let owner: String?

    /// The roles that a sentence begins with; nil when it says something else.
    init?(_ text: TokenizedText, reader: FreeItemReader) {
        let lexicon = reader.lexicon
        let tokens = text.tokens
        let verb = tokens.indices.prefix(14).first { index in
            index > 0 && lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning == .be
        }
        guard let verb, let be = lexicon.prose.match(tokens, at: verb, where: { $0 == .be }) else { return nil }
        let fillers: Set<Keyword> = [.togetherWith, .determiner, .indefinite, .other]
        var start = verb + be.count
        while let count = lexicon.count(anyOf: fillers, tokens, at: start) { start += count }
        guard let found = reader.names.match(tokens, at: start) else { return nil }
        target = Located(text: found.name, place: tokens[start].place)
        var head = 0..<verb
        if let relative = tokens.indices.prefix(verb).first(where: { lexicon.count(.relative, tokens, at: $0) != nil })
        {
            // Only `also` may stand between the relative pronoun and the verb.
            let count = lexicon.count(.relative, tokens, at: relative) ?? 1
            let between = tokens[relative + count..<max(relative + count, verb)]
            let lead = lexicon.count(anyOf: [.determiner, .each, .indefinite], tokens, at: 0) ?? 0
            guard between.allSatisfy({ lexicon.count(.togetherWith, [$0], at: 0) != nil }),
                let subject = reader.names.match(tokens, at: lead),
                let has = lexicon.count(.has, tokens, at: lead + subject.count)
            else { return nil }
            owner = subject.name
            let first = lead + subject.count + has
            let last = relative > first && tokens[relative - 1].isMark(",") ? relative - 1 : relative
            guard first < last else { return nil }
            head = first..<last
        } else {
            owner = nil
        }
        let rest = Array(tokens[(start + found.count)...])
        isOptional =
            lexicon.holds(anyOf: [.mayBeEmpty, .optional, .emptyWord], in: rest)
            || rest.indices.contains { lexicon.prose.match(rest, at: $0, where: { $0 == .optional }) != nil }
        for range in Self.names(in: text, head, lexicon) {
            roles.append(text.words(range).foldedForComparison)
            names.append(text.located(range))
        }
        let areNames = names.allSatisfy { Tokenizer.tokenize(LocatedText($0.text)).tokens.count < 4 }
        guard !roles.isEmpty, areNames, Set(roles).count == roles.count else { return nil }
    }

    /// The names between commas and `and`, without their articles.
    private static func names(in text: TokenizedText, _ range: Range<Int>, _ lexicon: Lexicon) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        var index = range.lowerBound
        while index < range.upperBound {
            if let count = lexicon.count(.andWord, text.tokens, at: index) ?? (text.tokens[index].isName ? nil : 1) {
                if let first = start { found.append(first..<index) }
                start = nil
                index += count
            } else if start == nil,
                let count = lexicon.count(anyOf: [.determiner, .indefinite, .each], text.tokens, at: index)
            {
                index += count
            } else {
                start = start ?? index
                index += 1
            }
        }
        if let start, start < range.upperBound { found.append(start..<range.upperBound) }
        return found
    }
}
