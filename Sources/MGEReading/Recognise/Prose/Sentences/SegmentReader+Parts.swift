import MGELayers

extension SegmentReader {
    /// Whether a verb only says which thing a part of a list is: `the time at which it was taken`, `whether they have lights`.
    func isWithinPart(_ index: Int) -> Bool {
        guard let last = segments.last else { return false }
        guard isList(last, at: index) else {
            return isSaidOfName(index, after: last) || isSaidOfThing(index, after: last)
        }
        if isSaidToBe(index, in: last) || isCondition(at: index) || isSaidOfPart(index, in: last)
            || isInQuestion(index, in: last)
            || isBareRelative(index, in: last)
        {
            return true
        }
        let verb = last.objects.lowerBound - 1
        if verb >= 0, items[verb].word == .whose, items[verb].range.count == 1,
            !items[span(last.objects.lowerBound, index)].contains(where: { $0.isMark(",", ";", ".") })
        {
            return true
        }
        var before = index - 1
        while before >= last.objects.lowerBound, !items[before].isMark(",", ";", ".", ":"), items[before].word != .and {
            // `un resultado, vacío mientras se juega, y …`
            if items[before].attribute == .flag || items[before].attribute == .optional && endsWithWhen(before) {
                return true
            }
            if items[before].word == .relative, saysWhich(before, in: last) { return true }
            if items[before].word == .relative { return isField(before: before) || isAsked(before, in: last) }
            if items[before].word == .when {
                let isFlag = source.tokens[items[before].range.lowerBound].folded == "si"
                if isFlag || before > last.objects.lowerBound && items[before - 1].isName { return true }
            }
            // `the weight it is meant for`: the pronoun is left out.
            if [.it, .they, .we].contains(items[before].word), before > last.objects.lowerBound,
                items[before - 1].isName
            {
                return true
            }
            before -= 1
        }
        return false
    }

    /// Whether a relative pronoun only says of what a field tells, or until when it is empty: `un resumen de lo que se hizo, y el
    /// costo`, `la vuelta, vacía hasta que lo traen, y la fianza`.
    private func saysWhich(_ pronoun: Int, in list: Segment) -> Bool {
        guard lexicon?.language == .spanish, pronoun > list.objects.lowerBound + 1 else { return false }
        let token = items[pronoun].range.lowerBound
        guard token > 1 else { return false }
        return ["hasta", "asta"].contains(source.tokens[token - 1].folded)
            || source.tokens[token - 1].folded == "lo" && source.tokens[token - 2].folded == "de"
    }

    /// Whether a verb behind a comma says what a field is that was just named: `un responsable, es un empleado también`.
    private func isSaidToBe(_ index: Int, in list: Segment) -> Bool {
        guard lexicon?.language == .spanish, items[index].word == .be, index > list.objects.lowerBound + 1,
            index + 2 < items.count, items[index - 1].isMark(","), items[index - 2].isName,
            items[index + 1].word == .article || items[index + 1].word == .one, items[index + 2].mention != nil
        else { return false }
        let behind = span(index + 3, items.count).first { items[$0].word != .skip }
        return behind.map { items[$0].isMark(",", ".", ";", ")") || items[$0].word == .and } ?? true
    }

    /// Whether words for what need not be there lead on to a clause: `empty until`.
    private func endsWithWhen(_ index: Int) -> Bool {
        let last = items[index].range.upperBound - 1
        return items[index].range.count > 1
            && lexicon?.prose.match(source.tokens, at: last, where: { $0 == .when }) != nil
    }

    /// Whether a clause without a pronoun says which thing it is: `the bay it is in`.
    private func isSaidOfThing(_ index: Int, after last: Segment) -> Bool {
        guard index - 3 >= last.objects.lowerBound, [.it, .they, .we].contains(items[index - 1].word) else {
            return false
        }
        return items[index - 2].isName && items[index - 3].word?.isDeterminer == true
    }

    /// Whether a verb stands in a condition between commas: `and, if they give it, an email`.
    func isCondition(at index: Int) -> Bool {
        // Conditions are short; looking further back takes long.
        let near = span(max(0, index - 12), index)
        guard let comma = near.last(where: { items[$0].isMark(",") }), comma + 1 < index,
            items[comma + 1].attribute == .condition || says(comma + 1, [.when, .condition, .circumstance]),
            comma > 0, let end = span(index, min(index + 12, items.count)).first(where: { items[$0].isMark(",") })
        else { return false }
        // `a nickname, once there is one, and an email`, but no clause of its own behind the comma.
        let goesOn = end + 1 < items.count && items[end + 1].word == .and
        return items[comma - 1].word == .and || goesOn && items[comma - 1].isName
    }

    /// Whether a phrase that begins at an item means one of some words.
    func says(_ index: Int, _ words: Set<ProseWord>) -> Bool {
        lexicon?.prose.match(source.tokens, at: items[index].range.lowerBound, where: words.contains) != nil
    }

    /// Whether an indirect question begins: `a line says which part it was`.
    func isAsked(_ relative: Int, in list: Segment) -> Bool {
        guard
            relative == list.objects.lowerBound || items[relative - 1].word == .and || items[relative - 1].isMark(","),
            relative + 2 < items.count
        else { return false }
        return (items[relative + 1].mention != nil || items[relative + 1].isName)
            && [.it, .they, .we].contains(items[relative + 2].word)
    }

    /// Whether a relative clause says something of what is no entity: `under a name, which must be unique`.
    func isSaidOfName(_ index: Int, after last: Segment) -> Bool {
        var before = index - 1
        while before > last.objects.lowerBound, items[before].word != .relative {
            if items[before].isMark(",", ";", ".", ":") || items[before].word == .and || items[before].mention != nil {
                return false
            }
            before -= 1
        }
        guard before > last.objects.lowerBound, items[before].word == .relative,
            [.be, .can, .must].contains(items[before + 1].word) || items[before + 1].attribute != nil
        else { return false }
        let head = items[last.objects.lowerBound..<before].last { !$0.isMark(",") }
        if case .group = head?.kind { return true }
        return head?.isName ?? false
    }

    func isList(_ segment: Segment, at index: Int) -> Bool {
        segment.verb == .has || segment.verb == .keep
            || segment.verb == .belongs && lexicon?.language == .english
                && items[span(segment.objects.lowerBound, index)].contains { $0.isMark(":") }
            || items[span(segment.objects.lowerBound, index)].contains { $0.word == .with || $0.word == .along }
    }

    /// Whether what stands before a relative pronoun is a field, whose name may end with an entity: `limit of bookings`.
    func isField(before relative: Int) -> Bool {
        guard let index = items[..<relative].lastIndex(where: { !$0.isMark(",") && $0.word != .preposition }) else {
            return false
        }
        if case .group = items[index].kind { return true }
        if [.keep, .has, .be].contains(items[index].word), index > 1, items[index - 1].word == .relative {
            // `el apéndice en que figura, que puede ser …`
            return isField(before: index - 1)
        }
        if items[index].mention != nil {
            return index > 1 && items[index - 1].word == .preposition && items[index - 2].isName
        }
        return items[index].isName
    }
}
