import MGECore
import MGELayers

extension ProseReader {
    /// Of what a clause notes something: `cada tela la trae un importador; le anoto la empresa`.
    func given(by segment: Segment, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, segment.topic.upperBound < sentence.items.count
        else { return nil }
        let verb = sentence.items[segment.topic.upperBound].range.lowerBound
        guard verb > 2, ["le", "les"].contains(tokens[verb - 1].folded), tokens[verb - 2].isMark(";") else {
            return nil
        }
        return sentence.mentions.last { $0.range.upperBound == verb - 2 }
    }

    /// Whose a Spanish list is that begins with whom it is about: `guardamos de cada cliente la razón social y el correo`,
    /// `pide para la corrida la fecha`.
    func named(_ range: Range<Int>, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        let items = sentence.items
        guard lexicon.language == .spanish, let lead = range.first(where: { items[$0].word != .skip }),
            items[lead].word == .preposition || items[lead].word == .per,
            ["de", "del", "para"].contains(sentence.source.tokens[items[lead].range.lowerBound].folded),
            let head = span(lead + 1, range.upperBound).first(where: { items[$0].word?.isDeterminer != true }),
            let owner = items[head].mention, head + 1 < range.upperBound
        else { return nil }
        var rest = span(head + 1, range.upperBound)
        if let first = rest.first, items[first].isMark(":") || items[first].isMark(",") { rest = rest.dropFirst() }
        guard let first = rest.first,
            items[first].word == .definite || items[first].word == .article || leadsToField(rest, sentence)
        else { return nil }
        return (owner, rest)
    }

    /// `un programa tiene un locutor, y en algunos hay además un suplente`: what only some of them have.
    mutating func readForSome(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let (items, topic) = (sentence.items, segment.topic)
        guard lexicon.language == .spanish, segment.subject == nil, topic.count > 1,
            items[topic.lowerBound].word == .preposition,
            topic.dropFirst().allSatisfy({ items[$0].word == .many || items[$0].word == .skip }),
            let owner = sentence.mentions(in: 0..<topic.lowerBound).first?.mention ?? antecedent
        else { return false }
        readList(segment.objects, of: owner, sentence, isPossible: true)
        return true
    }

    /// `con una o varias partidas hacemos una cuajada`: what is made has several of what it is made of.
    mutating func readMadeOf(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.subject == nil, let lead = segment.topic.first,
            sentence.items[lead].word == .with,
            let source = sentence.mentions(in: segment.topic).first?.mention, source.quantity == .many,
            let made = sentence.mentions(in: segment.objects).first?.mention, made.entity != source.entity,
            made.quantity == .article, !made.isPlural,
            made.start == segment.objects.first.map({ sentence.items[$0].range.lowerBound })
        else { return false }
        addEvidence(.many, made, source, sentence, part: segment.objects)
        return true
    }

    /// Whether what is kept may be fields, and is nothing else that we do: `llevamos sesenta años apuntándolo todo`.
    func isOfFields(_ objects: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let first = objects.first(where: { sentence.items[$0].word != .skip }),
            sentence.items[first].isName
        else { return true }
        let name = sentence.source.tokens[sentence.items[first].range.lowerBound]
        return lexicon.numbers[name.folded] == nil
    }

    /// Whether a verb gives somebody a role: `nombramos`.
    func appoints(_ segment: Segment) -> Bool {
        lexicon.language == .spanish
            && lexicon.prose.meaning(
                of: Tokenizer.tokenize(LocatedText(segment.words)).tokens, where: { $0 == .appoints }) != nil
    }
}
