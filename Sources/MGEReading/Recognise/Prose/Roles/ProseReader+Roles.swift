import MGECore
import MGELayers

extension ProseReader {
    /// `one of them is the team's captain`, `a second person is named as the heir`: who has a role in whose name.
    /// - Returns: whether the clause says so.
    mutating func readNamedRole(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, segment.verb == .be || segment.isPassive, !segment.isNegated else {
            return false
        }
        var index = segment.objects.lowerBound
        let verb = items[max(0, index - 1)].range.lowerBound
        let isNamed =
            segment.isPassive
            && lexicon.prose.match(sentence.source.tokens, at: verb, where: { $0 == .appoints }) != nil
        guard isNamed || !segment.isPassive else { return false }
        if index < segment.objects.upperBound, items[index].word == .as { index += 1 }
        guard index + 1 < items.count, items[index].word?.isDeterminer == true, index < segment.objects.upperBound
        else {
            return false
        }
        let possessor = items[index + 1].mention.flatMap { $0.isPossessive ? $0 : nil }
        let role = span(index + (possessor == nil ? 1 : 2), segment.objects.upperBound).prefix { items[$0].isName }
        let isOwned =
            lexicon.prose.match(
                sentence.source.tokens, at: items[index].range.lowerBound, where: { $0 == .possessive }) != nil
        guard (1...2).contains(role.count), possessor != nil || isNamed && items[index].word == .definite || isOwned,
            role.upperBound == items.count || items[role.upperBound].isMark(".", ",", ";")
                || [.and, .when].contains(items[role.upperBound].word),
            let (target, owner) = roleBearer(segment, possessor, sentence)
        else { return readRoleOf(segment, sentence) }
        addEvidence(
            .one, owner, target, sentence, part: segment.objects, role: sentence.located(sentence.tokens(role)),
            isOptional: isOnlySometimes(segment, sentence))
        return true
    }

    /// `one member is the operator of the firing`.
    private mutating func readRoleOf(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        guard segment.verb == .be, let subject = segment.subject, !subject.isPlural,
            [.one, .article].contains(subject.quantity), start + 3 < items.count, items[start].word == .definite
        else { return false }
        let role = span(start + 1, segment.objects.upperBound).prefix { items[$0].isName }
        guard (1...2).contains(role.count), role.upperBound + 1 < items.count,
            sentence.source.tokens[items[role.upperBound].range.lowerBound].isOf,
            let owner = sentence.mentions(in: span(role.upperBound, segment.objects.upperBound)).first?.mention,
            owner.start == items[role.upperBound].range.upperBound, !owner.isPlural, owner.entity != subject.entity
        else { return false }
        addEvidence(
            .one, owner, subject, sentence, part: segment.objects,
            role: sentence.located(sentence.tokens(span(role.lowerBound, role.upperBound))))
        return true
    }

    /// `a design can be a variation of another design`.
    mutating func readKindOfOther(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        guard lexicon.language == .english, segment.verb == .be, let subject = segment.subject,
            start + 3 < items.count, items[start].word == .article, items[start + 1].isName,
            sentence.source.tokens[items[start + 2].range.lowerBound].isOf,
            let (_, other) = sentence.mentions(in: segment.objects).first, other.entity == subject.entity,
            isOther(other, sentence)
        else { return false }
        let words = span(items[start + 1].range.lowerBound, items[start + 2].range.upperBound)
        addEvidence(
            .one, subject, other, sentence, part: segment.objects, role: sentence.located(words), isOptional: true)
        return true
    }

    /// Who has a role, and what it is a role for.
    private func roleBearer(
        _ segment: Segment, _ possessor: Mention?, _ sentence: ProseSentence
    ) -> (target: Mention, owner: Mention)? {
        let before = sentence.mentions(in: span(0, segment.topic.lowerBound)).map(\.mention)
        let topic = segment.topic.filter { sentence.items[$0].word != .skip }
        let isOneOfThem =
            topic.contains { sentence.items[$0].word == .one } && topic.contains { sentence.items[$0].word == .they }
        if let subject = segment.subject, !isOneOfThem, subject.quantity != .each, !subject.isPlural,
            isOther(subject, sentence) || [.article, .one].contains(subject.quantity)
        {
            guard let owner = possessor ?? antecedent, owner.entity != subject.entity else { return nil }
            var target = subject
            target.modifier = nil
            return (target, owner)
        }
        guard isOneOfThem else { return nil }
        if let possessor {
            let target = before.last { $0.isPlural && $0.entity != possessor.entity } ?? several ?? plural
            return target.flatMap { $0.entity == possessor.entity ? nil : ($0, possessor) }
        }
        guard let target = before.last(where: \.isPlural) ?? several,
            let owner = before.last(where: { !$0.isPlural && $0.entity != target.entity }) ?? antecedent,
            owner.entity != target.entity
        else { return nil }
        return (target, owner)
    }

