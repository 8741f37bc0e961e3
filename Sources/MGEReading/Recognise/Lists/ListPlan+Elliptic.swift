import MGELayers

extension ListPlan {
    /// A sentence behind the fields of an entity with the name of this entity, which it leaves out:
    /// `It is held in one hall` of the shows is `Each show is held in one hall`, and where `A hall has several`, each show belongs
    /// to a hall.
    /// - Returns: nil when it leaves nothing out.
    func completed(_ sentence: TokenizedText, of name: TokenizedText) -> TokenizedText? {
        guard sentence.tokens.count > 3, sentence.tokens[0].isCapitalised else { return nil }
        let isEnglish = lexicon.language == .english
        var each = word(isEnglish ? "each" : "cada", at: name.tokens[0])
        each.place = sentence.place
        let subject = [each] + singular(name)
        if let (owner, end) = several(in: sentence) {
            let belongs = (isEnglish ? ["belongs", "to"] : ["pertenece", "a"]).map { text in
                var token = word(text, at: sentence.tokens[0])
                token.range = token.range.lowerBound..<token.range.lowerBound
                return token
            }
            return TokenizedText(
                text: sentence.text,
                tokens: subject + belongs + sentence.tokens[..<owner] + sentence.tokens[end...])
        }
        if let (noted, isOptional) = noted(in: sentence) {
            let verb = (isOptional ? ["may", "have"] : ["has"]).map { word($0, at: subject[subject.count - 1]) }
            return TokenizedText(text: sentence.text, tokens: subject + verb + noted)
        }
        let start = withoutSubject(sentence.tokens)
        let said = withNoun(sentence.tokens, name)
        guard start != nil || said.count > sentence.tokens.count else { return nil }
        return TokenizedText(text: sentence.text, tokens: (start == nil ? [] : subject) + said[(start ?? 0)...])
    }

    /// What a sentence below the fields of an entity says of this without naming it: `Belongs to a product`, `Its author is a person`.
    func saidOfEntity(_ sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        guard tokens.count > 2 else { return nil }
        if ["its", "su", "sus"].contains(tokens[0].folded) {
            let isSaid = tokens.indices.dropFirst(2).prefix(3).contains { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .be }) != nil
                    && lexicon.count(anyOf: [.indefinite, .other], tokens, at: index + 1) != nil
            }
            return isSaid ? sentence.part(1..<tokens.count) : nil
        }
        let starts =
            lexicon.count(anyOf: [.refersTo, .manyToOne], tokens, at: 0) != nil
            || lexicon.prose.match(tokens, at: 0, where: { $0 == .belongs }) != nil
        return starts && tokens[0].kind == .word ? sentence : nil
    }

    /// The words of a sentence with the noun behind the number at their end: `a track has at most one` transcript.
    private func withNoun(_ tokens: [Token], _ name: TokenizedText) -> [Token] {
        let end = tokens.lastIndex { $0.isName } ?? 0
        guard end > 3, lexicon.count(.indefinite, tokens, at: end) != nil,
            lexicon.holds(anyOf: [.maximum], in: Array(tokens[max(0, end - 3)..<end]))
        else { return tokens }
        let place = tokens[end].range.upperBound
        let noun = singular(name).map { token in
            var token = token
            token.range = place..<place
            return token
        }
        return tokens[...end] + noun + tokens[(end + 1)...]
    }

    /// Where what a sentence says begins, when it names no subject: behind `it`, or at the verb in Spanish.
    private func withoutSubject(_ tokens: [Token]) -> Int? {
        if lexicon.language == .english {
            guard let it = lexicon.prose.match(tokens, at: 0, where: { $0 == .it }), it.count < tokens.count,
                lexicon.prose.match(tokens, at: it.count, where: \.isStructural) != nil
            else { return nil }
            return it.count
        }
        let first = tokens[0].folded
        let isPronoun = ["lo", "la", "los", "las"].contains(first)
        let verb = isPronoun ? 1 : 0
        guard tokens[verb].kind == .word,
            ["a", "e", "n"].contains(tokens[verb].folded.last) || tokens[verb].folded == "es",
            guess.type(of: tokens[verb].text) == nil, !candidates.contains(key(tokens[verb].text)),
            isTarget(tokens, at: verb + 1)
                || lexicon.inflector.isPreposition(tokens[verb + 1].folded) && isTarget(tokens, at: verb + 2)
        else { return nil }
        return 0
    }

    private func isTarget(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.count(anyOf: [.indefinite, .many], tokens, at: index) != nil
    }

    /// What a sentence says to be of each of something: the show of `For each show, the name and the price`.
    func topic(of sentence: TokenizedText) -> TokenizedText? {
        let tokens = sentence.tokens
        let lead = lexicon.count(anyOf: [.of, .for], tokens, at: 0) ?? 0
        guard let each = lexicon.count(.each, tokens, at: lead), lead + each < tokens.count else { return nil }
        let start = lead + each
        let end = tokens.indices.dropFirst(start + 1).prefix(3).first { index in
            !tokens[index].isName || lexicon.prose.match(tokens, at: index, where: \.isStructural) != nil
        }
        return end.map { sentence.part(start..<$0) }
    }

    /// What a sentence says to be noted, and whether it may be missing: a guide of `The guide who leads it is noted once known`.
    private func noted(in sentence: TokenizedText) -> (words: [Token], isOptional: Bool)? {
        let tokens = sentence.tokens
        guard lexicon.language == .english, let lead = lexicon.count(.determiner, tokens, at: 0) else { return nil }
        let count = (1...3).last { count in
            lead + count < tokens.count && candidates.contains(key(sentence.words(lead..<lead + count)))
        }
        guard let count,
            let verb = tokens.indices.dropFirst(lead + count).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .be }) != nil
            }), verb < tokens.count - 1, lexicon.prose.match(tokens, at: verb + 1, where: { $0 == .recorded }) != nil,
            verb == lead + count || lexicon.count(.relative, tokens, at: lead + count) != nil
        else { return nil }
        let rest = Array(tokens[verb...])
        let isOptional =
            lexicon.holds(anyOf: [.mayBeEmpty], in: rest)
            || rest.indices.contains { lexicon.prose.match(rest, at: $0, where: { $0 == .circumstance }) != nil }
        return ([word("a", at: tokens[0])] + tokens[lead..<lead + count], isOptional)
    }

    /// Where who has several of what a sentence does not name ends, and where they do: `A job has several, and …`.
    private func several(in sentence: TokenizedText) -> (owner: Int, end: Int)? {
        let tokens = sentence.tokens
        guard let lead = lexicon.count(anyOf: [.indefinite, .each], tokens, at: 0) else { return nil }
        let count = (1...3).last { count in
            lead + count < tokens.count && candidates.contains(key(sentence.words(lead..<lead + count)))
        }
        guard let count, let verb = lexicon.count(.has, tokens, at: lead + count),
            let many = lexicon.count(.many, tokens, at: lead + count + verb)
        else { return nil }
        let end = lead + count + verb + many
        return end < tokens.count && tokens[end].kind == .mark ? (lead + count, end) : nil
    }

    private func singular(_ name: TokenizedText) -> [Token] {
        let words = lexicon.inflector.singular(of: name.words.unquoted.entityName).split(separator: " ")
        return zip(words, name.tokens).map { word(String($0), at: $1) }
    }

    private func word(_ text: String, at token: Token) -> Token {
        Token(
            kind: .word, text: text, folded: text.foldedForComparison, range: token.range, place: token.place,
            isSpaced: true)
    }
}
