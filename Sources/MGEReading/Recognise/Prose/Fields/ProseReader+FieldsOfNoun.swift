import MGECore
import MGELayers

/// Fields that are told by what is said of their owner.
extension ProseReader {
    /// `blocks are numbered`: each has a number.
    mutating func readNumbered(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let subject = segment.subject, !segment.isNegated, !segment.isOurs else {
            return false
        }
        let tokens = sentence.tokens(segment.objects)
        let isBare =
            segment.verb == .be && tokens.first.map { sentence.source.tokens[$0].folded == "numbered" } ?? false
        guard isBare || segment.isPassive && segment.words.lowercased() == "numbered" else { return false }
        let place = isBare ? sentence.source.tokens[tokens.lowerBound].place : sentence.source.place
        let name = Located(text: "number", place: place)
        facts.add(FieldItem(name: name, words: name.text), to: subject.entity)
        lastField = (subject.entity, name.text)
        isUsed = true
        return true
    }

    /// Whether fields often have a name, be it one that tells no type.
    func isUsual(_ name: String) -> Bool { lexicon.fieldItem(for: name) != nil || name == "number" }

    /// `route numbers are unique`, `locker codes are never reused`: a usual field that nothing was said of before, named
    /// with whose it is.
    mutating func readFieldOfNoun(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, said.contains(.unique), let owner = sentence.mentions.first,
            owner.range.lowerBound < 2, owner.start == 0, !owner.isPlural, !owner.isPossessive,
            owner.range.upperBound + 2 < tokens.count
        else { return false }
        let noun = owner.range.upperBound
        let name = lexicon.inflector.singular(of: tokens[noun].folded)
        guard lexicon.inflector.isPlural(tokens[noun].folded), isUsual(name),
            candidates.number(of: candidates.candidates[owner.entity].name + " " + name) == nil,
            !facts.fields(named: name).contains(where: { $0.entity == owner.entity }),
            let verb = reader.word(tokens, at: noun + 1)?.meaning ?? reader.attribute(tokens, at: noun + 1)?.meaning,
            [.be, .can, .must, .not, .unique].contains(verb)
        else { return false }
        let end =
            span(noun + 1, tokens.count).first { tokens[$0].isMark(",") || tokens[$0].isMark(";") } ?? tokens.count
        guard !sentence.mentions.contains(where: { $0.start > noun && $0.start < end }) else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(noun + 1, end), lexicon: lexicon)
        guard attributes.unique != nil else { return false }
        var field = FieldItem(name: Located(text: name, place: tokens[noun].place), words: name)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner.entity)
        lastField = (owner.entity, name)
        isUsed = true
        if end + 2 < tokens.count, let rest = prepared(sentence.source.part(end + 1..<tokens.count)) { read(rest) }
        return true
    }

    /// `customers fill in a claim; on it we want a phone number`: the fields of what was named last.
    mutating func readOnIt(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let (items, topic) = (sentence.items, segment.topic)
        guard lexicon.language == .english, segment.isOurs, segment.subject == nil, topic.lowerBound == 0,
            topic.count > 1, items[0].word == .preposition, items[1].word == .it,
            sentence.mentions(in: segment.objects).isEmpty,
            let owner = previous?.mentions.last(where: { !$0.isPlural && $0.quantity == .article }) ?? antecedent
        else { return false }
        readList(segment.objects, of: owner, sentence)
        return true
    }

    /// `about employees, just the name and whether they are certified`: no verb says that these are kept.
    mutating func readTopicOnly(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, said.contains(.flag), items.first?.word == .preposition,
            let topic = items.prefix(3).firstIndex(where: { $0.mention != nil }), let owner = items[topic].mention,
            topic + 2 < items.count, items[topic + 1].isMark(",")
        else { return false }
        let start = span(topic + 2, items.count).first { items[$0].word != .skip } ?? items.count
        let flag = items.firstIndex { $0.attribute == .flag } ?? 0
        guard start < flag, leadsToField(span(start, flag), sentence),
            !items[start..<flag].contains(where: {
                [.has, .keep, .be, .belongs, .can, .must, .weHave, .delete, .we].contains($0.word)
            })
        else { return false }
        readList(span(start, items.count), of: owner, sentence)
        return true
    }

    /// `so there is a visible flag that starts out as false`: what is spoken of has it.
    mutating func readFlagThere(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let owner = antecedent, segment.objects.count > 2,
            lexicon.prose.meaning(
                of: Tokenizer.tokenize(LocatedText(segment.words)).tokens, where: { $0 == .weHave }) != nil,
            sentence.items[segment.objects.lowerBound].word == .article,
            sentence.mentions(in: span(0, segment.objects.upperBound)).isEmpty
        else { return false }
        let first = sentence.items[segment.objects.lowerBound].range.upperBound
        let tokens = sentence.source.tokens
        let flag = span(first + 1, min(first + 4, tokens.count)).first {
            ["flag", "field", "checkbox", "switch", "tick box"].contains(tokens[$0].folded)
        }
        guard let flag, span(first, flag).allSatisfy({ tokens[$0].kind == .word && reader.word(tokens, at: $0) == nil })
        else { return false }
        readList(segment.objects, of: owner, sentence)
        return true
    }
}
