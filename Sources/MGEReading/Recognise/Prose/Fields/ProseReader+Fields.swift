import MGELayers

extension ProseReader {
    /// `the price of a course is at least 5`, `a bed's number is unique within its ward`, `its level defaults to low`: all
    /// that a sentence says is said of the field that it begins with.
    /// - Returns: whether it is such a sentence.
    mutating func readField(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        var index = 0
        while index < items.count, items[index].word == .skip { index += 1 }
        let lead = index
        while index < items.count, items[index].word?.isDeterminer == true { index += 1 }
        var owner: Mention?
        if index < items.count, let mention = items[index].mention, mention.isPossessive {
            owner = mention
            index += 1
        }
        var names = span(index, items.count).prefix { items[$0].isName }
        if lexicon.language == .spanish, !names.isEmpty, names.upperBound + 1 < items.count,
            items[names.upperBound].word == .preposition, items[names.upperBound + 1].isName,
            sentence.source.tokens[items[names.upperBound].range.lowerBound].isOf
        {
            // `el número de sala no se repite en el mismo edificio`
            let more = span(names.upperBound + 1, items.count).prefix { items[$0].isName }
            names = span(names.lowerBound, more.upperBound)
        }
        if let both = fieldsOfBoth(sentence.tokens(span(names.lowerBound, names.upperBound)), sentence),
            names.upperBound < items.count, saysOfField(items[names.upperBound])
        {
            let rest = span(names.upperBound, items.count)
            return both.reduce(false) { readAttributes(rest, of: $1, sentence) || $0 }
        }
        guard (1...4).contains(names.count),
            owner != nil || lead < index || isBareField(span(names.lowerBound, names.upperBound), sentence)
        else { return false }
        index = names.upperBound
        if owner == nil, index < items.count, items[index].word == .preposition,
            sentence.source.tokens[items[index].range.lowerBound].isOf
        {
            let next = span(index + 1, items.count).first { items[$0].word?.isDeterminer != true }
            guard let next, let mention = items[next].mention else { return false }
            owner = mention
            index = next + 1
            // `el nombre del plato no pasa de 40 letras; también tiene precio`
            if lexicon.language == .spanish, names.lowerBound < 2, !mention.isPlural { antecedent = mention }
        }
        if lexicon.language == .english { index = behindAside(index, sentence) }
        guard index < items.count, saysOfField(items[index]) else { return false }
        let isFirst = items[lead].word == .each || items[lead].word == .many
        guard !isFirst else { return false }
        let rest = span(index, items.count)
        guard let field = field(sentence.tokens(names), of: owner, sentence) else {
            let isBare =
                lead == index - names.count && isState(sentence.source.words(sentence.tokens(names)).lowercased())
            guard
                let owner = owner ?? own(items[lead], sentence)
                    ?? (isBare || isTold(span(lead, index), names, sentence) ? antecedent : nil)
            else { return false }
            return readNew(sentence.tokens(names), of: owner, rest, sentence)
        }
        return readAttributes(span(index, items.count), of: field, sentence)
    }

    /// Where what is said of a field goes on behind its unit, or behind bounds between commas: `its duration in minutes is at
    /// least 5`, `the mark, between 0 and 100, remains empty`.
    private func behindAside(_ index: Int, _ sentence: ProseSentence) -> Int {
        let items = sentence.items
        guard index + 2 < items.count else { return index }
        if items[index].word == .preposition,
            sentence.source.tokens[items[index].range.lowerBound].folded == "in",
            lexicon.prose.match(
                sentence.source.tokens, at: items[index + 1].range.lowerBound, where: { $0 == .measure })
                != nil
        {
            return index + 2
        }
        guard items[index].isMark(","),
            let end = span(index + 1, min(index + 8, items.count - 1)).first(where: { items[$0].isMark(",") }),
            saysOfField(items[end + 1])
        else { return index }
        let said = attributes(of: span(index + 1, end), sentence)
        return said.minimum != nil || said.maximum != nil ? end + 1 : index
    }

    /// Whether what is spoken of may have a usual field that begins with an article: `the VAT number may be missing`.
    private func isTold(_ lead: Range<Int>, _ names: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, sentence.items[lead.lowerBound].word == .definite,
            let first = sentence.tokens(names).first
        else { return false }
        // `the maximum level is 40`, `the phone is optional and the email must be unique`
        let isBound = lexicon.prose.match(sentence.source.tokens, at: first, where: \.isSaid) != nil
        return !isBound && !sentence.items[lead.upperBound...].contains { $0.word == .and }
    }

    /// Whether a sentence begins with a field of what is spoken of, without an article: `email is not obligatory`.
    private func isBareField(_ names: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let antecedent, names.lowerBound == 0 else { return false }
        let name = lexicon.inflector.singular(of: sentence.source.words(sentence.tokens(names)).lowercased())
        return facts.fields(named: name).contains { $0.entity == antecedent.entity } || isState(name)
    }

    /// Whether a name is that of how something stands, which needs no article: `status is planned, done or cancelled`.
    private func isState(_ name: String) -> Bool { lexicon.phrases(of: .status).contains(name) }

