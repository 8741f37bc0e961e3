import MGECore
import MGELayers

extension ProseReader {
    /// `un mismo alumno no repite tema en una misma clase`, `jamás se reserva la misma pista para la misma fecha`: of what has
    /// or refers to all of them.
    mutating func readSameAgain(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count < 24,
            said.isDisjoint(with: [.noTwo, .twice, .delete, .optional]),
            let not = tokens.firstIndex(where: { ["no", "nunca", "jamas"].contains($0.folded) })
        else { return false }
        let repeats = span(not + 1, min(not + 3, tokens.count)).first { tokens[$0].folded.hasPrefix("repit") }
        let isReserved = not == 0 && tokens.count > 2 && tokens[1].isReflexivePronoun
        guard repeats != nil || isReserved else { return false }
        var starts = tokens.indices.compactMap { index in
            lexicon.prose.match(tokens, at: index, where: { $0 == .same }).map { index + $0.count }
        }
        if let repeats { starts.append(repeats + 1) }
        var (mentions, names) = ([Mention](), [(String, Int)]())
        for start in Set(starts).sorted() {
            if let mention = sentence.mentions.first(where: { $0.range.lowerBound == start }) {
                mentions.append(mention)
            } else if let phrase = reader.nounPhrase(tokens, from: start), phrase.lowerBound == start {
                names.append((sentence.source.words(phrase).lowercased(), start))
            }
        }
        guard !mentions.isEmpty, !names.isEmpty, mentions.count + names.count > 1,
            let owner = facts.fields(named: names[0].0).first(where: { field in
                names.allSatisfy { facts.fields(named: $0.0).contains { $0.entity == field.entity } }
                    && mentions.allSatisfy { facts.areNeighbours(field.entity, $0.entity) }
            })?.entity
        else { return false }
        let group =
            mentions.map {
                Located(text: candidates.candidates[$0.entity].name, place: tokens[$0.range.lowerBound].place)
            } + names.map { Located(text: $0.0, place: tokens[$0.1].place) }
        facts.add(UniqueGroup(names: group, place: sentence.source.place), to: owner)
        isUsed = true
        return true
    }

    /// `nadie comparte carné con otro`: a field of what was spoken of.
    mutating func readNobodyShares(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, sentence.mentions.isEmpty, tokens.count < 10,
            let nobody = tokens.prefix(3).firstIndex(where: { ["nadie", "ninguno", "ninguna"].contains($0.folded) }),
            nobody + 2 < tokens.count, ["comparte", "repite", "compartira"].contains(tokens[nobody + 1].folded)
        else { return false }
        let start = lists.withoutArticles(tokens, span(nobody + 2, tokens.count)).lowerBound
        guard let phrase = reader.nounPhrase(tokens, from: start), phrase.lowerBound == start else { return false }
        let found = facts.fields(named: sentence.source.words(phrase).lowercased())
        guard let field = found.first(where: { $0.entity == antecedent?.entity }) ?? (found.count == 1 ? found[0] : nil)
        else { return false }
        facts.update(field.entity, named: field.name) { $0.unique = $0.unique ?? tokens[nobody].place }
        isUsed = true
        return true
    }
}
