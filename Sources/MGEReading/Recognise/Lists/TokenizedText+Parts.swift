extension TokenizedText {
    /// The ranges between some marks, outside of brackets; empty ones are left out.
    func ranges(in range: Range<Int>, at marks: Set<String>) -> [Range<Int>] {
        divided(range) { index in tokens[index].kind == .mark && marks.contains(tokens[index].text) }
    }

    /// Its clauses: a semicolon ends one, and a full stop that a blank or nothing follows.
    var clauses: [TokenizedText] {
        divided(tokens.indices) { index in
            if tokens[index].isMark(";") { return true }
            guard [".", "!", ".."].contains(where: tokens[index].isMark), index > 0 else { return false }
            guard index + 1 < tokens.count else { return true }
            let isInitial = tokens[index - 1].kind == .word && tokens[index - 1].text.count == 1
            let isShortened = tokens[index + 1].kind == .number && Self.abbreviations.contains(tokens[index - 1].folded)
            return tokens[index + 1].isSpaced && !isInitial && !isShortened
        }.map(part)
    }

    /// The position of the bracket that closes the one at a position; the end when none does.
    func closing(of opening: Int) -> Int {
        var depth = 0
        for index in opening..<tokens.count {
            depth += Self.depthChange(tokens[index])
            if depth == 0 { return index }
        }
        return tokens.count
    }

    private func divided(_ range: Range<Int>, where isEnd: (Int) -> Bool) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        var depth = 0
        for index in range {
            depth = max(0, depth + Self.depthChange(tokens[index]))
            guard depth == 0, isEnd(index) else { continue }
            if start < index { ranges.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { ranges.append(start..<range.upperBound) }
        return ranges
    }

    private static func depthChange(_ token: Token) -> Int {
        guard token.kind == .mark else { return 0 }
        switch token.text {
        case "(", "[", "{": return 1
        case ")", "]", "}": return -1
        default: return 0
        }
    }

    /// Words of a range with their place.
    func located(_ range: Range<Int>) -> Located {
        let place = tokens.indices.contains(range.lowerBound) ? tokens[range.lowerBound].place : self.place
        return Located(text: words(range), place: place)
    }

    /// All words with their place.
    var located: Located { located(tokens.indices) }

    /// Whether a hyphen or dash stands between blanks here, or an arrow.
    func isDash(at index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        if ["—", "–", "→", "--"].contains(where: tokens[index].isMark) { return true }
        guard tokens[index].isMark("-"), tokens[index].isSpaced else { return false }
        return index + 1 == tokens.count || tokens[index + 1].isSpaced
    }

    /// Whether an arrow of two signs begins here: `site -> name, city`.
    func isArrow(at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index].isSpaced else { return false }
        return (tokens[index].isMark("-") || tokens[index].isMark("=")) && tokens[index + 1].isMark(">")
    }
}

extension Lexicon {
    /// How many tokens a keyword takes at a place; nil when it is not there.
    func count(_ keyword: Keyword, _ tokens: [Token], at index: Int) -> Int? {
        keywords.match(tokens, at: index, where: { $0 == keyword })?.count
    }

    /// How many tokens one of some keywords takes at a place.
    func count(anyOf wanted: Set<Keyword>, _ tokens: [Token], at index: Int) -> Int? {
        keywords.match(tokens, at: index, where: { wanted.contains($0) })?.count
    }

    /// The first place of one of some keywords.
    func first(anyOf wanted: Set<Keyword>, in tokens: [Token]) -> Int? {
        tokens.indices.first { count(anyOf: wanted, tokens, at: $0) != nil }
    }

    /// Whether one of some keywords is anywhere.
    func holds(anyOf wanted: Set<Keyword>, in tokens: [Token]) -> Bool { first(anyOf: wanted, in: tokens) != nil }
}
