import MGECore
import MGELayers

extension ProseReader {
    /// `a separate flag says whether the donor is rhesus positive`: what says so is no entity.
    mutating func readFlag(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, said.contains(.flag),
            let flag = items.lastIndex(where: { $0.attribute == .flag }), flag > 0,
            items[..<flag].allSatisfy({ isPlain($0) }),
            items[..<flag].contains(where: { $0.word == .has || $0.isName || $0.attribute == .flag }),
            !items[..<flag].contains(where: { $0.word == .we })
        else { return false }
        let rest = span(flag, items.count)
        let about = sentence.mentions(in: rest).first { entry in
            [.be, .has, .can, .must].contains(
                items[span(entry.index + 1, items.count)].first { $0.word != .skip && $0.word != .not }?.word)
        }
        guard let owner = about?.mention ?? antecedent else { return false }
        readList(rest, of: owner, sentence)
        antecedent = owner
        return true
    }

    /// `tanto las placas como el número de serie son irrepetibles`: the two fields of one entity.
    func fieldsOfTwo(_ segment: Segment, _ sentence: ProseSentence) -> [(entity: Int, name: String)]? {
        let tokens = sentence.source.tokens
        let verb = sentence.tokens(segment.topic).upperBound
        guard lexicon.language == .spanish, let first = tokens[..<verb].lastIndex(where: { $0.folded == "tanto" }),
            let second = tokens[first..<verb].firstIndex(where: { $0.folded == "como" })
        else { return nil }
        let names = [span(first + 1, second), span(second + 1, verb)].map { range in
            let words = sentence.source.words(lists.withoutArticles(tokens, range)).lowercased()
            return facts.fields(named: words) + facts.fields(named: lexicon.inflector.singular(of: words))
        }
        guard let owner = names[0].first(where: { field in names[1].contains { $0.entity == field.entity } })?.entity
        else { return nil }
        return names.compactMap { $0.first { $0.entity == owner } }
    }

    /// The enumeration of what something is: `whether it is a feature, a series or a commercial`.
    mutating func addKinds(_ cases: Range<Int>, to owner: Mention, _ sentence: ProseSentence) -> String {
        let place = sentence.source.tokens[cases.lowerBound].place
        var field = FieldItem(
            name: Located(text: lexicon.kindName, place: place), words: sentence.source.words(cases))
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, cases, lexicon: lexicon)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner.entity)
        lastField = (owner.entity, field.name.text)
        isUsed = true
        return field.name.text
    }

    /// `some have parking and some don't`: a flag of those that were spoken of.
    mutating func readSome(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, items.count > 5, isSome(items[0], sentence), items[1].word == .has,
            let owner = plural ?? antecedent
        else { return false }
        let object = span(2, items.count).drop { items[$0].word == .article }
        let names = object.prefix { items[$0].isName }
        let next = names.upperBound
        guard (1...3).contains(names.count), next + 2 < items.count, items[next].word == .and || items[next].isMark(",")
        else { return false }
        let rest = span(next, items.count).drop { items[$0].word == .and || items[$0].isMark(",") }
        guard let other = rest.first, isSome(items[other], sentence) || items[other].isName, other + 1 < items.count,
            items[other + 1].word == .not,
            other + 2 == items.count || items[other + 2].isMark(".", ";", ",")
        else { return false }
        let name = sentence.located(sentence.tokens(span(names.lowerBound, names.upperBound)))
        var attributes = FieldAttributes()
        attributes.read(
            sentence.source, sentence.tokens(span(other + 2, max(other + 2, items.count))), lexicon: lexicon)
        addFlag(name, attributes, of: owner)
        return true
    }

    /// Gives somebody a field that is yes or no, with what is said of it.
    mutating func addFlag(_ name: Located, _ attributes: FieldAttributes, of owner: Mention) {
        var field = FieldItem(name: name, words: name.text)
        var attributes = attributes
        attributes.isFlag = true
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner.entity)
        lastField = (owner.entity, name.text)
        isUsed = true
    }

    private func isSome(_ item: ProseItem, _ sentence: ProseSentence) -> Bool {
        ["some", "others", "many", "most"].contains(sentence.source.tokens[item.range.lowerBound].folded)
    }

    /// Whether an item may stand in the words for a flag: `another field then tells`.
    private func isPlain(_ item: ProseItem) -> Bool {
        item.isName || item.word == .has || item.word == .skip || item.word?.isDeterminer == true
            || item.attribute == .flag
    }

    /// `a placement is when an animal goes to a home`: it refers to all that take part.
    mutating func readDefinition(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, let first = items.firstIndex(where: { $0.mention != nil }),
            let made = items[first].mention, first + 2 < items.count,
            items[first + 1].word == .be && items[first + 2].word == .when || recordsThat(first + 1, sentence),
            items[..<first].allSatisfy({ $0.word?.isDeterminer == true || $0.word == .skip })
        else { return false }
        for (index, mention) in sentence.mentions(in: span(first + 3, items.count)) where mention.entity != made.entity
        {
            addEvidence(
                mention.quantity == .many ? .both : .one, made, mention, sentence, part: span(index, index + 1))
        }
        antecedent = made
        return true
    }

    /// Whether it is said what one thing stands for: `a pass records that a satellite can be seen from a station`.
    private func recordsThat(_ verb: Int, _ sentence: ProseSentence) -> Bool {
        [.has, .keep].contains(sentence.items[verb].word) && sentence.items[verb + 1].word == .relative
            && sentence.source.tokens[sentence.items[verb + 1].range.lowerBound].folded == "that"
            && sentence.mentions(in: span(verb + 2, sentence.items.count)).count > 0
    }

    /// Where a clause begins behind a definition: `a placement is when an animal goes to a home, it has a start date`.
    func definitionEnd(_ tokens: [Token]) -> Int? {
        guard lexicon.language == .english,
            let be = tokens.indices.prefix(6).first(where: {
                [.be, .has, .keep].contains(reader.word(tokens, at: $0)?.meaning)
            }),
            let verb = reader.word(tokens, at: be), be + verb.count < tokens.count,
            (verb.meaning == .be ? ["when", "where"] : ["that"]).contains(tokens[be + verb.count].folded)
        else { return nil }
        return span(be, tokens.count).first { index in
            let next = reader.word(tokens, at: index + 1)?.meaning
            return tokens[index].isMark(",") && (next == .it || next == .they)
                || tokens[index].isMark(":") && (next == .has || next == .it)
        }
    }
}
