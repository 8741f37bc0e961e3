/// The parts of a list in a sentence: what stands between commas and `and`.
struct ProseList: Sendable {
    /// The items of each part; after `:`, all that follows belongs to the part before it.
    private(set) var parts: [Range<Int>] = []
    /// Where parts begin that say something of the part behind them: `and, if known, the birthday`.
    private(set) var asides: Set<Int> = []

    /// Divides some items of a sentence.
    init(_ range: Range<Int>, of sentence: ProseSentence, lexicon: Lexicon) {
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let item = sentence.items[index]
            let joinsNumbers =
                index > start && index + 1 < range.upperBound && sentence.items[index - 1].isNumber
                && sentence.items[index + 1].isNumber
            if item.isMark(":") {
                parts.append(span(start, range.upperBound))
                return
            }
            if item.isMark(",", ";", "—", "–") || item.word == .and && !joinsNumbers {
                if start < index { parts.append(span(start, index)) }
                start = index + 1
                // `and, if known, the birthday`: the aside belongs to what follows.
                if item.word == .and, start + 2 < range.upperBound, sentence.items[start].isMark(","),
                    Self.isAside(start + 1, sentence, lexicon), sentence.items[start + 2].isMark(",")
                {
                    parts.append(span(start + 1, start + 2))
                    asides.insert(start + 1)
                    start += 3
                    index = start - 1
                }
            }
            if item.isMark("."), index + 1 < range.upperBound { break }
            index += 1
        }
        if start < index { parts.append(span(start, index)) }
    }

    private static func isAside(_ index: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        lexicon.prose.match(
            sentence.source.tokens, at: sentence.items[index].range.lowerBound,
            where: { $0 == .optional || $0 == .unique }
        )
        .map { $0.count == sentence.items[index].range.count } ?? false
    }

    /// `…, which can be open, held or closed`: the items from `open` to `closed`.
    func cases(from number: Int, _ sentence: ProseSentence) -> Range<Int>? {
        let parts = self.parts[number...]
        guard let first = parts.first, parts.count > 1, sentence.items[first.lowerBound].word == .relative,
            let verb = first.last(where: { [.be, .can].contains(sentence.items[$0].word) }),
            verb + 1 < first.upperBound,
            span(verb + 1, first.upperBound).allSatisfy({ sentence.items[$0].isName })
        else { return nil }
        var end = first.upperBound
        for part in parts.dropFirst() {
            let names = part.prefix { sentence.items[$0].isName }
            guard !names.isEmpty, names.count <= 3, part.count < 6 else { break }
            end = part.upperBound
            if names.count < part.count { break }
        }
        return end > first.upperBound ? span(verb + 1, end) : nil
    }
}
