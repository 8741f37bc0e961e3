import MGECore
import MGELayers

/// What is said in parentheses right behind several of something: `members have memberships (monthly, yearly)`.
extension ProseReader {
    /// Reads the kinds that they are of, or, where usual fields are named, what they have.
    /// - Returns: whether a group stands there that was read.
    mutating func readKinds(behind index: Int, of mention: Mention, in part: Range<Int>, _ sentence: ProseSentence) {
        guard index + 1 < part.upperBound, mention.isPlural, !isInGroup, case .group = sentence.items[index + 1].kind
        else { return }
        let inside = span(
            sentence.items[index + 1].range.lowerBound + 1, sentence.items[index + 1].range.upperBound - 1)
        let parts = lists.parts(of: sentence.source.tokens, inside)
        guard parts.count > 1,
            parts.allSatisfy({ part in
                part.count < 3
                    && part.allSatisfy { token in
                        sentence.source.tokens[token].isName && reader.word(sentence.source.tokens, at: token) == nil
                            && lexicon.prose.match(sentence.source.tokens, at: token, where: \.isSaid) == nil
                    }
                    && !lexicon.hasField(named: sentence.source.words(part).lowercased())
                    && !lexicon.inflector.isPlural(sentence.source.words(part).lowercased())
            })
        else { return }
        var field = FieldItem(
            name: Located(
                text: lexicon.language == .english ? "type" : "tipo",
                place: sentence.source.tokens[inside.lowerBound].place),
            words: sentence.source.words(inside))
        var attributes = FieldAttributes()
        attributes.readCases(sentence.source, inside, lexicon: lexicon)
        attributes.apply(to: &field, lexicon: lexicon)
        facts.add(field, to: mention.entity)
        lastField = (mention.entity, field.name.text)
        isUsed = true
    }
}
