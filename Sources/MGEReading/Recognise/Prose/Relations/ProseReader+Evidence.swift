import MGECore
import MGELayers

extension ProseReader {
    /// Whether a sentence says no more than who may do something: `solo el asesor puede aceptar ofertas`.
    func isPermission(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, segment.isPossible, segment.verb == nil, !segment.isNegated,
            ["solo", "solamente", "unicamente"].contains(tokens[0].folded), let subject = segment.subject,
            subject.quantity == .definite, !subject.isPlural, subject.start < 3,
            let object = sentence.mentions(in: segment.objects).first?.mention
        else { return false }
        return object.isPlural && [nil, .definite].contains(object.quantity)
    }

    /// Notes what a sentence says of two entities, with the role that it gives to the second.
    mutating func addEvidence(
        _ kind: ProseFacts.Evidence.Kind, _ source: Mention, _ target: Mention, _ sentence: ProseSentence,
        part: Range<Int>, verb: String? = nil, role given: Located? = nil,
        isOptional: Bool = false, isUnique: Bool = false, isIndirect: Bool = false, isSure: Bool = false
    ) {
        if given == nil, target.isMany, let roles = rolesOfTwo(target, sentence) {
            for role in roles {
                addEvidence(.one, source, single(target), sentence, part: part, role: role, isOptional: isOptional)
            }
            return
        }
        var kind = given == nil && !isSure ? usualKind(source, target, sentence) ?? kind : kind
        if kind == .many, given == nil, target.modifier == nil, isUsuallyOne(source, target) { kind = .both }
        guard target.range.upperBound <= sentence.source.tokens.count else {
            // Who is meant stands in a longer sentence before: `one of them is the crew's skipper`.
            facts.add(
                ProseFacts.Evidence(
                    kind: kind, source: source.entity, target: target.entity, role: given, isOptional: isOptional,
                    isUnique: isUnique, words: sentence.located(sentence.tokens(part))))
            isUsed = true
            return
        }
        var end = min(sentence.tokens(part).upperBound, target.range.upperBound + 8)
        if lexicon.language == .spanish {
            // What stands behind a colon is said of fields.
            let near = span(target.range.upperBound, max(target.range.upperBound, end))
            end = near.first { sentence.source.tokens[$0].isMark(":") } ?? end
        }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(target.range.upperBound, end), lexicon: lexicon)
        var role = target.modifier.map { range in
            Located(
                text: sentence.source.words(span(range.lowerBound, target.range.upperBound)).lowercased(),
                place: sentence.source.tokens[range.lowerBound].place)
        }
        if let behind = roleAs(target, sentence) { role = behind }
        role =
            given ?? role ?? roleBehind(target, sentence) ?? apposedRole(target, sentence)
            ?? roleOfDoer(target, sentence) ?? adjectiveBehind(target, sentence)
        facts.add(
            ProseFacts.Evidence(
                kind: kind, source: source.entity, target: target.entity, role: role,
                verbRole: verb.flatMap { reached($0, by: target, sentence) },
                isOptional: isOptional || attributes.optional != nil || target.quantity == .maybeOne
                    || isSome(source, sentence)
                    || kind == .one && isOther(target, sentence) && isAtTimes(target, sentence)
                    || kind == .one && isOrNone(behind: target, sentence),
                isSingle: target.quantity != nil && !target.isPlural,
                isOfSeveral: source.isPlural && source.quantity == nil && target.isPlural && target.quantity == nil,
                isOther: isOther(target, sentence), isIndirect: isIndirect,
                isUnique: isUnique || kind == .one && isOnly(source, sentence)
                    || kind == .one && lexicon.language == .english && isOnly(target, sentence),
                words: sentence.located(words(from: source, to: target))))
        isUsed = true
    }

    /// How many there usually are of each of two common entities, where both are told of in the plural, so that the sentence
    /// doesn't say: `comments have authors`, `posts have tags`.
    private func usualKind(
        _ source: Mention, _ target: Mention, _ sentence: ProseSentence
    ) -> ProseFacts.Evidence.Kind? {
        let isSpanish = lexicon.language == .spanish
        func isGeneral(_ mention: Mention) -> Bool {
            mention.isPlural && (mention.quantity == nil || isSpanish && mention.quantity == .definite)
        }
        guard isGeneral(source), isGeneral(target), source.entity != target.entity else { return nil }
        let names = [source, target].map { candidates.candidates[$0.entity].name }
        guard let known = lexicon.entity(named: names[0]), let other = lexicon.entity(named: names[1]) else {
            return nil
        }
        func relations(_ entity: VocabularyEntity, _ target: VocabularyEntity) -> [VocabularyEntity.Relation] {
            (entity.relations ?? []).filter { $0.to.contains(target.name) }
        }
        let (forwards, backwards) = (relations(known, other), relations(other, known))
        if (forwards + backwards).contains(where: { $0.many == true }) { return .both }
        // `movies have a title, genres and a director`, where of others there is one
        if backwards.isEmpty, !forwards.isEmpty, isAmongSingulars(target, sentence) { return .both }
        guard forwards.isEmpty != backwards.isEmpty else { return nil }
        return forwards.isEmpty ? .many : .one
    }

    /// Whether what is said to have several of another usually is of one, so that there are several of both: `un libro puede
    /// tener varios autores`, of whom each has several books.
    private func isUsuallyOne(_ source: Mention, _ target: Mention) -> Bool {
        guard lexicon.language == .spanish, target.quantity == .many, target.isPlural, source.entity != target.entity,
            let known = lexicon.entity(named: candidates.candidates[source.entity].name),
            let other = lexicon.entity(named: candidates.candidates[target.entity].name)
        else { return false }
        func relations(_ entity: VocabularyEntity, _ target: VocabularyEntity) -> [VocabularyEntity.Relation] {
            (entity.relations ?? []).filter { $0.to.contains(target.name) }
        }
        let (forwards, backwards) = (relations(known, other), relations(other, known))
        return !forwards.isEmpty && (backwards.isEmpty || backwards.contains { $0.many == true })
            || backwards.contains { $0.many == true }
    }

    /// Whether several stand in a list beside names in the singular.
    private func isAmongSingulars(_ target: Mention, _ sentence: ProseSentence) -> Bool {
        guard let index = sentence.items.firstIndex(where: { $0.mention == target }) else { return false }
        var names: [Int] = []
        guard sentence.items[..<index].last(where: { [.has, .belongs, .be].contains($0.word) })?.word == .has else {
            return false
        }
        if index > 1, sentence.items[index - 1].isMark(",") || sentence.items[index - 1].word == .and {
            names.append(sentence.items[index - 2].isMark(",") ? index - 3 : index - 2)
        }
        if index + 2 < sentence.items.count,
            sentence.items[index + 1].isMark(",") || sentence.items[index + 1].word == .and
        {
            var next = index + 2
            while next < sentence.items.count, sentence.items[next].word != nil { next += 1 }
            names.append(next)
        }
        return names.contains { name in
            guard sentence.items.indices.contains(name), sentence.items[name].isName else { return false }
            return !lexicon.inflector.isPlural(sentence.source.words(sentence.items[name].range).lowercased())
        }
    }

    /// Whether not all of them are meant: `some campaigns are brought in by an agency`.
    func isSome(_ source: Mention, _ sentence: ProseSentence) -> Bool {
        // What is spoken of may stand in the sentence before.
        lexicon.language == .english && source.isPlural && source.start < source.range.lowerBound
            && sentence.mentions.contains(source)
            && ["some", "certain", "most", "few"].contains(sentence.source.tokens[source.start].folded)
    }

    /// Whether there may be none: `juegan en un club o, si prefieren, en ninguno`.
    private func isOrNone(behind target: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let end = target.range.upperBound
        guard lexicon.language == .spanish, end + 1 < tokens.count, tokens[end].folded == "o" else { return false }
        return span(end + 1, min(end + 9, tokens.count)).contains {
            ["ninguno", "ninguna"].contains(tokens[$0].folded)
        }
    }

    /// Whether it is said behind an entity that there is no other: `un análisis, y nada más que uno`.
    func isOnly(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        var index = mention.range.upperBound
        if index < tokens.count, tokens[index].isMark(",") { index += 1 }
        if let joint = lexicon.prose.match(tokens, at: index, where: { $0 == .and }) { index += joint.count }
        guard let found = lexicon.prose.match(tokens, at: index, where: { $0 == .onlyOne }) else { return false }
        let end = index + found.count
        return end >= tokens.count || tokens[end].kind == .mark
            || (reader.word(tokens, at: end).map { $0.meaning != .per } ?? false)
    }

    private func single(_ mention: Mention) -> Mention {
        var single = mention
        (single.isPlural, single.quantity, single.modifier) = (false, .article, nil)
        return single
    }

    /// The parts that two play: `dos equipos, uno local y otro visitante`.
    private func rolesOfTwo(_ mention: Mention, _ sentence: ProseSentence) -> [Located]? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return nil }
        var index = mention.range.upperBound
        if index < tokens.count, tokens[index].isMark(",") || tokens[index].isMark(":") { index += 1 }
        var roles: [Located] = []
        for leads in [["uno", "una"], ["otro", "otra"]] {
            guard index < tokens.count, leads.contains(tokens[index].folded) else { return nil }
            index += 1
            if let word = reader.word(tokens, at: index), [.preposition, .with, .as].contains(word.meaning) {
                index += word.count
            }
            guard index < tokens.count, tokens[index].kind == .word, reader.word(tokens, at: index) == nil else {
                return nil
            }
            roles.append(sentence.located(index..<index + 1))
            index += 1
            if let joint = reader.word(tokens, at: index), joint.meaning == .and { index += joint.count }
        }
        return roles
    }

    /// A verb with the preposition that leads to what it reaches: `assigned to`, `taken by`.
    private func reached(_ verb: String, by target: Mention, _ sentence: ProseSentence) -> String? {
        let before = target.start - 1
        let tokens = sentence.source.tokens
        let found = before < 0 ? nil : reader.word(tokens, at: before)
        guard !verb.isEmpty, let found, found.count == 1, [.preposition, .per].contains(found.meaning) else {
            return verb.lowercased()
        }
        if verb.lowercased().hasSuffix(" " + tokens[before].text.lowercased()) { return verb.lowercased() }
        // `handed out per election`: no part that the election plays.
        if found.meaning == .per, lexicon.language == .english { return nil }
        return verb.lowercased() + " " + tokens[before].text.lowercased()
    }

    /// `an employee as manager`.
    func roleAs(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let end = target.range.upperBound
        guard let word = reader.word(tokens, at: end), word.meaning == .as else { return nil }
        let start = lists.withoutArticles(tokens, span(end + word.count, tokens.count)).lowerBound
        return reader.nounPhrase(tokens, from: start).map(sentence.located)
    }

    /// `idioma de origen`: what follows an entity in Spanish and is no entity itself says which one it is.
    private func roleBehind(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let next = target.range.upperBound
        if lexicon.language == .spanish, next + 3 < tokens.count, tokens[next].isMark("("),
            reader.word(tokens, at: next + 1)?.meaning == .definite,
            let end = span(next + 2, min(next + 6, tokens.count)).first(where: { tokens[$0].isMark(")") }),
            end > next + 2
        {
            // `de otra acequia (la acequia madre)`
            return sentence.located(span(next + 2, end))
        }
        guard lexicon.language == .spanish, next + 1 < tokens.count, tokens[next].folded == "de",
            tokens[next + 1].kind == .word,
            reader.word(tokens, at: next + 1) == nil,
            !sentence.mentionStarts.contains(next + 1)
        else { return nil }
        let role = sentence.located(span(target.range.lowerBound, next + 2))
        let isElided = ["uno", "una", "otro", "otra"].contains(tokens[target.range.lowerBound].folded)
        guard isElided else { return role }
        // `uno de destino`
        let words = candidates.candidates[target.entity].name + " " + sentence.source.words(span(next, next + 2))
        return Located(text: words, place: role.place)
    }

    /// The adjective that tells two of a kind apart: `un técnico titular y un técnico suplente`.
    private func adjectiveBehind(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        guard lexicon.language == .spanish, !target.isPlural, target.quantity == .article,
            let own = adjective(behind: target, sentence)
        else { return nil }
        let tokens = sentence.source.tokens
        let isTold = sentence.mentions.contains { other in
            other.entity == target.entity && other.range != target.range && !other.isPlural
                && (adjective(behind: other, sentence).map { tokens[$0].folded != tokens[own].folded }
                    ?? (isOther(other, sentence) || isKindOf(other, tokens)))
        }
        return isTold ? sentence.located(span(target.range.lowerBound, own + 1)) : nil
    }

    /// Whether `de` and a plain word behind a mention tell which one it is: `un ajustador de apoyo`.
    private func isKindOf(_ mention: Mention, _ tokens: [Token]) -> Bool {
        let index = mention.range.upperBound
        return index + 1 < tokens.count && tokens[index].folded == "de" && tokens[index + 1].kind == .word
            && reader.word(tokens, at: index + 1) == nil
    }

    /// The plain word right behind a mention, which is no verb with an object.
    private func adjective(behind mention: Mention, _ sentence: ProseSentence) -> Int? {
        let tokens = sentence.source.tokens
        let index = mention.range.upperBound
        guard index < tokens.count, tokens[index].kind == .word, reader.word(tokens, at: index) == nil,
            !sentence.mentionStarts.contains(index),
            lexicon.prose.match(tokens, at: index, where: \.isSaid) == nil
        else { return nil }
        guard index + 1 < tokens.count else { return index }
        let next = reader.word(tokens, at: index + 1)?.meaning
        return tokens[index + 1].kind == .mark || [.and, .relative, .preposition, .with].contains(next)
            ? index : nil
    }

    /// The words from one mention to another, or the nearest of them.
    private func words(from source: Mention, to target: Mention) -> Range<Int> {
        let start = source.start < target.start ? source.start : target.start
        return span(max(start, target.range.upperBound - 40), target.range.upperBound)
    }
}
