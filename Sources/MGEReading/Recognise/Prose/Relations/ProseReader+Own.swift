import MGECore
import MGELayers

extension ProseReader {
    /// `every dog has its own harness`, `every actor has exactly one sheet with chest and waist`: it keeps whose it is.
    mutating func readOwnThing(
        _ part: Range<Int>, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .english, let (index, mention) = sentence.mentions(in: part).first,
            !mention.isPlural, mention.entity != progress.owner.entity
        else { return false }
        // `an order has at most one invoice: number, date and total`
        let isTold =
            mention.quantity == .maybeOne && index + 1 < part.upperBound && sentence.items[index + 1].isMark(":")
        guard isHead(mention, at: index, of: isTold ? span(part.lowerBound, index + 1) : part, sentence) else {
            return false
        }
        let hasList =
            mention.quantity == .one && index + 1 < part.upperBound && sentence.items[index + 1].word == .with
            || isTold && !isAgent(mention.entity)
        // `an application has at most one offer`, but `a class has sometimes an assistant coach`
        let isMostOne =
            mention.quantity == .maybeOne && !isAgent(mention.entity)
            && span(mention.start, mention.range.lowerBound).contains { sentence.source.tokens[$0].folded == "one" }
        guard
            isOwn(mention, sentence) || hasList || isMostOne || isDescribed(mention, behind: index, sentence)
                || hasNoOther(mention, sentence)
        else { return false }
        var owner = progress.owner
        (owner.quantity, owner.isPlural, owner.modifier) = (.article, false, nil)
        addEvidence(.one, mention, owner, sentence, part: part, isUnique: true)
        (progress.last, progress.owned) = (nil, mention)
        guard hasList else { return true }
        readList(span(index + 2, progress.upperBound), of: mention, sentence, depth: progress.depth + 1)
        progress.finish()
        return true
    }

    /// Whether it is said that there is no more than one of something: `one event gets one quote and that's it`.
    private func hasNoOther(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        let end = mention.range.upperBound
        return mention.quantity == .one && !isAgent(mention.entity) && end < sentence.source.tokens.count
            && lexicon.prose.match(sentence.source.tokens, at: end, where: { $0 == .onlyOne }) != nil
    }

    /// Whether it is said behind a comma what one thing holds: `exactly one care plan, spelling out the hours`.
    private func isDescribed(_ mention: Mention, behind index: Int, _ sentence: ProseSentence) -> Bool {
        guard mention.quantity == .one, !isAgent(mention.entity), index + 2 < sentence.items.count,
            sentence.items[index + 1].isMark(","), sentence.items[index + 2].word == .has
        else { return false }
        return sentence.source.tokens[sentence.items[index + 2].range.lowerBound].folded.hasSuffix("ing")
    }

    /// Whether something is nobody else's: `its own harness`.
    func isOwn(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        lexicon.language == .english && !mention.isPlural && mention.range.lowerBound > 0
            && sentence.source.tokens[mention.range.lowerBound - 1].folded == "own"
    }

    /// `several concessions for one grave`, `exactly one sample for one delivery`: what there are several of, or one, refers
    /// to what that is for.
    mutating func readForOne(_ sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .english else { return }
        for index in items.indices.dropLast(2) {
            guard let first = items[index].mention, [.one, .many, .maybeOne].contains(first.quantity),
                // `a booking reserves one panel for one campaign`
                !items[..<index].contains(where: {
                    ($0.isName || $0.word == .preposition) && $0.range.upperBound == first.start
                }),
                items[index + 1].word == .preposition || items[index + 1].word == .per && first.quantity == .maybeOne,
                sentence.source.tokens[items[index + 1].range.lowerBound].folded == "for",
                let target = span(index + 2, items.count).first(where: { items[$0].word?.isDeterminer != true }),
                let second = items[target].mention, !second.isPlural, second.entity != first.entity,
                [.one, .each].contains(second.quantity)
                    || second.quantity == .article && first.quantity != .many && items.first?.word == .weHave
            else { continue }
            if first.quantity == .many, !items[..<index].contains(where: { $0.word == .not }) {
                // `a grave is leased under a concession, and there may be several concessions for one grave`
                addEvidence(.many, second, first, sentence, part: span(index, target + 1))
            }
            addEvidence(
                .one, first, second, sentence, part: span(index, target + 1),
                isUnique: first.quantity != .many && !first.isPlural)
            guard let with = span(target + 1, min(target + 3, items.count)).first(where: { items[$0].word == .with })
            else {
                continue
            }
            readList(span(with + 1, items.count), of: first, sentence)
        }
    }

    /// `no supervisor runs more than one depot`: each has at most one.
    mutating func readNoMoreThanOne(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        if readNoMoreAgain(segment, sentence) { return true }
        guard lexicon.language == .english, let subject = segment.subject, !subject.isPlural,
            let (_, mention) = sentence.mentions(in: segment.objects).first, mention.quantity == .many,
            mention.entity != subject.entity,
            ["more than one", "two"].contains(where: {
                sentence.source.words(span(mention.start, mention.range.lowerBound)).lowercased().hasPrefix($0)
            }),
            subject.start > 0, sentence.source.tokens[subject.start - 1].folded == "no"
        else { return false }
        addOnlyOne(mention, of: subject, sentence)
        return true
    }

