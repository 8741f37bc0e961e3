import MGECore
import MGELayers

/// A clause that has a field as its subject, and says what it holds: `the timeout, in seconds, is at most 60`.
struct ValueClause: Sendable {
    /// What stands before the name: `the`, `its`; nil for nothing.
    var lead: ProseWord?
    /// The token that names what the field belongs to: `a campaign's`.
    var owner: Int?
    var name: Range<Int>
    /// All that is said, with the unit or the aside behind the name.
    var said: Range<Int>
    /// Where the verb begins.
    var verb: Int
    /// Where it is said what the field holds, behind its verbs.
    var predicate: Int
}

extension SentenceReader {
    /// The clause of this kind that begins at a token, in English.
    ///
    /// Its verb may be left out behind another: `the start is a date, the deposit an amount of money`.
    func valueClause(_ tokens: [Token], from start: Int, to end: Int, isGapped: Bool = false) -> ValueClause? {
        guard lexicon.language == .english, start + 1 < end else { return nil }
        var index = start
        let imposes = lexicon.prose.match(tokens, at: index, where: { $0 == .imposes })
        if let imposes { index += imposes.count }
        while index < end, let skip = word(tokens, at: index), skip.meaning == .skip { index += skip.count }
        guard lexicon.prose.match(tokens, at: index, where: { $0 == .latter }) == nil else { return nil }
        let lead = word(tokens, at: index)
        if let lead {
            guard lead.count == 1, isLeadOfField(tokens, at: index, lead.meaning) else { return nil }
            index += 1
        }
        var owner: Int?
        if index + 1 < end, tokens[index].kind == .word,
            ["'s", "’s", "s'", "s’"].contains(where: tokens[index].text.hasSuffix),
            word(tokens, at: index) == nil
        {
            owner = index
            index += 1
        }
        guard lexicon.prose.match(tokens, at: index, where: { $0 == .flag }) == nil,
            let name = fieldName(tokens, from: index, to: end)
        else { return nil }
        index = name.upperBound
        if owner == nil, index + 2 < end, tokens[index].isOf, let article = word(tokens, at: index + 1),
            article.meaning.isDeterminer, let whole = nounPhrase(tokens, from: index + 1 + article.count)
        {
            owner = whole.lowerBound
            index = whole.upperBound
        }
        index = behindAside(tokens, from: index, to: end)
        while index < end, let skip = word(tokens, at: index), skip.meaning == .skip { index += skip.count }
        if imposes != nil, lead?.count == 1, index < end {
            return imposed(lead?.meaning, owner, name, from: index, to: end)
        }
        guard index < end,
            startsPredicate(tokens, at: index) || isGapped && lead != nil && startsGapped(tokens, at: index)
        else { return nil }
        // `a plant must have a name`
        let predicate = predicate(tokens, from: index, to: end)
        let isSaid = lexicon.prose.match(tokens, at: predicate, where: \.isSaid).map { $0.count > 1 } ?? false
        if !isSaid,
            [.has, .keep, .belongs].contains(word(tokens, at: predicate)?.meaning)
                || tokens[min(predicate, end - 1)].folded == "to" && word(tokens, at: predicate + 1)?.meaning == .has
        {
            return nil
        }
        // `one of A, B, AB or O. A flag says …`
        if span(index, max(index, end - 1)).contains(where: { tokens[$0].isMark(".") }) { return nil }
        // `key and hour are unique together`
        if ["are", "were", "have"].contains(tokens[index].folded),
            !lexicon.inflector.isPlural(tokens[name.upperBound - 1].folded)
        {
            return nil
        }
        return ValueClause(
            lead: lead?.meaning, owner: owner, name: name, said: span(name.upperBound, end), verb: index,
            predicate: predicate)
    }

    /// `restrict the outcome to done or failed`: what is asked stands behind the name.
    private func imposed(
        _ lead: ProseWord?, _ owner: Int?, _ name: Range<Int>, from verb: Int, to end: Int
    ) -> ValueClause {
        ValueClause(
            lead: lead, owner: owner, name: name, said: span(name.upperBound, end), verb: verb,
            predicate: min(verb + 1, end))
    }

