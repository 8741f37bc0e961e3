/// Reads bounds in free words: `between 0 and 9`, `2 to 4 characters`, `1 or more`, `5 letters`.
struct BoundsReader: Sendable {
    /// What a phrase says of a value, or of the length of a text.
    struct Bounds: Sendable {
        var minimum: Located?
        var maximum: Located?
        /// Whether characters are counted.
        var isLength = false
        /// Whether the minimum and the maximum themselves are outside: `more than 0`.
        var isExclusive = false
        /// How many tokens the phrase has.
        var count: Int
    }

    let lexicon: Lexicon

    /// The bounds that a phrase at a place says.
    func match(_ tokens: [Token], at index: Int) -> Bounds? {
        if let count = lexicon.count(.notNegative, tokens, at: index) { return least("0", tokens, index, count) }
        if let count = lexicon.count(.positive, tokens, at: index) {
            var bounds = least("0", tokens, index, count)
            bounds.isExclusive = true
            return bounds
        }
        if let sign = comparison(tokens, at: index), let number = number(tokens, at: index + 2) {
            return withUnit(
                Bounds(minimum: sign == ">" ? number : nil, maximum: sign == "<" ? number : nil, count: 3), tokens,
                index)
        }
        if let count = negation(tokens, at: index), let other = oneSided(tokens, at: index + count),
            lexicon.count(anyOf: [.above, .below], tokens, at: index + count) != nil
        {
            // `never less than 0`, `cannot be less than 0`
            return Bounds(
                minimum: other.maximum, maximum: other.minimum, isLength: other.isLength, count: other.count + count)
        }
        if let from = lexicon.count(.rangeFrom, tokens, at: index), range(tokens, at: index) == nil,
            var bounds = afterNumber(tokens, at: index + from), bounds.minimum != nil, bounds.maximum == nil
        {
            // `from 1 up`
            bounds.count += from
            return bounds
        }
        return range(tokens, at: index) ?? oneSided(tokens, at: index) ?? afterNumber(tokens, at: index)
    }

    /// How many tokens `never` or `cannot be` has.
    private func negation(_ tokens: [Token], at index: Int) -> Int? {
        guard var end = lexicon.count(.negation, tokens, at: index) else { return nil }
        if let may = lexicon.count(.may, tokens, at: index + end) { end += may }
        if let be = lexicon.prose.match(tokens, at: index + end, where: { $0 == .be }) { end += be.count }
        return end
    }

    private func number(_ tokens: [Token], at index: Int) -> Located? {
        guard index < tokens.count else { return nil }
        if tokens[index].kind == .number { return Located(text: tokens[index].text, place: tokens[index].place) }
        // `exactly six characters`
        guard lexicon.count(.unit, tokens, at: index + 1) != nil, let number = lexicon.numbers[tokens[index].folded]
        else { return nil }
        return Located(text: String(number), place: tokens[index].place)
    }

    private func least(_ number: String, _ tokens: [Token], _ index: Int, _ count: Int) -> Bounds {
        Bounds(minimum: Located(text: number, place: tokens[index].place), count: count)
    }

    /// `>=` or `<=`: the first character of it.
    private func comparison(_ tokens: [Token], at index: Int) -> String? {
        guard index + 1 < tokens.count, tokens[index + 1].isMark("="), !tokens[index + 1].isSpaced else { return nil }
        return [">", "<"].first { tokens[index].isMark($0) }
    }

    /// `between 1 and 5`, `from 1 to 5`, `1 to 5`, `1-5`, `1..5`.
    private func range(_ tokens: [Token], at start: Int) -> Bounds? {
        let opening = lexicon.count(anyOf: [.between, .rangeFrom], tokens, at: start)
        let index = start + (opening ?? 0)
        guard let minimum = number(tokens, at: index) else { return nil }
        guard let to = lexicon.count(.rangeTo, tokens, at: index + 1),
            opening != nil || lexicon.count(.andWord, tokens, at: index + 1) == nil,
            let maximum = number(tokens, at: index + 1 + to)
        else { return nil }
        let count = index + to + 2 - start
        return withUnit(Bounds(minimum: minimum, maximum: maximum, count: count), tokens, start)
    }

    /// `at least 5`, `up to 200 characters`, `more than 0`.
    private func oneSided(_ tokens: [Token], at start: Int) -> Bounds? {
        let wanted: Set<Keyword> = [.minimum, .maximum, .above, .below]
        guard let found = lexicon.keywords.match(tokens, at: start, where: wanted.contains) else { return nil }
        var index = start + found.count
        while index < tokens.count, isFiller(tokens, at: index) { index += 1 }
        guard let number = number(tokens, at: index) ?? zero(tokens, at: index) else { return nil }
        let isLeast = found.meaning == .minimum || found.meaning == .above
        let isExclusive = found.meaning == .above || found.meaning == .below
        let bounds = Bounds(
            minimum: isLeast ? number : nil, maximum: isLeast ? nil : number, isExclusive: isExclusive,
            count: index + 1 - start)
        return withUnit(bounds, tokens, start)
    }

    /// The word for nothing: `not below zero`.
    private func zero(_ tokens: [Token], at index: Int) -> Located? {
        guard index < tokens.count, lexicon.numbers[tokens[index].folded] == 0 else { return nil }
        return Located(text: "0", place: tokens[index].place)
    }

    private func isFiller(_ tokens: [Token], at index: Int) -> Bool {
        [":", "=", "."].contains(where: tokens[index].isMark) || lexicon.count(.of, tokens, at: index) == 1
    }

    /// `12 characters at most`, `1 or more`, `5 letters`.
    private func afterNumber(_ tokens: [Token], at start: Int) -> Bounds? {
        guard let number = number(tokens, at: start) else { return nil }
        var index = start + 1
        let unit = lexicon.count(.unit, tokens, at: index)
        index += unit ?? 0
        if let count = lexicon.count(.orMore, tokens, at: index),
            lexicon.count(.maximum, tokens, at: index).map({ $0 <= count }) ?? true
        {
            return Bounds(minimum: number, isLength: unit != nil, count: index + count - start)
        }
        if let count = lexicon.count(.orLess, tokens, at: index) {
            return Bounds(maximum: number, isLength: unit != nil, count: index + count - start)
        }
        guard unit != nil else { return nil }
        return Bounds(minimum: number, maximum: number, isLength: true, count: index - start)
    }

    private func withUnit(_ bounds: Bounds, _ tokens: [Token], _ start: Int) -> Bounds {
        var bounds = bounds
        if let unit = lexicon.count(.unit, tokens, at: start + bounds.count) {
            bounds.count += unit
            bounds.isLength = true
        }
        return bounds
    }
}
