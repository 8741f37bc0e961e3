import MGELayers

extension DeedReader {
    /// What stands behind a verb, and how many there are: `several classes` of `enrol in several classes`.
    func object(behind verb: Range<Int>) -> (noun: Range<Int>, quantity: ProseWord?)? {
        var start = verb.upperBound
        if lexicon.language == .spanish, start < tokens.count,
            tokens[start].folded == "a" || tokens[start].folded == "al"
        {
            start += 1
        }
        var quantity: ProseWord?
        var isBounded = false
        while start < tokens.count {
            if let bound = lexicon.prose.match(tokens, at: start, where: { [.maximum, .same, .twice].contains($0) }) {
                // `members can borrow up to 5 books`
                start += bound.count
                isBounded = isBounded || bound.meaning == .maximum
                if bound.meaning == .same { quantity = .definite }
            } else if let word = reader.word(tokens, at: start), word.meaning.isDeterminer {
                start += word.count
                quantity = isBounded && word.meaning == .many ? .article : word.meaning
            } else if tokens[start].kind == .number {
                start += 1
            } else {
                break
            }
        }
        if start < tokens.count, reader.word(tokens, at: start)?.meaning == .details,
            lexicon.entity(named: lexicon.inflector.singular(of: tokens[start].folded)) != nil
        {
            // `guests review properties`
            return (start..<start + 1, quantity)
        }
        guard let phrase = reader.nounPhrase(tokens, from: start),
            lexicon.prose.match(tokens, at: phrase.lowerBound, where: { $0 == .other }) == nil
        else { return nil }
        let name = sentence.words(phrase).entityName
        // `members reserve equipment`
        if lexicon.entity(named: name) != nil, lexicon.inflector.plural(of: name) == name { return (phrase, quantity) }
        let isPlural = lexicon.inflector.isPlural(sentence.words(phrase).entityName)
        // `votar una sola vez`
        guard !phrase.contains(where: { tokens[$0].folded == "vez" || tokens[$0].folded == "once" }) else { return nil }
        return quantity != nil || isPlural ? (phrase, quantity) : nil
    }

    /// What was named before, in the plural, where a pronoun or nothing stands behind a verb: `…, candidates apply`; empty
    /// where that is in another sentence.
    func said(behind verb: Range<Int>, before doer: Range<Int>) -> Range<Int>? {
        let next = verb.upperBound
        let isPronoun = next < tokens.count && ["them", "ellos", "ellas"].contains(tokens[next].folded)
        let isPlural = lexicon.inflector.isPlural(sentence.words(doer).entityName)
        // `the flower stall keeps its own books`
        guard isPronoun || isPlural && (next >= tokens.count || tokens[next].isMark(".")) else { return nil }
        let before = span(0, doer.lowerBound).reversed().lazy.compactMap { index -> Range<Int>? in
            guard tokens[index].kind == .word, reader.word(tokens, at: index) == nil,
                lexicon.inflector.isPlural(sentence.words(index..<index + 1).entityName)
            else { return nil }
            return index..<index + 1
        }
        return before.first ?? doer.lowerBound..<doer.lowerBound
    }

    /// What somebody answers with, which comes of it, and what they answer: `users open threads and reply with posts`.
    func reply(_ deed: Deed) -> Deed? {
        guard let noun = deed.object else { return nil }
        var deed = deed
        deed.made = lexicon.inflector.singular(of: sentence.words(noun).entityName)
        let first = span(deed.doer.upperBound, deed.verb.lowerBound).first { index in
            tokens[index].kind == .word && reader.word(tokens, at: index) == nil
                && lexicon.inflector.isPlural(sentence.words(index..<index + 1).entityName)
        }
        guard let first else { return nil }
        deed.object = first..<first + 1
        deed.isReply = true
        return deed
    }

    /// Whether what is booked refers to who does it, so that nothing else comes of it: `patients book appointments`.
    func makesObject(_ deed: Deed) -> Bool {
        guard ["booking", "reserva"].contains(deed.made), let object = deed.object else { return false }
        let names = [deed.doer, object].map { noun in
            lexicon.entity(named: lexicon.inflector.singular(of: sentence.words(noun).entityName))
        }
        guard let holder = names[0]?.name, let relations = names[1]?.relations else { return false }
        return relations.contains { $0.to.contains(holder) && $0.optional != true && $0.many != true }
    }

