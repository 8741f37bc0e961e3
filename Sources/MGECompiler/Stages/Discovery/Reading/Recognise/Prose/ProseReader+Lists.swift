import MGECore

extension ProseReader {
    /// Reads a list of what an entity has: fields, and other entities.
    mutating func readList(
        _ range: Range<Int>, of owner: Mention, _ sentence: ProseSentence, depth: Int = 0, isPossible: Bool = false
    ) {
        // `with` in `with` in `with` …: nobody writes that.
        guard depth < 4 else { return }
        // `readers register with a name`
        var range = range
        if let first = range.first, [.with, .per].contains(sentence.items[first].word) { range = range.dropFirst() }
        var last: String?
        var isOptional = false
        var owner = owner
        let list = ProseList(range, of: sentence, lexicon: lexicon)
        var names: [String] = []
        var owned: Mention?
        var caseEnd = 0
        var isExample = false
        for (number, part) in list.parts.enumerated() where part.lowerBound >= caseEnd {
            if isExample, let first = part.first, sentence.items[first].isName { continue }
            var (part, isCut) = withoutExamples(part, sentence)
            isExample = isCut
            if part.isEmpty { continue }
            if let (other, rest) = possessed(in: part, sentence) { (owner, part) = (other, rest) }
            if let (other, rest) = gapped(number, in: list, sentence) {
                (owner, last, owned, names, part) = (other, nil, nil, [], rest)
                if rest.isEmpty { continue }
            }
            if let kinds = list.kinds(from: number, sentence) {
                last = addKinds(kinds.cases, to: owner, sentence)
                caseEnd = list.parts[kinds.last].upperBound
                continue
            }
            if let found = list.cases(from: number, sentence, lexicon) {
                if !found.name.isEmpty { last = readPart(found.name, of: owner, sentence, depth: depth) }
                if let last {
                    readCases(found.cases, of: last, owner, sentence)
                    addAttributes(found.rest, to: last, of: owner.entity, sentence)
                    caseEnd = max(found.cases.upperBound, found.rest.upperBound)
                    continue
                }
            }
            if let name = last, let found = list.apposedCases(from: number, sentence, lexicon) {
                readCases(found, of: name, owner, sentence)
                caseEnd = found.upperBound
                continue
            }
            if list.asides.contains(part.lowerBound) {
                isOptional = true
                continue
            }
            defer { isOptional = false }
            if last != nil, isUnit(part, sentence) { continue }
            if number > 0 { part = withoutRepeated(part, sentence) }
            if lexicon.language == .english, number > 0, part.count > 1, let first = part.first,
                sentence.items[first].word == .with
            {
                // `an agreement, signed by both, with a start date`
                part = part.dropFirst()
            }
            if let asked = asked(part, sentence), number == 0 || asked.isEntity { part = asked.rest }
            if let name = last, let target = saidToBe(part, sentence) {
                // `an account manager, who is one of our employees`
                facts.remove(name, of: owner.entity)
                addEvidence(
                    .one, owner, target, sentence, part: part,
                    role: Located(text: name, place: sentence.located(target.range).place))
                last = nil
                continue
            }
            if let owned, continuesEntity(part, sentence) {
                if let with = part.first(where: { sentence.items[$0].word == .with }) {
                    if isOnly(owned, sentence), owned.entity != owner.entity {
                        facts.add(
                            ProseFacts.Evidence(
                                kind: .one, source: owned.entity, target: owner.entity, isUnique: true,
                                words: sentence.located(owned.range)))
                    }
                    return readList(span(with + 1, range.upperBound), of: owned, sentence, depth: depth + 1)
                }
                continue
            }
            if let name = last, let end = readBecoming(part, to: range.upperBound, of: name, owner, sentence) {
                caseEnd = end
                continue
            }
            if readTogether(part, names, of: owner, sentence) { continue }
            if let field = question(part, number, sentence) {
                facts.add(field, to: owner.entity)
                last = field.name.text
                lastField = (owner.entity, field.name.text)
                isUsed = true
                continue
            }
            if let name = last, continues(part, sentence) {
                addAttributes(part, to: name, of: owner.entity, sentence)
                continue
            }
            if let name = last, isCondition(part, sentence) {
                let place = sentence.located(sentence.tokens(part)).place
                facts.update(owner.entity, named: name) { $0.optional = $0.optional ?? place }
                continue
            }
            if readRestated(part, to: range.upperBound, sentence, depth: depth) { return }
            last = readPart(part, of: owner, sentence, depth: depth)
            owned = last == nil ? sentence.mentions(in: part).first?.mention : nil
            if let (item, end) = joined(behind: number, in: list, sentence) {
                // `lockers with a number and an area`
                readList(span(part.upperBound + 1, end), of: item, sentence, depth: depth + 1)
                caseEnd = end
                continue
            }
            if let last {
                names.append(last)
                lastField = (owner.entity, last)
                // `each trainer may have a short biography`
                if isOptional || isPossible {
                    let place = sentence.located(sentence.tokens(part)).place
                    facts.update(owner.entity, named: last) { $0.optional = $0.optional ?? place }
                }
            }
        }
    }

