/// A sentence, with what phrases of behaviour can be asked of it.
struct BehaviourSentence {
    let sentence: ProseSentence
    let lexicon: Lexicon
    /// The names of the entities by their numbers.
    let names: [String]
    /// The item that holds each token.
    private let itemNumbers: [Int]
    /// The tokens at which a phrase of behaviour begins, or an arrow: anywhere else there is nothing to be read.
    let signs: [Int]
    private let mentionsByStart: [Int: Mention]

    init(_ sentence: ProseSentence, names: [String], lexicon: Lexicon) {
        self.sentence = sentence
        self.names = names
        self.lexicon = lexicon
        var numbers = [Int](repeating: 0, count: sentence.source.tokens.count)
        for (number, item) in sentence.items.enumerated() {
            for token in item.range { numbers[token] = number }
        }
        itemNumbers = numbers
        let tokens = sentence.source.tokens
        signs = tokens.indices.filter { Self.isArrow(tokens, at: $0) || lexicon.behaviour.match(tokens, at: $0) != nil }
        mentionsByStart = Dictionary(
            sentence.mentions.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether `→`, `->` or `=>` begins at a token.
    static func isArrow(_ tokens: [Token], at index: Int) -> Bool {
        guard tokens[index].kind == .mark else { return false }
        if tokens[index].isMark("→") { return true }
        guard index + 1 < tokens.count, tokens[index].isMark("-") || tokens[index].isMark("=") else { return false }
        return tokens[index + 1].isMark(">") && !tokens[index + 1].isSpaced
    }

    var tokens: [Token] { sentence.source.tokens }
    var items: [ProseItem] { sentence.items }

    /// The length of a phrase with one of some meanings at a token.
    func said(_ index: Int, _ words: BehaviourWord...) -> Int? {
        guard index >= 0 else { return nil }
        return lexicon.behaviour.match(tokens, at: index, where: words.contains)?.count
    }

    /// The length of a word of the grammar of sentences at a token.
    func word(_ index: Int, _ words: ProseWord...) -> Int? {
        guard index >= 0 else { return nil }
        return lexicon.prose.match(tokens, at: index, where: words.contains)?.count
    }

    /// The entity that is named at a token.
    func mention(at token: Int) -> Mention? { mentionsByStart[token] }

    /// The item that holds a token; for the end of the sentence, the end of the items.
    func item(of token: Int) -> Int { token < itemNumbers.count ? itemNumbers[token] : items.count }

    /// The first token of an item, or the end.
    func token(of item: Int) -> Int { item < items.count ? items[item].range.lowerBound : tokens.count }

    func located(_ range: Range<Int>) -> Located { sentence.located(range) }

    func name(of mention: Mention) -> String { names.indices.contains(mention.entity) ? names[mention.entity] : "" }

    func noun(_ mention: Mention) -> Behaviour.Noun {
        Behaviour.Noun(words: located(mention.range), entity: name(of: mention), isPlural: mention.isPlural)
    }

    /// Whether a clause ends before a token: at the end, or at a mark other than a quotation.
    func isEnd(_ index: Int) -> Bool {
        guard index < tokens.count else { return true }
        return tokens[index].kind == .mark && !["/", "|", "-", "→"].contains(tokens[index].text)
    }

    /// The tokens around one up to `;`, `:` and full stops.
    func clause(around index: Int) -> Range<Int> {
        let ends: (Int) -> Bool = { position in
            [".", ";", ":", "!", "?", "—", "–"].contains { tokens[position].isMark($0) }
        }
        var start = index
        while start > 0, !ends(start - 1) { start -= 1 }
        var end = index
        while end < tokens.count, !ends(end) { end += 1 }
        return span(start, end)
    }

    /// Whether a clause is denied: `without logging in`, `nobody logs in`.
    func isDenied(_ range: Range<Int>) -> Bool {
        range.contains { word($0, .not) != nil || said($0, .denied) != nil }
    }
}
