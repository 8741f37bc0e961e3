import MGECore

extension ProseReader {
    /// `a number that is unique within its section`: unique together with the section, not alone.
    mutating func settleScope(of name: String, in entity: Int, _ range: Range<Int>, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        for index in range {
            guard let unique = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }) else { continue }
            var next = index + unique.count
            guard let lead = reader.word(tokens, at: next), [.preposition, .per].contains(lead.meaning) else {
                continue
            }
            next += lead.count
            while let word = reader.word(tokens, at: next), word.meaning.isDeterminer { next += word.count }
            guard let scope = sentence.mentions.first(where: { $0.range.lowerBound == next }), scope.entity != entity
            else { continue }
            facts.update(entity, named: name) { $0.unique = nil }
            facts.add(
                UniqueGroup(
                    names: [
                        Located(text: name, place: tokens[index].place),
                        Located(text: candidates.candidates[scope.entity].name, place: tokens[next].place),
                    ], place: tokens[index].place), to: entity)
            return
        }
    }
}
