/// Reads chains of states: `open → in progress → done | open`, also with `->` or `=>`.
enum Chains {
    /// Where the chain ends that begins a range, before the next comma; nil when there is no arrow before that.
    static func end(in tokens: [Token], _ range: Range<Int>) -> Int? {
        let end = range.first { isEnd(tokens[$0]) } ?? range.upperBound
        let hasArrow = (range.lowerBound..<end).contains { arrow(in: tokens, at: $0, before: end) != nil }
        return hasArrow ? end : nil
    }

    /// All chains of a range, with commas between them.
    static func all(_ source: TokenizedText, _ range: Range<Int>) -> [[[Located]]] {
        var chains: [[[Located]]] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = (start..<range.upperBound).first { isEnd(source.tokens[$0]) } ?? range.upperBound
            if start < end { chains.append(read(source, start..<end)) }
            start = end + 1
        }
        return chains
    }

    /// The steps of a chain, each with its states.
    static func read(_ source: TokenizedText, _ range: Range<Int>) -> [[Located]] {
        var steps: [[Located]] = []
        var step: [Located] = []
        var start = range.lowerBound
        var index = range.lowerBound
        func state(_ end: Int) -> Located {
            let place = source.tokens[min(start, source.tokens.count - 1)].place
            return Located(text: start < end ? source.words(start..<end).unquoted : "", place: place)
        }
        while index < range.upperBound {
            let length = arrow(in: source.tokens, at: index, before: range.upperBound)
            let isBar = source.tokens[index].isMark("|") || source.tokens[index].isMark("/")
            guard length != nil || isBar else {
                index += 1
                continue
            }
            step.append(state(index))
            if length != nil {
                steps.append(step)
                step = []
            }
            index += length ?? 1
            start = index
        }
        step.append(state(range.upperBound))
        return steps + [step]
    }

    private static func isEnd(_ token: Token) -> Bool { token.isMark(",") || token.isMark(";") || token.isMark(".") }

    /// The length of an arrow at a place.
    private static func arrow(in tokens: [Token], at index: Int, before end: Int) -> Int? {
        if tokens[index].isMark("→") { return 1 }
        let isShaft = tokens[index].isMark("-") || tokens[index].isMark("=")
        guard isShaft, index + 1 < end, tokens[index + 1].isMark(">"), !tokens[index + 1].isSpaced else { return nil }
        return 2
    }
}
