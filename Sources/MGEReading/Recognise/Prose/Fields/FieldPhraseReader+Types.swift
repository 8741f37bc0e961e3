import MGELayers

extension FieldPhraseReader {
    /// A field whose name is told behind its type: `a timestamp called taken at`, `a flag named fragile`.
    func calledField(from start: Int, to end: Int, isFlag: Bool, words: Range<Int>) -> FieldItem? {
        guard lexicon.language == .english,
            let called = span(start, end).first(where: { ["called", "named", "labelled"].contains(tokens[$0].folded) }),
            called + 1 < end
        else { return nil }
        let lead = span(start, called)
        let type = Array(tokens[lead])
        guard lead.isEmpty ? isFlag : lexicon.types.meaning(of: type) != nil else { return nil }
        let name = span(called + 1, end).prefix { index in
            tokens[index].kind == .quoted || tokens[index].kind == .word && !isAttribute(at: index)
        }
        guard (1...4).contains(name.count), source.words(span(name.lowerBound, name.upperBound)).wireName.isSoundName
        else { return nil }
        let located = Located(
            text: source.words(span(name.lowerBound, name.upperBound)), place: tokens[name.lowerBound].place)
        var attributes = FieldAttributes()
        attributes.isFlag = isFlag
        attributes.readsConditions = true
        attributes.read(source, span(name.upperBound, end), lexicon: lexicon)
        var item = FieldItem(name: located, words: source.words(words))
        if !isFlag { item.type = FieldAttributes.phrase(source.words(lead), item) }
        attributes.apply(to: &item, lexicon: lexicon)
        return item
    }