    /// The one spoken of, where the sentence begins with what is its own: `its length`.
    private func own(_ lead: ProseItem, _ sentence: ProseSentence) -> Mention? {
        let isOwn =
            lexicon.prose.match(
                sentence.source.tokens, at: lead.range.lowerBound, where: { $0 == .possessive }) != nil
        return isOwn ? antecedent : nil
    }

    /// Reads what is said of a usual field that was not named before.
    private mutating func readNew(
        _ name: Range<Int>, of owner: Mention, _ rest: Range<Int>, _ sentence: ProseSentence
    ) -> Bool {
        let words = sentence.located(name)
        guard lexicon.fieldItem(for: words.text) != nil, candidates.number(of: words.text) == nil else { return false }
        let known = (owner.entity, words.text)
        facts.add(FieldItem(name: words, words: words.text), to: owner.entity)
        if readAttributes(rest, of: known, sentence) { return true }
        facts.remove(words.text, of: owner.entity)
        return false
    }

    /// Whether what is said of a field may begin with an item.
    private func saysOfField(_ item: ProseItem) -> Bool {
        if [.be, .has, .can, .must].contains(item.word) { return true }
        return [.default, .optional, .unique, .maximum, .minimum].contains(item.attribute)
    }

    /// The one field that words name, of an entity or of the one spoken of.
    private func field(
        _ words: Range<Int>, of owner: Mention?, _ sentence: ProseSentence
    ) -> (entity: Int, name: String)? {
        let name = lexicon.inflector.singular(of: sentence.source.words(words).lowercased())
        let found = facts.fields(named: name)
        if let owner { return found.first { $0.entity == owner.entity } }
        if let antecedent, let field = found.first(where: { $0.entity == antecedent.entity }) { return field }
        return found.count == 1 ? found.first : nil
    }

    /// Whether alternatives are named; in Spanish nothing else makes cases of what something is.
    func saysOr(_ tokens: Range<Int>, _ sentence: ProseSentence) -> Bool {
        lexicon.language != .spanish || tokens.contains { sentence.source.tokens[$0].isMark(":") }
            || lexicon.first(anyOf: [.orWord], in: Array(sentence.source.tokens[tokens])) != nil
    }

    private mutating func readAttributes(
        _ range: Range<Int>, of field: (entity: Int, name: String), _ sentence: ProseSentence
    ) -> Bool {
        var range = range
        if let end = range.first(where: { sentence.items[$0].isMark(";", ".") }) { range = range.lowerBound..<end }
        let tokens = sentence.tokens(range)
        var attributes = FieldAttributes()
        attributes.read(sentence.source, tokens, lexicon: lexicon)
        if sentence.items[range.lowerBound].word == .be, range.count > 1, attributes.cases.isEmpty {
            var cases = FieldAttributes()
            cases.readCases(sentence.source, sentence.tokens(range.dropFirst()), lexicon: lexicon)
            if !cases.cases.isEmpty, saysOr(tokens, sentence) { attributes = cases }
        }
        guard !attributes.isEmpty, range.upperBound + 1 >= sentence.items.count else { return false }
        let lexicon = lexicon
        facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: lexicon) }
        settleScope(of: field.name, in: field.entity, tokens, sentence)
        lastField = field
        isUsed = true
        return true
    }

    /// `el precio no puede ser negativo`, `la firma puede faltar`: a whole predicate, said of a field that is there.
    mutating func readSaidField(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let lead = reader.word(tokens, at: 0), lead.meaning == .definite,
            let verb = span(lead.count + 1, max(lead.count + 1, min(lead.count + 7, tokens.count))).first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .positive || $0 == .optional }) != nil
            }), let said = lexicon.prose.match(tokens, at: verb, where: { $0 == .positive || $0 == .optional }),
            said.count > 1,
            verb + said.count == tokens.count
                || verb + said.count + 1 == tokens.count && tokens[tokens.count - 1].kind == .mark
        else { return false }
        let name = lexicon.inflector.singular(of: sentence.source.words(span(lead.count, verb)).lowercased())
        let found = facts.fields(named: name)
        guard let field = found.first(where: { $0.entity == antecedent?.entity }) ?? (found.count == 1 ? found[0] : nil)
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(verb, tokens.count), lexicon: lexicon)
        guard !attributes.isEmpty else { return false }
        let words = lexicon
        facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: words) }
        lastField = field
        isUsed = true
        return true
    }

    /// `the heart of it all is the boat, with a name and a length`: the fields of what a sentence brings up.
    mutating func readCentre(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        guard lexicon.language == .english, segment.verb == .be, segment.subject == nil, !segment.isNegated,
            start + 3 < items.count, items[start].word == .definite || items[start].mention?.quantity == .definite,
            sentence.mentions(in: segment.topic).isEmpty
        else { return false }
        guard let index = span(start, min(start + 2, items.count)).first(where: { items[$0].mention != nil }),
            let centre = items[index].mention, !centre.isPlural, items[index + 1].isMark(","),
            index + 3 < items.count, items[index + 2].word == .with,
            leadsToField(span(index + 3, segment.objects.upperBound), sentence)
        else { return false }
        readList(span(index + 3, segment.objects.upperBound), of: centre, sentence)
        return true
    }
}
