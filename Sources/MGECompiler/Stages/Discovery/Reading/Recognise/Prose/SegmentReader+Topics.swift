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
        guard lexicon.fieldItem(for: words) != nil || name > first && items.count > name + 1 else { return nil }
        return Segment(
            subject: mention, topic: span(lead, first), verb: .has, words: "", objects: span(first, items.count))
    }

    /// Whether an item is a verb that is in no relative clause.
    private func isMainVerb(_ index: Int) -> Bool {
        let verbs: [ProseWord] = [.has, .keep, .be, .belongs, .can, .must, .weHave, .delete, .we, .they, .it]
        guard items[index].word.map(verbs.contains) ?? false || isOurVerb(at: index) else { return false }
        var before = index - 1
        while before > 0, let word = items[before].word, verbs.contains(word) || [.not, .skip].contains(word) {
            before -= 1
        }
        return before < 0 || items[before].word != .relative && items[before].word != .when
    }

    /// Whether what an entity has follows without a verb: `…, cada alergia con su nombre`.
    func startsOwnList(at index: Int, clauseStart: Int) -> Bool {
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
