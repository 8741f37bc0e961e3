import MGECore
import MGELayers

/// What English sentences say to be on something, or to be all of it.
extension ProseReader {
    /// `a tag is just a label, always distinct`: what might be an entity elsewhere is all that is known of it.
    mutating func readOnlyThing(_ list: Range<Int>, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        let mentions = sentence.mentions(in: list)
        guard lexicon.language == .english, mentions.count == 1, let (index, thing) = mentions.first,
            thing.entity != subject.entity, thing.quantity == .article, !thing.isPlural,
            candidates.candidates[thing.entity].evidence < 2,
            span(list.lowerBound, index).allSatisfy({
                sentence.items[$0].word == .article || sentence.items[$0].attribute != nil
            })
        else { return false }
        let rest = span(index + 1, list.upperBound)
        guard rest.first.map({ sentence.items[$0].isMark(",", ".", ";") || sentence.items[$0].word == .and }) ?? true
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, sentence.tokens(list), lexicon: lexicon)
        var field = FieldItem(name: sentence.located(thing.range), words: sentence.source.words(thing.range))
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: subject.entity)
        lastField = (subject.entity, field.name.text)
        isUsed = true
        if let and = rest.first, sentence.items[and].word == .and {
            readList(span(and + 1, list.upperBound), of: subject, sentence)
        }
        return true
    }

    /// Whether it is said that there is no more than what follows: `is just`, `is nothing but`.
    func saysAll(before index: Int, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, index > 1, sentence.items[index - 1].word == .skip,
            sentence.items[index - 2].word == .be
        else { return false }
        let first = sentence.source.tokens[sentence.items[index - 1].range.lowerBound].folded
        return ["just", "only", "merely", "simply", "nothing", "purely", "solely", "little"].contains(first)
    }

    /// `on it go the date and the weight`, `printed on it are a code and a price`: fields of what was spoken of.
    mutating func readOnIt(_ sentence: ProseSentence) -> Bool {
        guard let owner = antecedent, let end = endOfOnIt(sentence.source.tokens, from: 0),
            let start = sentence.items.firstIndex(where: { $0.range.lowerBound >= end }),
            sentence.items[start].word?.isDeterminer == true
        else { return false }
        readList(span(start, sentence.items.count), of: owner, sentence)
        antecedent = owner
        return true
    }

    /// Where the verb ends in words that say what is on something: `on it go`, `printed on it are`.
    func endOfOnIt(_ tokens: [Token], from start: Int) -> Int? {
        guard lexicon.language == .english, start + 4 < tokens.count else { return nil }
        let isDone = ["ed", "en"].contains(where: tokens[start].folded.hasSuffix)
        let on = isDone ? start + 1 : start
        guard ["on", "in", "under", "to", "with", "upon"].contains(tokens[on].folded),
            ["it", "them", "these", "this"].contains(tokens[on + 1].folded),
            (isDone ? ["is", "are"] : ["go", "goes", "stand", "stands", "come", "comes", "belong", "belongs", "are"])
                .contains(tokens[on + 2].folded)
        else { return nil }
        return on + 3
    }

    /// Whether an entity is named in a condition between commas: `and, when the dealer tells us, the year`.
    func isInCondition(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english,
            let comma = span(max(0, index - 6), index).last(where: { items[$0].isMark(",") }), comma + 1 < index,
            comma > 0, items[comma - 1].word == .and || items[comma - 1].isName,
            span(index + 1, min(index + 6, items.count)).contains(where: { items[$0].isMark(",") })
        else { return false }
        return lexicon.prose.match(
            sentence.source.tokens, at: items[comma + 1].range.lowerBound,
            where: { [.when, .condition, .circumstance].contains($0) }) != nil
    }
}