    /// Whose a part of a list is, and what is behind it: `the customer's name`.
    func possessed(in part: Range<Int>, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        let first = part.first { index in
            let item = sentence.items[index]
            return item.word?.isDeterminer != true && item.word != .skip && item.word != .preposition
        }
        guard let first, let owner = sentence.items[first].mention, owner.isPossessive, first + 1 < part.upperBound,
            sentence.items[first + 1].isName || sentence.items[first + 1].attribute != nil
        else { return nil }
        return (owner, span(first + 1, part.upperBound))
    }

    /// The entity that a relative clause says a field is: `who is one of our employees`.
    private func saidToBe(_ part: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        guard part.count > 2, sentence.items[part.lowerBound].word == .relative,
            sentence.items[part.lowerBound + 1].word == .be,
            let (index, mention) = sentence.mentions(in: part).first,
            sentence.items[(part.lowerBound + 2)..<index].allSatisfy({
                $0.word?.isDeterminer == true || $0.word == .skip
            }), index + 1 == part.upperBound || !sentence.items[index + 1].isName
        else { return nil }
        return mention
    }

    /// Whether a part only says what something is measured in: `the pitch, in hertz, between 400 and 460`.
    private func isUnit(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard (2...3).contains(part.count), sentence.items[part.lowerBound].word == .preposition,
            sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded != "de"
        else { return false }
        let tokens = sentence.source.tokens
        return part.dropFirst().allSatisfy { sentence.items[$0].isName }
            && !sentence.tokens(part).contains { lexicon.types.match(tokens, at: $0) != nil }
    }

    /// A part without the preposition that the list began with: `known by its code and by a name`.
    private func withoutRepeated(_ part: Range<Int>, _ sentence: ProseSentence) -> Range<Int> {
        if part.count > 1, sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded == "del",
            sentence.items[part.lowerBound + 1].isName
        {
            return part.dropFirst()
        }
        guard part.count > 2, sentence.items[part.lowerBound].word == .preposition,
            sentence.items[part.lowerBound + 1].word?.isDeterminer == true, sentence.items[part.lowerBound + 2].isName
        else { return part }
        return part.dropFirst()
    }

    /// What an indirect question asks for: `which part it was`, `what size they take`.
    private func asked(_ part: Range<Int>, _ sentence: ProseSentence) -> (rest: Range<Int>, isEntity: Bool)? {
        guard part.count > 1, sentence.items[part.lowerBound].word == .relative else { return nil }
        let item = sentence.items[part.lowerBound + 1]
        let next = part.count > 2 ? sentence.items[part.lowerBound + 2] : nil
        guard item.mention != nil || item.isName, next.map({ [.it, .they, .we].contains($0.word) }) ?? true else {
            return nil
        }
        return (
            span(part.lowerBound + 1, item.mention == nil ? part.upperBound : part.lowerBound + 2), item.mention != nil
        )
    }

