import MGECore
import MGELayers

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
            if let scope = sameScope(behind: next, of: entity, range, sentence) {
                addScope(scope, of: name, in: entity, at: tokens[index].place, sentence)
                return
            }
            guard let lead = reader.word(tokens, at: next), [.preposition, .per].contains(lead.meaning) else {
                continue
            }
            next += lead.count
            while let word = lexicon.prose.match(tokens, at: next, where: { $0.isDeterminer || $0 == .same }) {
                next += word.count
            }
            if readFieldScope(of: name, in: entity, behind: next, at: tokens[index].place, sentence) { return }
            guard let scope = sentence.mentions.first(where: { $0.range.lowerBound == next }), scope.entity != entity
            else { continue }
            addScope(scope, of: name, in: entity, at: tokens[index].place, sentence)
            return
        }
    }

    /// `el número no se repite en la misma planta`, where the planta is a field too.
    private mutating func readFieldScope(
        of name: String, in entity: Int, behind next: Int, at place: LocatedText.Place, _ sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, next > 0,
            lexicon.prose.match(tokens, at: next - 1, where: { $0 == .same }) != nil,
            let phrase = reader.nounPhrase(tokens, from: next), !sentence.mentionStarts.contains(next)
        else { return false }
        let words = lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased())
        guard let other = facts.fields(named: words).first(where: { $0.entity == entity && $0.name != name }) else {
            return false
        }
        facts.update(entity, named: name) { $0.unique = nil }
        let names = [name, other.name].map { Located(text: $0, place: place) }
        facts.add(UniqueGroup(names: names, place: place), to: entity)
        isUsed = true
        return true
    }

    private mutating func addScope(
        _ scope: Mention, of name: String, in entity: Int, at place: LocatedText.Place, _ sentence: ProseSentence
    ) {
        facts.update(entity, named: name) { $0.unique = nil }
        refer(entity, to: scope, sentence)
        let other = Located(
            text: candidates.candidates[scope.entity].name, place: sentence.source.tokens[scope.range.lowerBound].place)
        facts.add(UniqueGroup(names: [Located(text: name, place: place), other], place: place), to: entity)
    }

    /// The scope of `un número, que no puede coincidir con el de otro lote de la misma descarga`.
    private func sameScope(
        behind start: Int, of entity: Int, _ range: Range<Int>, _ sentence: ProseSentence
    ) -> Mention? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return nil }
        let last = min(start + 10, tokens.count)
        let same = span(start, last).first { lexicon.prose.match(tokens, at: $0, where: { $0 == .same }) != nil }
        guard let same, !span(start, same).contains(where: { tokens[$0].kind == .mark }),
            let count = lexicon.prose.match(tokens, at: same, where: { $0 == .same })?.count
        else { return nil }
        return sentence.mentions.first { $0.range.lowerBound == same + count && $0.entity != entity }
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
