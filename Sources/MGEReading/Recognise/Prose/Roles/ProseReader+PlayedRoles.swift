import MGECore
import MGELayers

extension ProseReader {
    /// `un ayudante que también es médico`: a role, with who plays it in the same part of a list.
    mutating func readPlayedRole(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, part.count > 4, items[part.lowerBound].word == .article,
            items[part.lowerBound + 1].isName, items[part.lowerBound + 2].word == .relative
        else { return false }
        let clause = span(part.lowerBound + 3, part.upperBound)
        guard let verb = clause.first(where: { items[$0].word != .skip }), items[verb].word == .be,
            let (index, target) = sentence.mentions(in: clause).first, target.entity != owner.entity, !target.isPlural,
            span(verb + 1, index).allSatisfy({ items[$0].word?.isDeterminer == true || items[$0].word == .skip }),
            index + 1 == part.upperBound || items[index + 1].word != nil || items[index + 1].attribute != nil
                || tokens[items[index + 1].range.lowerBound].folded == "pero"
        else { return false }
        let isOptional = sentence.tokens(span(index, part.upperBound)).contains {
            lexicon.prose.match(tokens, at: $0, where: { $0 == .optional }) != nil
        }
        addEvidence(
            .one, owner, target, sentence, part: span(part.lowerBound, index + 1),
            role: sentence.located(items[part.lowerBound + 1].range), isOptional: isOptional)
        return true
    }

    /// `a leader who is an employee`: the employee is referred to as leader.
    mutating func readRole(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        guard let (index, mention) = sentence.mentions(in: part).last else { return false }
        var before = index - 1
        while before > part.lowerBound,
            sentence.items[before].word?.isDeterminer == true || sentence.items[before].word == .skip
        {
            before -= 1
        }
        guard before > part.lowerBound + 1, sentence.items[before].word == .be,
            sentence.items[before - 1].word == .relative
        else { return false }
        let role = lists.withoutArticles(sentence.source.tokens, sentence.tokens(span(part.lowerBound, before - 1)))
        guard (1...3).contains(role.count) else { return false }
        addEvidence(.one, owner, mention, sentence, part: part, role: sentence.located(role))
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
