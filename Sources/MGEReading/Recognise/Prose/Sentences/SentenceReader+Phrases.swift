import MGECore
import MGELayers

extension SentenceReader {
    /// A noun phrase: words that are none of the grammar, in Spanish with `de` between them.
    ///
    /// In an English phrase of several words, a later word that is a plural or a verb in `-s`, and not the last, ends it:
    /// `mechanic repairs bicycles`.
    func nounPhrase(_ tokens: [Token], from start: Int) -> Range<Int>? {
        var end = start
        var count = 0
        while end < tokens.count, count < Self.longestName {
            if tokens[end].kind == .word, word(tokens, at: end) == nil, !isAttribute(tokens, at: end),
                !isOurVerb(tokens, at: end), !(end > start && (isJoining(tokens, at: end) || isAlike(tokens, at: end)))
            {
                end += 1
                count += 1
            } else if lexicon.language == .spanish, end > start, tokens[end].folded == "de", end + 1 < tokens.count,
                tokens[end + 1].folded == "datos"
            {
                // `un conjunto de datos`
                end += 2
                count += 1
            } else if lexicon.language == .spanish, end > start,
                tokens[end].folded == "de" || tokens[end].folded == "del",
                end + 1 < tokens.count, tokens[end + 1].kind == .word, word(tokens, at: end + 1) == nil,
                lexicon.prose.match(tokens, at: end + 1, where: { $0 == .measure || $0 == .same }) == nil
            {
                end += 1
            } else {
                break
            }
        }
        guard end > start, !tokens[start..<end].contains(where: \.text.hasApostrophe) else { return nil }
        if lexicon.language == .spanish, end - start == 2, start > 0,
            ["los", "las"].contains(tokens[start - 1].folded),
            ["an", "en"].contains(where: tokens[start].folded.hasSuffix),
            lexicon.inflector.isPlural(tokens[start + 1].folded)
        {
            // `las alquilan clientes`
            return nil
        }
        if lexicon.language == .english {
            for index in span(start, end)
            where index + 1 < end && !(index == start && compounds.begin(tokens, at: index, lexicon)) {
                let text = tokens[index].text.lowercased()
                if lexicon.inflector.isPlural(text) { return span(start, index > start ? index : index + 1) }
            }
            if end - start > 3 { return nil }
        } else if end - start == 2, tokens[start + 1].folded.utf8.count > 4 || tokens[start + 1].folded == "van",
            ["an", "en"].contains(where: tokens[start + 1].folded.hasSuffix)
        {
            // `socios apuntan`: the second word is a verb.
            return span(start, start + 1)
        } else if end - start == 3, tokens[start + 1].folded.utf8.count > 4,
            ["an", "en"].contains(where: tokens[start + 1].folded.hasSuffix),
            lexicon.inflector.isPlural(tokens[start + 2].folded)
        {
            // `de un repositorio salen versiones`
            return span(start, start + 1)
        }
        return span(start, end)
    }

    /// Whether what may be a verb stands within the name of one thing, which would have it end in `s`: `a medical record number`.
    func isWithinName(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index > 1, index + 1 < tokens.count, tokens[index + 1].kind == .word,
            lexicon.prose.match(tokens, at: index, where: { $0 == .noun })?.count == 1,
            !tokens[index].folded.hasSuffix("s"),
            lexicon.prose.match(tokens, at: index + 1, where: { $0.isStructural || $0.isSaid }) == nil
        else { return false }
        let lead = tokens[..<index].lastIndex { ["a", "an", "one", "each"].contains($0.folded) }
        return lead.map { $0 + 1 < index && $0 + 4 > index && isPlain(tokens, span($0 + 1, index)) } ?? false
    }

    private func isPlain(_ tokens: [Token], _ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            tokens[index].kind == .word && lexicon.prose.match(tokens, at: index, where: \.isStructural) == nil
        }
    }

    /// Whether what may be a verb is one of several values: `a status: open, done or dropped`, `which is open, kept or removed`.
    func isCase(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index > 1, !tokens[index].folded.hasSuffix("s"),
            index + 1 >= tokens.count || tokens[index + 1].kind == .mark || tokens[index + 1].folded == "or",
            tokens[index - 1].isMark(",") || tokens[index - 1].folded == "or",
            let lead = tokens[..<index].lastIndex(where: { token in
                !token.isMark(",") && (token.kind != .word || ["is", "are", "be"].contains(token.folded))
            })
        else { return false }
        if tokens[lead].isMark(":") { return tokens[lead + 1..<index].contains { $0.isMark(",") } }
        return lead > 0 && tokens[lead].folded == "is" && ["which", "that"].contains(tokens[lead - 1].folded)
            && tokens[lead + 1..<index].allSatisfy { $0.isName || $0.isMark(",") }
    }

    /// Whether a Spanish adjective says that two are the same: `dos matrículas iguales`.
    private func isAlike(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.language == .spanish && ["igual", "iguales"].contains(tokens[index].folded)
    }

    /// Whether a Spanish verb that brings two things together stands at a token: `un contrato une un barco con un amarre`.
    private func isJoining(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish,
            let verb = lexicon.prose.match(tokens, at: index, where: { $0 == .joins })
        else { return false }
        return leadsToJoined(tokens, at: index + verb.count)
    }

    /// Whether the first of two things follows that a verb brings together, in Spanish also with its preposition: `une a un
    /// cliente con un coche`.
    func leadsToJoined(_ tokens: [Token], at index: Int) -> Bool {
        let first = word(tokens, at: index)
        if first?.meaning.isDeterminer == true { return true }
        guard lexicon.language == .spanish, let first, index < tokens.count else { return false }
        return tokens[index].folded == "al"
            || tokens[index].folded == "a" && word(tokens, at: index + first.count)?.meaning.isDeterminer == true
    }

    func isAttribute(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .optional || $0 == .unique || $0 == .default }) != nil
            && !isAdjectiveAsNoun(tokens, at: index)
    }

    /// Whether an adjective that may say of a field that it need not be there is a noun, behind its article: `un voluntario`.
    private func isAdjectiveAsNoun(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .spanish, index > 0,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .optional }), found.count == 1,
            tokens[index].folded.hasPrefix("voluntari"), let before = word(tokens, at: index - 1)
        else { return false }
        return before.meaning.isDeterminer || tokens[index - 1].folded == "del" || tokens[index - 1].folded == "al"
    }

    /// An English imperative that begins a sentence, before what is no entity: `put the date, the weight and a mark`, `add
    /// their name`, `put on it a label`.
    func englishCommand(_ tokens: [Token], at index: Int) -> (meaning: ProseWord, count: Int)? {
        guard index == 0 || index == 1 && lexicon.prose.match(tokens, at: 0, where: { $0 == .skip })?.count == 1,
            let found = lexicon.prose.match(tokens, at: index, where: { $0 == .command }),
            let article = lexicon.prose.match(
                tokens, at: index + found.count, where: { $0 == .article || $0 == .definite || $0 == .possessive }),
            index + found.count + article.count < tokens.count,
            starts[tokens[index + found.count + article.count].key] == nil
        else { return nil }
        return (.keep, found.count)
    }

    /// Whether `A` is the first of some cases: `a grade that is A, B or C`.
    func isLetter(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, tokens[index].text == "A", index > 0, index + 1 < tokens.count else {
            return false
        }
        return tokens[index + 1].isMark(",") || tokens[index + 1].isMark("/")
            || ["or", "and"].contains(tokens[index + 1].folded)
    }
}
