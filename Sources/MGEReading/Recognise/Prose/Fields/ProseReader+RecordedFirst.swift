import MGECore
import MGELayers

/// What is kept of something, where the sentence begins with the keeping.
extension ProseReader {
    /// `wanted for a trip: a code and a length`, `stored on a page are its key and its text`.
    mutating func readRecordedFirst(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, let lead = recordedLead(sentence),
            [.preposition, .per].contains(items[lead].word),
            let head = span(lead + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            let owner = items[head].mention, !owner.isPossessive,
            let verb = span(head + 1, items.count).first(where: { items[$0].word != .must }),
            items[verb].word == .be || items[verb].isMark(":"),
            let first = span(verb + 1, items.count).first(where: { items[$0].word != .skip }),
            items[verb].isMark(":") || items[first].word?.isDeterminer == true || items[first].isMark(":")
        else { return false }
        readList(span(items[first].isMark(":") ? first + 1 : first, items.count), of: owner, sentence)
        antecedent = owner
        previous = sentence
        return true
    }

    /// Where what is behind `wanted` or `stored` begins, with which a sentence starts.
    private func recordedLead(_ sentence: ProseSentence) -> Int? {
        guard let token = sentence.source.tokens.first else { return nil }
        let said = lexicon.prose.match(sentence.source.tokens, at: 0, where: { $0 == .recorded })
        guard let count = said?.count ?? (["wanted", "asked"].contains(token.folded) ? 1 : nil) else { return nil }
        return sentence.items.firstIndex { $0.range.lowerBound >= count }
    }

    /// What a sentence brings up of which others have several: `then the rooms, of which a house can have several`.
    func ofWhichSeveral(_ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, let (index, made) = sentence.mentions(in: sentence.items.indices).first,
            made.isPlural, index + 2 < sentence.items.count, sentence.items[index + 1].isMark(","),
            sentence.items[index + 2].word == .whose
        else { return nil }
        return made
    }

    /// What was spoken of, where a list of its fields begins with its name: `a lock lies on a canal. We need the lock number and …`.
    func ownerRepeated(_ segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, segment.subject == nil, let antecedent,
            sentence.mentions(in: 0..<segment.topic.upperBound).isEmpty,
            let (index, owner) = sentence.mentions(in: segment.objects).first, owner.entity == antecedent.entity,
            !owner.isPlural, !owner.isPossessive, index + 1 < segment.objects.upperBound,
            sentence.items[index + 1].isName,
            span(segment.objects.lowerBound, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true }),
            sentence.mentions(in: segment.objects).allSatisfy({ $0.mention.entity == owner.entity })
        else { return nil }
        return antecedent
    }
}
