import MGELayers

/// Finds what people do in a sentence, where an entity comes of it: `members borrow books`, `each user can vote once per poll`.
struct DeedReader {
    let sentence: TokenizedText
    let reader: SentenceReader
    var tokens: [Token] { sentence.tokens }
    var lexicon: Lexicon { reader.lexicon }

    /// The deeds of a sentence in their order.
    ///
    /// What is described may be done too: `mechanics repair cars`, where a repair has a date.
    static func deeds(
        in sentence: TokenizedText, _ reader: SentenceReader, isDescribed: (Int) -> Bool = { _ in false }
    ) -> [Deed] {
        let (tokens, lexicon) = (sentence.tokens, reader.lexicon)
        let finder = DeedReader(sentence: sentence, reader: reader)
        var deeds: [Deed] = []
        for index in tokens.indices.dropFirst() {
            if let last = deeds.last, index < last.verb.upperBound { continue }
            let isLast = index + 1 >= tokens.count || tokens[index + 1].isMark(".")
            if let act = lexicon.acts.match(tokens, at: index)
                ?? (isLast ? lexicon.deeds.match(tokens, at: index) : nil)
            {
                if let deed = finder.deed(of: act.meaning, verb: index..<index + act.count) { deeds.append(deed) }
            } else if isDescribed(index) {
                let made = lexicon.inflector.singular(of: tokens[index].text.lowercased())
                if let deed = finder.deed(of: made, verb: index..<index + 1) { deeds.append(deed) }
            }
        }
        // `a skater can enrol in several classes` says how many there are of both, and no more.
        let counted = Set(deeds.filter(\.isOfMany).map(\.made))
        return deeds.filter { !counted.contains($0.made) }
    }

    /// Who does what a verb says, in the plural or where they can, and what they do it to: `sales reps own deals`.
    static func plainDeed(
        _ verb: Range<Int>, _ sentence: TokenizedText, _ reader: SentenceReader
    ) -> (doer: Range<Int>, object: Range<Int>)? {
        let deed = DeedReader(sentence: sentence, reader: reader)
        guard let (doer, isModal) = deed.doer(of: verb), deed.mayAct(doer),
            let (object, quantity) = deed.object(behind: verb), quantity != .definite,
            deed.agrees(
                verb.lowerBound,
                isPlural: reader.lexicon.inflector.isPlural(sentence.words(doer).entityName), isModal: isModal)
        else { return nil }
        return (doer, object)
    }

    private func deed(of made: String, verb: Range<Int>) -> Deed? {
        guard let (doer, isModal) = doer(of: verb) else { return nil }
        let isPlural = lexicon.inflector.isPlural(sentence.words(doer).entityName)
        guard mayAct(doer) else { return nil }
        guard agrees(verb.lowerBound, isPlural: isPlural, isModal: isModal) else { return nil }
        let end = endOfClause(from: verb.upperBound)
        var deed = Deed(made: made, doer: doer, verb: verb, end: end)
        if let said = said(behind: verb, before: doer) {
            // `employers post jobs and candidates apply to them`
            deed.object = said.isEmpty ? nil : said
            deed.isOfSaid = true
        } else if let (object, quantity) = object(behind: verb) {
            deed.object = object
            deed.isOfMany = quantity == .many
            let isHeld = ["booking", "rental", "loan", "subscription"].contains(made)
            deed.isOfOne = isHeld && !isPlural && !isModal && quantity == .article
            let isReflexive = tokens[verb.lowerBound].isReflexivePronoun
            // `los doctorandos se matriculan en un programa`
            if isReflexive, isPlural, quantity == .article { return nil }
        }
        let isDenied = isNegated(span(doer.upperBound, verb.lowerBound))
        (deed.isOnce, deed.scope) = limit(in: span(verb.upperBound, end), isNegated: isDenied)
        if ["with", "con"].contains(tokens[verb.upperBound - 1].folded) { return reply(deed) }
        if let object = deed.object, deed.scope == object { deed.object = nil }
        guard deed.object != nil || deed.isOfSaid || deed.isOnce && deed.scope != nil else { return nil }
        deed.makesObject = makesObject(deed)
        return isSure(deed) ? deed : nil
    }

