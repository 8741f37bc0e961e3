import MGECore
import MGELayers

extension ProseReader {
    /// Reads such a clause: `dentro de un patio no pueden coincidir la fila y el número`.
    mutating func readTogetherClause(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        let clause = span(0, tokens.last?.kind == .mark ? tokens.count - 1 : tokens.count)
        guard lexicon.language == .spanish, said.contains(.unique), isTogether(tokens, clause),
            let (first, second) = pairTogether(tokens, clause)
        else { return false }
        let found = [first, second].map { known($0, sentence) }
        if let group = withReference([first, second], found, sentence) {
            facts.add(group.group, to: group.owner)
            isUsed = true
            return true
        }
        let owners = found[0].filter { field in found[1].contains { $0.entity == field.entity } }
        guard let owner = owners.first(where: { $0.entity == antecedent?.entity })?.entity ?? owners.last?.entity else {
            return false
        }
        var names = found.compactMap { $0.first { $0.entity == owner }?.name }
        for index in sentence.items.indices {
            guard let scope = sentence.items[index].mention, scope.entity != owner, !scope.isPlural,
                // `el número de documento` is a field.
                !first.overlaps(scope.range), !second.overlaps(scope.range),
                sentence.items[..<index].last(where: { $0.word?.isDeterminer != true })?.word == .preposition
            else { continue }
            refer(owner, to: scope, sentence)
            names.insert(candidates.candidates[scope.entity].name, at: 0)
        }
        let place = sentence.source.place
        facts.add(UniqueGroup(names: names.map { Located(text: $0, place: place) }, place: place), to: owner)
        isUsed = true
        return true
    }

    /// The fields that a noun names, also with what it belongs to: `la fecha de la cita`.
    func known(_ phrase: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        let tokens = sentence.source.tokens
        let found = facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased()))
        if found.isEmpty, phrase.count == 1, let antecedent {
            // `el tipo y el número de documento`, where there is a `tipo de documento`
            let word = sentence.source.words(phrase).foldedForComparison + " de "
            let names = facts.facts[antecedent.entity].fields.map(\.name.text).filter {
                $0.foldedForComparison.hasPrefix(word)
            }
            if names.count == 1 { return [(antecedent.entity, names[0])] }
        }
        guard found.isEmpty, let joint = phrase.first(where: { tokens[$0].isOf }) else { return found }
        let owner = sentence.mentions.first { $0.range.lowerBound > joint && $0.range.lowerBound < joint + 3 }
        let head = sentence.source.words(span(phrase.lowerBound, joint)).lowercased()
        return facts.fields(named: lexicon.inflector.singular(of: head)).filter { $0.entity == owner?.entity }
    }

    /// One of two nouns is a field, and the other what its entity refers to: `el paciente y la fecha de la cita`.
    private func withReference(
        _ phrases: [Range<Int>], _ found: [[(entity: Int, name: String)]], _ sentence: ProseSentence
    ) -> (group: UniqueGroup, owner: Int)? {
        let targets = phrases.map { phrase in sentence.mentions.first { $0.range == phrase }?.entity }
        for (number, target) in targets.enumerated() {
            guard let target, targets[1 - number] == nil else { continue }
            let owner = found[1 - number].first { field in
                facts.evidence.contains { $0.source == field.entity && $0.target == target && $0.kind == .one }
            }
            guard let owner else { continue }
            let place = sentence.source.place
            let names = [owner.name, candidates.candidates[target].name].map { Located(text: $0, place: place) }
            return (UniqueGroup(names: names, place: place), owner.entity)
        }
        return nil
    }
}
