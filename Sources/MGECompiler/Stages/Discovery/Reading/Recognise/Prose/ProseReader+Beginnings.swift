import MGECore

extension ProseReader {
    /// `projects begin life as a sketch`: no field is named, so it is the default of the enumeration with this case.
    mutating func readBeginning(_ sentence: ProseSentence) {
        guard lastField == nil, let subject = sentence.mentions.first else { return }
        let tokens = sentence.source.tokens
        guard
            let start = span(subject.range.upperBound, tokens.count).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .default }) != nil
            })
        else { return }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(start, tokens.count), lexicon: lexicon)
        if let value = attributes.value { beginnings.append((subject.entity, value)) }
    }

    /// Gives enumerations the defaults that were said of their entities.
    mutating func settleBeginnings() {
        for (entity, value) in beginnings {
            let said = value.text.foldedForComparison
            for field in facts.facts[entity].fields {
                let found = field.type?.arguments?.first { $0.text.foldedForComparison == said }
                guard let found else { continue }
                facts.update(entity, named: field.name.text) { field in
                    field.defaultValue = field.defaultValue ?? Located(text: found.text, place: value.place)
                }
            }
        }
    }
}
