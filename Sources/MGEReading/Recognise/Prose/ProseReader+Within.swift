import MGECore
import MGELayers

extension ProseReader {
    /// `unit numbers don't repeat within a house`, `the row may not be repeated inside a hall`: unique with what it is in.
    mutating func readUniqueWithin(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let first = tokens.first.map { ["the", "a", "its"].contains($0.folded) } == true ? 1 : 0
        guard lexicon.language == .english, tokens.count < 16, let name = reader.nounPhrase(tokens, from: first),
            name.lowerBound == first, let rule = repeats(tokens, at: name.upperBound), rule < tokens.count,
            ["within", "inside", "in"].contains(tokens[rule].folded),
            let scope = sentence.mentions.first(where: { $0.start == rule + 1 }), !scope.isPlural,
            scope.range.upperBound == tokens.count || tokens[scope.range.upperBound].kind == .mark
        else { return false }
        let words = lexicon.inflector.singular(of: sentence.source.words(name).lowercased())
        let found = facts.fields(named: words).filter {
            $0.entity != scope.entity && facts.areNeighbours($0.entity, scope.entity)
        }
        guard let field = found.first(where: { $0.entity == antecedent?.entity }) ?? found.first else { return false }
        refer(field.entity, to: scope, sentence)
        let place = sentence.source.place
        let names = [field.name, candidates.candidates[scope.entity].name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: field.entity)
        isUsed = true
        return true
    }

    /// Where words end that say that something does not come twice.
    private func repeats(_ tokens: [Token], at index: Int) -> Int? {
        if let unique = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }) { return index + unique.count }
        guard index + 2 < tokens.count, ["do", "does", "don't", "doesn't", "never"].contains(tokens[index].folded)
        else { return nil }
        let verb = tokens[index + 1].folded == "not" ? index + 2 : index + 1
        return ["repeat", "repeats", "recur", "recurs"].contains(tokens[verb].folded) ? verb + 1 : nil
    }

    /// `we hold meetings for a building`: each of them is for one.
    mutating func readDoneFor(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count > 5, tokens[0].folded == "we",
            let made = sentence.mentions.first, made.isPlural, made.range.lowerBound == 2,
            made.range.upperBound < tokens.count, ["for", "at"].contains(tokens[made.range.upperBound].folded),
            let target = sentence.mentions.dropFirst().first, target.start == made.range.upperBound + 1,
            target.quantity == .article, !target.isPlural, target.entity != made.entity,
            let index = sentence.items.firstIndex(where: { $0.range.lowerBound == target.range.lowerBound })
        else { return }
        addEvidence(.one, made, target, sentence, part: span(index, index + 1))
    }

    /// `the heart of it all is the boat, with a name and a length`: the fields of what a sentence brings up.
    mutating func readCentre(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        let start = segment.objects.lowerBound
        guard lexicon.language == .english, segment.verb == .be, segment.subject == nil, !segment.isNegated,
            start + 3 < items.count, items[start].word == .definite || items[start].mention?.quantity == .definite,
            sentence.mentions(in: segment.topic).isEmpty
        else { return false }
        guard let index = span(start, min(start + 2, items.count)).first(where: { items[$0].mention != nil }),
            let centre = items[index].mention, !centre.isPlural, items[index + 1].isMark(","),
            index + 3 < items.count, items[index + 2].word == .with,
            leadsToField(span(index + 3, segment.objects.upperBound), sentence)
        else { return false }
        readList(span(index + 3, segment.objects.upperBound), of: centre, sentence)
        return true
    }

    /// `exactly one author, a student`: what stands behind a part is of which entity that is.
    func apposed(_ part: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, let first = part.first, first > 0, sentence.items[first - 1].isMark(","),
            let (index, mention) = sentence.mentions(in: part).first, !mention.isPlural, !mention.isPossessive,
            mention.quantity == .article, index + 1 == part.upperBound,
            span(first, index).allSatisfy({ sentence.items[$0].word == .article }),
            part.upperBound == sentence.items.count || sentence.items[part.upperBound].isMark(".", ";")
        else { return nil }
        return mention
    }

    /// `an arranger, who is also kept as a composer`.
    func keptAs(_ part: Range<Int>, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let first = part.first, sentence.items[first].word == .relative,
            first + 1 < part.upperBound, sentence.items[first + 1].word == .be,
            let (_, mention) = sentence.mentions(in: part).first, !mention.isPlural, mention.quantity == .article,
            mention.start > 1, tokens[mention.start - 1].folded == "as", mention.start - 1 < tokens.count,
            ["kept", "stored", "listed", "recorded", "registered", "held", "entered", "known"].contains(
                tokens[mention.start - 2].folded),
            mention.start - sentence.items[first].range.lowerBound < 6
        else { return nil }
        return mention
    }
}