    // MARK: Who does it

    /// Who does what a verb says, and whether it is only said that they can.
    private func doer(of verb: Range<Int>) -> (noun: Range<Int>, isModal: Bool)? {
        var end = verb.lowerBound
        var isModal = false
        while end > 0, let word = wordBefore(end), [.can, .must, .skip, .not].contains(word.meaning) {
            isModal = isModal || word.meaning == .can || word.meaning == .must
            end -= word.count
        }
        guard end > 0 else { return nil }
        if let noun = noun(before: end) { return (noun, isModal) }
        // `candidates upload a resume and apply to jobs`
        guard !isModal, tokens[end - 1].isMark(",") || wordBefore(end)?.meaning == .and else { return nil }
        var start = end - 1
        while start > 0, ![";", ":", "."].contains(where: tokens[start - 1].isMark),
            wordBefore(start)?.meaning != .when,
            wordBefore(start)?.meaning != .relative
        {
            start -= 1
        }
        while let word = reader.word(tokens, at: start), word.meaning.isDeterminer { start += word.count }
        guard start < end - 1, let noun = reader.nounPhrase(tokens, from: start), noun.upperBound < end - 1 else {
            return nil
        }
        let next = reader.word(tokens, at: noun.upperBound)?.meaning
        let canDo = next == .can || next == .must
        guard canDo || next == nil, tokens[noun.upperBound].kind == .word else { return nil }
        return (noun, canDo)
    }

    /// The word of the grammar that ends before a token.
    private func wordBefore(_ end: Int) -> (meaning: ProseWord, count: Int)? {
        for count in [3, 2, 1] where end >= count {
            if let word = reader.word(tokens, at: end - count), word.count == count { return word }
        }
        return nil
    }

    /// The noun that ends before a token, with an article or in the plural.
    private func noun(before end: Int) -> Range<Int>? {
        var start = end
        while start > 0, end - start < 3, tokens[start - 1].kind == .word, wordBefore(start) == nil,
            !tokens[start - 1].text.hasApostrophe
        {
            start -= 1
        }
        guard start < end else { return nil }
        let isPlural = lexicon.inflector.isPlural(sentence.words(start..<end).entityName)
        let before = start > 0 ? wordBefore(start)?.meaning : nil
        guard before?.isDeterminer == true || isPlural && (start == 0 || startsClause(at: start)) || before == .not
        else { return nil }
        return start..<end
    }

    /// Whether a noun may be somebody: what is known, but has no email or phone, is a thing, as in `tags apply to items`.
    private func mayAct(_ doer: Range<Int>) -> Bool {
        let name = lexicon.inflector.singular(of: sentence.words(doer).entityName)
        guard let known = lexicon.entity(named: name) else { return true }
        let contacts = ["email", "phone", "telefono", "website", "web"]
        return known.playsRoles == true || lexicon.language == .english && known.name.isDoer
            || ["team", "club", "equipo"].contains(known.name)
            || known.fields.contains { field in contacts.contains { field.hasPrefix($0 + ":") } }
    }

    private func startsClause(at index: Int) -> Bool {
        if tokens[index - 1].kind == .mark { return true }
        return [.and, .when, .relative, .skip, .we].contains(wordBefore(index)?.meaning)
    }

    /// Whether a verb has the ending that its subject asks for: `a user rates`, `users rate`.
    private func agrees(_ verb: Int, isPlural: Bool, isModal: Bool) -> Bool {
        let word = tokens[verb].folded
        guard lexicon.language == .spanish else {
            return isModal || isPlural ? !word.hasSuffix("s") : word.hasSuffix("s")
        }
        let main = word == "se" && verb + 1 < tokens.count ? tokens[verb + 1].folded : word
        if isModal { return main.hasSuffix("r") || main.hasSuffix("rse") }
        return isPlural ? main.hasSuffix("n") : !main.hasSuffix("n") && !main.hasSuffix("r")
    }
}
