import MGECore
import MGELayers

/// Parts of English lists that name no field by its name alone.
extension ProseReader {
    /// `every clerk has a deputy, except the director, who has none`: what some do not have.
    mutating func readExcepted(_ part: Range<Int>, _ progress: ListProgress, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, part.count > 1, let first = part.first,
            ["except", "excepting", "barring"].contains(
                sentence.source.tokens[sentence.items[first].range.lowerBound].folded)
        else { return false }
        guard let last = progress.last else { return facts.makeLastOptional(of: progress.owner.entity) || true }
        let place = sentence.located(sentence.tokens(part)).place
        facts.update(progress.owner.entity, named: last) { $0.optional = $0.optional ?? place }
        return true
    }

    /// `a courier, who has a name and a phone, brings the box`: the verb of the sentence behind a relative clause.
    mutating func readMainVerb(
        _ part: Range<Int>, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, part.count > 1, let verb = part.first, items[verb].isName, verb > 4,
            items[verb].range.count == 1, items[verb - 1].isMark(","), !progress.owner.isPlural,
            sentence.source.tokens[items[verb].range.lowerBound].folded.hasSuffix("s"),
            let head = items[..<verb].firstIndex(where: { $0.mention != nil }), head + 2 < verb,
            items[head].mention?.entity == progress.owner.entity, items[..<head].allSatisfy({ $0.word != nil }),
            items[head + 1].isMark(","), items[head + 2].word == .relative || items[head + 2].word == .whose,
            let (index, object) = sentence.mentions(in: part).first, object.entity != progress.owner.entity,
            span(verb + 1, index).allSatisfy({ items[$0].word != nil }), object.start < object.range.lowerBound
        else { return false }
        let objects = span(verb + 1, progress.upperBound)
        readRelation(
            Segment(
                subject: progress.owner, topic: span(0, verb), verb: nil,
                words: sentence.source.words(items[verb].range), objects: objects), sentence)
        progress.finish()
        return true
    }

    /// `a run has an owner, who is a user with a code and an email`: what the one who plays a part has; behind a comma the list
    /// goes on with what was spoken of.
    mutating func readWith(
        _ part: Range<Int>, of target: Mention, _ progress: inout ListProgress, _ sentence: ProseSentence
    ) {
        guard lexicon.language == .english,
            let with = part.first(where: { sentence.items[$0].word == .with }),
            sentence.items[with].range.lowerBound == target.range.upperBound
        else { return }
        var end = part.upperBound
        if end < progress.upperBound, sentence.items[end].word == .and {
            end =
                span(end, progress.upperBound).first { sentence.items[$0].isMark(",", ";", ".") } ?? progress.upperBound
        }
        readList(span(with + 1, end), of: target, sentence, depth: progress.depth + 1)
        progress.end = end
    }

    /// `a delivery date, between 2 and 6 portions`: how many there are, which is no bound of a date.
    mutating func readCounted(_ part: Range<Int>, _ progress: inout ListProgress, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let range = sentence.tokens(part)
        guard lexicon.language == .english, sentence.mentions(in: part).isEmpty, range.count > 2,
            let number = range.last(where: { tokens[$0].kind == .number }), number > range.lowerBound,
            lexicon.prose.match(
                tokens, at: range.lowerBound,
                where: { [.between, .minimum, .maximum].contains($0) }) != nil,
            let noun = reader.nounPhrase(tokens, from: number + 1), noun.upperBound == range.upperBound,
            noun.lowerBound == number + 1, noun.count < 3,
            lexicon.inflector.isPlural(sentence.source.words(noun).lowercased()),
            lexicon.prose.match(tokens, at: noun.lowerBound, where: { $0 == .characters || $0 == .measure }) == nil,
            lexicon.unit(tokens, at: noun.lowerBound) == nil, isNoNumber(progress, sentence)
        else { return false }
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(range.lowerBound, number + 1), lexicon: lexicon)
        var field = FieldItem(name: sentence.located(noun), words: sentence.source.words(range))
        field.type = FieldAttributes.phrase("integer", field)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: progress.owner.entity)
        progress.last = field.name.text
        progress.names.append(field.name.text)
        lastField = (progress.owner.entity, field.name.text)
        isUsed = true
        return true
    }

    /// Whether a bound is a field itself, with bounds of its own: `max entries from 10 to 1000`.
    func namesBound(behind index: Int, of part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let end = sentence.tokens(part).upperBound
        guard lexicon.language == .english, index + 1 < end, tokens[index].kind == .word,
            lexicon.numbers[tokens[index].folded] == nil, reader.word(tokens, at: index) == nil,
            lexicon.inflector.isPlural(tokens[index].folded),
            lexicon.prose.match(tokens, at: index, where: { $0.isSaid || $0 == .measure }) == nil
        else { return false }
        return lexicon.prose.match(
            tokens, at: index + 1, where: { [.minimum, .maximum, .between, .preposition].contains($0) }) != nil
    }

    /// Whether the field before a part has no bounds: a date, a flag, or one of some cases.
    private func isNoNumber(_ progress: ListProgress, _ sentence: ProseSentence) -> Bool {
        guard let last = progress.last, let known = facts.field(named: last, of: progress.owner.entity) else {
            return progress.last == nil
        }
        let type = known.type?.words.text ?? lexicon.fieldItem(for: last.lowercased()) ?? ""
        return known.type?.arguments?.isEmpty == false
            || ["date", "time", "bool", "enum", "email", "url"].contains(where: type.hasPrefix)
    }
}
