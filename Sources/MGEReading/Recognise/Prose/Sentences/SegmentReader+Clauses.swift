import MGELayers

extension SegmentReader {
    /// Whether a verb only says something of what a part of a list names, or of the part before it: `a name, the phone is
    /// optional and a code, it has to be unique`.
    func isSaidOfPart(_ index: Int, in list: Segment) -> Bool {
        guard lexicon?.language == .english, list.verb == .has || list.verb == .keep,
            [.be, .can, .must].contains(items[index].word)
        else { return false }
        var verb = index
        while verb > list.objects.lowerBound, [.can, .must, .be].contains(items[verb - 1].word) { verb -= 1 }
        var first = verb
        while first > list.objects.lowerBound, verb - first < 6, belongsToName(first - 1) { first -= 1 }
        guard first > list.objects.lowerBound,
            items[first - 1].isMark(",") || [.and, .when].contains(items[first - 1].word)
        else { return false }
        let end = span(index, items.count).first { items[$0].isMark(",", ";", ".") || items[$0].word == .and }
        let predicate = span(index, end ?? items.count)
        guard !predicate.contains(where: { items[$0].mention != nil }) else { return false }
        if first == verb, items[first - 1].word == .and, items[index].word == .be,
            predicate.contains(where: { items[$0].attribute == .default || says($0, [.default]) })
        {
            // `a status that can be open or closed and is open by default`
            return true
        }
        if first == verb { return isApposition(index) || items[first - 1].isMark(",") && isPredicate(verb, predicate) }
        if items[first..<verb].contains(where: { $0.isName || $0.attribute == .default }) { return true }
        // `…, it has to be unique`
        return items[first..<verb].contains { $0.word == .it } && says(anythingIn: predicate)
    }

    /// Whether a Spanish verb goes on with the subject before it: `un partido pertenece a una jornada, enfrenta a un equipo con
    /// otro y usa una pista`.
    func goesOn(at index: Int, clauseStart: Int) -> Bool {
        guard let lexicon, lexicon.language == .spanish, items[index].isName, items[index].range.count == 1,
            index == clauseStart, index > 1, items[index - 1].isMark(",", ";") || items[index - 1].word == .and,
            let last = segments.last, last.subject != nil, !last.isRelative, index + 2 < items.count
        else { return false }
        let word = source.tokens[items[index].range.lowerBound].folded
        let endings = last.subject?.isPlural == true ? ["an", "en"] : ["a", "e"]
        guard word.utf8.count > 2, endings.contains(where: word.hasSuffix), lexicon.fieldItem(for: word) == nil,
            lexicon.entity(named: word) == nil
        else { return false }
        let isReached = items[index + 1].word == .preposition && !isList(last, at: index)
        let article = isReached ? index + 2 : index + 1
        guard [.article, .one, .many].contains(items[article].word), leadsToMention(article - 1) else { return false }
        return items[article].word != .article || !["su", "sus"].contains(token(article).folded)
            || !isList(last, at: index)
    }

    private func token(_ index: Int) -> Token { source.tokens[items[index].range.lowerBound] }

    /// Whether an item may stand in the name of what a clause is about: `the default`, `also the second name`.
    private func belongsToName(_ index: Int) -> Bool {
        let item = items[index]
        return item.isName || item.word?.isDeterminer == true || item.word == .skip || item.word == .it
            || item.attribute == .default
            || source.tokens[item.range.lowerBound].isOf && index > 0 && items[index - 1].isName
    }

    /// Whether what we do to something only says which one is meant: `the number of copies we own`.
    func isBareRelative(_ index: Int, in list: Segment) -> Bool {
        guard items[index].word == .weHave, index > list.objects.lowerBound, items[index - 1].isName else {
            return false
        }
        return index + 1 == items.count || items[index + 1].isMark(",", ";", ".") || items[index + 1].word == .and
    }

    /// Whether a verb follows a pronoun that a clause begins with: `she writes a report`, `it shows one film`.
    func isDoneByPronoun(_ index: Int, clauseStart: Int) -> Bool {
        guard lexicon?.language == .english, items[index].isName, index > clauseStart, index + 1 < items.count else {
            return false
        }
        var subject = index - 1
        while subject > clauseStart, items[subject].word == .skip { subject -= 1 }
        guard [.it, .they].contains(items[subject].word) else { return false }
        guard items[index + 1].word?.startsObject == true || items[index + 1].mention != nil else { return false }
        return leadsToMention(index) || items[index + 1].word == .preposition && leadsToMention(index + 1)
    }