    /// How many tokens a word for true or false has that stands before a name: `un booleano protegido`.
    func leadingBoolean(at index: Int, to end: Int) -> Int? {
        if indicates(at: index, to: end) { return 2 }
        guard lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index),
            type.meaning == .boolean, type.count == 1, index + 1 < end, tokens[index + 1].kind == .word,
            reader.word(tokens, at: index + 1) == nil, !isAttribute(at: index + 1)
        else { return nil }
        return type.count
    }

    /// Whether it is named what something may be or not be: `un indicador de firmado`, but `un indicador de calidad`.
    private func indicates(at index: Int, to end: Int) -> Bool {
        guard lexicon.language == .spanish, index + 2 < end, tokens[index + 1].folded == "de",
            ["indicador", "casilla", "bandera", "flag"].contains(tokens[index].folded),
            tokens[index + 2].kind == .word, reader.word(tokens, at: index + 2) == nil
        else { return false }
        let word = tokens[index + 2].folded
        if let usual = lexicon.fieldItem(for: word) { return usual.hasPrefix("boolean") }
        let isQuality = ["ado", "ada", "ido", "ida", "ible", "able"].contains(where: word.hasSuffix)
        return isQuality && lexicon.entity(named: word) == nil
            && !["entrada", "salida", "llegada", "partida", "estado", "grado", "resultado"].contains(word)
    }

    /// Where an adjective for a type ends a Spanish name: `un porcentaje entero`, `un importe decimal`.
    func trailingType(_ name: Range<Int>) -> Int? {
        if lexicon.language == .spanish, name.count > 2,
            let type = lexicon.types.match(tokens, at: name.upperBound - 2),
            type.count == 2, [.integer, .decimal, .boolean, .text].contains(type.meaning),
            !tokens[name.upperBound - 3].isOf
        {
            // `stock número entero`
            return name.upperBound - 2
        }
        guard lexicon.language == .spanish, name.count > 1, let last = name.last, !tokens[last - 1].isOf,
            let type = lexicon.types.match(tokens, at: last), type.count == 1,
            [.integer, .decimal, .boolean].contains(type.meaning), lexicon.fieldItem(for: tokens[last].folded) == nil
        else { return nil }
        return last
    }

    /// Where words end a Spanish name that say that it holds much text: `un dictamen largo`, `un acta de texto extenso`.
    func longEnd(_ name: Range<Int>) -> Int? {
        guard lexicon.language == .spanish, name.count > 1, let last = name.last else { return nil }
        let isLong = ["largo", "larga", "extenso", "extensa"].contains(tokens[last].folded)
        let end = isLong ? last : last + 1
        if end - name.lowerBound > 2, tokens[end - 1].folded == "texto", tokens[end - 2].isOf { return end - 2 }
        return isLong && !tokens[last - 1].isOf && tokens[last - 1].folded != "a" ? last : nil
    }

    /// The type that a Spanish name begins with, where that has two words: `la dirección web de la portada`.
    func leadingType(at index: Int) -> String? {
        guard lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index), type.count == 2,
            type.meaning == .url
        else { return nil }
        return source.words(span(index, index + type.count))
    }

    /// The type that a Spanish phrase is said to be written in: `un valor en JSON`.
    func typeBehind(_ index: Int, to end: Int) -> String? {
        if lexicon.language == .spanish, index + 2 < end, reader.word(tokens, at: index)?.meaning == .relative,
            reader.word(tokens, at: index + 1)?.meaning == .be
        {
            // `el recorrido que es un texto largo`
            var start = index + 2
            while start < end, let word = reader.word(tokens, at: start), word.meaning == .article {
                start += word.count
            }
            guard let type = lexicon.types.match(tokens, at: start), type.meaning != .enum, start + type.count == end
            else { return nil }
            return source.words(span(start, end))
        }
        if lexicon.language == .english {
            guard index + 1 < end, tokens[index].folded == "as" else { return nil }
            var start = index + 1
            if let article = reader.word(tokens, at: start), article.meaning == .article { start += article.count }
            // `the conditions as JSON`, `the floor as a whole number`
            guard start < end, let type = lexicon.types.match(tokens, at: start), type.meaning != .enum,
                start + type.count == end
            else { return nil }
            return source.words(span(start, end))
        }
        guard lexicon.language == .spanish, index + 1 < end, tokens[index].folded == "en",
            let type = lexicon.types.match(tokens, at: index + 1), type.meaning == .json
        else { return nil }
        return source.words(span(index + 1, index + 1 + type.count))
    }

    /// Whether a name ends with a word that tells it from one at another time: `a weight before and a weight after`, but `a few
    /// days before`.
    func isWhen(at index: Int, from start: Int, to end: Int) -> Bool {
        lexicon.language == .english && index > start && index + 1 == end
            && ["before", "after"].contains(tokens[index].folded)
            && lexicon.prose.match(tokens, at: index - 1, where: { $0 == .measure }) == nil
    }

    /// The usual type of a name without such a word.
    func typeOfWhen(_ name: String) -> String? {
        guard lexicon.language == .english,
            let when = [" before", " after"].first(where: name.lowercased().hasSuffix)
        else { return nil }
        return lexicon.fieldItem(for: String(name.dropLast(when.count))).map {
            String($0.prefix { $0 != "," && $0 != "(" })
        }
    }

    /// The token at or behind the end of a name that says of which type it is: `a status enum`, `a hazardous flag`.
    func technicalType(_ name: Range<Int>, before end: Int) -> Int? {
        if name.upperBound < end, let type = lexicon.types.match(tokens, at: name.upperBound), type.count > 1,
            type.meaning == .boolean
        {
            return name.upperBound
        }
        return [name.upperBound, name.upperBound - 1].first { index in
            index > name.lowerBound && index < end
                && (lexicon.prose.match(tokens, at: index, where: { $0 == .technical })?.count == 1
                    || isDone(on: index, from: name.lowerBound))
        }
    }

    /// Whether a date ends a name that says on which one something was done: `a bottled on date`.
    private func isDone(on date: Int, from start: Int) -> Bool {
        lexicon.language == .english && date > start + 1 && tokens[date].folded == "date"
            && tokens[date - 1].folded == "on" && tokens[date - 2].folded.hasSuffix("ed")
    }

    func setTechnical(_ index: Int, _ item: inout FieldItem, _ attributes: inout FieldAttributes) {
        switch lexicon.types.match(tokens, at: index)?.meaning {
        case .boolean: attributes.isFlag = true
        case .enum, nil: break
        default: item.type = item.type ?? FieldAttributes.phrase(tokens[index].text, item)
        }
    }

    /// The name in `a boolean that marks it as protected`.
    func markedAs(from start: Int, to end: Int) -> Int? {
        guard lexicon.language == .english, start + 3 < end,
            lexicon.types.match(tokens, at: start)?.meaning == .boolean,
            reader.word(tokens, at: start + 1)?.meaning == .relative,
            let lead = span(start + 2, min(start + 7, end)).first(where: { tokens[$0].folded == "as" }), lead + 1 < end
        else { return nil }
        return lead + 1
    }

    /// The type of a name that tells of which time it is by a particle: `time out`, `date back`.
    func momentOf(_ name: String) -> String? {
        let words = name.lowercased().split(separator: " ").map(String.init)
        if lexicon.language == .english, words.count > 1, words[words.count - 2].hasSuffix("ed") {
            // `a paid at`, `an issued on`
            if words.last == "at" { return "datetime" }
            if words.last == "on" { return "date" }
        }
        if lexicon.language == .english, words.count == 3, ["by", "before", "until", "up"].contains(words[1]),
            lexicon.fieldItem(for: name) == nil
        {
            // `a use by date`, `a pick up time`
            if words[2] == "date" { return "date" }
            if words[2] == "time" { return "time" }
        }
        guard lexicon.language == .english, words.count == 2, ["time", "date", "day"].contains(words[0]),
            ["in", "out", "back", "off", "up", "on"].contains(words[1])
        else { return nil }
        return words[0] == "time" ? "time" : "date"
    }

    /// Whether a name says how many there are of something: `number of valid papers`.
    func countsThings(_ name: String) -> Bool {
        guard lexicon.language == .english, let of = name.lowercased().firstRange(of: "number of ") else {
            return false
        }
        let counted = String(name.lowercased()[of.upperBound...])
        let isFirst = of.lowerBound == name.startIndex || name.lowercased()[..<of.lowerBound].hasSuffix(" ")
        // `number of teams`, `maximal number of fish`
        return isFirst
            && (lexicon.inflector.isPlural(counted) || lexicon.entity(named: counted) == nil && !counted.contains(" "))
    }

    /// Whether an article says that any one is meant: `whether a receipt is required`.
    func isAny(before index: Int) -> Bool {
        index > 0 && ["a", "an", "any"].contains(tokens[index - 1].folded)
    }
}
