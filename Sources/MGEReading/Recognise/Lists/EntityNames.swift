import MGELayers

/// The names of all entities of a description, to find them in free words.
struct EntityNames: Sendable {
    /// A place where an entity is named.
    struct Mention: Sendable {
        /// How many of it the words say.
        enum Quantity: Sendable { case one, many, other }

        var name: String
        var range: Range<Int>
        var quantity: Quantity
    }

    let lexicon: Lexicon
    private let phrases: PhraseTable<String>

    /// Prepares names, as they are written.
    init(_ names: [String], lexicon: Lexicon) {
        self.lexicon = lexicon
        let singulars = names.map { lexicon.inflector.singular(of: $0.entityName) }
        let known = zip(names, singulars).flatMap { written, name -> [(String, String)] in
            let plural = lexicon.inflector.plural(of: name)
            return [name, plural, written, name.wireName, plural.wireName].map { ($0, name) }
        }
        // `member` stands for `cooperative member` where no other name has this head.
        let heads = singulars.map { lexicon.inflector.head(of: $0) }
        let counts = Dictionary(heads.map { ($0.foldedForComparison, 1) }, uniquingKeysWith: +)
        let short = zip(singulars, heads).filter { name, head in
            name != head && counts[head.foldedForComparison] == 1 && lexicon.fieldItem(for: head) == nil
        }
        phrases = PhraseTable(
            known + short.flatMap { [($1, $0), (lexicon.inflector.plural(of: $1), $0)] })
    }

    /// The entity that the tokens name and nothing else.
    func name(of tokens: [Token]) -> String? { phrases.meaning(of: tokens.map(\.asWord)) }

    /// The longest name at a place.
    func match(_ tokens: [Token], at index: Int) -> (name: String, count: Int)? {
        phrases.match(tokens, at: index).map { ($0.meaning, $0.count) }
    }

    /// The entity that a phrase is about: `slot` of `target slot`, `jugador` of `jugador visitante`.
    func head(of tokens: [Token]) -> (name: String, range: Range<Int>)? {
        guard !tokens.isEmpty else { return nil }
        if let name = name(of: tokens) { return (name, tokens.indices) }
        if lexicon.language == .spanish {
            return match(tokens, at: 0).map { ($0.name, 0..<$0.count) }
        }
        let end =
            tokens.indices.dropFirst().first { lexicon.inflector.isPreposition(tokens[$0].folded) } ?? tokens.count
        for start in 0..<end {
            if let found = match(tokens, at: start), start + found.count == end { return (found.name, start..<end) }
        }
        // `parts fitted`
        if tokens.count > 1, let last = tokens.last, last.folded.hasSuffix("ed"), last.text.count > 4 {
            return name(of: tokens.dropLast()).map { ($0, 0..<tokens.count - 1) }
        }
        return nil
    }

    /// Every entity that is named, with what stands before it.
    func mentions(in tokens: [Token]) -> [Mention] {
        var mentions: [Mention] = []
        var index = 0
        while index < tokens.count {
            guard let found = match(tokens, at: index) else {
                index += 1
                continue
            }
            let range = index..<index + found.count
            // `one room or more`
            let isOpen = lexicon.count(.orMore, tokens, at: range.upperBound) != nil
            let quantity = isOpen ? .many : quantity(tokens, before: index)
            mentions.append(Mention(name: found.name, range: range, quantity: quantity))
            index = range.upperBound
        }
        return mentions
    }

    private func quantity(_ tokens: [Token], before index: Int) -> Mention.Quantity {
        // `more than one door`
        let isMany = (1...4).contains { $0 <= index && lexicon.count(.many, tokens, at: index - $0) == $0 }
        if isMany { return .many }
        for back in 1...4 where back <= index {
            if lexicon.count(anyOf: [.indefinite, .each, .other], tokens, at: index - back) == back { return .one }
            // `which rooms they know` are several.
            if lexicon.count(.question, tokens, at: index - back) == back,
                !lexicon.inflector.isPlural(tokens[index].text.lowercased())
            {
                return .one
            }
        }
        return .other
    }
}

extension Token {
    /// The token with a quotation made a word, so that a quoted name is compared as one.
    var asWord: Token {
        var token = self
        if kind == .quoted { token.kind = .word }
        return token
    }
}
