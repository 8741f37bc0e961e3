import MGECore
import MGELayers

extension FieldAttributes {
    /// `between 1 and 5`, `from 1 to 5`, `at least 3`, `2 to 4 characters`, `exactly 8 characters`, `never below zero`.
    mutating func readNumbers(_ tokens: [Token], at index: Int, to end: Int, lexicon: Lexicon) -> Int? {
        var position = index
        let found = lexicon.prose.match(
            tokens, at: position, where: { [.minimum, .maximum, .between, .exactly, .above].contains($0) })
        if let found { position += found.count }
        while position < end {
            if position > index, isBeforeNumber(tokens, at: position, lexicon) {
                position += 1
                isNumbered = true
                continue
            }
            if Self.isAlone(tokens, at: position, lexicon) { break }
            guard
                let filler = lexicon.prose.match(
                    tokens, at: position, where: { $0 == .article || $0 == .preposition || $0 == .be || $0 == .skip })
            else { break }
            guard found != nil || filler.meaning == .preposition else { return nil }
            if found != nil, filler.meaning == .article, isOne(tokens, at: position, lexicon) { break }
            position += filler.count
        }
        let isCounted = lexicon.prose.match(tokens, at: position + 1, where: { $0 == .characters }) != nil
        guard position < end,
            found != nil || isCounted || tokens[position].kind == .number
                || isBounded(tokens, at: position, lexicon) || isLengthRange(tokens, at: position, lexicon)
                || isBound(tokens, at: position, lexicon),
            var first = Self.number(tokens, at: position, lexicon: lexicon)
        else { return nil }
        position += 1
        if position + 1 < end, tokens[position].folded == "y", tokens[position - 1].folded.hasSuffix("nta"),
            let tens = Int(first.text), let ones = Self.number(tokens, at: position + 1, lexicon: lexicon),
            let more = Int(ones.text), (1...9).contains(more), tokens[position + 1].kind == .word
        {
            // `treinta y seis`
            first.text = String(tens + more)
            position += 2
        }
        var second: Located?
        if position + 1 < end {
            var next = behindGroup(tokens, at: position, to: end)
            if tokens[next].isMark("-") || tokens[next].isMark("–") || tokens[next].isMark("..")
                || lexicon.language == .english && ["to", "until", "till"].contains(tokens[next].folded)
            {
                next += 1
            } else if let joint = lexicon.prose.match(
                tokens, at: next, where: { $0 == .preposition || $0 == .and || $0 == .maximum })
            {
                next += joint.count
                if isBeforeNumber(tokens, at: next, lexicon) { next += 1 }
            }
            if next > behindGroup(tokens, at: position, to: end), next < end,
                let other = Self.number(tokens, at: next, lexicon: lexicon)
            {
                second = other
                position = next + 1
            }
        }
        let unit = lexicon.prose.match(tokens, at: position, where: { $0 == .characters })
        if let unit { position += unit.count }
        if lexicon.language == .english, unit == nil, found == nil, second == nil,
            let measure = lexicon.unit(tokens, at: position), saysBound(tokens, at: position + measure.count, lexicon)
        {
            // `50 dollars or more`
            position += measure.count
        }
        // A bound may also be said after the number: `12 characters at most`, `de 50 como mínimo`.
        let after = lexicon.prose.match(tokens, at: position, where: { $0 == .minimum || $0 == .maximum })
        let isLast = after.map {
            position + $0.count >= end || Self.number(tokens, at: position + $0.count, lexicon: lexicon) == nil
        }
        if let second {
            (minimum, maximum) = (first, second)
        } else if let after, isLast == true {
            if lexicon.language == .spanish && minimum == nil && maximum == nil
                || after.meaning == .minimum && maximum == nil
            {
                (minimum, maximum) = after.meaning == .minimum ? (first, nil) : (nil, first)
            } else if after.meaning == .minimum {
                minimum = first
            } else {
                // `100 at least, 3000 at most`, `cien como máximo y cero como mínimo`
                maximum = first
            }
            position += after.count
            if let behind = lexicon.prose.match(tokens, at: position, where: { $0 == .characters }), unit == nil {
                // `of 3 or more characters`
                position += behind.count
                isLength = true
            }
        } else {
            switch found?.meaning {
            case .minimum: minimum = first
            case .above: minimum = Self.successor(of: first)
            case .maximum: maximum = first
            case .exactly where unit != nil, nil where unit != nil: (minimum, maximum) = (first, first)
            default: return position
            }
        }
        isLength = isLength || unit != nil
        return position
    }

    /// The token behind what a number is explained by: `from 1 (low) to 5 (high)`.
    private func behindGroup(_ tokens: [Token], at index: Int, to end: Int) -> Int {
        guard index < end, tokens[index].isMark("(") else { return index }
        let close = span(index, min(index + 6, end)).first { tokens[$0].isMark(")") }
        return close.map { $0 + 1 } ?? index
    }

