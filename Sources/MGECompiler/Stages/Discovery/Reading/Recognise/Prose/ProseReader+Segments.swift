import MGECore

extension ProseReader {
    /// Reads what one verb says.
    mutating func read(_ segment: Segment, _ sentence: ProseSentence, previous: Segment?) {
        if readAside(segment, sentence) { return }
        if segment.isNegated, segment.verb != .has { return }
        switch segment.verb {
        case .has:
            if let subject = segment.subject { readList(segment.objects, of: subject, sentence) }
        case .keep: readKept(segment, sentence)
        case .be where !segment.isPassive: readPredicate(segment, sentence)
        case .can, .must, .be: break
        case .delete: break
        default: readRelation(segment, sentence)
        }
    }

    /// `which is empty until …`, `que por defecto es activa`: says something of the field before it.
    private mutating func readAside(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.subject == nil, let field = lastField, segment.topic.lowerBound > 0 else { return false }
        var before = segment.topic.lowerBound - 1
        while before > 0, sentence.items[before].isMark(",") { before -= 1 }
        guard sentence.items[before].word == .relative else { return false }
        addAttributes(span(segment.topic.lowerBound, segment.objects.upperBound), to: field.name, of: field.entity, sentence)
        return true
    }

    // MARK: Lists

    /// The parts of a list that follows a verb; `:` begins the cases of the last one.
    private func parts(_ range: Range<Int>, _ sentence: ProseSentence) -> (parts: [Range<Int>], asides: Set<Int>) {
        var parts: [Range<Int>] = []
        var asides: Set<Int> = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let item = sentence.items[index]
            let joinsNumbers = index > start && index + 1 < range.upperBound && isNumber(sentence.items[index - 1])
                && isNumber(sentence.items[index + 1])
            if item.isMark(":") {
                parts.append(span(start, range.upperBound))
                return (parts, asides)
            }
            if item.isMark(",", ";", "—", "–") || item.word == .and && !joinsNumbers {
                if start < index { parts.append(span(start, index)) }
                start = index + 1
                // `and, if known, the birthday`: the aside belongs to what follows.
                if item.word == .and, start + 2 < range.upperBound, sentence.items[start].isMark(","),
                    isAside(start + 1, sentence), sentence.items[start + 2].isMark(",")
                {
                    parts.append(span(start + 1, start + 2))
                    asides.insert(start + 1)
                    start += 3
                    index = start - 1
                }
            }
            if item.isMark(".") , index + 1 < range.upperBound { break }
            index += 1
        }
        if start < index { parts.append(span(start, index)) }
        return (parts, asides)
    }

    private func isAside(_ index: Int, _ sentence: ProseSentence) -> Bool {
        lexicon.prose.match(
            sentence.source.tokens, at: sentence.items[index].range.lowerBound, where: { $0 == .optional || $0 == .unique })
            .map { $0.count == sentence.items[index].range.count } ?? false
    }

    private func isNumber(_ item: ProseItem) -> Bool {
        if case .number = item.kind { true } else { false }
    }

    /// Reads a list of what an entity has: fields, and other entities.
    mutating func readList(_ range: Range<Int>, of owner: Mention, _ sentence: ProseSentence) {
        var last: String?
        var isOptional = false
        let (parts, asides) = parts(range, sentence)
        var caseEnd = 0
        for (number, part) in parts.enumerated() where part.lowerBound >= caseEnd {
            if let name = last, let cases = cases(parts[number...], sentence) {
                var attributes = FieldAttributes()
                attributes.readCases(sentence.source, sentence.tokens(cases), lexicon: lexicon)
                let lexicon = lexicon
                facts.update(owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
                caseEnd = cases.upperBound
                continue
            }
            if asides.contains(part.lowerBound) {
                isOptional = true
                continue
            }
            defer { isOptional = false }
            if let name = last, continues(part, sentence) {
                addAttributes(part, to: name, of: owner.entity, sentence)
                continue
            }
            last = readPart(part, of: owner, sentence)
            if let last {
                lastField = (owner.entity, last)
                if isOptional {
                    let place = sentence.located(sentence.tokens(part)).place
                    facts.update(owner.entity, named: last) { $0.optional = $0.optional ?? place }
                }
            }
        }
    }

    /// `…, which can be open, held or closed`: the items from `open` to `closed`.
    private func cases(_ parts: ArraySlice<Range<Int>>, _ sentence: ProseSentence) -> Range<Int>? {
        guard let first = parts.first, parts.count > 1, sentence.items[first.lowerBound].word == .relative,
            let verb = first.last(where: { [.be, .can].contains(sentence.items[$0].word) }), verb + 1 < first.upperBound,
            span(verb + 1, first.upperBound).allSatisfy({ sentence.items[$0].isName })
        else { return nil }
        var end = first.upperBound
        for part in parts.dropFirst() {
            let names = part.prefix { sentence.items[$0].isName }
            guard !names.isEmpty, names.count <= 3, part.count < 6 else { break }
            end = part.upperBound
            if names.count < part.count { break }
        }
        return end > first.upperBound ? span(verb + 1, end) : nil
    }

    /// Whether a part says something of the field before it: `which stays empty`, `never below zero`.
    private func continues(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first else { return false }
        let item = sentence.items[first]
        if [.relative, .not, .when].contains(item.word) { return true }
        let token = item.range.lowerBound
        let found = lexicon.prose.match(sentence.source.tokens, at: token, where: { $0.isSaid && $0 != .flag })
        guard let found else { return false }
        // `an optional website` is a field of its own; `optional` alone is none.
        let rest = span(token + found.count, sentence.tokens(part).upperBound)
        return ![.optional, .unique].contains(found.meaning) || rest.isEmpty
    }

    private mutating func addAttributes(_ part: Range<Int>, to name: String, of entity: Int, _ sentence: ProseSentence) {
        var attributes = FieldAttributes()
        attributes.read(sentence.source, sentence.tokens(part), lexicon: lexicon)
        guard !attributes.isEmpty else { return }
        let lexicon = lexicon
        facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        isUsed = true
    }

    /// Reads one part of a list.
    /// - Returns: the name of the field that it gave.
    private mutating func readPart(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> String? {
        let tokens = sentence.tokens(part)
        if let (index, mention) = sentence.mentions(in: part).first, isHead(mention, at: index, of: part, sentence) {
            let kind: ProseFacts.Evidence.Kind = mention.isMany ? .many : .one
            addEvidence(kind, owner, mention, sentence, part: part)
            let rest = span(index + 1, part.upperBound)
            if let with = rest.first(where: { sentence.items[$0].word == .with }) {
                readList(span(with + 1, rest.upperBound), of: mention, sentence)
            }
            return nil
        }
        if readRole(part, of: owner, sentence) { return nil }
        guard let field = FieldPhraseReader(sentence.source, reader: reader).field(tokens) else { return nil }
        facts.add(field, to: owner.entity)
        isUsed = true
        return field.name.text
    }

    /// `a leader who is an employee`: the employee is referred to as leader.
    private mutating func readRole(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        guard let (index, mention) = sentence.mentions(in: part).last else { return false }
        var before = index - 1
        while before > part.lowerBound, sentence.items[before].word?.isDeterminer == true { before -= 1 }
        guard before > part.lowerBound + 1, sentence.items[before].word == .be, sentence.items[before - 1].word == .relative
        else { return false }
        let role = lists.withoutArticles(sentence.source.tokens, sentence.tokens(span(part.lowerBound, before - 1)))
        guard (1...3).contains(role.count) else { return false }
        addEvidence(.one, owner, mention, sentence, part: part, role: sentence.located(role))
        return true
    }

    /// Whether a mention is what a phrase is about, and no part of a field's name: `customer` of `customer number`.
    private func isHead(_ mention: Mention, at index: Int, of part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let start = part.lowerBound
        for before in span(start, index) {
            let item = sentence.items[before]
            if item.word?.isDeterminer == true || item.word == .skip { continue }
            if let modifier = mention.modifier, modifier.contains(item.range.lowerBound) { continue }
            return false
        }
        guard lexicon.language == .english else { return true }
        guard index + 1 < part.upperBound else { return true }
        return !sentence.items[index + 1].isName
    }

    // MARK: Keeping

    /// `we keep the name and, if known, the birthday of each member`; `for each donation we record the volume`.
    private mutating func readKept(_ segment: Segment, _ sentence: ProseSentence) {
        let mentions = sentence.mentions(in: segment.objects)
        if segment.topic.lowerBound > 0, sentence.items[segment.topic.lowerBound - 1].isMark(":"), segment.subject == nil,
            let topic = topic(before: segment, sentence)
        {
            return readList(segment.objects, of: topic, sentence)
        }
        if let topic = sentence.mentions(in: segment.topic).last?.mention, segment.subject == nil || !segment.isOurs {
            return readList(segment.objects, of: topic, sentence)
        }
        if let subject = segment.subject, !segment.isOurs, !segment.isPassive {
            return readList(segment.objects, of: subject, sentence)
        }
        if let topic = sentence.mentions(in: 0..<segment.topic.upperBound).last(where: {
            let before = sentence.items[..<$0.index].last { $0.word?.isDeterminer != true }?.word
            return $0.index > 0 && (before == .preposition || before == .per)
        }) {
            return readList(segment.objects, of: topic.mention, sentence)
        }
        guard let first = mentions.first else {
            // `an exchange for an offer: we keep the date and the hours`.
            guard segment.subject == nil, let topic = topic(before: segment, sentence) else { return }
            return readList(segment.objects, of: topic, sentence)
        }
        if let with = segment.objects.first(where: { sentence.items[$0].word == .with }), first.index < with {
            return readList(span(with + 1, segment.objects.upperBound), of: first.mention, sentence)
        }
        // `the name of each member`: the owner comes last.
        if let owner = mentions.last(where: { entry in
            entry.index == first.index && entry.index > segment.objects.lowerBound
                && sentence.items[..<entry.index].last { $0.word?.isDeterminer != true }?.word == .preposition
        }) {
            var end = owner.index
            while end > segment.objects.lowerBound, sentence.items[end - 1].word?.isDeterminer == true { end -= 1 }
            readList(span(segment.objects.lowerBound, end - 1), of: owner.mention, sentence)
        }
    }

    /// What a sentence has spoken of before a verb that has no subject.
    private func topic(before segment: Segment, _ sentence: ProseSentence) -> Mention? {
        let before = sentence.mentions(in: span(0, segment.topic.upperBound))
        return before.first { entry in
            sentence.items[..<entry.index].last { $0.word?.isDeterminer != true }?.word != .preposition && entry.mention.entity != speaker?.entity
        }?.mention
    }

    // MARK: Predicates

    /// `frame numbers are unique`, `the blood group is one of A, B or O`.
    private mutating func readPredicate(_ segment: Segment, _ sentence: ProseSentence) {
        let objects = sentence.tokens(segment.objects)
        var attributes = FieldAttributes()
        attributes.read(sentence.source, objects, lexicon: lexicon)
        if segment.subject == nil, attributes.isEmpty, segment.isPossible || !segment.objects.isEmpty {
            attributes.readCases(sentence.source, objects, lexicon: lexicon)
        }
        if segment.subject == nil, !attributes.isEmpty, !segment.topic.isEmpty {
            for (entity, name) in fields(named: sentence.tokens(segment.topic), sentence) {
                let lexicon = lexicon
                facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
                isUsed = true
            }
        } else if let with = segment.objects.first(where: { sentence.items[$0].word == .with }) {
            let owner = sentence.mentions(in: span(segment.objects.lowerBound, with)).last?.mention ?? segment.subject
            guard let owner = owner ?? (segment.isOurs ? speaker : nil) else { return }
            readList(span(with + 1, segment.objects.upperBound), of: owner, sentence)
        }
    }

    /// The fields that words name, with their entities: `frame numbers`, `the status of an order`.
    func fields(named range: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        let words = lists.withoutArticles(sentence.source.tokens, range)
        guard !words.isEmpty else { return [] }
        let singular = lexicon.inflector.singular(of: sentence.source.words(words).lowercased()).foldedForComparison
        var found: [(Int, String)] = []
        for (entity, facts) in facts.facts.enumerated() {
            for field in facts.fields {
                let name = field.name.text.lowercased().foldedForComparison
                let full = (candidates.candidates[entity].name + " " + name).foldedForComparison
                if singular == name || singular == lexicon.inflector.singular(of: name) || singular == full
                    || full.hasSuffix(" " + singular)
                {
                    found.append((entity, field.name.text))
                }
            }
        }
        return found.count <= 2 ? found : []
    }

    // MARK: Relations

    /// `a bicycle belongs to a customer`, `an order is opened for a bicycle at a shop`, `wards submit requests`.
    private mutating func readRelation(_ segment: Segment, _ sentence: ProseSentence) {
        if segment.subject == nil, segment.isOurs {
            guard segment.isPassive, let speaker else { return readOffer(segment, sentence) }
            guard let with = segment.objects.first(where: { sentence.items[$0].word == .with }) else { return }
            return readList(span(with + 1, segment.objects.upperBound), of: speaker, sentence)
        }
        guard let subject = segment.subject else { return }
        var end = segment.objects.upperBound
        if let with = segment.objects.first(where: { sentence.items[$0].word == .with }) {
            end = with
            let isOwned = sentence.mentions(in: span(segment.objects.lowerBound, with)).last?.mention
            if segment.isPassive || isOwned == nil { readList(span(with + 1, segment.objects.upperBound), of: subject, sentence) }
        }
        if segment.isPassive || segment.isOurs, let along = segment.objects.first(where: { sentence.items[$0].word == .along }) {
            end = min(end, along)
        }
        let along = segment.objects.first { sentence.items[$0].word == .along }
        var direct: Mention?
        var wasReached = false
        for (index, mention) in sentence.mentions(in: span(segment.objects.lowerBound, end)) where index < along ?? end {
            var before = index - 1
            while before >= segment.objects.lowerBound, sentence.items[before].word?.isDeterminer == true || sentence.items[before].isName
                && mention.modifier?.contains(sentence.items[before].range.lowerBound) == true { before -= 1 }
            let word = before >= segment.objects.lowerBound ? sentence.items[before].word : nil
            let isReached = word == .and && wasReached || word == .preposition || word == .per || word == .as || segment.verb == .belongs || segment.isPassive
            wasReached = isReached
            if mention.entity == subject.entity, mention.quantity != .article, !segment.isPassive, segment.verb != .belongs { continue }
            if !isReached {
                // The subject does something to it: it keeps who did.
                addEvidence(.many, subject, mention, sentence, part: segment.objects)
                direct = mention
                if let along, along > index { readList(span(along + 1, segment.objects.upperBound), of: mention, sentence) }
            } else if let direct, !segment.isPassive, segment.verb == nil {
                addEvidence(mention.isMany ? .both : .one, direct, mention, sentence, part: segment.objects)
            } else if mention.quantity == .many || mention.isMany && !subject.isPlural && segment.verb != .belongs {
                addEvidence(.both, subject, mention, sentence, part: segment.objects)
            } else {
                addEvidence(
                    .one, subject, mention, sentence, part: segment.objects,
                    verb: segment.isPassive || isOther(mention, sentence) ? segment.words : nil,
                    isOptional: segment.isPassive && segment.isPossible)
            }
        }
    }

    /// `as a member, I want to publish offers with a title`: what is published is the speaker's.
    private mutating func readOffer(_ segment: Segment, _ sentence: ProseSentence) {
        guard let (index, mention) = sentence.mentions(in: segment.objects).first else { return }
        let verb = sentence.items[segment.objects.lowerBound..<index].first { $0.isName } ?? sentence.items[segment.objects.lowerBound - 1]
        let creates = lexicon.prose.match(sentence.source.tokens, at: verb.range.lowerBound, where: { $0 == .creates }) != nil
        if creates, let speaker { addEvidence(.many, speaker, mention, sentence, part: span(index, index + 1)) }
        for (other, target) in sentence.mentions(in: span(index + 1, segment.objects.upperBound)) where target.entity != mention.entity {
            let before = sentence.items[..<other].last { $0.word?.isDeterminer != true }?.word
            if before == .preposition, !target.isMany { addEvidence(.one, mention, target, sentence, part: span(other, other + 1)) }
        }
        if let with = span(index, segment.objects.upperBound).first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: mention, sentence)
        }
    }

    /// `another mechanic`: not the one that was spoken of.
    private func isOther(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        span(mention.start, mention.range.lowerBound).contains {
            lexicon.prose.match(sentence.source.tokens, at: $0, where: { $0 == .other }) != nil
        }
    }

    mutating func addEvidence(
        _ kind: ProseFacts.Evidence.Kind, _ source: Mention, _ target: Mention, _ sentence: ProseSentence,
        part: Range<Int>, verb: String? = nil, role given: Located? = nil,
        isOptional: Bool = false
    ) {
        let tokens = sentence.tokens(part)
        let after = span(target.range.upperBound, tokens.upperBound)
        var attributes = FieldAttributes()
        let near = after.prefix(8)
        attributes.read(sentence.source, span(near.startIndex, near.endIndex), lexicon: lexicon)
        var role = target.modifier.map { range in
            Located(
                text: sentence.source.words(span(range.lowerBound, target.range.upperBound)).lowercased(),
                place: sentence.source.tokens[range.lowerBound].place)
        }
        if let as_ = after.first(where: { reader.word(sentence.source.tokens, at: $0)?.meaning == .as }), as_ - target.range.upperBound <= 1,
            let phrase = reader.nounPhrase(sentence.source.tokens, from: lists.withoutArticles(sentence.source.tokens, span(as_ + 1, after.upperBound)).lowerBound)
        {
            role = sentence.located(phrase)
        }
        role = given ?? role ?? roleBehind(target, sentence)
        facts.add(
            ProseFacts.Evidence(
                kind: kind, source: source.entity, target: target.entity, role: role,
                verbRole: verb.map { $0.isEmpty ? "" : $0.lowercased() + "_by" }, isOptional: isOptional || attributes.optional != nil || target.quantity == .maybeOne,
                words: sentence.located(source.start < target.range.upperBound ? span(source.start, target.range.upperBound) : target.range)))
        isUsed = true
    }

    /// `idioma de origen`: what follows an entity in Spanish and is no entity itself says which one it is.
    private func roleBehind(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let next = target.range.upperBound
        guard lexicon.language == .spanish, next + 1 < tokens.count, tokens[next].folded == "de", tokens[next + 1].kind == .word,
            reader.word(tokens, at: next + 1) == nil, !sentence.mentions.contains(where: { $0.range.contains(next + 1) })
        else { return nil }
        return sentence.located(span(target.range.lowerBound, next + 2))
    }

    /// What is mine is kept with who I am: `as a member, I want to see my bookings`.
    mutating func readOwn(_ sentence: ProseSentence) {
        guard let speaker else { return }
        for mention in sentence.mentions where mention.entity != speaker.entity && mention.start < mention.range.lowerBound {
            let before = lexicon.prose.match(sentence.source.tokens, at: mention.start, where: { $0 == .own })
            guard before != nil else { continue }
            facts.add(
                ProseFacts.Evidence(
                    kind: .many, source: speaker.entity, target: mention.entity, words: sentence.located(mention.range)))
            isUsed = true
        }
    }

    /// A phrase without a verb: `a curator (name, phone)`, `hives: code, colour`.
    mutating func readFragment(_ sentence: ProseSentence) {
        guard let (index, mention) = sentence.mentions(in: sentence.items.indices).first else { return }
        guard let next = (span(index + 1, sentence.items.count)).first(where: { sentence.items[$0].word != .skip }) else { return }
        let isTopic = index > 0 && sentence.items.first?.word == .preposition
        if sentence.items[next].isMark(":") || sentence.items[next].word == .with || isTopic && sentence.items[next].isMark(",") {
            readList(span(next + 1, sentence.items.count), of: mention, sentence)
        }
    }
}
