import MGECore
import MGELayers

extension ProseReader {
    /// Whether a part of a list is a clause about the field before it: `it has to be unique`, `the default being open`.
    func saysOfLast(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let lead = part.prefix { index in
            let item = sentence.items[index]
            return item.word?.isDeterminer == true || item.word == .skip || item.word == .it || item.word == .when
                || item.attribute == .default || isDefault(index, sentence)
        }
        guard lexicon.language == .english, lead.upperBound < part.upperBound,
            lead.contains(where: { sentence.items[$0].word == .it || isDefault($0, sentence) })
        else { return false }
        return [.be, .can, .must].contains(sentence.items[lead.upperBound].word)
            || sentence.items[lead.upperBound].attribute != nil
    }

    private func isDefault(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        return lexicon.prose.match(tokens, at: sentence.items[index].range.lowerBound, where: { $0 == .default }) != nil
    }

    /// Whether a part of a list is a clause that says nothing of a field: `and the staff are friendly`.
    func isIdle(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        let name = part.prefix { index in
            let item = sentence.items[index]
            return item.isName || item.word?.isDeterminer == true || item.word == .skip
        }
        guard lexicon.language == .english, name.upperBound < part.upperBound,
            [.be, .can, .must].contains(sentence.items[name.upperBound].word),
            !name.isEmpty, !isRecorded(span(name.upperBound, part.upperBound), sentence)
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(
            sentence.source, sentence.tokens(span(name.upperBound, part.upperBound)), lexicon: lexicon)
        guard attributes.isEmpty else { return false }
        let words = lists.withoutArticles(
            sentence.source.tokens, sentence.tokens(span(name.lowerBound, name.upperBound)))
        return lexicon.fieldItem(for: sentence.source.words(words).lowercased()) == nil
    }

