import MGELayers

extension ProseReader {
    /// `un mecánico se encarga de cada reparación`, `un agente gestiona cada inmueble`: each of them has one who does it.
    mutating func readDoerOfEach(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, segment.verb == nil, !segment.isNegated, !segment.isFronted,
            !segment.isPossible,
            [.article, .one].contains(subject.quantity), !subject.isPlural,
            let (index, thing) = sentence.mentions(in: segment.objects).first, thing.quantity == .each,
            thing.entity != subject.entity, isAgent(subject.entity),
            segment.isReflexive || !makes(segment),
            span(segment.objects.lowerBound, index).allSatisfy({
                [.each, .preposition, .skip].contains(sentence.items[$0].word)
            })
        else { return false }
        addEvidence(.one, thing, subject, sentence, part: segment.objects)
        return true
    }

    /// Whether what is done makes something new: `un médico escribe un informe para cada paciente`.
    private func makes(_ segment: Segment) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(segment.words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .creates }) != nil
    }
}
