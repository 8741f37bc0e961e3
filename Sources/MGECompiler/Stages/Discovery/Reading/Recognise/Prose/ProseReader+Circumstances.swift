import MGECore

extension ProseReader {
    /// `adopters fill in their name and an address`: a verb that says nothing here, before a list of fields.
    /// - Returns: whether it is one, which the first part of the list, and a field that is known, decide.
    mutating func readUnknownVerb(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard segment.verb == nil, !segment.isPassive, !segment.isNegated else { return false }
        var objects = segment.objects
        if let first = objects.first, sentence.items[first].word == .preposition { objects = objects.dropFirst() }
        let parts = ProseList(objects, of: sentence, lexicon: lexicon).parts
        guard parts.count > 1, sentence.mentions(in: parts[0]).isEmpty,
            parts.contains(where: { knownField($0, sentence) != nil })
        else { return false }
        readList(objects, of: subject, sentence)
        return true
    }

    /// `a treatment is given to an animal by a vet, on some date and at a cost`: what stands after prepositions and is a
    /// field as a rule is one here.
    mutating func readCircumstances(_ range: Range<Int>, of subject: Mention, _ sentence: ProseSentence) {
        for part in ProseList(range, of: sentence, lexicon: lexicon).parts {
            guard let first = part.first, sentence.items[first].word == .preposition,
                part.count > 1, sentence.items[first + 1].word == .article,
                let field = knownField(part.dropFirst(), sentence)
            else { continue }
            facts.add(field, to: subject.entity)
            lastField = (subject.entity, field.name.text)
            isUsed = true
        }
    }

    /// The field that a part of a sentence names, when its name is a usual one.
    private func knownField(_ part: Range<Int>, _ sentence: ProseSentence) -> FieldItem? {
        guard !part.isEmpty, sentence.mentions(in: part).isEmpty,
            let field = FieldPhraseReader(sentence.source, reader: reader).field(sentence.tokens(part)),
            lexicon.fieldItem(for: field.name.text) != nil
        else { return nil }
        return field
    }
}
