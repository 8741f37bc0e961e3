import MGELayers

/// What is kept of several entities, each part of a list telling of which.
extension ProseReader {
    /// `keep the number of the bike, the distance of the ride and the station name`: each field belongs to what it is told of.
    mutating func readKeptOfEach(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.subject == nil,
            sentence.mentions(in: segment.topic).isEmpty, sentence.mentions(in: segment.objects).count > 1
        else { return false }
        let parts = ProseList(segment.objects, of: sentence, lexicon: lexicon).parts.map { owned($0, sentence) }
        guard parts.count > 1, parts.contains(where: \.isOf), parts.count(where: { $0.owner != nil }) > 1,
            parts.allSatisfy({ !$0.fields.isEmpty && sentence.mentions(in: $0.fields).isEmpty })
        else { return false }
        for (number, part) in parts.enumerated() {
            // `the loss date and the amount of the claim`
            let next = parts[number...].first(where: \.isOf)?.owner
            guard let owner = part.owner ?? next ?? parts[..<number].last(where: { $0.owner != nil })?.owner else {
                continue
            }
            readList(part.fields, of: owner, sentence)
        }
        return true
    }

    /// Whose a part of such a list is, what is left without that, and whether `of` says so.
    private func owned(
        _ part: Range<Int>, _ sentence: ProseSentence
    ) -> (owner: Mention?, fields: Range<Int>, isOf: Bool) {
        let items = sentence.items
        if let (owner, rest) = possessed(in: part, sentence) { return (owner, rest, false) }
        if let last = part.last, let owner = items[last].mention {
            var lead = last - 1
            while lead > part.lowerBound, items[lead].word?.isDeterminer == true { lead -= 1 }
            guard lead > part.lowerBound, items[lead].word == .preposition || items[lead].word == .per else {
                return (nil, part, false)
            }
            return (owner, span(part.lowerBound, lead), true)
        }
        let head = part.first { items[$0].word?.isDeterminer != true }
        if let head, items[head].isName, head + 1 < part.upperBound, items[head + 1].isName,
            let owner = reader.mention(sentence.source, at: items[head].range.lowerBound, candidates),
            owner.range == items[head].range, !owner.isPlural
        {
            // `the station name`, which looks like a field of something else
            return (owner, span(head + 1, part.upperBound), false)
        }
        if let head, let owner = items[head].mention, !owner.isPlural, head + 1 < part.upperBound,
            items[head + 1].isName
        {
            return (owner, span(head + 1, part.upperBound), false)
        }
        return (nil, part, false)
    }

    /// `we record, for every school, its name and its address`: what is kept stands behind of what it is kept.
    mutating func readKeptForEach(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, segment.isOurs, segment.subject == nil,
            let lead = segment.objects.first(where: { !items[$0].isMark(",") }),
            items[lead].word == .per || items[lead].word == .preposition,
            let head = span(lead + 1, segment.objects.upperBound).first(where: { items[$0].word?.isDeterminer != true }
            ),
            let owner = items[head].mention, !owner.isPossessive,
            let first = span(head + 1, segment.objects.upperBound).first(where: { !items[$0].isMark(",", ":") }),
            first > head + 1 || items[first].word?.isDeterminer == true,
            leadsToField(span(first, segment.objects.upperBound), sentence)
        else { return false }
        readList(span(first, segment.objects.upperBound), of: owner, sentence)
        return true
    }

    /// `on it there are several items`: what was spoken of has them.
    mutating func readThereOnIt(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let (items, topic) = (sentence.items, segment.topic)
        guard lexicon.language == .english, topic.count == 2, items[topic.lowerBound].word == .preposition,
            items[topic.lowerBound + 1].word == .it,
            let owner = sentence.mentions(in: 0..<topic.lowerBound).last?.mention
                ?? antecedent,
            let (index, mention) = sentence.mentions(in: segment.objects).first, mention.entity != owner.entity,
            span(segment.objects.lowerBound, index).allSatisfy({ items[$0].word?.isDeterminer == true }),
            index + 1 == segment.objects.upperBound || items[index + 1].isMark(".", ",", ";")
                || items[index + 1].word == .with
        else { return false }
        addEvidence(mention.isMany ? .many : .one, owner, mention, sentence, part: segment.objects)
        if index + 2 < segment.objects.upperBound, items[index + 1].word == .with {
            readList(span(index + 2, segment.objects.upperBound), of: mention, sentence)
        }
        return true
    }
}
