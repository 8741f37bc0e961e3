import MGELayers

/// Makes entities of items that say what the one above them has several of, with its fields behind the name:
/// `has many rooms (number, floor)` below a house.
struct NestedEntities {
    private let lexicon: Lexicon
    private(set) var blocks: [Block] = []

    /// How many levels may belong to one another.
    private static let deepest = 8

    init(_ written: [Block], lexicon: Lexicon) {
        self.lexicon = lexicon
        var index = 0
        while index < written.count {
            guard case .item(0, let text) = written[index] else {
                blocks.append(written[index])
                index += 1
                continue
            }
            let end = Self.end(of: index, depth: 0, in: written)
            add(text, below: written[index + 1..<end], owner: nil, level: 0)
            index = end
        }
    }

    /// Where the items below one end.
    private static func end(of index: Int, depth: Int, in blocks: [Block]) -> Int {
        blocks.indices.dropFirst(index + 1).first { position in
            guard case .item(let other, _) = blocks[position] else { return true }
            return other <= depth
        } ?? blocks.count
    }

    /// Adds an entity with the items below it, and behind these the entities that it has several of.
    private mutating func add(
        _ text: TokenizedText, below items: ArraySlice<Block>, owner: TokenizedText?, level: Int
    ) {
        blocks.append(.item(depth: 0, text))
        if let owner { blocks.append(.item(depth: 1, owner)) }
        guard level < Self.deepest, let name = EntityLine(text, lexicon: lexicon)?.name else { return blocks += items }
        var owned: [(owned: Owned, items: ArraySlice<Block>)] = []
        let all = Array(items)
        let base = all.first.map { if case .item(let depth, _) = $0 { depth } else { 1 } } ?? 1
        var index = 0
        while index < all.count {
            guard case .item(let depth, let item) = all[index], depth == base, let found = self.owned(item) else {
                blocks.append(shifted(all[index], by: base - 1))
                index += 1
                continue
            }
            let end = Self.end(of: index, depth: depth, in: all)
            owned.append((found, all[index + 1..<end]))
            index = end
        }
        for (found, items) in owned {
            let reference = reference(to: name, isOnly: found.isOnly, at: found.text)
            add(found.text, below: items, owner: reference, level: level + 1)
        }
    }

    private func shifted(_ block: Block, by levels: Int) -> Block {
        guard case .item(let depth, let text) = block else { return block }
        return .item(depth: max(1, depth - levels), text)
    }

    private struct Owned {
        /// The name with its fields.
        var text: TokenizedText
        /// Whether there is one only.
        var isOnly: Bool
    }

    /// What an item says that there are several of, or one: `each goal has many ratings (date, score)`.
    private func owned(_ item: TokenizedText) -> Owned? {
        let tokens = item.tokens
        let found = tokens.indices.prefix(4).compactMap { start -> (end: Int, isOnly: Bool)? in
            if let has = lexicon.count(.has, tokens, at: start) {
                if let many = lexicon.count(.many, tokens, at: start + has) { return (start + has + many, false) }
                return lexicon.count(anyOf: [.indefinite, .onlyOnce], tokens, at: start + has).map {
                    (start + has + $0, true)
                }
            }
            return start == 0 ? lexicon.count(.oneToMany, tokens, at: start).map { ($0, false) } : nil
        }.first
        guard let found, found.end < tokens.count else { return nil }
        let text = item.part(found.end..<tokens.count)
        let name = text.tokens.prefix { $0.isName }.count
        guard (1...4).contains(name), name < text.tokens.count,
            text.tokens[name].isMark("(") || text.tokens[name].isMark(":") || text.isDash(at: name),
            text.tokens[name...].contains(where: { $0.isMark(",") }), EntityLine(text, lexicon: lexicon) != nil
        else { return nil }
        return Owned(text: text, isOnly: found.isOnly)
    }

    /// `one house`, in the words of the language.
    private func reference(to name: TokenizedText, isOnly: Bool, at text: TokenizedText) -> TokenizedText {
        let isEnglish = lexicon.language == .english
        let words = lexicon.inflector.singular(of: name.words.unquoted.entityName)
        let written = (isEnglish ? "one " : "un ") + words + (isOnly ? isEnglish ? ", unique" : ", único" : "")
        var tokens = Tokenizer.tokenize(LocatedText(written)).tokens
        for index in tokens.indices { tokens[index].place = text.place }
        return TokenizedText(text: LocatedText(written), tokens: tokens)
    }
}
