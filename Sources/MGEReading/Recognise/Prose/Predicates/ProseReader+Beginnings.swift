import MGECore
import MGELayers

extension ProseReader {
    /// `projects begin life as a sketch`: no field is named, so it is the default of the enumeration with this case.
    mutating func readBeginning(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        let fresh = said.contains(.fresh) ? sentence.mentions.first { isFresh($0, tokens) } : nil
        if let fresh, let value = freshValue(of: fresh, sentence) {
            return begin(fresh.entity, as: value)
        }
        // `nace recetada`
        let isElided = lexicon.language == .spanish || sentence.items.first?.word == .it
        guard let subject = sentence.mentions.first ?? (isElided ? antecedent : nil) else { return }
        if let value = valueInClause(of: subject, sentence) ?? valueUnlessElse(sentence) {
            return begin(subject.entity, as: value)
        }
        guard lastField == nil, said.contains(.default) || said.contains(.unless),
            let start = span(sentence.mentions.isEmpty ? 0 : subject.range.upperBound, tokens.count).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .default }) != nil
                    || lexicon.language == .spanish && FieldAttributes.unsaid(tokens, at: $0, lexicon: lexicon) != nil
            })
        else { return }
        let count = lexicon.prose.match(tokens, at: start, where: { $0 == .default })?.count ?? 0
        let behind = span(start + count, tokens.count).drop { ["como", "en", "siendo"].contains(tokens[$0].folded) }
        if readNotYet(span(behind.lowerBound, tokens.count).prefix(2), of: subject, sentence) { return }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(start, tokens.count), lexicon: lexicon)
        let isLast = span(start + count, tokens.count).allSatisfy { tokens[$0].isMark(".") || tokens[$0].isMark(";") }
        // `it is a draft when created`
        if let value = attributes.value ?? (isLast ? value(before: start, sentence) : nil) {
            begin(subject.entity, as: value)
        }
    }

    /// The value in a clause about how something is at first: `al darla de alta, una estación está operativa`, `…; al crearse está
    /// en cola`.
    private func valueInClause(of subject: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return nil }
        if tokens.contains(where: { ["mientras", "si", "hasta"].contains($0.folded) }),
            let found = tokens.indices.lazy.compactMap({
                FieldAttributes.unlessElse(tokens, at: $0, lexicon: lexicon)
            }).first, tokens[found.value.lowerBound].kind == .word
        {
            // `…, que puede ser baja o alta y queda en baja si nadie la cambia`
            return sentence.located(found.value)
        }
        guard said.contains(.default) else { return nil }
        let start = tokens.lastIndex { $0.isMark(";") }.map { $0 + 1 } ?? 0
        guard start > 0 || lastField == nil,
            let lead = lexicon.prose.match(tokens, at: start, where: { $0 == .default }),
            let verb = span(start + lead.count, min(start + lead.count + 7, tokens.count)).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .states || $0 == .be }) != nil
            }),
            verb <= start + lead.count + 1
                || sentence.mentions.contains(where: { $0.range.upperBound == verb && $0.entity == subject.entity })
        else { return nil }
        let end = tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count
        let value = span(verb + 1, end)
        guard (1...3).contains(value.count), value.allSatisfy({ tokens[$0].kind == .word }) else { return nil }
        return sentence.located(value)
    }

    /// The value of a sentence, or of its last clause, that begins with what is left unsaid: `mientras nadie elija, el turno es tarde`.
    private func valueUnlessElse(_ sentence: ProseSentence) -> Located? {
        guard lexicon.language == .spanish, said.contains(.unless) else { return nil }
        let tokens = sentence.source.tokens
        let start = tokens.lastIndex { $0.isMark(";") }.map { $0 + 1 } ?? 0
        guard start > 0 || lastField == nil else { return nil }
        return FieldAttributes.unsaid(tokens, at: start, lexicon: lexicon, namesField: true)
            .map { sentence.located($0.value) }
    }

    /// `toda reparación arranca como no pagada`: what it is not at first.
    private mutating func readNotYet(_ range: Range<Int>, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, range.count == 2, let not = range.first, tokens[not].folded == "no",
            ["ado", "ada", "ido", "ida", "ados", "adas", "idos", "idas"].contains(
                where: tokens[not + 1].folded.hasSuffix)
        else { return false }
        let name = lexicon.inflector.singular(of: tokens[not + 1].text.lowercased())
        var field = FieldItem(name: Located(text: name, place: tokens[not + 1].place), words: name)
        field.type = FieldAttributes.phrase("boolean", field)
        field.defaultValue = Located(text: "false", place: tokens[not].place)
        facts.add(field, to: subject.entity)
        isUsed = true
        return true
    }

    /// Takes the first value of an entity for the default of the enumeration that has it.
    mutating func begin(_ entity: Int, as value: Located) {
        if !settle(entity, value) { return beginnings.append((entity, value)) }
        isUsed = true
    }

    /// The value before a token, behind a form of *to be*.
    private func value(before end: Int, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        guard let verb = sentence.items.last(where: { $0.word == .be && $0.range.upperBound < end }) else { return nil }
        var start = verb.range.upperBound
        while start < end, let word = reader.word(tokens, at: start), word.meaning.isDeterminer || word.meaning == .skip
        {
            start += word.count
        }
        let value = span(start, end)
        return (1...3).contains(value.count) && value.allSatisfy { tokens[$0].kind == .word }
            ? sentence.located(value) : nil
    }

    /// The value of `new orders are pending`.
    private func freshValue(of subject: Mention, _ sentence: ProseSentence) -> Located? {
        guard
            let verb = sentence.items.firstIndex(where: {
                $0.word == .be && $0.range.lowerBound >= subject.range.upperBound
            })
        else { return nil }
        // `a new exchange is always planned`
        let names = sentence.items[(verb + 1)...].drop { $0.word == .skip }.prefix { $0.isName }
        guard let first = names.first, let last = names.last else { return nil }
        return sentence.located(span(first.range.lowerBound, last.range.upperBound))
    }

    func isFresh(_ mention: Mention, _ tokens: [Token]) -> Bool {
        span(max(0, mention.range.lowerBound - 3), min(tokens.count, mention.range.upperBound + 3)).contains { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .fresh }) != nil
        }
    }

    /// Gives enumerations the defaults that were said of their entities.
    mutating func settleBeginnings() {
        for (entity, value) in beginnings { _ = settle(entity, value) }
    }

    private mutating func settle(_ entity: Int, _ value: Located) -> Bool {
        let single = lexicon.inflector.singular(of: value.text.lowercased())
        var said = [value.text.foldedForComparison, single.foldedForComparison]
        // `arranca en cola`, where `en cola` is a case
        if lexicon.language == .spanish { said.append("en " + said[0]) }
        var isSettled = false
        for field in facts.facts[entity].fields {
            let found = field.type?.arguments?.first { said.contains($0.text.foldedForComparison) }
            guard let found else { continue }
            facts.update(entity, named: field.name.text) { field in
                field.defaultValue = field.defaultValue ?? Located(text: found.text, place: value.place)
            }
            isSettled = true
        }
        return isSettled
    }

    /// What a sentence says that there is, and nothing else: `in the huts there are rooms`.
    func introduced(by segments: [Segment], _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, let last = segments.last, last.verb == .keep,
            lexicon.prose.meaning(
                of: Tokenizer.tokenize(LocatedText(last.words)).tokens, where: { $0 == .weHave }) != nil,
            let (index, mention) = sentence.mentions(in: last.objects).first,
            sentence.mentions(in: last.objects).count == 1
        else { return nil }
        let isLast = span(index + 1, last.objects.upperBound).allSatisfy { sentence.items[$0].isMark(".", ";", "!") }
        return isLast ? mention : nil
    }
}