    /// Whether it is said what a field holds, without a verb: `at most 60`, `an amount of money`.
    private func startsGapped(_ tokens: [Token], at index: Int) -> Bool {
        if lexicon.prose.match(
            tokens, at: index, where: { [.minimum, .maximum, .between, .exactly, .optional, .unique].contains($0) })
            != nil
        {
            return true
        }
        return word(tokens, at: index)?.meaning == .article && statedType(tokens, from: index, to: tokens.count) != nil
    }

    /// Whether a field may follow: `the`, `its`, `a`, but not `some` or `this`.
    private func isLeadOfField(_ tokens: [Token], at index: Int, _ meaning: ProseWord) -> Bool {
        meaning == .definite || meaning == .article && ["a", "an"].contains(tokens[index].folded)
            || lexicon.prose.match(tokens, at: index, where: { $0 == .possessive }) != nil
    }

    /// The words before the verb: `ideal temperature`, `country of origin`.
    private func fieldName(_ tokens: [Token], from start: Int, to end: Int) -> Range<Int>? {
        var index = start
        while index < end, index - start < 5, tokens[index].kind == .word {
            if lexicon.prose.match(tokens, at: index, where: { $0 == .holds }) != nil, index > start { break }
            if tokens[index].isOf, index > start, index + 1 < end, tokens[index + 1].kind == .word,
                word(tokens, at: index + 1) == nil, lexicon.numbers[tokens[index + 1].folded] == nil
            {
                index += 2
                continue
            }
            if index > start, index + 1 < end, ["before", "after"].contains(tokens[index].folded),
                isVerb(tokens, at: index + 1)
            {
                // `weight after may be missing`
                index += 1
                break
            }
            guard word(tokens, at: index) == nil,
                lexicon.prose.match(
                    tokens, at: index, where: { $0.isSaid && $0 != .flag || $0 == .anything || $0 == .latter }) == nil,
                index > start || lexicon.prose.match(tokens, at: index, where: { $0 == .command }) == nil
            else { break }
            index += 1
        }
        return (1...4).contains(index - start) && lexicon.numbers[tokens[start].folded] == nil
            ? span(start, index) : nil
    }

    /// Where a clause goes on behind a unit or an aside: `in seconds`, `, a link,`, `, which we ask for too,`.
    private func behindAside(_ tokens: [Token], from start: Int, to end: Int) -> Int {
        var index = start
        if index + 1 < end, word(tokens, at: index)?.meaning == .preposition,
            let unit = lexicon.unit(tokens, at: index + 1)
        {
            index += 1 + unit.count
        }
        if index + 1 < end, let preposition = word(tokens, at: index),
            preposition.meaning == .preposition || preposition.meaning == .per
        {
            // `hints for new guests`, `the price per night`
            let words = span(index + preposition.count, end).prefix {
                tokens[$0].kind == .word && word(tokens, at: $0) == nil
                    && lexicon.prose.match(tokens, at: $0, where: { $0.isSaid || $0 == .holds }) == nil
            }
            if (1...3).contains(words.count), words.upperBound < end, isVerb(tokens, at: words.upperBound) {
                index = words.upperBound
            }
        }
        if index < end, tokens[index].isMark("("), let close = span(index, end).first(where: { tokens[$0].isMark(")") })
        {
            index = close + 1
        }
        guard index < end, tokens[index].isMark(","),
            let close = span(index + 1, min(index + 10, end)).first(where: { tokens[$0].isMark(",") }),
            isVerb(tokens, at: close + 1) || becomes(tokens, at: close + 1) != nil
        else { return index }
        return close + 1
    }

    /// Whether a verb of being, or one that tells what something holds, stands at a token.
    private func isVerb(_ tokens: [Token], at index: Int) -> Bool {
        if let verb = word(tokens, at: index), [.be, .can, .must, .not].contains(verb.meaning) { return true }
        return lexicon.prose.match(tokens, at: index, where: { $0 == .holds }) != nil
    }

    /// Whether the verb of such a clause begins at a token.
    private func startsPredicate(_ tokens: [Token], at index: Int) -> Bool {
        guard index < tokens.count, tokens[index].kind == .word else { return false }
        if isVerb(tokens, at: index) || becomes(tokens, at: index) != nil
            || lexicon.prose.match(tokens, at: index, where: { $0 == .needed }) != nil
        {
            return true
        }
        // `starts at`, `never exceeds`, but not `by default`
        let said = lexicon.prose.match(tokens, at: index, where: { $0.isSaid && $0 != .flag && $0 != .cases })
        return tokens[index].folded.hasSuffix("s") && said.map { $0.count > 1 } ?? false
    }

