import MGELayers

/// Words that may be verbs and are nouns where they stand.
extension SentenceReader {
    /// Whether a word that may be a verb stands where a noun does: `some notes`, `the burial register`.
    func isNoun(_ tokens: [Token], at index: Int) -> Bool {
        if isSubject(tokens, at: index) || isEstate(tokens, at: index) || isCase(tokens, at: index)
            || isWithinName(tokens, at: index)
        {
            return true
        }
        guard index > 0, lexicon.prose.match(tokens, at: index, where: { $0 == .noun })?.count == 1 else {
            return false
        }
        // `cada una lleva un número`
        if index > 1, tokens[index - 2].folded == "cada", ["uno", "una"].contains(tokens[index - 1].folded) {
            return false
        }
        let before = lexicon.prose.match(tokens, at: index - 1, where: { $0.isStructural || $0 == .own })
        if let before, [.with, .has, .preposition].contains(before.meaning), lexicon.language == .english {
            // `with names and dates`, but `in that case notes the date`
            let next = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning
            return before.count == 1 && next?.isDeterminer != true
        }
        if lexicon.language == .spanish, isReference(tokens, at: index, behind: before?.meaning) { return true }
        // `a purpose and notes, often left empty`: what nothing is done to is no verb.
        if lexicon.language == .english, before?.meaning == .and,
            index + 1 >= tokens.count || tokens[index + 1].isMark(".")
                || tokens[index + 1].isMark(",")
                    && lexicon.prose.match(tokens, at: index + 2, where: \.isSaid) != nil
        {
            return true
        }
        if let before { return before.count == 1 && (before.meaning.isDeterminer || before.meaning == .own) }
        // `a wish list has`, and `wish lists.`: a noun after a noun, unless it has an object.
        guard tokens[index - 1].kind == .word, index + 1 < tokens.count else { return tokens[index - 1].kind == .word }
        // `an optional note of at most 100 characters`
        if lexicon.language == .english,
            lexicon.prose.match(tokens, at: index - 1, where: { $0 == .optional || $0 == .unique })?.count == 1
        {
            return true
        }
        let after = lexicon.prose.match(tokens, at: index + 1, where: { $0.isStructural || $0 == .example })?.meaning
        // `a crossing records that …`
        if after == .relative, lexicon.language == .english, tokens[index + 1].folded == "that" {
            // `an access note that may be blank`: of one thing, a verb would end in `s`.
            return index > 1 && !tokens[index].folded.hasSuffix("s")
                && ["a", "an"].contains(tokens[index - 2].folded)
        }
        if lexicon.language == .spanish, tokens[index + 1].isMark(":"), index < 6,
            lexicon.prose.match(tokens, at: 0, where: \.isStructural)?.meaning.isDeterminer == true
        {
            // `cada torno guarda: altura, color y peso`
            return false
        }
        if lexicon.language == .spanish, after == .belongs, isReference(tokens, at: index + 1, behind: nil) {
            // `cada pieza trae referencia y precio`
            return false
        }
        return tokens[index + 1].kind == .mark || after == .example
            || [.has, .be, .can, .must, .belongs, .when, .and, .relative].contains(after)
            // `maintenance records keep the date`
            || after == .keep && lexicon.language == .english
    }

    /// Whether *data* is the first word of a noun, and no word for what is listed behind it: `a data source has a name`.
    func isData(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.language == .english && tokens[index].folded == "data" && index + 1 < tokens.count
            && tokens[index + 1].kind == .word
            && lexicon.prose.match(tokens, at: index + 1, where: { $0.isStructural || $0.isSaid }) == nil
    }

    /// Whether *properties* are houses, and not what something has: `agents list properties with an address`.
    private func isEstate(_ tokens: [Token], at index: Int) -> Bool {
        guard ["properties", "propiedades"].contains(tokens[index].folded), index + 1 < tokens.count else {
            return false
        }
        let next = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)?.meaning
        let before = index > 0 ? lexicon.prose.match(tokens, at: index - 1, where: \.isStructural)?.meaning : nil
        return [.with, .has, .belongs, .can].contains(next) && ![.with, .definite, .has].contains(before)
    }

    /// Whether what may be a verb begins a sentence and has one behind it: `shows have episodes`, `records belong to artists`.
    private func isSubject(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index + 1 < tokens.count,
            index == 0 || tokens[index - 1].isMark(";") || tokens[index - 1].isMark(":"),
            tokens[index].folded.hasSuffix("s"), ["have", "belong", "contain"].contains(tokens[index + 1].folded)
        else { return false }
        return [.keep, .belongs, .has].contains(lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning)
    }

    /// Whether what may be a verb of belonging is none, as no finite verb follows a preposition, nor is followed by nothing
    /// that something could belong to: `patrón de referencia`, `código, referencia y precio`.
    private func isReference(_ tokens: [Token], at index: Int, behind before: ProseWord?) -> Bool {
        guard lexicon.prose.match(tokens, at: index, where: \.isStructural)?.meaning == .belongs else { return false }
        if before == .preposition || before == .with { return true }
        let after = lexicon.prose.match(tokens, at: index + 1, where: \.isStructural)
        return after.map { !$0.meaning.isDeterminer && $0.meaning != .preposition } ?? true
    }
}
