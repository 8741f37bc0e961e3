import MGECore

extension ProseReader {
    /// How many tokens a date and time has that is named by both: `fecha y hora`.
    func moment(_ tokens: [Token], at index: Int) -> Int? {
        lexicon.types.match(tokens, at: index).flatMap { $0.meaning == .datetime && $0.count > 1 ? $0.count : nil }
    }

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
            refer(entity, to: scope, sentence)
            facts.add(
                UniqueGroup(
                    names: [
                        Located(text: name, place: tokens[index].place),
                        Located(text: candidates.candidates[scope.entity].name, place: tokens[next].place),
                    ], place: tokens[index].place), to: entity)
            return
        }
    }

    /// What is unique within something refers to it.
    mutating func refer(_ entity: Int, to scope: Mention, _ sentence: ProseSentence) {
        guard scope.entity != entity else { return }
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: entity, target: scope.entity, words: sentence.located(scope.range)))
        isUsed = true
    }
}
