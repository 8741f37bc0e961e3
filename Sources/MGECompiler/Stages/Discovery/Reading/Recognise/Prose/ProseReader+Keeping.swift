import MGECore

extension ProseReader {
    /// `we keep the name and, if known, the birthday of each member`; `for each donation we record the volume`.
    mutating func readKept(_ segment: Segment, _ sentence: ProseSentence) {
        let mentions = sentence.mentions(in: segment.objects)
        if segment.topic.lowerBound > 0, sentence.items[segment.topic.lowerBound - 1].isMark(":"),
            segment.subject == nil,
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
            sentence.items[..<entry.index].last { $0.word?.isDeterminer != true }?.word != .preposition
                && entry.mention.entity != speaker?.entity
        }?.mention
    }

    /// `frame numbers are unique`, `the blood group is one of A, B or O`.
    mutating func readPredicate(_ segment: Segment, _ sentence: ProseSentence) {
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
    private func fields(named range: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        let words = lists.withoutArticles(sentence.source.tokens, range)
        guard !words.isEmpty else { return [] }
        let found = facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(words).lowercased()))
        // What many entities have is said of none in particular.
        return found.count <= 2 ? found : []
    }
}
