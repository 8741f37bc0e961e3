import MGELayers

/// Who makes or handles something, and what is made: `sales reps own deals`, `adopters submit adoption requests`.
extension EntityFinder {
    /// Adds what a sentence says for those who do something, whom nobody knows, and for what they make.
    mutating func readDoers(_ sentence: TokenizedText) {
        guard lexicon.language == .english else { return }
        let tokens = sentence.tokens
        for verb in tokens.indices.dropFirst() {
            guard tokens[verb].kind == .word,
                let found = lexicon.prose.match(tokens, at: verb, where: { $0 == .creates || $0 == .handles }),
                let (doer, object) = DeedReader.plainDeed(verb..<verb + found.count, sentence, reader)
            else { continue }
            let creates = found.meaning == .creates
            guard !creates || Self.startsNew.contains(tokens[verb].folded) else { continue }
            let isField = isUsualField(sentence.words(object))
            let isKnown = lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(doer).entityName)) != nil
            let made = lexicon.inflector.singular(of: sentence.words(object).entityName)
            let usual = lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(doer).entityName))?.fields
            // `candidates upload a resume`, which is a field of theirs
            // `hospitals request units of a blood group`
            if object.upperBound < tokens.count, tokens[object.upperBound].isOf,
                reader.word(tokens, at: object.upperBound + 1) != nil
            {
                continue
            }
            if usual?.contains(where: { $0.hasPrefix(made + ":") }) == true { continue }
            // `users write a bio`
            if isField, !(creates && isKnown && ["upload", "post", "send"].contains(tokens[verb].folded)) { continue }
            if !isKnown { add(sentence, doer, weight: 2, isAgain: true) }
            add(sentence, object, weight: isField ? 4 : creates ? 2 : 1, isSubject: creates, isAgain: true)
        }
    }

    /// Verbs whose object is new and kept for itself.
    private static let startsNew: Set<String> = [
        "create", "open", "write", "publish", "post", "start", "submit", "send", "upload", "record", "file", "issue",
        "offer", "leave", "request",
    ]

    /// Adds what `a session places a course in a room at a time slot` says for each of them.
    mutating func readPlacing(_ sentence: TokenizedText) {
        let tokens = sentence.tokens
        guard lexicon.language == .english,
            let verb = tokens.indices.dropFirst(2).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .places }) != nil
                    && reader.word(tokens, at: index + 1)?.meaning == .article
            })
        else { return }
        let start = span(max(0, verb - 3), verb).last { reader.word(tokens, at: $0)?.meaning.isDeterminer == true }
        guard let start, [.article, .each].contains(reader.word(tokens, at: start)?.meaning), start + 1 < verb,
            span(start + 1, verb).allSatisfy({ tokens[$0].kind == .word && reader.word(tokens, at: $0) == nil }),
            !sentence.words(start + 1..<verb).entityName.isDoer
        else { return }
        add(sentence, start + 1..<verb, weight: 2, isSubject: true, isAgain: true)
        var index = verb + 1
        while index < tokens.count, tokens[index].kind == .word, reader.word(tokens, at: index)?.meaning != .with {
            if reader.word(tokens, at: index)?.meaning == .article,
                let noun = reader.nounPhrase(tokens, from: index + 1),
                !isUsualField(sentence.words(noun))
            {
                add(sentence, noun, weight: 2, isAgain: true)
                index = noun.upperBound
            } else {
                index += 1
            }
        }
    }

    /// Adds that something is done by somebody, or given to somebody: `reported by a tester and assigned to a developer`.
    mutating func readAgents(_ sentence: TokenizedText) {
        let tokens = sentence.tokens
        guard lexicon.language == .english, tokens.count > 2 else { return }
        if tokens[0].folded == "both", reader.word(tokens, at: 1)?.meaning == .be {
            // `both are technicians`
            found.append(agent("", tokens[0].place, weight: 0, isPlural: true, isPossible: false))
        }
        for lead in tokens.indices.dropFirst(3) {
            guard tokens[lead].folded == "by" || tokens[lead].folded == "to" && tokens[lead - 1].folded == "assigned",
                tokens[lead - 1].folded.hasSuffix("ed"), lead + 1 < tokens.count,
                lexicon.prose.match(tokens, at: lead - 1, where: { $0 == .identifies }) == nil
            else { continue }
            let isOne = ["a", "an", "one"].contains(tokens[lead + 1].folded)
            guard let noun = reader.nounPhrase(tokens, from: isOne ? lead + 2 : lead + 1),
                noun.upperBound == tokens.count || reader.word(tokens, at: noun.upperBound) != nil
                    || tokens[noun.upperBound].kind == .mark
            else { continue }
            let name = lexicon.inflector.singular(of: sentence.words(noun).entityName)
            let isPlural = name != sentence.words(noun).entityName
            guard isOne != isPlural, name.isDoer, name.isSoundName, lexicon.fieldItem(for: name) == nil else {
                continue
            }
            found.append(agent(name, tokens[noun.lowerBound].place, weight: isPlural ? 2 : 1, isPlural: isPlural))
        }
    }

    private func agent(
        _ name: String, _ place: LocatedText.Place, weight: Int, isPlural: Bool, isPossible: Bool = true
    ) -> NounEvidence {
        NounEvidence(
            name: name, words: Located(text: name, place: place), weight: weight, isPlural: isPlural, isListed: false,
            isSubject: false, isAgain: true, isAgent: true, isPossible: isPossible)
    }

    /// Adds who does something, unless they are only roles that others play.
    func addAgents(_ evidence: [[NounEvidence]], to candidates: inout EntityCandidates) {
        let agents = evidence.lazy.flatMap(\.self).filter(\.isAgent)
        guard agents.allSatisfy(\.isPossible) else { return }
        for noun in agents {
            candidates.add(
                noun.name, weight: noun.weight, words: noun.words, isPlural: noun.isPlural, isAgain: true)
        }
    }

    /// What it says for something that others belong to it: `bugs belong to a project`.
    func weightAsWhole(_ place: NounPlace) -> Int {
        let (tokens, start) = (place.sentence.tokens, place.phrase.lowerBound)
        guard lexicon.language == .english, place.after == .belongs, place.quantity == .article, !place.isPlural,
            start > 2, tokens[start - 2].folded == "to", tokens[start - 3].folded.hasPrefix("belong"),
            lexicon.fieldItem(for: place.words) == nil
        else { return 0 }
        return 1
    }
}
