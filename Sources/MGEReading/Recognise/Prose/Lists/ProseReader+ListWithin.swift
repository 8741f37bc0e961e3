import MGELayers

/// Lists of several of something, within the list of what another has: `users have habits with a name, a frequency and a goal`.
extension ProseReader {
    /// Whose the list is that a part's `with` begins, and where it ends; nil where it is only the part itself.
    ///
    /// Behind nothing but the several of it, all is theirs. What is said besides stands behind an *and* that is not the
    /// first, or behind a comma and *and* where nothing but one thing was named: `players with a name, and a coach`.
    func within(
        _ number: Int, of list: ProseList, _ sentence: ProseSentence
    ) -> (owner: Mention, start: Int, end: Int)? {
        let part = list.parts[number]
        guard number + 1 < list.parts.count, let (index, mention) = sentence.mentions(in: part).first,
            mention.isPlural, mention.quantity != .definite,
            let with = span(index + 1, min(index + 3, part.upperBound)).first(where: { place in
                if case .group = sentence.items[place].kind { false } else { true }
            }), with + 1 < part.upperBound, sentence.items[with].word == .with,
            isHead(mention, at: index, of: part, sentence), !sentence.items[with + 1].isMark(":"),
            sentence.mentions(in: span(with + 1, part.upperBound)).isEmpty
        else { return nil }
        let more = list.parts.indices.dropFirst(number + 1)
        let first = span(with + 1, part.upperBound)
        let ends = more.last { goesOnWithin(list.parts[$0], behind: first, sentence) } ?? number
        // `cards with a title, labels and a due date`
        let own = more.prefix { place in
            goesOnWithin(list.parts[place], behind: first, sentence)
                || number == 0 && place < ends && !list.parts[place].contains { sentence.items[$0].word == .with }
        }
        let ands = more.filter { isBehindAnd(list.parts[$0], sentence) && !sharesEnd($0, in: list, sentence) }
        guard let last = own.last, let and = ands.first ?? more.last else { return nil }
        let isFirst = number == 0 || isBehindAnd(part, sentence)
        let isAside = ands.first == number + 1 && isBehindComma(list.parts[and], sentence)
        if isAside || !isFirst && ands.count < 2 && (and > number + 1 || ands.isEmpty) { return nil }
        return (mention, with + 1, list.parts[min(and, last)].upperBound)
    }

    /// Whether a part is no thing of its own: neither several of something else, nor one where what is within has no article.
    private func goesOnWithin(_ part: Range<Int>, behind first: Range<Int>, _ sentence: ProseSentence) -> Bool {
        if part.contains(where: { [.with, .has].contains(sentence.items[$0].word) }) { return false }
        if let (index, mention) = sentence.mentions(in: part).first, mention.isPlural,
            isHead(mention, at: index, of: part, sentence)
        {
            return false
        }
        guard let lead = first.first, sentence.items[lead].isName, first.count == 1,
            lexicon.inflector.isPlural(sentence.source.words(sentence.items[lead].range).lowercased())
        else { return true }
        // `tasks with deadlines, a budget and a manager`
        return part.first.map { sentence.items[$0].word != .article } ?? true
    }

    /// Tells what a field is said to have, as a field has nothing: `a warranty with an expiry date`.
    mutating func tellWithin(_ part: Range<Int>, _ sentence: ProseSentence) {
        guard let with = part.dropFirst().first(where: { sentence.items[$0].word == .with }),
            with + 1 < part.upperBound,
            knownField(span(with + 1, part.upperBound), sentence) != nil,
            attributes(of: span(with, part.upperBound), sentence).isEmpty
        else { return }
        unread.append(sentence.located(sentence.tokens(span(with, part.upperBound))))
    }

    private func isBehindAnd(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        part.lowerBound > 0 && sentence.items[part.lowerBound - 1].word == .and
    }

    private func isBehindComma(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        part.lowerBound > 1 && isBehindAnd(part, sentence) && sentence.items[part.lowerBound - 2].isMark(",")
    }

    /// Whether an *and* only joins two words with one head: `a start and end date`.
    private func sharesEnd(_ number: Int, in list: ProseList, _ sentence: ProseSentence) -> Bool {
        let (first, second) = (list.parts[number - 1], list.parts[number])
        guard let last = first.last, sentence.items[last].isName, second.count > 1,
            second.allSatisfy({ sentence.items[$0].isName || sentence.items[$0].attribute != nil }),
            let head = second.last(where: { sentence.items[$0].isName }), head > second.lowerBound
        else { return false }
        let words = [last, head].map { sentence.source.words(sentence.items[$0].range).lowercased() }
        return lexicon.language == .english && lexicon.fieldItem(for: words.joined(separator: " ")) != nil
            && lexicon.fieldItem(for: words[0]) == nil
    }
}