    /// `each group is led by one carer, and no carer leads more than one`: of what the sentence named before.
    private mutating func readNoMoreAgain(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let subject = segment.subject, !subject.isPlural, subject.start > 0,
            sentence.mentions.contains(subject), sentence.source.tokens[subject.start - 1].folded == "no",
            let count = segment.objects.first, sentence.items[count].word == .many,
            sentence.source.words(sentence.items[count].range).lowercased() == "more than one",
            sentence.mentions(in: segment.objects).isEmpty,
            let mention = sentence.mentions.last(where: {
                $0.entity != subject.entity && $0.range.upperBound < subject.start
            })
        else { return false }
        addOnlyOne(mention, of: subject, sentence)
        return true
    }

    /// A subject has at most one of what is mentioned, which belongs to it.
    private mutating func addOnlyOne(_ mention: Mention, of subject: Mention, _ sentence: ProseSentence) {
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: mention.entity, target: subject.entity, isUnique: true,
                words: sentence.located(mention.range)))
        isUsed = true
    }

    /// `two depots: the source depot and, once it is over, the target depot`: each of them in its role.
    mutating func readRolesBehindColon(
        _ part: Range<Int>, behind colon: Int, of owner: Mention, _ kind: Mention, _ sentence: ProseSentence
    ) -> Bool {
        let played = sentence.mentions(in: span(colon + 1, part.upperBound))
        guard kind.isMany, played.count > 1,
            played.allSatisfy({ $0.mention.entity == kind.entity && $0.mention.modifier != nil && !$0.mention.isPlural }
            )
        else { return false }
        var last = colon
        for (index, mention) in played {
            let isOptional = span(last + 1, index).contains { item in
                [.optional, .condition].contains(sentence.items[item].attribute) || sentence.items[item].word == .when
                    || ["once", "when"].contains(sentence.source.tokens[sentence.items[item].range.lowerBound].folded)
            }
            addEvidence(
                .one, owner, mention, sentence, part: span(index, index + 1), isOptional: isOptional)
            last = index
        }
        return true
    }

    /// `a transfer logs an item changing hands: the date and …`: the entity, and what else is kept behind the colon.
    mutating func readPartWithList(
        _ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence, depth: Int
    ) -> Bool {
        guard lexicon.language == .english, let colon = part.first(where: { sentence.items[$0].isMark(":") }),
            let (index, mention) = sentence.mentions(in: span(part.lowerBound, colon)).first,
            span(part.lowerBound, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true }),
            (0...3).contains(colon - index - 1), span(index + 1, colon).allSatisfy({ sentence.items[$0].isName })
        else { return false }
        let isDoing =
            colon > index + 1
            && sentence.source.words(sentence.items[index + 1].range).lowercased().hasSuffix("ing")
        let hasFields =
            colon == index + 1 && leadsToField(span(colon + 1, part.upperBound), sentence)
            && span(colon + 1, part.upperBound).contains { sentence.items[$0].isMark(",") }
        guard isDoing || hasFields else { return false }
        addEvidence(mention.isMany ? .many : .one, owner, mention, sentence, part: part)
        // `a booking has one receipt: number, date and total`
        readList(span(colon + 1, part.upperBound), of: isDoing ? owner : mention, sentence, depth: depth + 1)
        return true
    }

    /// `a driver has permission for many lines`: what it is for, and no field.
    mutating func readRight(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let (index, mention) = sentence.mentions(in: part).first,
            mention.quantity == .many, mention.entity != owner.entity, index + 1 == part.upperBound,
            let lead = part.first(where: { sentence.items[$0].word == .preposition }), lead > part.lowerBound,
            sentence.items[lead].range.upperBound == mention.start
        else { return false }
        let name = lists.withoutArticles(sentence.source.tokens, sentence.tokens(span(part.lowerBound, lead)))
        guard !name.isEmpty, lexicon.fieldItem(for: sentence.source.words(name).lowercased()) == nil,
            !name.contains(where: { lexicon.prose.match(sentence.source.tokens, at: $0, where: \.isSaid) != nil })
        else { return false }
        addEvidence(.many, owner, mention, sentence, part: part)
        return true
    }

    /// `a client's projects`: the client has several.
    mutating func readPossessives(_ sentence: ProseSentence) {
        for index in sentence.items.indices.dropLast() {
            guard let owner = sentence.items[index].mention, owner.isPossessive,
                let owned = sentence.items[index + 1].mention, owned.isPlural, owned.entity != owner.entity
            else { continue }
            addEvidence(.many, owner, owned, sentence, part: span(index, index + 2))
        }
    }

    /// What is mine is kept with who I am: `as a member, I want to see my bookings`.
    mutating func readOwn(_ sentence: ProseSentence) {
        guard let speaker else { return }
        for mention in sentence.mentions
        where mention.entity != speaker.entity && mention.start < mention.range.lowerBound {
            let before = lexicon.prose.match(sentence.source.tokens, at: mention.start, where: { $0 == .own })
            guard before != nil else { continue }
            facts.add(
                ProseFacts.Evidence(
                    kind: .many, source: speaker.entity, target: mention.entity, words: sentence.located(mention.range))
            )
            isUsed = true
        }
    }

    /// Whether a list names nothing else than what it belongs to: `a cask is identified by its cask number`.
    func namesOwn(_ list: Range<Int>, of subject: Mention, _ sentence: ProseSentence) -> Bool {
        sentence.mentions(in: list).allSatisfy { index, mention in
            mention.entity == subject.entity && index + 1 < list.upperBound && sentence.items[index + 1].isName
        }
    }
}
