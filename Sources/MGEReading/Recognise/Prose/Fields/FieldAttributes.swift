import MGECore
import MGELayers

/// What a text says of a field besides its name.
struct FieldAttributes: Sendable {
    private(set) var optional: LocatedText.Place?
    private(set) var unique: LocatedText.Place?
    /// Whether it is said that it has to be there.
    private(set) var isNeeded = false
    var minimum: Located?
    var maximum: Located?
    var isLength = false
    /// A time of day, which may be the default: `16:30`.
    var clock: Located?
    /// Whether its bounds have articles, as numbers of things have: `de la 2 a la 24`.
    var isNumbered = false
    var cases: [Located] = []
    var value: Located?
    var isFlag = false
    /// The type that is named in parentheses: `(integer, 1 to 60)`.
    var type: String?
    /// The type of what is measured, by its unit.
    var unit: String?
    /// Whether a condition makes what is said optional, as it does of a field in a list: `a phone if they have one`.
    var readsConditions = false

    var isEmpty: Bool {
        optional == nil && unique == nil && minimum == nil && maximum == nil && cases.isEmpty && value == nil && !isFlag
    }

    /// Whether nothing is said but that it need not be there.
    var saysOnlyOptional: Bool {
        optional != nil && unique == nil && minimum == nil && maximum == nil && cases.isEmpty && value == nil && !isFlag
            && type == nil && unit == nil
    }

    /// Reads the cases that come behind the first one; there may be one alone.
    mutating func readFurther(_ source: TokenizedText, _ range: Range<Int>, behind first: Located, lexicon: Lexicon) {
        if !readCases(source, range, lexicon: lexicon), (1...3).contains(range.count),
            range.allSatisfy({ source.tokens[$0].kind == .word })
        {
            cases = [Located(text: source.words(range), place: source.tokens[range.lowerBound].place)]
        }
        if !cases.isEmpty { cases.insert(first, at: 0) }
    }

    /// Puts the cases that are said of several into the singular.
    mutating func singularCases(_ inflector: Inflector) {
        cases = cases.map { Located(text: inflector.singular(of: $0.text.lowercased()), place: $0.place) }
    }

    /// Sets the type that is named: `a whole number`.
    mutating func set(type: FieldTypeName) {
        if type == .boolean { isFlag = true } else { self.type = type.rawValue }
    }

    mutating func set(_ word: ProseWord, _ place: LocatedText.Place) {
        if word == .optional { optional = optional ?? place }
        if word == .unique { unique = unique ?? place }
    }

