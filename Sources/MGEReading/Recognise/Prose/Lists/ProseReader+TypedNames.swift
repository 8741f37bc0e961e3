import MGECore
import MGELayers

extension ProseReader {
    /// A usual field that stands behind its bounds: `tiene de 1 a 5 estrellas`.
    func counted(_ part: Range<Int>, _ sentence: ProseSentence) -> FieldItem? {
        guard lexicon.language == .spanish, let first = part.first, sentence.items[first].word == .preposition,
            let name = part.last(where: { sentence.items[$0].isName }), name > first + 2,
            sentence.items[name].range.count == 1,
            lexicon.fieldItem(for: sentence.source.words(sentence.items[name].range).lowercased())?
                .hasPrefix("integer") == true,
            lexicon.hasField(named: sentence.source.words(sentence.items[name].range).lowercased())
        else { return nil }
        let bounds = attributes(of: span(first, name), sentence)
        guard bounds.minimum != nil, bounds.maximum != nil,
            let field = FieldPhraseReader(sentence.source, reader: reader).field(
                sentence.tokens(span(name, part.upperBound)))
        else { return nil }
        var item = field
        bounds.apply(to: &item, lexicon: lexicon)
        return item
    }

    /// `two timestamps, detected at and resolved at`: as many fields of that type, with the names behind it.
    mutating func readTypedNames(
        _ part: Range<Int>, _ number: Int, of list: ProseList, _ progress: inout ListProgress,
        _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        let words = sentence.tokens(part)
        guard lexicon.language == .english, let lead = words.first,
            let count = lexicon.numbers[tokens[lead].folded], (2...4).contains(count), words.count > 1,
            words.count < 4, number + count < list.parts.count
        else { return false }
        let type = lexicon.inflector.singular(of: sentence.source.words(words.dropFirst()).lowercased())
        guard lexicon.inflector.isPlural(sentence.source.words(words.dropFirst()).lowercased()),
            lexicon.types.meaning(of: Tokenizer.tokenize(LocatedText(type)).tokens) != nil
        else { return false }
        let names = list.parts[(number + 1)...(number + count)].map(sentence.tokens)
        guard names.allSatisfy({ (1...3).contains($0.count) && isBareName($0, tokens) }) else { return false }
        for name in names {
            var field = FieldItem(name: sentence.located(name), words: sentence.source.words(name))
            field.type = FieldAttributes.phrase(type, field)
            facts.add(field, to: progress.owner.entity)
            progress.names.append(field.name.text)
            named.append((progress.owner.entity, field.name.text))
            lastField = (progress.owner.entity, field.name.text)
        }
        (progress.last, progress.end, isUsed) = (lastField?.name, list.parts[number + count].upperBound, true)
        return true
    }

    /// Whether words are a name without an article, which a preposition may end: `detected at`.
    private func isBareName(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        guard let last = range.last else { return false }
        return range.allSatisfy { index in
            guard tokens[index].kind == .word else { return false }
            let word = reader.word(tokens, at: index)?.meaning
            return word == nil || index == last && index > range.lowerBound && word == .preposition
        }
    }

    /// Where a type between commas ends: `the birthday, a date, and …`, `its tag, a text of six characters`.
    func apposedTypeEnd(_ part: Range<Int>, _ sentence: ProseSentence) -> Int? {
        let (tokens, items) = (sentence.source.tokens, sentence.items)
        guard lexicon.language == .english, part.lowerBound > 2, items[part.lowerBound - 1].isMark(","),
            items[part.lowerBound].word == .article,
            let type = lexicon.types.match(tokens, at: items[part.lowerBound].range.upperBound),
            type.meaning != .enum, type.meaning != .json
        else { return nil }
        let end = items[part.lowerBound].range.upperBound + type.count
        let isEnd = end >= tokens.count || tokens[end].kind == .mark
        let isSized = !isEnd && (tokens[end].isOf || reader.word(tokens, at: end)?.meaning == .relative)
        guard isEnd || isSized && lexicon.prose.match(tokens, at: end + 1, where: \.isSaid) != nil else { return nil }
        var lead = part.lowerBound - 2
        while lead > 0, items[lead].isName { lead -= 1 }
        let isTold =
            items[lead].word == .definite
            || lexicon.prose.match(tokens, at: items[lead].range.lowerBound, where: { $0 == .possessive }) != nil
        // `a filling strength, a percentage that cannot exceed 75`
        let isBounded =
            !isEnd && items[lead].word == .article && !tokens[end].isOf
            && [.integer, .bigint, .float, .decimal, .text].contains(type.meaning)
            && lastField.map { lexicon.fieldItem(for: $0.name) == nil } ?? false
        return isTold || isBounded ? end : nil
    }

    /// Where a type may begin in a part: behind articles, and in a relative clause behind its verb: `que es un texto largo`.
    func typeStart(_ part: Range<Int>, _ sentence: ProseSentence) -> Int {
        var words = sentence.tokens(part)
        if saidToBeTyped(part, sentence) { words = sentence.tokens(part.dropFirst(2)) }
        return lists.withoutArticles(sentence.source.tokens, words).lowerBound
    }

    /// Whether a relative clause says of which type a field is, and nothing else: `que es un texto largo`, `que son fechas`.
    func saidToBeTyped(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let (tokens, items) = (sentence.source.tokens, sentence.items)
        guard lexicon.language == .spanish, part.count > 2, items[part.lowerBound].word == .relative,
            items[part.lowerBound + 1].word == .be
        else { return false }
        let words = lists.withoutArticles(tokens, sentence.tokens(part.dropFirst(2)))
        guard let type = lexicon.types.match(tokens, at: words.lowerBound), type.meaning != .enum else { return false }
        return words.lowerBound + type.count == words.upperBound
    }

    /// The type that a part consists of, behind the field that has it: `tiraje, entero, de 50 como mínimo`.
    func plainType(_ part: Range<Int>, of progressName: String, _ sentence: ProseSentence) -> String? {
        var part = part
        if lexicon.language == .spanish, (2...4).contains(part.count), sentence.items[part.lowerBound].word == .with,
            isMoment(progressName)
        {
            // `la última señal, con fecha y hora`
            part = part.dropFirst()
            let type = sentence.source.words(sentence.tokens(part))
            return lexicon.types.meaning(of: Array(sentence.source.tokens[sentence.tokens(part)])) == .datetime
                ? type : nil
        }
        guard part.allSatisfy({ sentence.items[$0].isName }) else { return nil }
        let words = sentence.tokens(part)
        let type = sentence.source.words(words)
        // `players with name, number and position`
        guard lexicon.language == .spanish || type.lowercased() != "number",
            lexicon.types.meaning(of: Array(sentence.source.tokens[words])) != nil,
            !lexicon.hasField(named: type.lowercased()), lexicon.fieldItem(for: type.lowercased()) == nil
        else { return nil }
        return type
    }

    /// Whether a name is that of a time: `última conexión`, `inicio`.
    func isMoment(_ name: String) -> Bool {
        let words = name.foldedForComparison.split(separator: " ").map(String.init)
        let usual = lexicon.fieldItem(for: name.lowercased()) ?? ""
        return usual.hasPrefix("date") || usual.hasPrefix("time")
            || ["ultimo", "ultima", "proximo", "proxima", "primer", "primera"].contains(words[0])
            || ["inicio", "fin", "comienzo", "final", "llegada", "salida", "entrada", "cierre", "apertura"].contains(
                words[0])
    }
}
