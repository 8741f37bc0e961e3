import MGECore
import MGELayers

extension ProseReader {
    /// `frame numbers are unique`, `the blood group is one of A, B or O`.
    mutating func readPredicate(_ segment: Segment, _ sentence: ProseSentence) {
        if let first = segment.objects.first,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[first].range.lowerBound, where: { $0 == .recorded }) != nil,
            readRecorded(segment, sentence)
        {
            return
        }
        if readNumbered(segment, sentence) || readBound(segment, sentence) || readCentre(segment, sentence) { return }
        if readRolePredicate(segment, sentence) || readEither(segment, sentence) || readEssence(segment, sentence) {
            return
        }
        let objects = sentence.tokens(segment.objects)
        var attributes = FieldAttributes()
        attributes.read(sentence.source, objects, lexicon: lexicon)
        if segment.subject == nil, attributes.isEmpty, segment.isPossible || !segment.objects.isEmpty,
            saysOr(objects, sentence)
        {
            attributes.readCases(sentence.source, objects, lexicon: lexicon)
        }
        if segment.subject == nil, !attributes.isEmpty, !segment.topic.isEmpty {
            let named =
                fieldsOfBoth(sentence.tokens(segment.topic), sentence) ?? fieldsOfTwo(segment, sentence)
                ?? fields(named: sentence.tokens(segment.topic), sentence)
            if named.isEmpty { return addTold(segment, attributes, sentence) }
            for (entity, name) in named {
                let lexicon = lexicon
                facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
                settleScope(of: name, in: entity, objects, sentence)
                isUsed = true
            }
        } else if let with = segment.objects.first(where: { sentence.items[$0].word == .with }) {
            let owner = sentence.mentions(in: span(segment.objects.lowerBound, with)).last?.mention ?? segment.subject
            guard let owner = owner ?? (segment.isOurs ? speaker : nil) else { return }
            readList(span(with + 1, segment.objects.upperBound), of: owner, sentence)
        }
    }

    /// `either date may be missing`: the fields of what was spoken of that end with the noun.
    func fieldsOfBoth(_ range: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)]? {
        guard lexicon.language == .english, range.count == 2,
            ["either", "both"].contains(sentence.source.tokens[range.lowerBound].folded),
            let owner = lastField?.entity ?? previousField?.entity ?? antecedent?.entity
        else { return nil }
        let noun = lexicon.inflector.singular(of: sentence.source.tokens[range.upperBound - 1].folded)
        let names = facts.facts[owner].fields.map(\.name.text).filter { $0.lowercased().hasSuffix(" " + noun) }
        return names.count == 2 ? names.map { (owner, $0) } : nil
    }

    /// The fields that words name, with their entities: `frame numbers`, `the status of an order`.
    private func fields(named range: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        let words = lists.withoutArticles(sentence.source.tokens, range)
        guard let first = range.first, !words.isEmpty else { return [] }
        if let lastField,
            [first, words.lowerBound].contains(where: { start in
                lexicon.prose.match(sentence.source.tokens, at: start, where: { $0 == .latter })
                    .map { start + $0.count == range.upperBound } ?? false
            })
        {
            // `a number, the last being unique`
            return [lastField]
        }
        let found = facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(words).lowercased()))
        // What many entities have is said of none in particular.
        return found.count <= 2 ? found : []
    }

    /// Adds a field of which nothing was said before: `its remark is optional`, `the phone is optional`.
    private mutating func addTold(_ segment: Segment, _ attributes: FieldAttributes, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        let topic = sentence.tokens(segment.topic)
        guard let first = topic.first, let owner = lastOwner(sentence) else { return }
        let possessive = lexicon.prose.match(tokens, at: first, where: { $0 == .possessive })
        let isDefinite = reader.word(tokens, at: first)?.meaning == .definite
        guard let count = possessive?.count ?? (isDefinite ? 1 : nil),
            var field = FieldPhraseReader(sentence.source, reader: reader, mentions: sentence.mentionStarts).field(
                span(first + count, topic.upperBound)),
            possessive != nil || lexicon.fieldItem(for: field.name.text) != nil
        else { return }
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: owner)
        settleScope(of: field.name.text, in: owner, sentence.tokens(segment.objects), sentence)
        if lexicon.language == .english { lastField = (owner, field.name.text) }
        isUsed = true
    }

    /// `the coach is a member too`, `its owner is one of the members`: a reference with the role as its name.
    mutating func readRolePredicate(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.subject == nil, !segment.isNegated, let owner = lastOwner(sentence),
            let (index, target) = sentence.mentions(in: segment.objects).first, !target.isPossessive,
            target.quantity == .article && !target.isPlural || target.quantity == .one,
            sentence.items[segment.objects.lowerBound..<index].allSatisfy({ $0.word?.isDeterminer == true }),
            index + 1 == segment.objects.upperBound || !sentence.items[index + 1].isName
        else { return false }
        let role = lists.withoutArticles(sentence.source.tokens, sentence.tokens(segment.topic))
        guard (1...3).contains(role.count), role.allSatisfy({ sentence.source.tokens[$0].kind == .word }),
            role.allSatisfy({ reader.word(sentence.source.tokens, at: $0) == nil })
        else { return false }
        let name = sentence.located(role)
        let isOwned =
            role.lowerBound > 0
            && lexicon.prose.match(
                sentence.source.tokens, at: role.lowerBound - 1, where: { $0 == .possessive }) != nil
        guard isOwned || facts.fields(named: name.text.lowercased()).contains(where: { $0.entity == owner }) else {
            return false
        }
        facts.remove(name.text, of: owner)
        let source = Mention(
            entity: owner, range: target.range, isPlural: false, isPossessive: false, quantity: .article, modifier: nil,
            start: target.start)
        addEvidence(.one, source, target, sentence, part: segment.objects, role: name)
        return true
    }

    /// `club boats have no owner`: so that others may have none either.
    mutating func readMissing(_ segment: Segment, _ sentence: ProseSentence) {
        guard let subject = segment.subject, let no = segment.objects.first else { return }
        let names = span(no + 1, segment.objects.upperBound).prefix { index in
            sentence.items[index].isName || sentence.items[index].mention != nil
        }
        guard !names.isEmpty else { return }
        let name = sentence.located(sentence.tokens(names))
        let singular = lexicon.inflector.singular(of: name.text.lowercased())
        let missing = sentence.mentions(in: names).first?.mention
        let owner = missing.flatMap { otherThan($0, subject, sentence) } ?? subject
        lacked.insert("\(owner.entity) \(singular)")
        facts.update(subject.entity, named: name.text) { $0.optional = $0.optional ?? name.place }
        isUsed = true
    }

    /// `the maximum table number is 40`: a bound of a field that is there.
    mutating func readBound(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let topic = lists.withoutArticles(tokens, sentence.tokens(segment.topic))
        guard segment.subject == nil, let first = topic.first,
            let bound = lexicon.prose.match(tokens, at: first, where: { $0 == .minimum || $0 == .maximum }),
            topic.count > bound.count,
            let value = segment.objects.first.map({ sentence.items[$0].range.lowerBound }),
            tokens[value].kind == .number
        else { return false }
        let name = sentence.source.words(span(first + bound.count, topic.upperBound)).lowercased()
        let found = facts.fields(named: lexicon.inflector.singular(of: name))
        guard found.count == 1, let field = found.first else { return false }
        var attributes = FieldAttributes()
        let number = Located(text: tokens[value].text, place: tokens[value].place)
        if bound.meaning == .minimum { attributes.minimum = number } else { attributes.maximum = number }
        let lexicon = lexicon
        facts.update(field.entity, named: field.name) { attributes.apply(to: &$0, lexicon: lexicon) }
        isUsed = true
        return true
    }

    /// The entity that a sentence speaks of: whose field was read last in it, or else its first.
    private func lastOwner(_ sentence: ProseSentence) -> Int? {
        lastField?.entity ?? antecedent?.entity
    }

    /// `directors are companies with a name`: what they are has the fields, and they are what is kept.
    private mutating func readWhatTheyAre(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let subject = segment.subject, subject.isPlural, !segment.isNegated,
            let with = segment.objects.first(where: { sentence.items[$0].word == .with }),
            (1...2).contains(with - segment.objects.lowerBound),
            span(segment.objects.lowerBound, with).allSatisfy({ sentence.items[$0].isName }),
            lexicon.inflector.isPlural(sentence.source.words(sentence.items[with - 1].range).lowercased())
        else { return false }
        readList(span(with + 1, segment.objects.upperBound), of: subject, sentence)
        return true
    }

    /// `a rack is no more than a number and a bay`, `a language is simply a name with a code`: what all of it is.
    mutating func readEssence(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        if readWhatTheyAre(segment, sentence) { return true }
        guard let subject = segment.subject, !subject.isPlural,
            let start = segment.objects.first(where: {
                let item = sentence.items[$0]
                return item.word != .skip && item.word != .not && item.attribute == nil
            }), sentence.items[start].word == .article || isBareEssence(from: start, segment, sentence)
        else { return false }
        let with = span(start, segment.objects.upperBound).first { sentence.items[$0].word == .with }
        let list = span(start, with ?? segment.objects.upperBound)
        let isOnly = start > segment.objects.lowerBound || saysAll(before: segment.objects.lowerBound, sentence)
        if isOnly, readOnlyThing(list, of: subject, sentence) { return true }
        guard isOnly || leadsToField(list, sentence) || isListOfArticles(list, sentence),
            sentence.mentions(in: list).isEmpty || isOnly && leadsToField(list, sentence)
        else { return false }
        readList(list, of: subject, sentence)
        if let with { readList(span(with + 1, segment.objects.upperBound), of: subject, sentence) }
        return true
    }

    /// Whether usual fields without articles are said to be all that there is: `a buyer is just company name and phone`.
    private func isBareEssence(from start: Int, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let parts = ProseList(span(start, segment.objects.upperBound), of: sentence, lexicon: lexicon).parts
        if lexicon.language == .spanish {
            // `un usuario es nombre y correo`
            let named = parts.prefix { knownField($0, sentence) != nil }
            return named.count > 1 && named.allSatisfy { sentence.items[$0.lowerBound].isName }
        }
        guard start > segment.objects.lowerBound, sentence.items[segment.objects.lowerBound].word == .skip else {
            return false
        }
        return parts.count > 1 && parts.contains { knownField($0, sentence) != nil }
    }

    /// Whether three or more things are listed, each with an article, as only fields are: `a paint is a brand, a shade and a code`.
    private func isListOfArticles(_ list: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english else { return false }
        let parts = ProseList(list, of: sentence, lexicon: lexicon).parts
        return parts.count > 2 && parts.contains { knownField($0, sentence) != nil }
            && parts.allSatisfy { sentence.items[$0.lowerBound].word == .article }
    }

    func isPlainName(_ tokens: [Token], at index: Int) -> Bool {
        reader.word(tokens, at: index) == nil
            && lexicon.prose.match(tokens, at: index, where: { $0.isSaid || $0 == .anything || $0 == .measure }) == nil
    }
}
