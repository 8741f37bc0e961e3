import MGECore
import MGELayers

extension ProseReader {
    /// Takes usual fields for those of what is spoken of, where nothing else is understood: `put down the class, the running
    /// number and the price`.
    ///
    /// This is a guess, and told as one.
    mutating func readUnused(_ part: Part, after antecedent: Mention?) {
        let sentence = part.sentence
        guard let start = part.usualFields.map({ startOfCases(before: $0, sentence) ?? $0 }),
            !namesOther(span(0, start), sentence),
            let owner = sentence.mentions(in: span(0, start)).first?.mention ?? antecedent
        else { return }
        let list = span(start, sentence.items.count)
        guard !isUsed || isUnread(list, of: owner, after: antecedent, sentence) else { return }
        let before = facts.facts[owner.entity].fields.count
        readList(list, of: owner, sentence)
        guard facts.facts[owner.entity].fields.count > before else { return }
        isUsed = true
        let name = candidates.candidates[owner.entity].name
        findings.add(
            .warning, "taken for fields of `\(name)`: “\(sentence.located(sentence.tokens(list)).text)”", subject: name,
            remedy: "say which entity has them, if it is another", at: sentence.source.place)
    }

    /// The article of what a list with `o` names the cases of: `se vende por un canal: web, taquilla o teléfono`.
    private func startOfCases(before start: Int, _ sentence: ProseSentence) -> Int? {
        guard start > 2, sentence.items[start - 1].isMark(":"), sentence.items[start - 2].isName,
            sentence.items[start - 3].word == .article,
            !ProseList(span(start, sentence.items.count), of: sentence, lexicon: lexicon).alternatives.isEmpty
        else { return nil }
        return start - 3
    }

    /// Whether a list was passed over in a sentence of which something else was made: `it kicks off at some date, and you need
    /// the home score and the away score`.
    private func isUnread(
        _ list: Range<Int>, of owner: Mention, after before: Mention?, _ sentence: ProseSentence
    ) -> Bool {
        let spokenOf = [owner, before, antecedent, plural].compactMap(\.self) + sentence.mentions
        let known = Set(
            Set(spokenOf.map(\.entity)).flatMap { facts.facts[$0].fields.map(\.name.text.wireName) })
        let parts = ProseList(list, of: sentence, lexicon: lexicon).parts
        let names = parts.compactMap { usualField($0, sentence)?.name.text.wireName }
        guard known.isDisjoint(with: names), sentence.items[list.lowerBound].word?.isDeterminer == true else {
            return false
        }
        return names.count > 1 || names.count == 1 && isUnreadBesides(parts, known, sentence)
    }

    /// Whether all that a list names has an article and is no known field, one of them a usual one: `it belongs to a gallery and
    /// bears a label and a colour`.
    private func isUnreadBesides(_ parts: [Range<Int>], _ known: Set<String>, _ sentence: ProseSentence) -> Bool {
        let named = parts.filter { names($0, sentence) }
        return named.count > 1
            && named.allSatisfy { part in
                guard sentence.items[part.lowerBound].word == .article, let head = head(of: part, sentence),
                    sentence.items[head].isName
                else { return false }
                return !known.contains(sentence.source.words(sentence.items[head].range).wireName)
            }
    }

    /// Whether something else is named that may have the fields, which is not known: `wardens leave us their name and phone`,
    /// `service is made to a device, with date and hours`.
    private func namesOther(_ lead: Range<Int>, _ sentence: ProseSentence) -> Bool {
        // `the people are testers: a name and an email`
        if lead.count > 1, sentence.items[lead.upperBound - 1].isMark(":"),
            sentence.items[lead.upperBound - 2].mention != nil
        {
            return false
        }
        // What the sentence begins with, and what the list stands behind; `wants` in between is no plural.
        let last = lead.last { sentence.items[$0].isName || sentence.items[$0].mention != nil }
        return Set([lead.first, last].compactMap(\.self)).contains { index in
            guard sentence.items[index].isName else { return false }
            let word = sentence.source.tokens[sentence.items[index].range.upperBound - 1].folded
            // `salimos en barcas, con nombre y puerto`
            if index == 0, lexicon.language == .spanish, word.hasSuffix("mos"), word.utf8.count > 5 { return false }
            let isBehind = index > 0 && index + 1 < lead.upperBound
            return index == 0 && sentence.items[1].word == .be
                || (index == 0 || isBehind) && lexicon.inflector.isPlural(word)
        }
    }

