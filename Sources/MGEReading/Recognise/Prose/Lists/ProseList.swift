import MGELayers

/// The parts of a list in a sentence: what stands between commas and `and`.
struct ProseList: Sendable {
    /// The items of each part; after `:`, all that follows belongs to the part before it.
    private(set) var parts: [Range<Int>] = []
    /// Where parts begin that say something of the part behind them: `and, if known, the birthday`.
    private(set) var asides: Set<Int> = []
    /// Where parts begin that stand behind `or`.
    private(set) var alternatives: Set<Int> = []

    /// Divides some items of a sentence.
    init(_ range: Range<Int>, of sentence: ProseSentence, lexicon: Lexicon) {
        var range = range
        while let last = range.last, sentence.items[last].isMark(".", "!", "?") { range = range.dropLast() }
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let item = sentence.items[index]
            if index > start, Self.beginsAnother(at: index, from: start, sentence, lexicon) {
                parts.append(span(start, index))
                start = index
            }
            let joinsNumbers =
                index > start && index + 1 < range.upperBound
                && sentence.items[index - 1].isDigits(in: sentence.source)
                && sentence.items[index + 1].isDigits(in: sentence.source)
            // `como máximo treinta y seis`
            let isOneNumber =
                lexicon.language == .spanish && index > start && index + 1 < range.upperBound
                && [index - 1, index + 1].allSatisfy {
                    lexicon.numbers[sentence.source.tokens[sentence.items[$0].range.lowerBound].folded] != nil
                }
                && sentence.source.tokens[item.range.lowerBound - 1].folded.hasSuffix("nta")
            if item.isMark(":") {
                parts.append(span(start, range.upperBound))
                return
            }
            if item.isMark(","), index == start + 1, lexicon.language == .spanish, index + 1 < range.upperBound,
                sentence.items[start].attribute == .default, sentence.items[index + 1].isName
            {
                // `si no se dice nada, acero`
                index += 1
                continue
            }
            if item.isMark(",", ";", "—", "–") || item.word == .along
                || item.word == .and && !joinsNumbers && !isOneNumber
            {
                if start < index { parts.append(span(start, index)) }
                start = index + 1
                let first = item.range.lowerBound
                if lexicon.keywords.match(sentence.source.tokens, at: first, where: { $0 == .orWord }) != nil {
                    alternatives.insert(start)
                }
                // `and, if known, the birthday`: the aside belongs to what follows.
                if item.word == .and, start + 2 < range.upperBound, sentence.items[start].isMark(","),
                    Self.isAside(start + 1, sentence, lexicon), sentence.items[start + 2].isMark(",")
                {
                    parts.append(span(start + 1, start + 2))
                    asides.insert(start + 1)
                    start += 3
                    index = start - 1
                } else if item.word == .and, let end = Self.conditionEnd(from: start, range.upperBound, sentence) {
                    parts.append(span(start + 1, end))
                    asides.insert(start + 1)
                    start = end + 1
                    index = end
                }
            }
            if item.isMark("."), index + 1 < range.upperBound { break }
            index += 1
        }
        if start < index { parts.append(span(start, index)) }
    }

    /// Whether a comma is left out before an item of a Spanish list: `el nombre el teléfono y el correo`, `nombre
    /// apellidos y edad`.
    private static func beginsAnother(
        at index: Int, from start: Int, _ sentence: ProseSentence, _ lexicon: Lexicon
    ) -> Bool {
        guard lexicon.language == .spanish, index + 1 < sentence.items.count else { return false }
        func isNoun(_ index: Int) -> Bool { sentence.items[index].isName || sentence.items[index].mention != nil }
        let item = sentence.items[index]
        let lead = sentence.items[start]
        if item.word == .definite || item.word == .article {
            let isPronoun = ["lo", "cual", "cuales"].contains(
                sentence.source.tokens[sentence.items[index + 1].range.lowerBound].folded)
            let isPhrase = span(start, index).allSatisfy { isNoun($0) || sentence.items[$0].word?.isDeterminer == true }
            return lead.word?.isDeterminer == true && isPhrase && isNoun(index - 1) && isNoun(index + 1) && !isPronoun
        }
        guard item.isName, isNoun(index - 1) else { return false }
        var first = start
        while sentence.items[first].word?.isDeterminer == true { first += 1 }
        guard first < index, sentence.items[first].isName else { return false }
        let before = sentence.source.words(sentence.tokens(span(first, index))).lowercased()
        let both = sentence.source.words(sentence.tokens(span(first, index + 1))).lowercased()
        let isOne =
            lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(both)).tokens) != nil
            || lexicon.hasField(named: both)
            // `importe pagado`
            || lexicon.fieldItem(for: sentence.source.words(item.range).lowercased())?.hasPrefix("boolean") == true
        return !isOne && lexicon.hasField(named: before) && beginsField(at: item.range.lowerBound, sentence, lexicon)
    }

    /// Whether a usual field, by its whole name, begins at a token.
    private static func beginsField(at token: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        span(token + 1, min(token + 5, sentence.source.tokens.count + 1)).contains { end in
            lexicon.hasField(named: sentence.source.words(span(token, end)).lowercased())
        }
    }

    /// Where a condition between commas ends: `and, if they are minors, the name of a guardian`.
    private static func conditionEnd(from start: Int, _ end: Int, _ sentence: ProseSentence) -> Int? {
        // `y, solo si se midió, la capacidad`
        let isOnly =
            start + 3 < end && sentence.items[start].isMark(",") && sentence.items[start + 1].word == .skip
            && ["solo", "solamente", "unicamente"].contains(
                sentence.source.tokens[sentence.items[start + 1].range.lowerBound].folded)
            && (sentence.items[start + 2].attribute == .flag || sentence.items[start + 2].word == .when)
        guard start + 2 < end, sentence.items[start].isMark(","),
            isOnly || sentence.items[start + 1].attribute == .flag || sentence.items[start + 1].word == .when
                || isForSome(start + 1, sentence) || isOnce(start + 1, sentence) || isExcept(start + 1, sentence)
                || [.optional, .condition].contains(sentence.items[start + 1].attribute)
        else { return nil }
        return span(start + 2, end).first { sentence.items[$0].isMark(",") }
    }

    /// Whether a phrase says of which ones something is known: `for those who have left`.
    private static func isForSome(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let next = sentence.items[index].range.upperBound
        return sentence.items[index].word == .preposition && next < tokens.count
            && ["those", "some"].contains(tokens[next].folded)
    }

    /// `and, except for those at the top, a parent region`.
    private static func isExcept(_ index: Int, _ sentence: ProseSentence) -> Bool {
        ["except", "excepting"].contains(sentence.source.tokens[sentence.items[index].range.lowerBound].folded)
    }

    /// `and, once work has finished, a closing date`.
    private static func isOnce(_ index: Int, _ sentence: ProseSentence) -> Bool {
        ["once", "after", "when"].contains(sentence.source.tokens[sentence.items[index].range.lowerBound].folded)
    }

    private static func isAside(_ index: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        lexicon.prose.match(
            sentence.source.tokens, at: sentence.items[index].range.lowerBound,
            where: { $0 == .optional || $0 == .unique || $0 == .condition }
        )
        .map { $0.count == sentence.items[index].range.count } ?? false
    }

    /// `a state, which can be open, held or closed`: the items that name the field, if any, those of the
    /// cases, and those behind them.
    func cases(
        from number: Int, _ sentence: ProseSentence, _ lexicon: Lexicon
    ) -> (name: Range<Int>, cases: Range<Int>, rest: Range<Int>)? {
        guard let first = parts[number...].first, parts[number...].count > 1,
            let (name, start, isClause) = announced(in: first, sentence, lexicon),
            span(start, first.upperBound).allSatisfy({
                isCase($0, sentence, lexicon) || isNegation($0, of: first, sentence, lexicon)
                    || $0 == start && isPlace($0, of: first, sentence, lexicon)
                    || $0 == start && sentence.items[$0].word == .belongs && $0 + 1 < first.upperBound
            })
        else { return nil }
        var end = first.upperBound
        var rest = span(end, end)
        var hasAlternative = false
        for part in parts[number...].dropFirst() {
            // `on the way`, `en ruta`
            let isPlace = part.count > 1 && sentence.items[part.lowerBound].word == .preposition
            let start = isPlace ? part.lowerBound + 1 : part.lowerBound
            let isOther = alternatives.contains(part.lowerBound) && isOther(part, sentence, lexicon)
            let names = span(start, part.upperBound).prefix {
                sentence.items[$0].isName || isOther || isCase($0, sentence, lexicon)
            }
            // `on site`, where sites are entities too
            let isBare = isPlace && part.count == 2 && isSingleNoun(start, sentence, lexicon)
            if isBare {
                end = part.upperBound
                rest = span(end, end)
                hasAlternative = hasAlternative || alternatives.contains(part.lowerBound)
                if hasAlternative { break }
                continue
            }
            guard (1...3).contains(names.count), part.count < 6, isOther || isCase(start, sentence, lexicon) else {
                break
            }
            end = names.upperBound
            rest = span(end, part.upperBound)
            hasAlternative = hasAlternative || alternatives.contains(part.lowerBound)
            if !rest.isEmpty || hasAlternative { break }
        }
        if isClause, !hasAlternative { return nil }
        // `la entrada y la salida, que son fechas, …`
        let lead = lexicon.inflector.singular(of: sentence.source.words(sentence.items[start].range).lowercased())
        if lexicon.language == .spanish,
            let type = lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(lead)).tokens),
            [.date, .datetime, .time, .integer, .decimal, .boolean].contains(type)
        {
            return nil
        }
        return end > first.upperBound ? (name, span(start, end), rest) : nil
    }

    /// `a sex, male or female`: names without articles up to `or`, behind a field that has one, are its cases.
    func apposedCases(from number: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Range<Int>? {
        guard number > 0, let lead = parts[number - 1].first else { return nil }
        // `importe y sentido, ida o vuelta`
        let isLast =
            lexicon.language == .spanish && number > 1 && lead > 0 && sentence.items[lead - 1].word == .and
            && !alternatives.contains(lead) && parts[number - 1].count == 1 && parts[number].count == 1
        guard sentence.items[lead].word?.isDeterminer == true || isLast else {
            return apposedPair(from: number, sentence, lexicon)
        }
        for (position, part) in parts.enumerated().dropFirst(number) {
            // `contracted or uncontracted (we assume contracted)`
            var part = part
            if alternatives.contains(part.lowerBound), part.count > 1,
                case .group = sentence.items[part.upperBound - 1].kind
            {
                part = part.dropLast()
            }
            let isName =
                isDegree(part, sentence, lexicon)
                || (1...3).contains(part.count) && part.allSatisfy { isPlain($0, sentence, lexicon) }
                    && lexicon.fieldItem(for: sentence.source.words(sentence.tokens(part)).lowercased()) == nil
            guard isName else { return nil }
            if alternatives.contains(part.lowerBound) {
                return position > number ? span(parts[number].lowerBound, parts[position].upperBound) : nil
            }
        }
        return nil
    }

    /// `sentido, norte o sur, fecha y hora`: two bare words with `o` between them, behind a field without an article, of which one
    /// may be the name of a field, as in `forma de pago, tarjeta o efectivo`.
    private func apposedPair(from number: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Range<Int>? {
        guard lexicon.language == .spanish, number + 1 < parts.count,
            alternatives.contains(parts[number + 1].lowerBound), !alternatives.contains(parts[number].lowerBound)
        else { return nil }
        let pair = parts[number...number + 1]
        let usual = pair.count { lexicon.hasField(named: sentence.source.words(sentence.tokens($0)).lowercased()) }
        guard usual < 2, pair.allSatisfy({ $0.count == 1 && isPlain($0.lowerBound, sentence, lexicon) }) else {
            return nil
        }
        return span(parts[number].lowerBound, parts[number + 1].upperBound)
    }

    /// `whether it is a feature, a series or a commercial`: the tokens of the cases, and the last part that has one.
    func kinds(from number: Int, _ sentence: ProseSentence) -> (cases: Range<Int>, last: Int)? {
        guard let first = parts[number...].first, sentence.items[first.lowerBound].attribute == .flag,
            let article = first.first(where: { sentence.items[$0].word == .article }),
            sentence.items[first.lowerBound..<article].dropFirst().allSatisfy({
                $0.mention != nil || [.it, .they, .be, .skip].contains($0.word)
            }),
            let last = span(number + 1, parts.count).first(where: { alternatives.contains(parts[$0].lowerBound) })
        else { return nil }
        let cases = [span(article, first.upperBound)] + parts[number + 1...last]
        let arePlain = cases.allSatisfy { part in
            (2...4).contains(part.count) && sentence.items[part.lowerBound].word == .article
                && part.dropFirst().allSatisfy { sentence.items[$0].isName }
        }
        guard arePlain else { return nil }
        return (sentence.tokens(span(article, parts[last].upperBound)), last)
    }

    /// Whether an item may be a case, which may be called like an entity: `a type, which is bisque, glaze or raku`.
    func isCase(_ index: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        if lexicon.language == .english {
            if let mention = sentence.items[index].mention {
                return mention.start == mention.range.lowerBound && !mention.isPlural && !mention.isPossessive
                    && sentence.items[parts[0].lowerBound..<index].contains { $0.word == .relative || $0.word == .be }
            }
            // `yes, no or abstain`
            if sentence.source.tokens[sentence.items[index].range.lowerBound].folded == "no", index > 1,
                sentence.source.tokens[sentence.items[index - 2].range.lowerBound].folded == "yes"
            {
                return true
            }
        }
        if lexicon.language == .spanish, let mention = sentence.items[index].mention {
            // `un nivel de aprendiz, oficial o chef, por defecto aprendiz`
            let first = parts.first { $0.contains { isOf($0, sentence) } && $0.upperBound < index }
            return mention.start == mention.range.lowerBound && !mention.isPlural && alternatives.contains(index)
                && first.map { caseOf($0.drop { sentence.items[$0].word?.isDeterminer == true }, sentence, lexicon) }
                    .flatMap(\.self) != nil
        }
        if lexicon.language == .spanish, sentence.items[index].word == .skip, sentence.items[index].range.count == 1 {
            // `malo, bueno o regular`
            return parts.contains { $0 == index..<index + 1 }
        }
        return isPlain(index, sentence, lexicon)
    }

    /// Whether an item is a word that says nothing of a field: `held`, but not `unique`.
    func isPlain(_ index: Int, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        sentence.items[index].isName
            && lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[index].range.lowerBound, where: \.isSaid) == nil
    }

    /// Whether a case begins with a preposition: `que puede ser en trámite o concedida`.
    private func isPlace(_ index: Int, of part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .spanish && index + 1 < part.upperBound
            && ["en", "fuera"].contains(sentence.source.tokens[sentence.items[index].range.lowerBound].folded)
    }

    /// Whether a case begins that says what something is not: `no apto`.
    private func isNegation(_ index: Int, of part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        lexicon.language == .spanish && sentence.items[index].word == .not && index + 1 < part.upperBound
            && isPlain(index + 1, sentence, lexicon)
    }

    /// Whether a part is nothing but `other`, the last of some cases.
    private func isOther(_ part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        part.count == 1 && sentence.items[part.lowerBound].range.count == 1
            && lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[part.lowerBound].range.lowerBound, where: { $0 == .other })
                != nil
    }

    /// Where the cases of a part begin, after `which is` or `that is to say`, what is before these words, and whether it is
    /// a clause of its own: `the condition can be new or worn`.
    private func announced(
        in part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon
    ) -> (name: Range<Int>, start: Int, isClause: Bool)? {
        for index in part {
            let token = sentence.items[index].range.lowerBound
            if let said = lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .cases }) {
                let next = part.first { sentence.items[$0].range.lowerBound >= token + said.count }
                var end = index
                while end > part.lowerBound, sentence.items[end - 1].word != nil { end -= 1 }
                return (span(part.lowerBound, end), next ?? part.upperBound, false)
            }
        }
        guard let relative = part.first(where: { sentence.items[$0].word == .relative }) else {
            guard lexicon.language == .english else {
                return askedCase(in: part, sentence, lexicon) ?? bareCase(in: part, sentence, lexicon)
            }
            return clause(in: part, sentence) ?? plain(in: part, sentence, lexicon)
                ?? bareCase(in: part, sentence, lexicon)
        }
        let word = sentence.source.tokens[sentence.items[relative].range.lowerBound]
        if word.text.hasApostrophe || word.folded == "thats", relative + 1 < part.upperBound {
            // `a theme that's light or dark`
            return (span(part.lowerBound, relative), relative + 1, false)
        }
        if lexicon.language == .english, relative + 1 < part.upperBound,
            sentence.items[relative + 1].word == .belongs, sentence.items[relative + 1].range.count == 2,
            ["is", "are"].contains(sentence.source.tokens[sentence.items[relative + 1].range.lowerBound].folded)
        {
            // `a status, which is on track, at risk or done`
            return (span(part.lowerBound, relative), relative + 1, true)
        }
        guard let verb = part.last(where: { [.be, .can].contains(sentence.items[$0].word) }), verb > relative,
            verb + 1 < part.upperBound,
            !sentence.source.tokens[sentence.items[verb].range.lowerBound].isReflexivePronoun,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[verb].range.lowerBound, where: { $0 == .becomes }) == nil
        else { return nil }
        return (span(part.lowerBound, relative), verb + 1, false)
    }
}
