import MGECore
import MGELayers

/// Nouns that are said to be unique together.
extension ProseReader {
    /// The nouns that are said to be unique together, and where that ends.
    func joint(_ tokens: [Token], from start: Int) -> (names: [Range<Int>], end: Int)? {
        guard lexicon.language == .english else { return nil }
        // `(run, key, step) is unique`
        let isGroup = start < tokens.count && tokens[start].isMark("(")
        var index = isGroup ? start + 1 : start
        var isTogether = isGroup
        func skip() {
            while let word = reader.word(tokens, at: index),
                word.meaning.isDeterminer || word.meaning == .skip || word.meaning == .and && index == start
            {
                index += word.count
            }
        }
        var names: [Range<Int>] = []
        while true {
            skip()
            guard let phrase = reader.nounPhrase(tokens, from: index), names.count < 4 else { return nil }
            names.append(phrase)
            index = phrase.upperBound
            if index < tokens.count, tokens[index].isMark(",") { index += 1 }
            guard let and = reader.word(tokens, at: index), and.meaning == .and else {
                guard index > phrase.upperBound else { break }
                continue
            }
            // `name plus version is unique`
            isTogether = isTogether || tokens[index].folded == "plus"
            index += and.count
            skip()
            guard let last = reader.nounPhrase(tokens, from: index) else { return nil }
            names.append(last)
            break
        }
        guard names.count > 1, let second = names.last else { return nil }
        var unique: Int?
        var end = second.upperBound
        if isGroup {
            guard end < tokens.count, tokens[end].isMark(")") else { return nil }
            end += 1
        }
        for index in span(end, min(end + 9, tokens.count)) {
            guard tokens[index].kind == .word else { break }
            isTogether = isTogether || lexicon.prose.match(tokens, at: index, where: { $0 == .together }) != nil
            if let found = lexicon.prose.match(tokens, at: index, where: { $0 == .unique }) {
                unique = index + found.count - 1
            }
        }
        guard isTogether, let unique else { return nil }
        return (names, unique)
    }

    /// What refers to all of some entities, first of all what was spoken of last: `a signature ties a recipient to a document: …
    /// Recipient and document are unique together`.
    func joined(_ mentions: [Mention]) -> Int? {
        let entities = mentions.map(\.entity)
        guard !entities.isEmpty else { return nil }
        if let antecedent, entities.count > 1,
            entities.allSatisfy({ $0 != antecedent.entity && facts.areNeighbours(antecedent.entity, $0) })
        {
            return antecedent.entity
        }
        return facts.link(of: entities)
            ?? (entities.count == 2 ? facts.reference(to: entities[0], and: entities[1]) : nil)
    }
}