    /// A part of a list up to examples: `a trade such as plumbing`.
    private func withoutExamples(_ part: Range<Int>, _ sentence: ProseSentence) -> (part: Range<Int>, isCut: Bool) {
        let example = part.first {
            let token = sentence.items[$0].range.lowerBound
            return lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .example }) != nil
        }
        return (span(part.lowerBound, example ?? part.upperBound), example != nil)
    }

    private mutating func readCases(
        _ cases: Range<Int>, of name: String, _ owner: Mention, _ sentence: ProseSentence
    ) {
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, sentence.tokens(cases), lexicon: lexicon)
        let lexicon = lexicon
        facts.update(owner.entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        lastField = (owner.entity, name)
    }

    /// Whether a part goes on with the entity before it: `un análisis, y nada más que uno, con la fecha y el resultado`.
    private func continuesEntity(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first, lexicon.language == .spanish else { return false }
        let token = sentence.items[first].range.lowerBound
        return sentence.items[first].word == .with
            || lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .onlyOne }) != nil
    }

    /// Whether a part says something of the field before it: `which stays empty`, `never below zero`.
    private func continues(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first(where: { sentence.items[$0].word != .skip }) else { return false }
        let item = sentence.items[first]
        if lexicon.language == .spanish, item.word == .when, first > 0, sentence.items[first - 1].word == .and,
            sentence.source.tokens[item.range.lowerBound].folded == "si"
        {
            // `el importe y si asistió` asks something of its own.
            return false
        }
        if item.attribute == .maximum || item.attribute == .minimum,
            let (index, mention) = sentence.mentions(in: part).first, mention.isPlural,
            isHead(mention, at: index, of: part, sentence)
        {
            // `a date and up to four guests`
            return false
        }
        if [.relative, .not, .when].contains(item.word) || saysOfLast(part, sentence) { return true }
        let token = item.range.lowerBound
        if FieldAttributes.unsaid(sentence.source.tokens, at: token, lexicon: lexicon) != nil { return true }
        if let start = part.first, start != first || item.word == .when,
            lexicon.prose.match(
                sentence.source.tokens, at: sentence.items[start].range.lowerBound, where: { $0 == .circumstance })
                != nil
        {
            return true
        }
        // `si tiene luz` is a field of its own.
        if lexicon.language == .spanish, item.attribute == .optional, part.count > 1,
            sentence.items[first + 1 < part.upperBound ? first + 1 : first].isName,
            lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .condition }) != nil,
            reader.word(sentence.source.tokens, at: token + 1)?.meaning != .definite
        {
            return false
        }
        if lexicon.prose.match(sentence.source.tokens, at: token, where: { $0 == .latter || $0 == .condition }) != nil,
            item.attribute != .flag
        {
            return true
        }
        if saysDefault(part, sentence) || typeEnd(part, sentence) != nil { return true }
        // `number of pieces, from 1 to 500`; `number is unique and has six digits`
        if [.preposition, .between].contains(item.word) || item.isNumber || [.be, .has, .can].contains(item.word) {
            let said = attributes(of: part, sentence)
            if said.minimum != nil || said.maximum != nil { return true }
        }
        if FieldAttributes.startsLength(sentence.source.tokens, sentence.tokens(part), lexicon: lexicon) { return true }
        let found = lexicon.prose.match(sentence.source.tokens, at: token, where: { $0.isSaid && $0 != .flag })
        guard let found else { return false }
        // `a maximum of students` is a field.
        if [.minimum, .maximum].contains(found.meaning) {
            return attributes(of: part, sentence).minimum != nil || attributes(of: part, sentence).maximum != nil
        }
        // `an optional website` is a field of its own; `optional` alone is none.
        let rest = span(token + found.count, sentence.tokens(part).upperBound)
        // `nobody else can use the same one`
        if found.count > 2, !part.contains(where: { sentence.items[$0].isName || sentence.items[$0].mention != nil }) {
            return true
        }
        let leads = reader.word(sentence.source.tokens, at: rest.lowerBound)?.meaning
        return ![.optional, .unique].contains(found.meaning) || rest.isEmpty || [.preposition, .per].contains(leads)
    }

    /// `…, each tasting with its score, the date and notes`: what follows belongs to each of what was just named.
    private mutating func readRestated(
        _ part: Range<Int>, to end: Int, _ sentence: ProseSentence, depth: Int
    ) -> Bool {
        guard let (index, mention) = sentence.mentions(in: part).first, mention.quantity == .each,
            index + 1 < part.upperBound, [.with, .has].contains(sentence.items[index + 1].word)
        else { return false }
        readList(span(index + 2, end), of: mention, sentence, depth: depth + 1)
        return true
    }

    /// Whether a part is nothing but a condition of the field before it: `si las hubiera`, and not `si la luz funciona`.
    private func isCondition(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let range = sentence.tokens(part)
        guard let found = lexicon.prose.match(tokens, at: range.lowerBound, where: { $0 == .condition }) else {
            return false
        }
        let pronoun = range.lowerBound + found.count
        guard pronoun + 2 == range.upperBound, tokens[pronoun + 1].kind == .word else { return false }
        return reader.word(tokens, at: pronoun).map { [.definite, .it, .they].contains($0.meaning) } ?? false
    }

    /// Whether what is said of a field goes on at a token: `a decimal never below zero`.
    private func isSaid(_ tokens: [Token], at index: Int, of part: Range<Int>) -> Bool {
        part.contains(index) && lexicon.types.match(tokens, at: index - 1)?.meaning == .decimal
            && lexicon.prose.match(tokens, at: index, where: \.isSaid) != nil
    }

    /// Where a part ends that says of which type the field before it is: `a whole number not above 15000`.
    private func typeEnd(_ part: Range<Int>, _ sentence: ProseSentence) -> Int? {
        let tokens = sentence.source.tokens
        let start = lists.withoutArticles(tokens, sentence.tokens(part)).lowerBound
        guard let found = lexicon.types.match(tokens, at: start),
            found.count > 1 || isSaid(tokens, at: start + 1, of: sentence.tokens(part)),
            [.integer, .bigint, .decimal, .float, .boolean, .text].contains(found.meaning),
            !part.contains(where: { sentence.items[$0].attribute == .flag })
        else { return nil }
        return start + found.count
    }

    /// Whether a part is a case of the field before it, said to be the default: `active by default`.
    private func saysDefault(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard let field = lastField else { return false }
        guard let value = attributes(of: part, sentence).value?.text.foldedForComparison else { return false }
        let known = facts.facts[field.entity].fields.first { $0.name.text == field.name }
        let words = Tokenizer.tokenize(LocatedText(value)).tokens
        if known?.type?.words.text == "boolean",
            lexicon.keywords.meaning(of: words, where: { $0 == .yes || $0 == .no }) != nil
        {
            return true
        }
        return known?.type?.arguments?.contains { $0.text.foldedForComparison == value } ?? false
    }

    private func attributes(of part: Range<Int>, _ sentence: ProseSentence) -> FieldAttributes {
        var attributes = FieldAttributes()
        attributes.read(sentence.source, sentence.tokens(part), lexicon: lexicon)
        return attributes
    }

    mutating func addAttributes(_ part: Range<Int>, to name: String, of entity: Int, _ sentence: ProseSentence) {
        var attributes = FieldAttributes()
        attributes.readsConditions = true
        if let end = typeEnd(part, sentence) {
            let start = lists.withoutArticles(sentence.source.tokens, sentence.tokens(part)).lowerBound
            let type = sentence.source.words(span(start, end))
            facts.update(entity, named: name) { $0.type = $0.type ?? FieldAttributes.phrase(type, $0) }
            isUsed = true
        }
        attributes.read(sentence.source, sentence.tokens(part), lexicon: lexicon)
        guard !attributes.isEmpty else { return }
        let lexicon = lexicon
        facts.update(entity, named: name) { attributes.apply(to: &$0, lexicon: lexicon) }
        settleScope(of: name, in: entity, sentence.tokens(part), sentence)
        isUsed = true
    }

    /// Reads one part of a list.
    /// - Returns: the name of the field that it gave.
    private mutating func readPart(
        _ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence, depth: Int
    ) -> String? {
        let tokens = sentence.tokens(part)
        if let (index, mention) = sentence.mentions(in: part).first, isHead(mention, at: index, of: part, sentence) {
            // `one line for each of the parts` says nothing of whom it is for here.
            if index + 1 < part.upperBound, sentence.items[index + 1].word == .per { return nil }
            let kind: ProseFacts.Evidence.Kind = mention.isMany ? .many : .one
            addEvidence(kind, owner, mention, sentence, part: part)
            let rest = span(index + 1, part.upperBound)
            if let with = rest.first(where: { sentence.items[$0].word == .with }) {
                readList(span(with + 1, rest.upperBound), of: mention, sentence, depth: depth + 1)
            }
            return nil
        }
        if let name = elliptic(tokens, owner, sentence) {
            facts.add(name, to: owner.entity)
            isUsed = true
            return name.name.text
        }
        if readRole(part, of: owner, sentence) || isIdle(part, of: owner, sentence) || isDone(part, sentence) {
            return nil
        }
        guard
            let field = FieldPhraseReader(sentence.source, reader: reader, mentions: sentence.mentionStarts).field(
                tokens)
        else { return nil }
        facts.add(field, to: owner.entity)
        settleScope(of: field.name.text, in: owner.entity, tokens, sentence)
        isUsed = true
        return field.name.text
    }

    /// `la fecha de entrada, la de salida`: the second has the head of the first.
    private func elliptic(_ range: Range<Int>, _ owner: Mention, _ sentence: ProseSentence) -> FieldItem? {
        let tokens = sentence.source.tokens
        if lexicon.language == .spanish, range.count == 2, tokens[range.lowerBound].folded == "de",
            let field = lastField, field.entity == owner.entity
        {
            // `fecha de entrada y de salida`
            let words = field.name.split(separator: " ")
            guard words.count > 2, words[1] == "de", tokens[range.lowerBound + 1].kind == .word else { return nil }
            let name = "\(words[0]) de \(tokens[range.lowerBound + 1].text)"
            return FieldItem(
                name: Located(text: name, place: tokens[range.lowerBound].place), words: sentence.source.words(range))
        }
        guard lexicon.language == .spanish, range.count > 2,
            reader.word(tokens, at: range.lowerBound)?.meaning == .definite,
            tokens[range.lowerBound + 1].isOf, let field = lastField, field.entity == owner.entity,
            let head = field.name.split(separator: " ").first,
            var item = FieldPhraseReader(sentence.source, reader: reader).field(
                span(range.lowerBound + 2, range.upperBound))
        else { return nil }
        let joint = tokens[range.lowerBound + 1].text
        item.name = Located(text: "\(head) \(joint) \(item.name.text)", place: item.name.place)
        return item
    }
}
