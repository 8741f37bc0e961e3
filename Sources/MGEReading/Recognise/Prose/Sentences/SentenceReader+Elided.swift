import MGELayers

extension SentenceReader {
    /// The items with `another` and `a second one` as the entity that was spoken of before them.
    func withElided(_ items: [ProseItem], _ tokens: [Token]) -> [ProseItem] {
        let mayBeElided = items.contains { item in
            item.word == .one || (item.word == .per || item.word == .many) && item.range.count > 1
                || item.word?.isDeterminer == true
                    && lexicon.prose.match(tokens, at: item.range.lowerBound, where: { $0 == .other }) != nil
        }
        guard mayBeElided else { return items }
        var filled: [ProseItem] = []
        var last: Mention?
        var several: Mention?
        var index = 0
        while index < items.count {
            if let mention = items[index].mention {
                last = mention
                if mention.isPlural { several = mention }
            }
            if let last, let end = elidedEnd(items, at: index, behind: filled.last, tokens) {
                let range = span(items[index].range.lowerBound, items[end - 1].range.upperBound)
                filled.append(elided(last, range, quantity: .article))
                index = end
                continue
            }
            if let last, isOneOfKind(items, at: index, tokens), filled.last?.isName != true {
                // `conecta un refugio de origen con uno de destino`
                filled.append(elided(last, items[index].range, quantity: .article))
            } else if let other = elidedMany(items, at: index, besides: last) {
                // `a disruption affects one or more sailings, a sailing can be hit by more than one`
                filled.append(elided(other, items[index].range, quantity: .many))
            } else if let several, endsWithEach(items, at: index) {
                // `the parts that we fitted, one line for each`
                let each = items[index].range.upperBound - 1
                filled.append(ProseItem(kind: .word(.per), range: span(items[index].range.lowerBound, each)))
                filled.append(elided(several, span(each, each + 1), quantity: .each))
            } else {
                filled.append(items[index])
            }
            index += 1
        }
        return filled
    }

    /// What stands for an entity that was named before.
    private func elided(_ mention: Mention, _ range: Range<Int>, quantity: ProseWord) -> ProseItem {
        ProseItem(
            kind: .mention(
                Mention(
                    entity: mention.entity, range: range, isPlural: quantity == .many, isPossessive: false,
                    quantity: quantity, modifier: nil, start: range.lowerBound)), range: range)
    }

    /// Where `another` and the like end that begin at an item, with nothing behind that they could belong to.
    private func elidedEnd(
        _ items: [ProseItem], at index: Int, behind lead: ProseItem?, _ tokens: [Token]
    ) -> Int? {
        let item = items[index]
        // `a dog, a cat or other` names a case.
        let isCase =
            index > 0 && items[index - 1].word == .and
            && lexicon.keywords.match(tokens, at: items[index - 1].range.lowerBound, where: { $0 == .orWord }) != nil
        guard item.word?.isDeterminer == true, !isCase,
            let other = lexicon.prose.match(tokens, at: item.range.lowerBound, where: { $0 == .other })
        else { return nil }
        var end = index
        while end < items.count, items[end].range.lowerBound < item.range.lowerBound + other.count { end += 1 }
        if end < items.count, items[end].word == .one { end += 1 }
        let isLed = lead.map {
            $0.isName || $0.word?.startsObject == true || $0.word == .and || $0.word == .belongs
                // `an outage has one engineer as its lead and may have another as its scribe`
                || $0.word == .has && index + 1 < items.count && items[index + 1].word == .as
        }
        guard isLed == true else { return nil }
        guard end < items.count else { return end }
        let follows = items[end]
        return !follows.isName && follows.mention == nil && follows.word?.isDeterminer != true ? end : nil
    }

    /// The entity of which there may be several, behind a preposition with nothing behind it: `hit by more than one`.
    private func elidedMany(_ items: [ProseItem], at index: Int, besides last: Mention?) -> Mention? {
        guard items[index].word == .many, items[index].range.count > 1, index > 0,
            items[index - 1].word == .preposition,
            index + 1 == items.count || items[index + 1].isMark(",", ".", ";", ")") || items[index + 1].word == .and
        else { return nil }
        return items[..<index].last { $0.mention != nil && $0.mention?.entity != last?.entity }?.mention
    }

    /// Whether `for each` ends a clause.
    private func endsWithEach(_ items: [ProseItem], at index: Int) -> Bool {
        items[index].word == .per && items[index].range.count > 1
            && (index + 1 == items.count || items[index + 1].isMark(",", ".", ";", ":", ")"))
    }

    /// Whether another of the kind named before is meant, which is told by its part: `uno de destino`.
    private func isOneOfKind(_ items: [ProseItem], at index: Int, _ tokens: [Token]) -> Bool {
        guard lexicon.language == .spanish, index > 0, index + 2 < items.count,
            items[index].word == .one || items[index].word == .article, items[index].range.count == 1,
            ["uno", "una", "otro", "otra"].contains(tokens[items[index].range.lowerBound].folded),
            [.with, .and, .preposition].contains(items[index - 1].word)
        else { return false }
        return tokens[items[index + 1].range.lowerBound].folded == "de" && items[index + 2].isName
    }
}