    /// Whether a number in words is a bound: `two or more`.
    private func isBounded(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .english && Self.number(tokens, at: index, lexicon: lexicon) != nil
            && lexicon.prose.match(tokens, at: index + 1, where: { $0 == .minimum || $0 == .maximum })
                .map { $0.count > 1 } ?? false
    }

    /// Whether two numbers in words count letters: `two to four characters`.
    private func isLengthRange(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        index + 3 < tokens.count
            && (lexicon.language == .english ? ["to", "or"] : ["a", "o", "y"]).contains(tokens[index + 1].folded)
            && Self.number(tokens, at: index + 2, lexicon: lexicon) != nil
            && lexicon.prose.match(tokens, at: index + 3, where: { $0 == .characters }) != nil
    }

    /// Whether a number in words is said to be a bound behind it: `diez como tope`.
    private func isBound(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .spanish
            && (!["uno", "un", "una"].contains(tokens[index].folded) || Self.isAlone(tokens, at: index, lexicon))
            && lexicon.prose.match(tokens, at: index + 1, where: { $0 == .minimum || $0 == .maximum })
                .map { $0.count > 1 } ?? false
    }

    private func saysBound(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .minimum || $0 == .maximum }) != nil
    }

    /// Whether a Spanish article stands before a number: `de la 2 a la 24`, `no pasa de los 500`.
    private func isBeforeNumber(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .spanish && index + 1 < tokens.count
            && ["el", "la", "los", "las"].contains(tokens[index].folded)
            && tokens[index + 1].kind == .number
    }

    /// The least whole number above one; a fraction, and what has none above it, stays as it is.
    private static func successor(of number: Located) -> Located {
        guard let next = Int(number.text)?.addingReportingOverflow(1), !next.overflow else { return number }
        return Located(text: String(next.partialValue), place: number.place)
    }

    private static func number(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Located? {
        guard index < tokens.count else { return nil }
        let token = tokens[index]
        if token.kind == .number { return Located(text: token.text, place: token.place) }
        let isUnit =
            ["un", "una"].contains(token.folded) && lexicon.language == .spanish
            && (lexicon.prose.match(tokens, at: index + 1, where: { $0 == .measure }) != nil
                || isAlone(tokens, at: index, lexicon))
        let number = isUnit ? 1 : lexicon.numbers[token.folded]
        return number.map { Located(text: String($0), place: token.place) }
    }

    /// Whether an article counts a unit: `no inferior a un kilogramo`, `al menos una`.
    private func isOne(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        Self.number(tokens, at: index, lexicon: lexicon) != nil
            && (lexicon.prose.match(tokens, at: index + 1, where: { $0 == .measure }) != nil
                || Self.isAlone(tokens, at: index, lexicon))
    }

    /// Whether a Spanish word for one stands for the thing: `páginas, una como poco`, `plazas, al menos una`.
    private static func isAlone(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .spanish, ["uno", "una"].contains(tokens[index].folded) else { return false }
        guard index + 1 < tokens.count, tokens[index + 1].kind != .mark else { return true }
        guard let bound = lexicon.prose.match(tokens, at: index + 1, where: { $0 == .minimum || $0 == .maximum }),
            bound.count > 1
        else { return false }
        return index + 1 + bound.count >= tokens.count || tokens[index + 1 + bound.count].kind == .mark
    }

    /// Whether a part of a list says how long the field before it is: `of two letters`.
    static func startsLength(_ tokens: [Token], _ range: Range<Int>, lexicon: Lexicon) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound,
            let found = lexicon.prose.match(
                tokens, at: index, where: { $0 == .preposition || $0 == .exactly || $0 == .skip })
        {
            index += found.count
        }
        guard index + 1 < range.upperBound, number(tokens, at: index, lexicon: lexicon) != nil else { return false }
        return lexicon.prose.match(tokens, at: index + 1, where: { $0 == .characters }) != nil
    }

    /// Reads a length before a noun, `five-character` or `8-digit`.
    /// - Returns: the token behind it; nil when there is none.
    mutating func readCompound(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Int? {
        if let number = Self.number(tokens, at: index, lexicon: lexicon), tokens.indices.contains(index + 2),
            tokens[index + 1].isMark("-"), isUnit(tokens[index + 2].text, lexicon)
        {
            (minimum, maximum, isLength) = (number, number, true)
            return index + 3
        }
        guard tokens[index].kind == .word, let hyphen = tokens[index].folded.firstIndex(of: "-"),
            let number = lexicon.numbers[String(tokens[index].folded[..<hyphen])],
            isUnit(String(tokens[index].folded[tokens[index].folded.index(after: hyphen)...]), lexicon)
        else { return nil }
        let length = Located(text: String(number), place: tokens[index].place)
        (minimum, maximum, isLength) = (length, length, true)
        return index + 1
    }

    private func isUnit(_ word: String, _ lexicon: Lexicon) -> Bool {
        lexicon.prose.meaning(of: Tokenizer.tokenize(LocatedText(word)).tokens, where: { $0 == .characters }) != nil
    }
}
