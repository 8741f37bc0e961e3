import MGECore

extension ProseReader {
    /// `a bicycle belongs to a customer`, `an order is opened for a bicycle at a shop`, `wards submit requests`.
    mutating func readRelation(_ segment: Segment, _ sentence: ProseSentence) {
        if segment.subject == nil, segment.isOurs {
            guard segment.isPassive, let speaker else { return readOffer(segment, sentence) }
            guard let with = segment.objects.first(where: { sentence.items[$0].word == .with }) else { return }
            return readList(span(with + 1, segment.objects.upperBound), of: speaker, sentence)
        }
        guard let subject = segment.subject else { return }
        let with = segment.objects.first { sentence.items[$0].word == .with }
        let along = segment.objects.first { sentence.items[$0].word == .along }
        let end = min(with ?? segment.objects.upperBound, along ?? segment.objects.upperBound)
        let mentions = sentence.mentions(in: span(segment.objects.lowerBound, end))
        if let with, segment.isPassive || mentions.isEmpty {
            readList(span(with + 1, segment.objects.upperBound), of: subject, sentence)
        }
        var direct: Mention?
        var wasReached = false
        for (index, mention) in mentions {
            let word = word(before: mention, at: index, in: segment, sentence)
            let isReached =
                segment.verb == .belongs || segment.isPassive || word == .and && wasReached
                || [.preposition, .per, .as].contains(word)
            wasReached = isReached
            if isReached {
                let source = segment.verb == nil && !segment.isPassive ? direct ?? subject : subject
                addReached(mention, from: source, segment, sentence, isDirect: source == direct)
            } else if mention.entity != subject.entity || mention.quantity == .article {
                // The subject does something to it: it keeps who did.
                addEvidence(.many, subject, mention, sentence, part: segment.objects)
                direct = mention
                if let along { readList(span(along + 1, segment.objects.upperBound), of: mention, sentence) }
            }
        }
    }

    /// The word of the grammar before a mention and what belongs to it.
    private func word(
        before mention: Mention, at index: Int, in segment: Segment, _ sentence: ProseSentence
    ) -> ProseWord? {
        var before = index - 1
        while before >= segment.objects.lowerBound, sentence.items[before].range.lowerBound >= mention.start {
            before -= 1
        }
        return before >= segment.objects.lowerBound ? sentence.items[before].word : nil
    }

    /// An entity that a preposition or a passive verb leads to: the source refers to one, unless there are several.
    private mutating func addReached(
        _ mention: Mention, from source: Mention, _ segment: Segment, _ sentence: ProseSentence, isDirect: Bool
    ) {
        let isSame = mention.entity == source.entity && mention.quantity != .article
        guard !isSame || segment.isPassive || segment.verb == .belongs else { return }
        if isDirect {
            return addEvidence(mention.isMany ? .both : .one, source, mention, sentence, part: segment.objects)
        }
        if mention.quantity == .many || mention.isMany && !source.isPlural && segment.verb != .belongs {
            return addEvidence(.both, source, mention, sentence, part: segment.objects)
        }
        addEvidence(
            .one, source, mention, sentence, part: segment.objects,
            verb: segment.isPassive || isOther(mention, sentence) ? segment.words : nil,
            isOptional: segment.isPassive && segment.isPossible)
    }

    /// `as a member, I want to publish offers with a title`: what is published is the speaker's.
    private mutating func readOffer(_ segment: Segment, _ sentence: ProseSentence) {
        guard let (index, mention) = sentence.mentions(in: segment.objects).first else { return }
        let verb =
            sentence.items[segment.objects.lowerBound..<index].first { $0.isName }
            ?? sentence.items[segment.objects.lowerBound - 1]
        let creates =
            lexicon.prose.match(sentence.source.tokens, at: verb.range.lowerBound, where: { $0 == .creates }) != nil
        if creates, let speaker { addEvidence(.many, speaker, mention, sentence, part: span(index, index + 1)) }
        for (other, target) in sentence.mentions(in: span(index + 1, segment.objects.upperBound))
        where target.entity != mention.entity {
            let before = sentence.items[..<other].last { $0.word?.isDeterminer != true }?.word
            if before == .preposition, !target.isMany {
                addEvidence(.one, mention, target, sentence, part: span(other, other + 1))
            }
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
}
