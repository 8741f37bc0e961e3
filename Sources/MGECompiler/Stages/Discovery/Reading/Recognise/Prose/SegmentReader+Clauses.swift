extension SegmentReader {
    /// Whether a verb only says something of what a part of a list names, or of the part before it: `a name, the phone is
    /// optional and a code, it has to be unique`.
    func isSaidOfPart(_ index: Int, in list: Segment) -> Bool {
        guard list.verb == .has || list.verb == .keep, [.be, .can, .must].contains(items[index].word) else {
            return false
        }
        var first = index
        while first > list.objects.lowerBound, index - first < 6, belongsToName(first - 1) { first -= 1 }
        guard first > list.objects.lowerBound,
            items[first - 1].isMark(",") || [.and, .when].contains(items[first - 1].word)
        else { return false }
        let end = span(index, items.count).first { items[$0].isMark(",", ";", ".") || items[$0].word == .and }
        let predicate = span(index, end ?? items.count)
        guard !predicate.contains(where: { items[$0].mention != nil }) else { return false }
        if first == index { return isApposition(index) }
        if items[first..<index].contains(where: { $0.isName || $0.attribute == .default }) { return true }
        // `…, it has to be unique`
        return items[first..<index].contains { $0.word == .it } && says(anythingIn: predicate)
    }

    /// Whether an item may stand in the name of what a clause is about: `the default`, `also the second name`.
    private func belongsToName(_ index: Int) -> Bool {
        let item = items[index]
        return item.isName || item.word?.isDeterminer == true || item.word == .skip || item.word == .it
            || item.attribute == .default
    }

    /// Whether cases follow a verb right behind a comma: `a type, being routine or urgent`.
    private func isApposition(_ index: Int) -> Bool {
        guard items[index - 1].isMark(","), index + 1 < items.count else { return false }
        return source.tokens[items[index].range.lowerBound].folded == "being" && items[index + 1].isName
    }

    private func says(anythingIn range: Range<Int>) -> Bool {
        range.contains { index in
            items[index].attribute != nil
                || lexicon?.prose.match(source.tokens, at: items[index].range.lowerBound, where: \.isSaid) != nil
        }
    }

    /// Whether a verb stands in an indirect question, which asks for a field: `and when we bought it`, `what was wrong`.
    func isInQuestion(_ index: Int, in list: Segment) -> Bool {
        guard let lexicon, list.verb == .has || list.verb == .keep else { return false }
        var first = index
        while first > list.objects.lowerBound, index - first < 6,
            !items[first - 1].isMark(",", ";", ":"), items[first - 1].word != .and
        {
            first -= 1
            let token = items[first].range.lowerBound
            guard lexicon.question(source.tokens, at: token) != nil else { continue }
            if first == list.objects.lowerBound || items[first - 1].word == .and { return true }
            // Behind a comma alone, it may be a circumstance: `the due day, when it is lent`.
            return items[first - 1].isMark(",") && (items[first].word != .when || startsWithQuestion(list))
        }
        return false
    }

    private func startsWithQuestion(_ list: Segment) -> Bool {
        list.objects.lowerBound < items.count
            && lexicon?.question(source.tokens, at: items[list.objects.lowerBound].range.lowerBound) != nil
    }
}