    /// Whether a clause says of some only, or that something may be.
    private func isOnlySometimes(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        return segment.isPossible
            || span(sentence.tokens(segment.topic).lowerBound, sentence.tokens(segment.topic).upperBound).contains {
                ["sometimes", "often", "usually", "occasionally", "optionally", "perhaps"].contains(tokens[$0].folded)
            }
    }

    /// What somebody did to what is spoken of: `the technician who approved it`.
    func roleOfDoer(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let who = target.range.upperBound
        guard lexicon.language == .english, !target.isPlural, who + 2 < tokens.count,
            ["who", "that", "which"].contains(tokens[who].folded), reader.word(tokens, at: who + 1) == nil,
            tokens[who + 1].folded.hasSuffix("ed") || isParticiple(tokens, at: who + 1),
            [.it, .they].contains(reader.word(tokens, at: who + 2)?.meaning)
        else { return nil }
        if let word = reader.word(tokens, at: who + 3), word.meaning == .as,
            let role = reader.nounPhrase(
                tokens, from: lists.withoutArticles(tokens, span(who + 3 + word.count, tokens.count)).lowerBound)
        {
            // `the member who created it as its author`
            return sentence.located(role)
        }
        return Located(text: tokens[who + 1].text.lowercased() + " by", place: tokens[who + 1].place)
    }

    private func isParticiple(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .participle }) != nil
    }

    /// `the assignee may be empty`, `the source tank stays empty`: said of a reference, by its role.
    mutating func readOptionalRole(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.verb == .be || segment.verb == .can || segment.verb == .has,
            said.contains(.optional)
        else { return false }
        var attributes = FieldAttributes()
        let start = max(0, segment.topic.upperBound)
        attributes.read(
            sentence.source, sentence.tokens(span(start, segment.objects.upperBound)), lexicon: lexicon)
        let role = lists.withoutArticles(sentence.source.tokens, sentence.tokens(segment.topic))
        guard attributes.optional != nil, attributes.unique == nil, (1...3).contains(role.count),
            facts.makeOptional(role: lexicon.inflector.singular(of: sentence.source.words(role).lowercased()))
        else { return false }
        isUsed = true
        return true
    }

    /// `an assignment says which musician plays which part in which concert`: it refers to all of them.
    mutating func readThreeAsked(_ asked: [Int], _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, asked.count > 2, let first = asked.first,
            let made = sentence.mentions(in: 0..<first).first?.mention, !made.isPlural
        else { return false }
        for index in asked {
            guard let mention = sentence.items[index].mention, mention.entity != made.entity else { continue }
            addEvidence(.one, made, mention, sentence, part: span(index, index + 1))
        }
        antecedent = made
        return true
    }

    /// `released by an officer`, in a list: a reference with the role of who did it.
    mutating func readDoneBy(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, part.count > 2, isParticiple(at: part.lowerBound, in: part, sentence),
            let (index, mention) = sentence.mentions(in: part).first, !mention.isPlural,
            [.article, .one, .definite].contains(mention.quantity),
            span(part.lowerBound + 2, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true })
        else { return false }
        let start = sentence.items[part.lowerBound].range.lowerBound
        addEvidence(
            .one, owner, mention, sentence, part: part,
            role: Located(
                text: sentence.source.words(span(start, mention.start)).lowercased(), place: tokens[start].place))
        return true
    }

    /// The role that stands behind an entity: `it is held by one person, the holder`.
    func apposedRole(_ target: Mention, _ sentence: ProseSentence) -> Located? {
        let tokens = sentence.source.tokens
        let comma = target.range.upperBound
        guard lexicon.language == .english, !target.isPlural, [.article, .one].contains(target.quantity),
            comma + 2 < tokens.count, tokens[comma].isMark(","), tokens[comma + 1].folded == "the",
            let role = reader.nounPhrase(tokens, from: comma + 2), role.count < 3,
            !sentence.mentionStarts.contains(role.lowerBound),
            role.upperBound == tokens.count || tokens[role.upperBound].isMark(".")
                || tokens[role.upperBound].isMark(";"),
            lexicon.fieldItem(for: sentence.source.words(role).lowercased()) == nil
        else { return nil }
        return sentence.located(role)
    }

    /// Whether `optionally` stands before the preposition that leads to an entity.
    func isOptionally(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        mention.start > 1
            && lexicon.prose.match(sentence.source.tokens, at: mention.start - 2, where: { $0 == .optional })?.count
                == 1
    }
}
