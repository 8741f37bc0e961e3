import MGELayers

extension ProseReader {
    /// `los clientes visitan inmuebles y hacen ofertas`, `los alumnos se inscriben en cursos y dejan valoraciones`: what is made
    /// is about what the same people do something with before.
    mutating func readMadeAbout(_ sentence: ProseSentence, _ segments: [Segment]) {
        guard lexicon.language == .spanish, let before = previous, before.source.place == sentence.source.place,
            let segment = segments.first, segments.count == 1, segment.verb == nil, let subject = segment.subject,
            let made = sentence.mentions(in: segment.objects).first?.mention, made.entity != subject.entity,
            made.isPlural, !isAgent(made.entity), let earlier = before.mentions.first, earlier.entity == subject.entity,
            let object = before.mentions.dropFirst().first, object.entity != made.entity,
            object.entity != subject.entity, !isAgent(object.entity),
            creates(words: segment.words), !creates(words: verb(of: before)) || isUsual(made, of: object)
        else { return }
        let known = lexicon.entity(named: candidates.candidates[made.entity].name)
        guard known == nil || isUsual(made, of: object) else { return }
        var (source, target) = (made, object)
        (source.isPlural, source.quantity) = (false, .article)
        (target.isPlural, target.quantity, target.modifier) = (false, .article, nil)
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: source.entity, target: target.entity, isWeak: true,
                words: sentence.located(made.range)))
    }

    private func creates(words: String) -> Bool {
        let tokens = Tokenizer.tokenize(LocatedText(words)).tokens
        return lexicon.prose.meaning(of: tokens, where: { $0 == .creates }) != nil
    }

    /// The word behind the subject of a sentence.
    private func verb(of sentence: ProseSentence) -> String {
        guard let end = sentence.mentions.first?.range.upperBound, end < sentence.source.tokens.count else { return "" }
        return sentence.source.tokens[end].text
    }

    /// Whether the vocabulary knows that the one refers to the other.
    private func isUsual(_ made: Mention, of object: Mention) -> Bool {
        guard let known = lexicon.entity(named: candidates.candidates[made.entity].name),
            let other = lexicon.entity(named: candidates.candidates[object.entity].name)
        else { return false }
        return known.relations?.contains { $0.to.contains(other.name) } ?? false
    }
}
