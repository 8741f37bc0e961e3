import MGELayers

extension ProseReader {
    /// `log a withdrawal: the date and the purpose`, `as a climber, I sign up with an email`.
    mutating func readRequested(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english else { return readAskedOf(segment, sentence) }
        let mentions = sentence.mentions(in: segment.objects)
        let isImperative = segment.subject.map { !$0.isPlural && !segment.words.hasSuffix("s") } ?? true
        if let (index, made) = mentions.first, isImperative, index + 2 < segment.objects.upperBound,
            sentence.items[index + 1].isMark(":"),
            span(segment.objects.lowerBound, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true })
        {
            readList(span(index + 2, segment.objects.upperBound), of: made, sentence)
            return true
        }
        guard let speaker, mentions.isEmpty, signsUp(segment, sentence) else { return false }
        readList(segment.objects, of: speaker, sentence)
        return true
    }

    /// `se pedirá al socio el nombre y un correo`: who is asked stands behind the verb, before what is asked for.
    private mutating func readAskedOf(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard segment.subject == nil, let first = segment.objects.first, items[first].word == .preposition,
            ["a", "al"].contains(sentence.source.tokens[items[first].range.lowerBound].folded),
            let (index, owner) = sentence.mentions(in: segment.objects).first,
            span(first + 1, index).allSatisfy({ items[$0].word?.isDeterminer == true }),
            index + 2 < segment.objects.upperBound, [.definite, .article].contains(items[index + 1].word)
        else { return false }
        readList(span(index + 1, segment.objects.upperBound), of: owner, sentence)
        antecedent = owner
        return true
    }

    /// `ask researchers for their name`, `we ask each donor for a name and an email`.
    mutating func readAsked(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english,
            let verb = items.firstIndex(where: { $0.word != .we && $0.word != .skip && $0.word != .must }),
            sentence.source.tokens[items[verb].range.lowerBound].folded == "ask",
            let asked = span(verb + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            let owner = items[asked].mention, asked + 2 < items.count, items[asked + 1].word == .preposition,
            sentence.source.tokens[items[asked + 1].range.lowerBound].folded == "for",
            sentence.mentions(in: span(asked + 2, items.count)).isEmpty
                || leadsToField(span(asked + 2, items.count), sentence)
        else { return false }
        readList(span(asked + 2, items.count), of: owner, sentence)
        antecedent = owner
        if owner.isPlural { plural = owner }
        previous = sentence
        return true
    }

    /// Whether somebody makes an account of their own: `as a climber, I sign up with an email`.
    private func signsUp(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.objects.lowerBound > 0, segment.isOurs else { return false }
        let verb = sentence.items[segment.objects.lowerBound - 1].range.lowerBound
        return lexicon.behaviour.match(sentence.source.tokens, at: verb, where: { $0 == .signsUp }) != nil
    }
}
