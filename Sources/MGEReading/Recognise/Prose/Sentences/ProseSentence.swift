/// A sentence with its items.
struct ProseSentence: Sendable {
    let source: TokenizedText
    let items: [ProseItem]
    let mentions: [Mention]
    /// The tokens at which mentions begin.
    let mentionStarts: Set<Int>

    init(source: TokenizedText, items: [ProseItem]) {
        self.source = source
        self.items = items
        mentions = items.compactMap(\.mention)
        mentionStarts = Set(mentions.map(\.range.lowerBound))
    }

    /// The mentions among some items, with their numbers.
    func mentions(in range: Range<Int>) -> [(index: Int, mention: Mention)] {
        var found: [(index: Int, mention: Mention)] = []
        for index in range {
            guard let mention = items[index].mention else { continue }
            found.append((index, mention))
        }
        return found
    }

    /// The tokens of some items.
    func tokens(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return span(items[first].range.lowerBound, items[last].range.upperBound)
    }

    /// Words with their place.
    func located(_ tokens: Range<Int>) -> Located {
        Located(
            text: source.words(tokens), place: tokens.isEmpty ? source.place : source.tokens[tokens.lowerBound].place)
    }
}