    /// Where the verbs end with what belongs to them: `has to be either`, `is given as`.
    private func predicate(_ tokens: [Token], from verb: Int, to end: Int) -> Int {
        var index = verb
        while index < end {
            if let holds = lexicon.prose.match(tokens, at: index, where: { $0 == .holds }) {
                index += holds.count
            } else if let said = lexicon.prose.match(tokens, at: index, where: { $0.isSaid }), said.count > 1 {
                return index
            } else if tokens[index].folded == "to", word(tokens, at: index + 1)?.meaning == .be {
                index += 1
            } else if let word = word(tokens, at: index), [.be, .can, .must, .skip, .as].contains(word.meaning) {
                index += word.count
            } else {
                break
            }
        }
        return index
    }

    /// What such a clause says of its field, with the type that it names; nil when it says nothing that fields have.
    func attributes(of clause: ValueClause, _ source: TokenizedText) -> FieldAttributes? {
        let tokens = source.tokens
        var attributes = FieldAttributes()
        attributes.readsConditions = true
        attributes.unit =
            unit(tokens, behind: clause.name.upperBound, before: clause.verb)
            ?? unit(tokens, behind: max(clause.verb, clause.predicate - 1), before: clause.said.upperBound)
        let aside = span(clause.name.upperBound, clause.verb)
        if namesChoices(clause, tokens) {
            let end = span(clause.predicate, clause.said.upperBound).first { tokens[$0].isMark(";") }
            attributes.readCases(source, span(clause.predicate, end ?? clause.said.upperBound), lexicon: lexicon)
        } else if let type = statedType(tokens, from: clause.predicate, to: clause.said.upperBound)
            ?? asideType(tokens, aside)
        {
            attributes.set(type: type)
            // `the depth in metres is a whole number`
            if [.integer, .bigint, .float, .decimal, .money].contains(type) { attributes.unit = nil }
        } else if !readStages(source, clause, &attributes) {
            let end = span(clause.predicate, clause.said.upperBound).first { tokens[$0].isMark(";") }
            readAlternatives(source, span(clause.predicate, end ?? clause.said.upperBound), &attributes)
        }
        if attributes.cases.isEmpty { attributes.read(source, clause.said, lexicon: lexicon) }
        if attributes.isEmpty, attributes.type == nil, isRecorded(clause, tokens) { return attributes }
        return attributes.isEmpty && attributes.type == nil && attributes.unit == nil && !attributes.isNeeded
            ? nil : attributes
    }

    /// Whether the subject is what the cases are called: `the priority levels are low and high`.
    func namesChoices(_ clause: ValueClause, _ tokens: [Token]) -> Bool {
        clause.name.last.map { lexicon.prose.match(tokens, at: $0, where: { $0 == .choices }) != nil } ?? false
    }

    /// Whether nothing is said but that it is kept: `the maker is stored too`.
    private func isRecorded(_ clause: ValueClause, _ tokens: [Token]) -> Bool {
        guard clause.lead == .definite, word(tokens, at: clause.verb)?.meaning == .be,
            let kept = lexicon.prose.match(tokens, at: clause.predicate, where: { $0 == .recorded })
        else { return false }
        return span(clause.predicate + kept.count, clause.said.upperBound).allSatisfy {
            tokens[$0].kind == .mark || word(tokens, at: $0)?.meaning == .skip
        }
    }

    private func unit(_ tokens: [Token], behind name: Int, before verb: Int) -> String? {
        guard name + 1 < verb else { return nil }
        return span(name, min(name + 2, verb)).lazy.compactMap { index in
            word(tokens, at: index)?.meaning == .preposition ? lexicon.unit(tokens, at: index + 1)?.type : nil
        }.first
    }