    /// Reads everything that is said in a range.
    mutating func read(_ source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) {
        let tokens = source.tokens
        var index = range.lowerBound
        while index < range.upperBound {
            if let clock = Self.clock(source, at: index) {
                self.clock = clock
                index += 3
            } else if tokens[index].isMark("(") {
                let end = (span(index, range.upperBound)).first { tokens[$0].isMark(")") } ?? range.upperBound
                readGroup(source, span(index + 1, end), lexicon: lexicon)
                index = end + 1
            } else if tokens[index].isMark(":") {
                if readCases(source, span(index + 1, range.upperBound), lexicon: lexicon) { return }
                index += 1
            } else if lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index),
                type.meaning == .boolean, type.count > 1, index + type.count <= range.upperBound
            {
                // `pagado si/no`
                isFlag = true
                index += type.count
            } else if lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index),
                type.meaning == .decimal, type.count == 2, tokens[index].folded == "con",
                index + type.count <= range.upperBound
            {
                // `ambas con decimales`
                self.type = self.type ?? type.meaning.rawValue
                index += type.count
            } else if let next = readFirst(source, at: index, to: range.upperBound, lexicon: lexicon)
                ?? readBeing(source, at: index, to: range.upperBound, lexicon: lexicon)
                ?? readStarting(source, at: index, to: range.upperBound, lexicon: lexicon)
                ?? readUsual(source, at: index, to: range.upperBound, lexicon: lexicon)
            {
                index = next
            } else if let unsaid = Self.unsaid(tokens, at: index, lexicon: lexicon)
                ?? Self.unlessElse(tokens, at: index, lexicon: lexicon)
            {
                value = Self.value(source, unsaid.value, lexicon: lexicon)
                readCurrency(tokens, at: unsaid.value.upperBound, lexicon)
                index = unsaid.end
            } else if let end = Self.inCommon(tokens, at: index, lexicon: lexicon), end <= range.upperBound {
                set(.unique, tokens[index].place)
                index = end
            } else if let end = Self.noOther(tokens, at: index, lexicon: lexicon)
                ?? Self.nothingElse(tokens, at: index, lexicon: lexicon)
                ?? Self.noTwoWithSame(tokens, at: index, lexicon: lexicon), end <= range.upperBound
            {
                set(.unique, tokens[index].place)
                index = end
            } else if let end = Self.notAll(tokens, at: index, lexicon: lexicon), end <= range.upperBound {
                set(.optional, tokens[index].place)
                index = end
            } else if readsConditions, index > 0, isCondition(tokens, at: index, lexicon: lexicon),
                !saysElse(tokens, at: index, lexicon: lexicon)
            {
                set(.optional, tokens[index].place)
                index += 1
            } else if let next = readNumbers(tokens, at: index, to: range.upperBound, lexicon: lexicon) {
                index = next
            } else if let found = lexicon.prose.match(tokens, at: index, where: \.isSaid) {
                index = readWord(
                    found.meaning, source, span(index, range.upperBound), count: found.count, lexicon: lexicon)
            } else {
                index += 1
            }
        }
    }

    private func isCondition(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Bool {
        let isBehindComma = tokens[index - 1].isMark(",") || tokens[index - 1].isMark("(")
        let near = span(index + 1, min(index + 5, tokens.count)).prefix { tokens[$0].kind == .word }
        if lexicon.language == .english,
            near.contains(where: { lexicon.prose.match(tokens, at: $0, where: { $0 == .default }) != nil })
        {
            // `…, where working is assumed`
            return false
        }
        return lexicon.prose.match(
            tokens, at: index, where: { $0 == .condition || isBehindComma && $0 == .circumstance }) != nil
    }

    private mutating func readWord(
        _ word: ProseWord, _ source: TokenizedText, _ range: Range<Int>, count: Int, lexicon: Lexicon
    ) -> Int {
        let after = range.lowerBound + count
        switch word {
        case .optional, .unique: set(word, source.tokens[range.lowerBound].place)
        case .needed: isNeeded = true
        case .positive: minimum = minimum ?? Located(text: "0", place: source.tokens[range.lowerBound].place)
        case .cases:
            var start = after
            while start < range.upperBound,
                source.tokens[start].isMark(":")
                    || lexicon.prose.match(source.tokens, at: start, where: { $0 == .definite || $0 == .details })
                        != nil
            {
                start += 1
            }
            if readCases(source, span(start, range.upperBound), lexicon: lexicon) { return range.upperBound }
            return lexicon.language == .spanish ? after : range.upperBound
        case .between, .maximum:
            // `se elige entre bajo, medio y alto`, `se limita a sol o sombra`
            let rest = Array(source.tokens[span(after, range.upperBound)])
            guard lexicon.language == .spanish,
                word == .between || count > 1 && lexicon.first(anyOf: [.orWord], in: rest) != nil
            else { break }
            if readCases(source, span(after, range.upperBound), lexicon: lexicon) { return range.upperBound }
        case .defaultNo, .defaultYes:
            value = Located(text: word == .defaultNo ? "false" : "true", place: source.tokens[range.lowerBound].place)
        case .default:
            if let clock = clock ?? Self.clock(source, at: after) {
                value = clock
                return after
            }
            return readDefault(source, range, from: after, lexicon: lexicon)
        default: break
        }
        return after
    }

    /// Whether a condition begins a phrase that says something else: `si nadie dice otra cosa`, `sí o sí`.
    private func saysElse(_ tokens: [Token], at index: Int, lexicon: Lexicon) -> Bool {
        if index + 1 < tokens.count, tokens[index].folded == "si", tokens[index + 1].folded == "nadie" { return true }
        let found = lexicon.prose.match(tokens, at: index, where: { $0.isSaid && $0 != .flag && $0 != .optional })
        return found.map { $0.count > 1 } ?? false
            || lexicon.prose.match(tokens, at: index + 1, where: { $0 == .and }) != nil
    }

    /// How many tokens one of the cases that are known has here, or a yes or no.
    private func knownValue(_ source: TokenizedText, _ range: Range<Int>, lexicon: Lexicon) -> Int? {
        let found = cases.lazy.compactMap { known -> Int? in
            let count = known.text.split(separator: " ").count
            guard count <= range.count else { return nil }
            let words = source.words(span(range.lowerBound, range.lowerBound + count))
            return words.foldedForComparison == known.text.foldedForComparison ? count : nil
        }.first
        return found
            ?? lexicon.keywords.match(source.tokens, at: range.lowerBound, where: { $0 == .yes || $0 == .no }).flatMap {
                $0.count <= range.count ? $0.count : nil
            }
    }

    /// The value of `(al principio, no)` and of `; si no se dice nada, acero`: nothing stands before that could be it.
    private func valueBehindComma(
        _ source: TokenizedText, _ range: Range<Int>, at comma: Int, lexicon: Lexicon
    ) -> Range<Int>? {
        let tokens = source.tokens
        guard lexicon.language == .spanish, comma + 1 < tokens.count, tokens[comma].isMark(","),
            range.lowerBound == 0 || ["(", ";", ":", ",", "—"].contains(where: tokens[range.lowerBound - 1].isMark)
        else { return nil }
        let start = comma + 1
        let end =
            span(start, tokens.count).first { index in
                tokens[index].kind == .mark
                    || !isAnswer(tokens, at: index, lexicon)
                        && lexicon.prose.match(tokens, at: index, where: { $0.isStructural || $0.isSaid }) != nil
            } ?? tokens.count
        let isEnd = end == tokens.count || [")", ";", ".", ","].contains(where: tokens[end].isMark)
        return (1...2).contains(end - start) && isEnd ? start..<end : nil
    }

    /// Whether a token is a yes or a no; *sí* is also written like a word for a condition.
    private func isAnswer(_ tokens: [Token], at index: Int, _ lexicon: Lexicon) -> Bool {
        guard tokens[index].kind == .word else { return false }
        guard lexicon.language == .spanish else {
            // `which is on unless we close it`
            return tokens[index].folded == "on" && index > 0
                && ["is", "are", "be", "being", ","].contains(tokens[index - 1].folded)
        }
        return tokens[index].folded == "si" && tokens[index].text.lowercased() != "si" || tokens[index].folded == "no"
    }

    /// `defaults to open`, `open by default`.
    private mutating func readDefault(
        _ source: TokenizedText, _ range: Range<Int>, from start: Int, lexicon: Lexicon
    ) -> Int {
        var index = start
        while let found = lexicon.prose.match(
            source.tokens, at: index, where: { $0 == .be || $0 == .article || $0 == .default }),
            index + found.count < range.upperBound
        {
            index += found.count
        }
        if let length = knownValue(source, span(index, range.upperBound), lexicon: lexicon) {
            value = Located(text: source.words(span(index, index + length)), place: source.tokens[index].place)
            return index + length
        }
        if index + 1 < range.upperBound, source.tokens[index].isOf, source.tokens[index + 1].kind == .number {
            index += 1
        }
        let end =
            (span(index, range.upperBound)).first { place in
                source.tokens[place].kind == .mark
                    || !(place == index
                        && (source.tokens[place].kind == .number || isWholeValue(source.tokens, at: place, lexicon)))
                        && lexicon.prose.match(source.tokens, at: place, where: { $0.isStructural || $0.isSaid }) != nil
            } ?? range.upperBound
        if end > index {
            // `por defecto en 20 euros`, `5 euros`
            let isAmount =
                end == index + 2 && source.tokens[index].kind == .number
                && (lexicon.language == .spanish
                    ? lexicon.prose.match(source.tokens, at: index + 1, where: { $0 == .measure }) != nil
                    : lexicon.unit(source.tokens, at: index + 1) != nil)
            value = Self.value(source, span(index, isAmount ? index + 1 : end), lexicon: lexicon)
            if isAmount { readCurrency(source.tokens, at: index + 1, lexicon) }
            return end
        }
        if let value = valueBehindComma(source, range, at: index, lexicon: lexicon) {
            self.value = Located(text: source.words(value), place: source.tokens[value.lowerBound].place)
            return value.upperBound
        }
        // `(open, unless stated otherwise)`
        var last = range.lowerBound
        if last > 0, source.tokens[last - 1].isMark(",") { last -= 1 }
        var first = last
        while first > 0, source.tokens[first - 1].isName,
            source.tokens[first - 1].kind == .number
                || lexicon.prose.match(source.tokens, at: first - 1, where: { $0.isStructural || $0.isSaid }) == nil
        {
            first -= 1
        }
        if first == last, first > 0, isAnswer(source.tokens, at: first - 1, lexicon) { first -= 1 }
        if lexicon.language == .english, last == first + 2, source.tokens[last - 1].kind == .number {
            // `the latter 0 when omitted`
            first = last - 1
        }
        if last == first + 2, source.tokens[first].kind == .number,
            lexicon.language == .spanish
                ? lexicon.prose.match(source.tokens, at: first + 1, where: { $0 == .measure }) != nil
                : lexicon.unit(source.tokens, at: first + 1) != nil
        {
            last = first + 1
        }
        if first < last { value = Self.value(source, span(first, last), lexicon: lexicon) }
        return max(end, start)
    }
}
