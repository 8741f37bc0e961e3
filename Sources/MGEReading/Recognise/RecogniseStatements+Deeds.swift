import MGELayers

extension RecogniseStatements {
    /// What comes of what people are said to do, and is not named: a booking of `los huéspedes reservan habitaciones`.
    ///
    /// It is only taken where it usually refers to both, or where it is said when it is done.
    func deeds(in sentences: [TokenizedText], besides candidates: EntityCandidates) -> [Located] {
        guard lexicon.language == .spanish else { return [] }
        var found: [Located] = []
        for sentence in sentences {
            for part in CoordinatedVerbs(lexicon: lexicon).parts(of: sentence) {
                if let deed = deed(in: part.tokens, candidates), !found.contains(where: { $0.text == deed.text }) {
                    found.append(deed)
                }
            }
        }
        return found
    }

    private func deed(in tokens: [Token], _ candidates: EntityCandidates) -> Located? {
        for index in tokens.indices.dropFirst() {
            guard let deed = lexicon.deeds.match(tokens, at: index), index + deed.count < tokens.count,
                let doer = name(before: index, tokens, candidates),
                let (thing, end) = name(from: index + deed.count, tokens, candidates), doer != thing,
                let made = lexicon.entity(named: deed.meaning)
            else { continue }
            let isThere = candidates.candidates.contains { lexicon.entity(named: $0.name)?.name == made.name }
            guard !isThere, isOf(made, doer, thing) || saysWhen(tokens, from: end) else { return nil }
            return Located(text: deed.meaning, place: tokens[index].place)
        }
        return nil
    }

    /// The entity that stands before a verb, of which there are several.
    private func name(before verb: Int, _ tokens: [Token], _ candidates: EntityCandidates) -> String? {
        var index = verb - 1
        while index > 0, let word = lexicon.prose.match(tokens, at: index, where: { $0 == .can || $0 == .skip }),
            word.count == 1
        {
            index -= 1
        }
        return name(at: index, tokens, candidates)
    }

    private func name(
        at index: Int, _ tokens: [Token], _ candidates: EntityCandidates, isOne: Bool = false
    ) -> String? {
        let word = tokens[index].text.entityName
        let singular = lexicon.inflector.singular(of: word)
        guard tokens[index].kind == .word, isOne || singular != word, candidates.number(of: singular) != nil else {
            return nil
        }
        return singular
    }

    /// The entity that follows a verb, with an article or a preposition before it.
    private func name(
        from start: Int, _ tokens: [Token], _ candidates: EntityCandidates
    ) -> (name: String, end: Int)? {
        let index = span(start, min(start + 3, tokens.count)).first { index in
            let word = lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning
            return word?.isDeterminer != true && word != .preposition
        }
        guard let index else { return nil }
        // `reservan la pista`
        let isOne = ["el", "la", "un", "una"].contains(tokens[index - 1].folded)
        return name(at: index, tokens, candidates, isOne: isOne).map { ($0, index + 1) }
    }

    /// Whether something usually refers to one of two others.
    private func isOf(_ made: VocabularyEntity, _ doer: String, _ thing: String) -> Bool {
        [doer, thing].contains { name in
            guard let other = lexicon.entity(named: name) else { return false }
            return made.relations?.contains { $0.to.contains(other.name) } ?? false
        }
    }

    /// Whether it is said when something is done: `desde una fecha de inicio hasta una fecha de fin`.
    private func saysWhen(_ tokens: [Token], from start: Int) -> Bool {
        span(start, tokens.count).contains { index in
            ["fecha", "hora"].contains(tokens[index].folded) && index > start
                && ["una", "la"].contains(tokens[index - 1].folded)
                // `se postulan a las ofertas con una carta`
                || tokens[index].folded == "con" && index + 1 < tokens.count
                    && ["un", "una"].contains(tokens[index + 1].folded)
        }
    }
}
