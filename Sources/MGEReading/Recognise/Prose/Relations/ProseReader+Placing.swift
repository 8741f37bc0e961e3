import MGECore
import MGELayers

extension ProseReader {
    /// `put each crate on a shelf`, `assign every ticket to one agent`: what is to be done with each refers to where it goes.
    /// - Returns: whether the sentence asks for that.
    mutating func readPlacing(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, let placed = sentence.mentions.first, placed.quantity == .each,
            let verb = items.firstIndex(where: { $0.range.upperBound == placed.start }), items[verb].isName,
            // `the committee puts every talk into one track`
            items[..<verb].allSatisfy({
                $0.isName || $0.word?.isDeterminer == true || [.skip, .we, .must].contains($0.word)
            }),
            let lead = items.firstIndex(where: { $0.range.lowerBound == placed.range.upperBound }),
            items[lead].word == .preposition,
            let index = span(lead + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
            let target = items[index].mention, target.entity != placed.entity, !target.isPlural,
            target.quantity == .article || target.quantity == .one
        else { return false }
        addEvidence(.one, placed, target, sentence, part: span(lead, index + 1))
        antecedent = placed
        return true
    }

    /// `a tasting gives one batch a score`: it refers to what it gives something, and has that.
    mutating func readGiving(_ segment: Segment, _ subject: Mention, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.words.lowercased().hasPrefix("give"),
            let (index, given) = sentence.mentions(in: segment.objects).first, given.entity != subject.entity,
            !given.isPlural, given.start == sentence.items[segment.objects.lowerBound].range.lowerBound,
            index + 2 < segment.objects.upperBound, sentence.items[index + 1].word?.isDeterminer == true
        else { return false }
        addEvidence(.one, subject, given, sentence, part: span(segment.objects.lowerBound, index + 1))
        readList(span(index + 1, segment.objects.upperBound), of: subject, sentence)
        return true
    }

    /// `we never store the key itself, only a prefix and a hash`: what is kept stands behind what is not.
    mutating func readOnlyKept(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let verb = segment.objects.lowerBound - 1
        guard lexicon.language == .english, verb > 0, segment.isNegated || items[verb - 1].word == .not,
            let only = segment.objects.first(where: { index in
                items[index].word == .skip && index > 0 && items[index - 1].isMark(",")
                    && ["only", "just", "merely"].contains(
                        sentence.source.tokens[items[index].range.lowerBound].folded)
            }),
            let owner = sentence.mentions(in: span(segment.objects.lowerBound, only)).first?.mention ?? antecedent
        else { return false }
        readList(span(only + 1, segment.objects.upperBound), of: owner, sentence)
        return true
    }

    /// `log the treatments of a wheel`, `we keep the readings of each meter`: each of them is of one.
    mutating func readKeptOf(_ segment: Segment, _ sentence: ProseSentence) {
        guard lexicon.language == .english, let (index, kept) = sentence.mentions(in: segment.objects).first,
            kept.isPlural, kept.start == sentence.items[segment.objects.lowerBound].range.lowerBound,
            kept.quantity == nil || kept.quantity == .definite || kept.quantity == .many,
            index + 2 < sentence.items.count, sentence.source.tokens[sentence.items[index + 1].range.lowerBound].isOf,
            let whole = sentence.mentions(in: span(index + 2, segment.objects.upperBound)).first?.mention,
            whole.start == sentence.items[index + 1].range.upperBound, !whole.isPlural,
            whole.entity != kept.entity, [.article, .each, .one].contains(whole.quantity)
        else { return }
        addEvidence(.one, kept, whole, sentence, part: span(index + 1, index + 3))
    }

    /// `a print is a copy of one film`: what it is tells what it belongs to.
    mutating func readCopyOf(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        guard lexicon.language == .english, segment.verb == .be, !segment.isNegated, let subject = segment.subject,
            subject.start == 0, start < items.count, items[start].word == .article,
            let (index, whole) = sentence.mentions(in: segment.objects).first, whole.entity != subject.entity,
            !whole.isPlural, [.article, .each, .one].contains(whole.quantity), whole.start > 0,
            sentence.source.tokens[whole.start - 1].isOf
        else { return false }
        return readCopy(of: whole, at: index, subject, segment, sentence)
    }

    private mutating func readCopy(
        of whole: Mention, at index: Int, _ subject: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        let name = span(start + 1, index).prefix { items[$0].isName }
        guard (1...3).contains(name.count), items[name.upperBound].range.upperBound == whole.start else { return false }
        addEvidence(.one, subject, whole, sentence, part: segment.objects)
        return true
    }

    /// `a rental is one pair going out to one skater`, `a used part is one part on one visit`: it refers to both.
    mutating func readOneOfEach(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, segment.verb == .be, !segment.isNegated, let subject = segment.subject,
            !subject.isPlural, subject.start == 0
        else { return false }
        let start = segment.objects.lowerBound
        // `one pair going out to one skater`: what it does is no other clause.
        let end = span(start, sentence.items.count).first { sentence.items[$0].isMark(",", ";", ":", ".") }
        let mentions = sentence.mentions(in: span(start, end ?? sentence.items.count))
        guard let first = mentions.first, mentions.count > 1, first.mention.quantity == .one,
            first.mention.start == sentence.items[segment.objects.lowerBound].range.lowerBound
        else { return false }
        let ones = mentions.prefix { $0.mention.quantity == .one && $0.mention.entity != subject.entity }
        guard let last = ones.last, ones.count > 1 else { return false }
        for (index, mention) in ones {
            addEvidence(.one, subject, mention, sentence, part: span(index, index + 1))
        }
        if let with = span(last.index, sentence.items.count).first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, sentence.items.count), of: subject, sentence)
        }
        return true
    }

    /// `one setter composes it`: what is spoken of refers to who does something to it, and is spoken of further.
    mutating func readDoneToIt(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items.filter { $0.word != .skip }
        guard lexicon.language == .english, let doer = sentence.mentions.first, sentence.mentions.count == 1,
            !doer.isPlural, doer.quantity == .one || doer.quantity == .article, doer.start == 0,
            let index = items.firstIndex(where: { $0.mention != nil }), index + 2 < items.count,
            items[index + 1].isName, items[index + 2].word == .it,
            sentence.source.tokens[items[index + 2].range.lowerBound].folded == "it",
            index + 3 == items.count || items[index + 3].isMark(".", ";", "!"),
            let done = antecedent, done.entity != doer.entity
        else { return false }
        let verb = sentence.source.words(items[index + 1].range).lowercased()
        guard verb.hasSuffix("s") else { return false }
        let stem = verb.dropLast()
        addEvidence(
            .one, done, doer, sentence, part: sentence.items.indices,
            verb: stem + (stem.hasSuffix("e") ? "d" : "ed") + " by")
        return true
    }

    /// Whether one thing is kept for each of another, and no list of what that has: `for each bell we keep a placement`, but
    /// `for each booking we record a guest and a date`.
    func isMade(_ made: Mention, at index: Int, _ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard made.quantity == .article, !made.isPlural,
            made.start == sentence.items[segment.objects.lowerBound].range.lowerBound
        else { return false }
        guard lexicon.language == .english, index + 1 < sentence.items.count else { return true }
        let next = sentence.items[index + 1]
        return !next.isMark(",") && next.word != .and
    }

    /// Whether one entity of several follows a word: `con un avión`.
    func leadsToNew(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let next = sentence.items[(index + 1)...].first { $0.word?.isDeterminer != true }?.mention
        return next.map { $0.quantity == .article && !$0.isPlural } ?? false
    }
}
