import MGELayers

extension SegmentReader {
    /// A Spanish sentence without a verb, which names fields of what it begins with: `de un plato el nombre, las calorías y
    /// el tipo, que es primero o segundo`.
    func topicList() -> Segment? {
        guard let lexicon, lexicon.language == .spanish,
            let lead = items.firstIndex(where: { $0.word != .skip && $0.word != .and && !$0.isMark(",") }),
            items[lead].word == .preposition, source.tokens[items[lead].range.lowerBound].isOf,
            let head = span(lead + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            let mention = items[head].mention,
            let first = span(head + 1, items.count).first(where: { items[$0].word != .skip && !items[$0].isMark(",") }),
            let name = span(first, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            items[name].isName, !ours.contains(items[name].range.lowerBound),
            !span(name, items.count).contains(where: isMainVerb)
        else { return nil }
        let words = source.words(items[name].range).lowercased()
        let end = span(name, items.count).first { !items[$0].isName } ?? items.count
        let phrase = source.words(span(items[name].range.lowerBound, items[end - 1].range.upperBound)).lowercased()
        guard
            lexicon.fieldItem(for: words) != nil || lexicon.hasField(named: phrase)
                || name > first && items.count > name + 1
                || joinsField(behind: name)
        else { return nil }
        return Segment(
            subject: mention, topic: span(lead, first), verb: .has, words: "", objects: span(first, items.count))
    }

    /// What a sentence speaks of from its beginning, which a pronoun behind *y* takes up, rather than what stands next to it:
    /// `una salida se hace en una barca, y de ella anotamos el puerto`.
    func spokenOf(at pronoun: Int) -> Mention? {
        guard lexicon?.language == .spanish, pronoun > 3, items[pronoun - 2].word == .and,
            items[pronoun].range.count == 1,
            source.tokens[items[pronoun - 1].range.lowerBound].isOf,
            let first = segments.first(where: { !$0.isRelative && $0.subject != nil })?.subject, !first.isPlural,
            first.quantity == .article || first.quantity == .each, first.start < first.range.lowerBound,
            let gender = source.tokens[items[pronoun].range.lowerBound].genderEnding
        else { return nil }
        let determiner = source.tokens[first.range.lowerBound - 1]
        let own =
            first.quantity == .article ? determiner.genderEnding : source.tokens[first.range.lowerBound].nounGender
        return own ?? gender == gender ? first : nil
    }

    /// What a verb of having goes on with behind a comma or a colon, rather than with the subject before it: `la multa es de un
    /// pago y un pago puede tener varias multas, lleva el motivo`, `cada paso se anota como un cruce: pertenece a …`.
    func spokenOfAgain(at verb: Int) -> Mention? {
        guard lexicon?.language == .spanish, verb > 2, [.has, .belongs].contains(items[verb].word),
            !source.tokens[items[verb].range.lowerBound].folded.hasSuffix("n")
        else { return nil }
        if items[verb - 1].isMark(":") {
            guard let named = items[verb - 2].mention, named.quantity == .article, !named.isPlural, named.start > 0,
                source.tokens[named.start - 1].folded == "como"
            else { return nil }
            return named
        }
        guard items[verb - 1].isMark(","), items[verb].word == .has, segments.count > 1, let last = segments.last,
            !last.isRelative
        else { return nil }
        let before = segments[segments.count - 2]
        guard let first = before.subject, last.subject?.entity != first.entity, !first.isPlural,
            items[last.objects].contains(where: { $0.mention?.entity == first.entity }),
            items[before.objects].contains(where: { $0.mention?.entity == last.subject?.entity })
        else { return nil }
        return first
    }

    /// Whether a usual field is joined with what a name is: `iniciales y sexo`.
    private func joinsField(behind name: Int) -> Bool {
        guard name + 2 < items.count, items[name + 1].word == .and, items[name + 2].isName else { return false }
        return lexicon?.hasField(named: source.words(items[name + 2].range).lowercased()) == true
    }

    /// Words that a clause with a verb of its own has.
    private static let verbs: Set<ProseWord> = [
        .has, .keep, .be, .belongs, .can, .must, .weHave, .delete, .we, .they, .it,
    ]

    private static func isVerbal(_ word: ProseWord?) -> Bool {
        guard let word else { return false }
        return verbs.contains(word)
    }

    /// Whether an item is a verb that is in no relative clause.
    private func isMainVerb(_ index: Int) -> Bool {
        guard Self.isVerbal(items[index].word) || isOurVerb(at: index) else { return false }
        var before = index - 1
        while before > 0 {
            let word = items[before].word
            guard Self.isVerbal(word) || word == .not || word == .skip else { break }
            before -= 1
        }
        guard before >= 0 else { return true }
        let lead = items[before].word
        return lead != .relative && lead != .when
    }

    /// Whether what an entity has follows without a verb: `…, cada alergia con su nombre`.
    func startsOwnList(at index: Int, clauseStart: Int) -> Bool {
        if lexicon?.language == .spanish, items[index].word == .with, index == clauseStart + 1,
            items[index - 1].word == .they, items[index - 1].range.count > 1, index + 1 < items.count,
            items[..<clauseStart].contains(where: { $0.mention?.isPlural == true })
                || clauseStart > 1 && items[clauseStart - 2].word == .many
        {
            // `…, cada una con su número`, also of `dos o tres`
            return true
        }
        if lexicon?.language == .spanish, items[index].word == .preposition, index == clauseStart + 1,
            items[index - 1].word == .they, items[index - 1].range.count > 1, index + 2 < items.count,
            source.tokens[items[index].range.lowerBound].folded == "de", items[index + 1].word == .article,
            items[index + 2].isName, items[..<clauseStart].contains(where: { $0.mention?.isPlural == true })
        {
            // `…, cada una de un tipo y con una etiqueta`
            return true
        }
        guard let lexicon, lexicon.language == .spanish, items[index].word == .with, index > clauseStart,
            let mention = items[index - 1].mention, starts(mention, clause: clauseStart), index + 1 < items.count,
            items[index + 1].word?.isDeterminer == true || mention.quantity == .each,
            let name = span(index + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            items[name].isName
        else { return false }
        let isOwn = ["su", "sus"].contains(source.tokens[items[index + 1].range.lowerBound].folded)
        return mention.quantity == .each
            || isOwn && lexicon.fieldItem(for: source.words(items[name].range).lowercased()) != nil
    }
}
