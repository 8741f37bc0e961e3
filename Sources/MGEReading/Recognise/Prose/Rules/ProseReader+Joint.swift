import MGECore
import MGELayers

/// Several nouns that are said to be unique with each other.
extension ProseReader {
    /// `row and number together may occur only once in a section`: two fields, and what they are unique in.
    mutating func readJoint(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard let joint = joint(tokens, from: 0) else { return false }
        let named = joint.names.map { range in
            (range, facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(range).lowercased())))
        }
        let mentioned = joint.names.compactMap { range in
            sentence.mentions.first {
                $0.range.upperBound == range.upperBound && $0.range.lowerBound >= range.lowerBound
            } ?? (tokens[0].isMark("(") ? reader.mention(sentence.source, at: range.lowerBound, candidates) : nil)
        }
        let fields = named.filter { entry in !mentioned.contains { $0.range.upperBound == entry.0.upperBound } }
        let owners = fields.first?.1.filter { field in
            fields.allSatisfy { $0.1.contains { $0.entity == field.entity } }
        }
        let isLast = lexicon.language == .spanish && owners?.contains { $0.entity == antecedent?.entity } == true
        let owner = isLast ? antecedent?.entity : owners?.first?.entity
        guard fields.count + mentioned.count == joint.names.count,
            let owner = owner ?? joined(mentioned)
        else { return false }
        var names = fields.compactMap { entry in
            entry.1.first { $0.entity == owner }.map { field in
                Located(text: field.name, place: tokens[entry.0.lowerBound].place)
            }
        }
        var others = mentioned.filter { $0.entity != owner }
        if let scope = sentence.mentions.first(where: { $0.start > joint.end }), scope.entity != owner {
            others.append(scope)
        }
        for other in others {
            refer(owner, to: other, sentence)
            names.append(
                Located(
                    text: candidates.candidates[other.entity].name, place: tokens[other.range.lowerBound].place))
        }
        guard names.count > 1 else { return false }
        facts.add(UniqueGroup(names: names, place: sentence.source.place), to: owner)
        isUsed = true
        return true
    }

    /// The nouns that are said to be unique together, and where that ends.
    func joint(_ tokens: [Token], from start: Int) -> (names: [Range<Int>], end: Int)? {
        // `(run, key, step) is unique`
        let isGroup = lexicon.language == .english && start < tokens.count && tokens[start].isMark("(")
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
        guard names.count > 1, let second = names.last,
            // `página y número son únicos en conjunto`
            lexicon.language == .english
                || [.be, .must].contains(reader.word(tokens, at: second.upperBound)?.meaning)
        else { return nil }
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