    /// Whether an opinion is told of by somebody, or of something, that has opinions, or with its limits: `customers review
    /// products`, but not `moderators review reports`.
    func isSure(_ deed: Deed) -> Bool {
        let relations = lexicon.entity(named: deed.made)?.relations ?? []
        guard !deed.isOnce, deed.verb.count == 1, let object = deed.object,
            relations.contains(where: { ["author", "autor"].contains($0.name) })
        else { return true }
        if span(object.upperBound, deed.end).contains(where: { tokens[$0].kind == .number }) { return true }
        return [deed.doer, object].contains { noun in
            let name = lexicon.inflector.singular(of: sentence.words(noun).entityName)
            let known = lexicon.entity(named: name)?.name ?? name
            return relations.contains { $0.to.contains(known) }
        }
    }

    // MARK: How often

    func isNegated(_ range: Range<Int>) -> Bool {
        range.contains { reader.word(tokens, at: $0)?.meaning == .not } || tokens.first?.folded == "no"
    }

    /// Whether something is done only once, and for what: `only once per poll`, `twice for the same course`.
    func limit(in range: Range<Int>, isNegated: Bool) -> (isOnce: Bool, scope: Range<Int>?) {
        guard let said = range.first(where: { saysOnce(at: $0, isNegated: isNegated) != nil }),
            var index = saysOnce(at: said, isNegated: isNegated)
        else { return (false, nil) }
        var isPer = false
        while index < range.upperBound {
            if let word = reader.word(tokens, at: index) {
                guard [.per, .preposition].contains(word.meaning) || word.meaning.isDeterminer || word.meaning == .skip
                else { break }
                isPer = isPer || word.meaning == .per || word.meaning == .preposition
                index += word.count
            } else if lexicon.prose.match(tokens, at: index, where: { $0 == .same }) != nil {
                index += 1
            } else {
                break
            }
        }
        let isOnly = isNegated || isPer || said > 0 && isOnlyWord(tokens[said - 1])
        guard isOnly else { return (false, nil) }
        guard isPer, index < range.upperBound, let phrase = reader.nounPhrase(tokens, from: index) else {
            return (true, nil)
        }
        return (true, phrase)
    }

    private func isOnlyWord(_ token: Token) -> Bool {
        ["only", "just", "exactly", "most", "solo", "sola", "unicamente"].contains(token.folded)
    }

    /// Where words end that say that something is done once, or may not be done again.
    private func saysOnce(at index: Int, isNegated: Bool) -> Int? {
        if isNegated, let twice = lexicon.prose.match(tokens, at: index, where: { $0 == .twice }) {
            return index + twice.count
        }
        if lexicon.language == .english { return tokens[index].folded == "once" ? index + 1 : nil }
        return tokens[index].folded == "vez" && index > 0 && ["una", "sola"].contains(tokens[index - 1].folded)
            ? index + 1 : nil
    }

    func endOfClause(from start: Int) -> Int {
        span(start, tokens.count).first { tokens[$0].isMark(".") || tokens[$0].isMark(";") } ?? tokens.count
    }

    /// Who does something to what stands before: `a shelter` of `requests, which a shelter approves or rejects`.
    static func decider(in sentence: TokenizedText, _ reader: SentenceReader) -> Range<Int>? {
        let tokens = sentence.tokens
        guard reader.lexicon.language == .english,
            let which = tokens.firstIndex(where: { $0.folded == "which" }), which > 1, which + 3 < tokens.count,
            let article = reader.word(tokens, at: which + 1),
            article.meaning == .article || article.meaning == .definite,
            article.count == 1
        else { return nil }
        let (noun, verb) = (which + 2, which + 3)
        func isPlain(_ index: Int) -> Bool { tokens[index].kind == .word && reader.word(tokens, at: index) == nil }
        guard isPlain(noun), isPlain(verb), tokens[verb].folded.hasSuffix("s"),
            !reader.lexicon.inflector.isPlural(tokens[noun].text.lowercased())
        else { return nil }
        var end = verb + 1
        if end + 1 < tokens.count, ["or", "and"].contains(tokens[end].folded), isPlain(end + 1) { end += 2 }
        guard end >= tokens.count || tokens[end].kind == .mark else { return nil }
        return noun..<verb
    }
}