    /// Reads `fresh, brackish or salt`, where it is what something may be.
    private func readAlternatives(
        _ source: TokenizedText, _ range: Range<Int>, _ attributes: inout FieldAttributes
    ) {
        let tokens = source.tokens
        guard let first = range.first, let or = lexicon.first(anyOf: [.orWord], in: Array(tokens[range])), or > 0,
            lexicon.prose.match(tokens, at: first, where: \.isSaid).map({
                $0.meaning == .cases || $0.meaning == .either
            })
                ?? true,
            lexicon.prose.match(tokens, at: first + or, where: { $0 == .minimum || $0 == .maximum }) == nil
        else { return }
        var start = first
        while let lead = lexicon.prose.match(tokens, at: start, where: { $0 == .either || $0 == .cases }) {
            start += lead.count
        }
        attributes.readCases(source, span(min(start, range.upperBound), range.upperBound), lexicon: lexicon)
    }

    /// The type in `a whole number`, `free text`.
    private func statedType(_ tokens: [Token], from start: Int, to end: Int) -> FieldTypeName? {
        var index = start
        while index < end, let article = word(tokens, at: index), article.meaning == .article { index += article.count }
        if index + 1 < end, index > start, tokens[index].folded == "plain" || tokens[index].folded == "simple" {
            index += 1
        }
        if index + 1 < end,
            let said = lexicon.prose.match(tokens, at: index, where: { $0 == .optional || $0 == .needed }),
            said.count == 1
        {
            // `the minutes are optional text`
            index += 1
        }
        return type(tokens, at: index, to: end)
    }

    private func type(_ tokens: [Token], at index: Int, to end: Int) -> FieldTypeName? {
        guard index < end, let type = lexicon.types.match(tokens, at: index), index + type.count <= end,
            type.meaning != .enum,
            lexicon.keywords.match(tokens, at: index + type.count, where: { $0 == .orWord }) == nil,
            type.meaning != .json || tokens[index].folded.hasPrefix("json")
        else { return nil }
        let next = index + type.count
        // `a day pass` is no day.
        let isEnd =
            next >= end || tokens[next].kind == .mark || word(tokens, at: next) != nil
            || lexicon.prose.match(tokens, at: next, where: { $0.isSaid || $0 == .condition }) != nil
            || ["answer", "matter", "value", "field", "question"].contains(tokens[next].folded)
        return isEnd ? type.meaning : nil
    }

    /// The type in `the lane, an integer, is …`.
    private func asideType(_ tokens: [Token], _ aside: Range<Int>) -> FieldTypeName? {
        guard let comma = aside.first(where: { tokens[$0].isMark(",") }) else { return nil }
        return statedType(tokens, from: comma + 1, to: aside.upperBound)
    }

    /// How many tokens words have that tell what becomes of it: `moves on to`.
    func becomes(_ tokens: [Token], at index: Int) -> Int? {
        lexicon.prose.match(tokens, at: index, where: { $0 == .becomes }).flatMap { $0.count > 1 ? $0.count : nil }
    }

    /// Reads `draft at first, then open and finally closed`, and `the state, draft to begin with, moves on to …`.
    private func readStages(
        _ source: TokenizedText, _ clause: ValueClause, _ attributes: inout FieldAttributes
    ) -> Bool {
        let tokens = source.tokens
        let comma = span(clause.name.upperBound, clause.verb).first { tokens[$0].isMark(",") }
        let start = comma.map { $0 + 1 } ?? clause.predicate
        let value: Range<Int> = span(start, clause.said.upperBound).prefix { index in
            tokens[index].kind == .word && word(tokens, at: index) == nil
                && lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil
        }
        guard (1...3).contains(value.count),
            let first = lexicon.prose.match(tokens, at: value.upperBound, where: { $0 == .default }), first.count > 1
        else { return false }
        let next = comma == nil ? value.upperBound + first.count : clause.verb
        let rest = span(next, clause.said.upperBound)
        guard rest.contains(where: { tokens[$0].folded == "then" || becomes(tokens, at: $0) != nil }) else {
            return false
        }
        let cases: [Range<Int>] = rest.split { index in
            tokens[index].kind != .word || word(tokens, at: index) != nil || becomes(tokens, at: index) != nil
                || tokens[index].folded == "finally"
        }.filter { (1...3).contains($0.count) }
        let located = ([value] + cases).map {
            Located(text: source.words($0), place: tokens[$0.lowerBound].place)
        }
        guard located.count > 1 else { return false }
        (attributes.cases, attributes.value) = (located, located[0])
        return true
    }
}