    /// Finds where usual fields begin in parts of a sentence.
    func withUsualFields(_ parts: [Part]) -> [Part] {
        parts.map { part in
            var part = part
            part.usualFields = usualFields(part.sentence)
            return part
        }
    }

    /// How many places are tried in a sentence: what stands before a list is short, and each try reads what is behind it.
    private static let mostTries = 8

    /// Where usual fields begin, of which nothing else in the sentence could be the reason.
    private func usualFields(_ sentence: ProseSentence) -> Int? {
        var tries = 0
        for start in sentence.items.indices where start == 0 || beginsPart(start, sentence) {
            let first = firstPart(from: start, sentence)
            let startsUsual = usualField(first, sentence) != nil
            guard startsUsual || startsWithArticle(first, sentence) else { continue }
            if areUsual(from: start, startsUsual: startsUsual, sentence) { return start }
            tries += 1
            if tries == Self.mostTries { return nil }
        }
        return nil
    }

    /// The items up to the next mark or *and*.
    private func firstPart(from start: Int, _ sentence: ProseSentence) -> Range<Int> {
        var end = start
        while end < sentence.items.count, !sentence.items[end].isMark(",", ";", ":"), sentence.items[end].word != .and {
            end += 1
        }
        return span(start, end)
    }

    private func startsWithArticle(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        part.count > 1 && sentence.items[part.lowerBound].word == .article && sentence.items[part.lowerBound + 1].isName
    }

    /// Whether enough of what a list from an item on names are usual fields.
    private func areUsual(from start: Int, startsUsual: Bool, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let parts = ProseList(span(start, items.count), of: sentence, lexicon: lexicon).parts
            .filter { names($0, sentence) }
        let usual = parts.count { usualField($0, sentence) != nil }
        // With two that are, the others may have names of their own.
        if usual > 1, startsUsual { return 3 * usual >= parts.count }
        guard usual > 0 else { return false }
        // `a developer is stored as a login, unique, and a full name`
        if parts.count > 1 { return parts.allSatisfy { items[$0.lowerBound].word == .article } }
        return saysMore(span(start, items.count), sentence) && usualField(parts[0], sentence).map(isNameOnly) == true
    }

    /// Whether a part names something behind its determiners.
    private func names(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let head = head(of: part, sentence) else { return false }
        return sentence.items[head].isName || sentence.items[head].mention != nil
    }

    /// Where the name of a part begins.
    private func head(of part: Range<Int>, _ sentence: ProseSentence) -> Int? {
        part.first { index in
            guard let word = sentence.items[index].word else { return true }
            return !word.isDeterminer && word != .possessive
        }
    }

    /// Whether no verb can be behind a name: `las notas van de 0 a 10`; in English the last word makes it a usual one.
    private func isNameOnly(_ field: FieldItem) -> Bool {
        lexicon.language == .english || lexicon.hasField(named: field.name.text)
    }

    /// Whether something may begin at an item that is no part of a phrase before it.
    private func beginsPart(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let (item, before) = (sentence.items[index], sentence.items[index - 1])
        return item.word?.isDeterminer == true && before.word?.isDeterminer != true || before.word != nil
            || before.isMark(":", ",")
    }

    /// Whether an attribute or a number is in a list.
    private func saysMore(_ list: Range<Int>, _ sentence: ProseSentence) -> Bool {
        list.contains { sentence.items[$0].attribute != nil || sentence.items[$0].isNumber }
    }

    /// The usual field that a part names behind its determiners.
    private func usualField(_ part: Range<Int>, _ sentence: ProseSentence) -> FieldItem? {
        guard let name = head(of: part, sentence), sentence.items[name].isName else { return nil }
        return knownField(span(name, part.upperBound), sentence)
    }
}
