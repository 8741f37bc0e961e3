import MGECore
import MGELayers

extension ProseReader {
    /// `puede indicar un segundo médico como ayudante`, `lo lleva un guía y puede acompañarlo otro guía como apoyo`: the role of
    /// another one, of what was spoken of; `un disco puede tener como original otro disco`: of its own kind.
    /// - Returns: whether the sentence says nothing else.
    mutating func readOtherAs(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, (1...2).contains(sentence.mentions.count),
            let index = items.lastIndex(where: { $0.mention != nil }), let other = items[index].mention,
            !other.isPlural,
            span(max(0, other.start - 1), other.range.lowerBound).contains(where: { isSecond(tokens[$0]) }),
            let role = roleOfOther(index, sentence), let owner = ownerOfOther(other, sentence)
        else { return false }
        let isPossible =
            items[..<index].contains { $0.word == .can || $0.attribute == .optional } || isAtTimes(other, sentence)
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: owner, target: other.entity, role: sentence.located(items[role].range),
                isOptional: isPossible || owner == other.entity, words: sentence.located(other.range)))
        isUsed = true
        return sentence.mentions.count == 1 || owner == other.entity
    }

    /// The item that names the role of another one, behind it or before it: `otro médico como ayudante`, `como suplente a otro`.
    private func roleOfOther(_ index: Int, _ sentence: ProseSentence) -> Int? {
        let items = sentence.items
        if let role = span(index + 1, min(index + 4, items.count)).first(where: { items[$0].word == .as }),
            role + 1 < items.count, items[role + 1].isName
        {
            return role + 1
        }
        guard let role = span(max(0, index - 5), index).first(where: { items[$0].word == .as }), role + 1 < index,
            items[role + 1].isName,
            span(role + 2, index).allSatisfy({
                items[$0].word?.isDeterminer == true || items[$0].word == .preposition
            })
        else { return nil }
        return role + 1
    }

    /// Whose other one it is: of what was spoken of, which a pronoun stands for, or else of what the sentence begins with.
    private func ownerOfOther(_ other: Mention, _ sentence: ProseSentence) -> Int? {
        guard sentence.mentions.count > 1, let first = sentence.mentions.first else {
            guard let owner = antecedent else { return nil }
            // `puede haber entrado con otro socio como avalista`, of a member
            if owner.entity == other.entity {
                return [.can, .weHave].contains(sentence.items.first?.word) ? owner.entity : nil
            }
            return facts.areNeighbours(owner.entity, other.entity) ? owner.entity : nil
        }
        guard first.entity == other.entity else { return nil }
        if ["lo", "la", "los", "las"].contains(sentence.source.tokens[0].folded) {
            return antecedent.flatMap { $0.entity == other.entity ? nil : $0.entity }
        }
        let next = sentence.items.first { $0.range.lowerBound >= first.range.upperBound }
        return first.start == 0 && next?.word == .can ? other.entity : nil
    }

    /// Whether something is only done at times: `y a veces ayuda otro sastre`, `and sometimes read by another clerk`.
    func isAtTimes(_ other: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard other.start > 2 else { return false }
        if lexicon.language == .english {
            let near = span(max(0, other.start - 12), other.start)
            let start = near.last { tokens[$0].isMark(";") || tokens[$0].isMark(".") || tokens[$0].folded == "and" }
            return span(start ?? near.lowerBound, other.start).contains {
                ["sometimes", "occasionally", "where", "if", "when", "possibly", "perhaps"].contains(tokens[$0].folded)
            }
        }
        let start = span(max(0, other.start - 10), other.start).last {
            tokens[$0].isMark(",") || tokens[$0].isMark(";") || tokens[$0].folded == "y"
        }
        return span(start ?? max(0, other.start - 10), other.start).contains {
            ["veces", "ocasiones", "puede"].contains(tokens[$0].folded)
        }
    }

    /// `quién lo pintó, que es uno de los socios, y quién lo restaura, que puede ser otro socio o nadie`, `quién es la madre y
    /// quién es el padre, que son otras ovejas`: roles, by what is done.
    mutating func readWho(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return false }
        let starts = tokens.indices.filter { asksWho(tokens, at: $0) }
        guard !starts.isEmpty else { return false }
        var found: [(role: Range<Int>, target: Mention, isOptional: Bool)] = []
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : tokens.count
            let own = sentence.mentions.first { $0.range.lowerBound > start && $0.range.lowerBound < end }
            guard let target = own ?? sentence.mentions.last(where: { $0.range.lowerBound >= end }),
                let relative = span(start + 1, target.start).last(where: {
                    reader.word(tokens, at: $0)?.meaning == .relative
                }), let role = roleAsked(tokens, at: start, before: relative)
            else { return false }
            let reach = own == nil ? tokens.count : end
            let isOptional = span(start, reach).contains { index in
                ["nadie", "sabe"].contains(tokens[index].folded)
                    || lexicon.prose.match(tokens, at: index, where: { $0 == .optional }) != nil
            }
            found.append((role, target, isOptional))
        }
        let last = found[found.count - 1].target
        let isOfItsKind = isOther(last, sentence) && last.isPlural
        guard let owner = isOfItsKind ? last.entity : antecedent?.entity else { return false }
        guard isOfItsKind || found.allSatisfy({ $0.target.entity != owner }) else { return false }
        for (role, target, isOptional) in found {
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: owner, target: target.entity, role: sentence.located(role),
                    isOptional: isOptional, words: sentence.located(target.range)))
        }
        isUsed = true
        return true
    }

    private func asksWho(_ tokens: [Token], at index: Int) -> Bool {
        guard tokens[index].folded == "quien", index + 2 < tokens.count else { return false }
        return ["lo", "la", "los", "las"].contains(tokens[index + 1].folded)
            || ["es", "fue"].contains(tokens[index + 1].folded) && ["el", "la"].contains(tokens[index + 2].folded)
    }

    /// The name of the role that is asked for: `madre` of `quién es la madre`, and `quien lo pintó` as it is.
    private func roleAsked(_ tokens: [Token], at start: Int, before end: Int) -> Range<Int>? {
        let isNoun = ["es", "fue"].contains(tokens[start + 1].folded)
        let role = isNoun ? span(start + 3, start + 4) : span(start, start + 3)
        guard role.upperBound <= end, tokens[role.upperBound - 1].kind == .word,
            reader.word(tokens, at: role.upperBound - 1) == nil
        else { return nil }
        return role
    }

    /// `the dentist is who sends us the orders`, `who attends it is a volunteer`.
    mutating func readWho(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard let (index, mention) = sentence.mentions(in: segment.objects).first else { return false }
        if let subject = segment.subject, let first = segment.objects.first, items[first].word == .relative,
            subject.entity != mention.entity,
            items[first..<index].contains(where: { $0.isName || $0.word == .has || $0.word == .keep })
        {
            addEvidence(.many, subject, mention, sentence, part: segment.objects)
            return true
        }
        guard segment.subject == nil, let first = segment.topic.first, first > 0, items[first - 1].word == .relative,
            first == 1 || items[first - 2].isMark(".", ";", ","), items[first].word == .definite,
            mention.quantity == .article, !mention.isPlural, let antecedent, antecedent.entity != mention.entity
        else { return false }
        addEvidence(.one, antecedent, mention, sentence, part: segment.objects)
        return true
    }
}
