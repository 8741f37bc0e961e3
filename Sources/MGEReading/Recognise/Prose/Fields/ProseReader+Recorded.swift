import MGECore
import MGELayers

extension ProseReader {
    /// `for each mine the permit number, which must be unique, and the district shall be stored`, `a composer, of whom the
    /// name and the year of birth are known`: a list of fields before the verb, which ends the sentence.
    /// - Returns: the item with which it begins, as what stands before it says something else, and whose the fields are.
    mutating func readRecordedList(_ sentence: ProseSentence) -> (start: Int, owner: Mention)? {
        guard lexicon.language == .english, said.contains(.recorded), let verb = recordedVerb(sentence) else {
            return nil
        }
        let clause = clauseStart(before: verb.start, sentence)
        if let whose = span(clause, verb.start).last(where: { sentence.items[$0].word == .whose }) {
            let head = sentence.items[..<whose].last { !$0.isMark(",") && $0.word != .and }?.mention
            guard let head, readRecorded(span(whose + 1, verb.start), of: head, sentence) else { return nil }
            return (whose, head)
        }
        let start = span(clause, verb.start).first { ![.and, .skip].contains(sentence.items[$0].word) } ?? clause
        if [.per, .preposition].contains(sentence.items[start].word) {
            let head = span(start + 1, verb.start).first { sentence.items[$0].word?.isDeterminer != true }
            guard let head, let topic = sentence.items[head].mention,
                let first = span(head + 1, verb.start).first(where: { !sentence.items[$0].isMark(",") }),
                sentence.items[first].word?.isDeterminer == true,
                readRecorded(span(first, verb.start), of: topic, sentence)
            else { return nil }
            return (start, topic)
        }
        let list = span(start, verb.start)
        guard sentence.items[start].word?.isDeterminer == true, hasField(list, sentence),
            let owner = possessor(in: list, sentence)
                ?? sentence.mentions(in: span(verb.end, sentence.items.count)).first?.mention
                ?? sentence.mentions(in: 0..<start).first?.mention ?? antecedent,
            readRecorded(list, of: owner, sentence)
        else { return nil }
        return (start, owner)
    }

    /// Where the clause begins that a verb ends; what stands in parentheses divides none: `a colour (red or blue; red by default)
    /// is kept`.
    private func clauseStart(before verb: Int, _ sentence: ProseSentence) -> Int {
        var depth = 0
        for index in span(0, verb).reversed() {
            if sentence.items[index].isMark(")") { depth += 1 }
            if sentence.items[index].isMark("(") { depth -= 1 }
            if depth == 0, sentence.items[index].isMark(";", ".", ":") { return index + 1 }
        }
        return 0
    }

    /// Whose the first field of a list is, and with it the others: `the name of the court, its town and its post code`.
    private func possessor(in list: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        guard let (index, mention) = sentence.mentions(in: list).first, mention.start > 0,
            sentence.source.tokens[mention.start - 1].isOf,
            !sentence.items[span(list.lowerBound, index)].contains(where: { $0.isMark(",") || $0.word == .and })
        else { return nil }
        return mention
    }

    /// Whether a usual field is in a list.
    private func hasField(_ list: Range<Int>, _ sentence: ProseSentence) -> Bool {
        ProseList(list, of: sentence, lexicon: lexicon).parts.contains { knownField($0, sentence) != nil }
    }

    /// Reads a list unless it has a verb of its own that is no mere aside.
    private mutating func readRecorded(_ list: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        guard !list.isEmpty, !list.contains(where: { isVerb(sentence, at: $0) }) else { return false }
        readList(list, of: owner, sentence)
        return true
    }

    /// Whether an item is a verb that is not in an aside: `for those who have left`.
    private func isVerb(_ sentence: ProseSentence, at index: Int) -> Bool {
        switch sentence.items[index].word {
        case .has, .keep, .belongs, .weHave, .delete, .whose: index == 0 || sentence.items[index - 1].word != .relative
        default: false
        }
    }

    /// Where `shall be stored`, `are noted as well` or `is kept for each of them` begins and ends, which ends the sentence.
    private func recordedVerb(_ sentence: ProseSentence) -> (start: Int, end: Int)? {
        let items = sentence.items
        guard let be = items.lastIndex(where: { $0.word == .be }), be > 1,
            let kept = span(be + 1, items.count).first(where: { items[$0].word != .skip }),
            let said = lexicon.prose.match(
                sentence.source.tokens, at: items[kept].range.lowerBound, where: { $0 == .recorded })
        else { return nil }
        let behind = items[kept].range.lowerBound + said.count
        let tail = span(kept, items.count).drop { items[$0].range.lowerBound < behind }
        let isEnd = tail.allSatisfy { index in
            let item = items[index]
            return item.isMark(".", "!", ";") || item.word == .skip || item.word?.isDeterminer == true
                || [.per, .preposition, .it, .they].contains(item.word) || item.mention != nil
        }
        let leadsOn = tail.first.map { items[$0].word == .preposition && items[kept].word == nil } ?? false
        guard isEnd, tail.count < 6, !leadsOn || says(tail, each: sentence) else { return nil }
        var start = be
        while start > 1, [.must, .can, .skip].contains(items[start - 1].word) { start -= 1 }
        return (start, tail.lowerBound)
    }

    /// Whether what follows a verb is `for each` or `for it`.
    private func says(_ tail: Range<Int>, each sentence: ProseSentence) -> Bool {
        tail.contains { [.each, .it, .they].contains(sentence.items[$0].word) }
            || sentence.mentions(in: tail).contains { $0.mention.quantity == .each }
    }

    /// Whether a sentence ends with such a verb.
    func endsRecorded(_ source: TokenizedText) -> Bool {
        guard lexicon.language == .english else { return false }
        let tokens = source.tokens
        return span(max(1, tokens.count - 7), tokens.count).contains { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .recorded }) != nil
                && reader.word(tokens, at: index - 1)?.meaning == .be
        }
    }
}