    /// Whether a verb behind a comma says what a field must or can be: `an email, must be unique`, `a type, can be a, b or c`.
    private func isPredicate(_ verb: Int, _ predicate: Range<Int>) -> Bool {
        guard [.can, .must].contains(items[verb].word), verb + 2 < items.count, items[verb + 1].word == .be else {
            return false
        }
        if items[verb + 2].attribute != nil || says(verb + 2, [.unique, .optional]) { return true }
        let end = span(verb, items.count).first { items[$0].isMark(";", ".") } ?? items.count
        return items[verb + 2].isName
            && span(verb + 2, end).contains {
                items[$0].word == .and && source.tokens[items[$0].range.lowerBound].folded == "or"
            }
            && span(verb + 2, min(verb + 4, end)).contains { items[$0].isMark(",") || items[$0].word == .and }
    }

    /// Whether cases follow a verb right behind a comma: `a type, being routine or urgent`.
    private func isApposition(_ index: Int) -> Bool {
        guard items[index - 1].isMark(","), index + 1 < items.count else { return false }
        return source.tokens[items[index].range.lowerBound].folded == "being" && items[index + 1].isName
    }

    /// Whether a verb with its preposition stands beside a list: `a team has a name and plays in one division`.
    func isDoneBeside(_ index: Int, clauseStart: Int) -> Bool {
        guard let lexicon, lexicon.language == .english, items[index].isName, index == clauseStart, index > 1,
            index + 3 < items.count, items[index - 1].word == .and, items[index + 1].word == .preposition,
            [.one, .article, .each].contains(items[index + 2].word), items[index + 3].mention != nil,
            let last = segments.last, last.verb == .has, last.subject?.isPlural == false
        else { return false }
        let word = source.words(items[index].range).lowercased()
        return word.hasSuffix("s") && !word.hasSuffix("ss") && lexicon.fieldItem(for: word) == nil
    }

    /// Whether an entity stands right behind itself: `items carry many tags and tags apply to many items`.
    func isNamedTwice(_ index: Int) -> Bool {
        guard lexicon?.language == .english, index > 1, let mention = items[index].mention,
            mention.start == items[index].range.lowerBound, items[index - 1].word == .and
        else { return false }
        // `movies have many actors, and actors appear in many movies`
        let before = index > 2 && items[index - 2].isMark(",") ? index - 3 : index - 2
        return items[before].mention?.entity == mention.entity
    }

    /// Whether a list follows what is kept then: `every time a pump fails, a fault is saved: the time and the cause`.
    func isSavedAs(_ colon: Int) -> Bool {
        guard lexicon?.language == .english, items[colon].isMark(":"), colon > 2,
            says(colon - 1, [.recorded, .creates]),
            items[colon - 2].word == .be || segments.last?.isPassive == true
        else { return false }
        return savedBefore(colon) != nil
    }

    /// What is said to be saved before a colon.
    func savedBefore(_ colon: Int) -> Mention? {
        items[..<colon].last { $0.mention != nil }?.mention.flatMap {
            $0.quantity == .article && !$0.isPlural ? $0 : nil
        }
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

    /// Whether a verb with an object follows `each of whom`.
    func isDoneByEach(_ index: Int) -> Bool {
        guard items[index].range.count > 1, index + 2 < items.count, items[index + 1].isName else { return false }
        return items[index + 2].word?.isDeterminer == true && leadsToMention(index + 1)
    }

    /// Whether a verb of having only makes a perfect of the participle behind it: `most authors have written several`.
    func isPerfect(_ index: Int) -> Bool {
        guard let lexicon, lexicon.language == .english, index + 1 < items.count, items[index + 1].isName,
            ["have", "has", "had"].contains(source.tokens[items[index].range.lowerBound].folded),
            items[index].range.count == 1, index + 2 == items.count || !items[index + 2].isName
        else { return false }
        let token = items[index + 1].range.lowerBound
        let word = source.tokens[token].folded
        return word.hasSuffix("ed") && word.utf8.count > 5
            || lexicon.prose.match(source.tokens, at: token, where: { $0 == .participle }) != nil
    }

    /// Whether a verb goes on with the subject that a clause between commas belongs to: `each coach, whose name is known,
    /// trains several teams`.
    func isBehindWhose(_ index: Int, clauseStart: Int) -> Bool {
        guard lexicon?.language == .english, items[index].isName, index == clauseStart, index > 0,
            items[index - 1].isMark(","), let last = segments.last, last.subject != nil, last.objects.lowerBound > 0,
            items[last.objects.lowerBound - 1].word == .whose, index + 1 < items.count
        else { return false }
        let isMany = items[index + 1].mention != nil || [.many, .one].contains(items[index + 1].word)
        return isMany && leadsToMention(index)
    }
}
