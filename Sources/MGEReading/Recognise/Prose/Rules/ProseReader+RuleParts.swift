import MGECore
import MGELayers

/// What a rule about uniqueness brings with it besides.
extension ProseReader {
    /// Where a clause of its own begins behind a rule: `no two episodes have the same number, and an episode has a title`.
    func clauseBehindRule(from index: Int, _ sentence: ProseSentence) -> Int {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english else { return tokens.count }
        return span(index + 2, tokens.count).first { comma in
            // `never two at the same farm with the same day, we had that once`
            if tokens[comma].isMark(","), reader.word(tokens, at: comma + 1)?.meaning == .we { return true }
            guard tokens[comma].isMark(","), let and = reader.word(tokens, at: comma + 1),
                and.meaning == .and || and.meaning == .when,
                let mention = sentence.mentions.first(where: { $0.start == comma + 1 + and.count }),
                [.article, .each, .definite].contains(mention.quantity) || mention.isPlural,
                let verb = reader.word(tokens, at: mention.range.upperBound)
            else { return false }
            return [.be, .has, .can, .must, .belongs].contains(verb.meaning)
        } ?? tokens.count
    }

    /// Where a list begins behind what there is one for each of: `one review per user and book, with a rating and a comment`.
    func listBehind(_ index: Int, _ sentence: ProseSentence) -> Int? {
        guard lexicon.language == .english, !said.contains(.same) else { return nil }
        return span(index + 2, sentence.items.count).first { place in
            sentence.items[place].word == .with && sentence.items[place - 1].isMark(",")
        }
    }

    /// A field of what there is one for each value of it, which may not have been named before: `for a given room and start
    /// time there can only be a single talk`.
    mutating func ownField(behind other: Mention, of owner: Mention, _ sentence: ProseSentence) -> Located? {
        if let known = fieldBehind(other, of: owner, sentence) { return known }
        let tokens = sentence.source.tokens
        guard let and = reader.word(tokens, at: other.range.upperBound), and.meaning == .and,
            let phrase = reader.nounPhrase(tokens, from: other.range.upperBound + and.count),
            lexicon.fieldItem(for: sentence.source.words(phrase).lowercased()) != nil
        else { return nil }
        let name = sentence.located(phrase)
        facts.add(FieldItem(name: name, words: name.text), to: owner.entity)
        return name
    }

    /// Adds a usual field that only a rule names: `within a series no two episodes can have the same number`.
    mutating func addUsual(_ name: Located, to entity: Int) {
        let single = lexicon.inflector.singular(of: name.text.lowercased())
        guard isUsual(single), candidates.number(of: single) == nil,
            !facts.fields(named: single).contains(where: { $0.entity == entity }),
            !facts.evidence.contains(where: { $0.source == entity && $0.role?.text.lowercased() == single })
        else { return }
        facts.add(FieldItem(name: name, words: name.text), to: entity)
    }
}