    /// Whether a part of a list is a verb with its place, and no field: `a name and grazes on one pasture`.
    func isDone(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        if lexicon.language == .english, isParticiple(at: part.lowerBound, in: part, sentence) { return true }
        guard lexicon.language == .english, part.count > 2, sentence.items[part.lowerBound].isName,
            sentence.items[part.lowerBound + 1].word == .preposition,
            [.article, .one, .each, .many].contains(sentence.items[part.lowerBound + 2].word)
                || sentence.items[part.lowerBound + 2].mention?.quantity != nil
        else { return false }
        let token = sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound]
        return token.folded.hasSuffix("s") && lexicon.fieldItem(for: token.text.lowercased()) == nil
    }

    /// Whether a participle with who did it stands at an item: `signed by the museum`.
    func isParticiple(at index: Int, in part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard sentence.items[index].isName, index + 1 < part.upperBound, sentence.items[index + 1].word == .preposition
        else { return false }
        let token = sentence.items[index].range.lowerBound
        let isDone =
            tokens[token].folded.hasSuffix("ed")
            || lexicon.prose.match(tokens, at: token, where: { $0 == .participle }) != nil
        return isDone && tokens[sentence.items[index + 1].range.lowerBound].folded == "by"
    }

    /// Whether a predicate only says that something is kept: `are known`.
    func isRecorded(_ predicate: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let rest = predicate.first { index in
            ![.be, .can, .must, .skip].contains(sentence.items[index].word)
        }
        return rest.map { index in
            let token = sentence.items[index].range.lowerBound
            return lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .recorded }) != nil
        } ?? false
    }

    /// The field that an indirect question asks for: `when we bought it`, `what it cost`, `how long it takes`.
    ///
    /// Behind a comma, `when` may say of the field before it when it is there, so that it asks only behind *and*.
    func question(_ part: Range<Int>, _ number: Int, _ sentence: ProseSentence) -> FieldItem? {
        let tokens = sentence.source.tokens
        guard let first = part.first(where: { ![.skip, .preposition].contains(sentence.items[$0].word) }) else {
            return nil
        }
        let start = sentence.items[first].range.lowerBound
        guard let asked = lexicon.question(tokens, at: start) else { return nil }
        if sentence.items[first].word == .when, number > 0, first > 0, sentence.items[first - 1].word != .and,
            !startsWithQuestion(before: part, sentence)
        {
            return nil
        }
        let end = sentence.tokens(part).upperBound
        let clause = span(start + asked.count, end)
        let mentions = sentence.mentionStarts
        let words = clause.filter { index in
            tokens[index].kind == .word && reader.word(tokens, at: index) == nil && !mentions.contains(index)
        }
        let isClause = clause.contains { reader.word(tokens, at: $0) != nil || mentions.contains($0) }
        let isSpanish = lexicon.language == .spanish
        guard isClause || asked.name.isEmpty || asked.count > 2 || isSpanish && asked.count > 1 else { return nil }
        var name = asked.name
        if asked.name.hasSuffix("*") {
            guard let verb = words.first, words.count <= 3 else { return nil }
            name = asked.name.dropLast() + tokens[verb].text.lowercased()
        } else if asked.name.isEmpty {
            guard let last = words.last, let verb = words.first, words.count <= 3 else { return nil }
            name = sentence.source.words(span(min(start, verb), last + 1)).lowercased()
        }
        var field = FieldItem(
            name: Located(text: name, place: tokens[start].place), words: sentence.source.words(span(start, end)))
        if isSpanish {
            // `en qué estado está: libre u ocupado`
            var attributes = FieldAttributes()
            attributes.read(sentence.source, clause, lexicon: lexicon)
            attributes.apply(to: &field, lexicon: lexicon)
        }
        return field
    }

    private func startsWithQuestion(before part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        // Lists of questions are short; looking further back takes long.
        span(max(0, part.lowerBound - 12), part.lowerBound).contains { index in
            lexicon.question(sentence.source.tokens, at: sentence.items[index].range.lowerBound) != nil
        }
    }

    /// `until the result is in, it stays empty`, `as long as the part is out, the latter remains empty`: said of the field that
    /// the sentence before named last.
    mutating func readPreviousField(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let field = previousField, said.contains(.optional) else { return false }
        let tokens = sentence.source.tokens
        // What the sentence names itself may be meant else.
        guard let first = sentence.items.first(where: { $0.word != .skip }),
            [.when, .it].contains(first.word) || isLatter(first, tokens),
            !sentence.items.contains(where: { $0.isMark(";") || $0.word == .has || $0.word == .keep })
        else { return false }
        for index in tokens.indices.dropFirst() {
            guard let found = lexicon.prose.match(tokens, at: index, where: { $0 == .optional }), found.count > 1 else {
                continue
            }
            let isTaken =
                ["it", "that", "this"].contains(tokens[index - 1].folded)
                || index > 1 && lexicon.prose.match(tokens, at: index - 2, where: { $0 == .latter }) != nil
            let isEnd = index + found.count == tokens.count || tokens[index + found.count].kind == .mark
            guard isTaken, isEnd, sentence.mentions.count < (first.word == .it ? 1 : 2) else { continue }
            facts.update(field.entity, named: field.name) { $0.optional = $0.optional ?? tokens[index].place }
            isUsed = true
            return true
        }
        return false
    }

    /// Whether a part behind a semicolon asks for something to be done: `; start the numbers afresh`.
    func isAsked(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, part.count > 2, part.lowerBound > 0,
            sentence.items[part.lowerBound - 1].isMark(";"), sentence.items[part.lowerBound].isName
        else { return false }
        return sentence.items[part.lowerBound + 1].word == .definite
    }

    /// `leave the current weight empty until …`.
    mutating func readLeft(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count > 3, ["leave", "keep"].contains(tokens[0].folded),
            let article = reader.word(tokens, at: 1), article.meaning.isDeterminer,
            let empty = tokens.firstIndex(where: { ["empty", "blank", "null", "unset"].contains($0.folded) }),
            empty > 1 + article.count, empty < 8
        else { return false }
        let name = lexicon.inflector.singular(
            of: sentence.source.words(span(1 + article.count, empty)).lowercased())
        let found = facts.fields(named: name)
        let own = found.first { $0.entity == previousField?.entity } ?? found.first { $0.entity == antecedent?.entity }
        guard let field = own ?? (found.count == 1 ? found.first : nil) else { return false }
        facts.update(field.entity, named: field.name) { $0.optional = $0.optional ?? tokens[empty].place }
        isUsed = true
        return true
    }

    private func isLatter(_ item: ProseItem, _ tokens: [Token]) -> Bool {
        lexicon.prose.match(tokens, at: item.range.lowerBound, where: { $0 == .latter }) != nil
    }

    /// `título, título en inglés`: what follows a name that is there already says which one it is.
    func tellApart(_ field: inout FieldItem, _ range: Range<Int>, _ owner: Mention, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let last = named.last, last.entity == owner.entity,
            last.name.foldedForComparison == field.name.text.foldedForComparison
                || last.name.foldedForComparison.hasPrefix(field.name.text.foldedForComparison + " "),
            !field.name.text.contains(" "),
            let lead = span(range.lowerBound, range.upperBound).first(where: {
                reader.word(tokens, at: $0)?.meaning == .preposition
            }), lead > range.lowerBound, lead + 1 < range.upperBound, tokens[lead + 1].kind == .word,
            reader.word(tokens, at: lead + 1) == nil
        else { return }
        field.name.text += " " + sentence.source.words(span(lead, lead + 2))
    }
}
