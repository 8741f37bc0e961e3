import MGECore
import MGELayers

extension ProseReader {
    /// `ambos profesores`, `tanto el titular como el suplente son socios`: the fields that were named are references.
    /// - Returns: what is left to be read of the sentence; nil where it says nothing of the kind.
    mutating func readSharedRoles(_ sentence: ProseSentence, after named: [(entity: Int, name: String)])
        -> TokenizedText?
    {
        guard lexicon.language == .spanish, let target = sentence.mentions.first(where: \.isPlural) else { return nil }
        let tokens = sentence.source.tokens
        var roles: [(entity: Int, name: String)] = []
        if startsShared(tokens, at: 0), sharedEnd(sentence.source, from: 0) == target.range.upperBound {
            let count = lexicon.prose.match(tokens, at: 0, where: { $0 == .both })?.count ?? 1
            roles = playedRoles(of: span(0, count), among: named, tokens)
        } else if target.quantity == nil || target.quantity == .many, let names = coordinated(before: target, sentence)
        {
            roles = names
        }
        guard !roles.isEmpty else { return nil }
        let part = span(
            0, sentence.items.firstIndex { $0.range.upperBound > target.range.lowerBound }.map { $0 + 1 } ?? 0)
        for role in roles { refer(role, to: target, part, sentence) }
        isUsed = true
        return sentence.source.part(target.range.lowerBound..<tokens.count)
    }

    /// The fields that words for several roles stand for: the last two, or all that were named together.
    private func playedRoles(
        of words: Range<Int>, among named: [(entity: Int, name: String)], _ tokens: [Token]
    ) -> [(entity: Int, name: String)] {
        guard let last = named.last else { return [] }
        let own = named.filter { $0.entity == last.entity }
        let isAll = tokens[words.lowerBound].folded.hasPrefix("tod")
        let count = words.contains { tokens[$0].folded == "tres" } ? 3 : 2
        // Not what is a field as a rule: `una fecha, un presidente y un vocal, todos profesores`.
        let roles = isAll ? own.filter { lexicon.fieldItem(for: $0.name) == nil } : Array(own.suffix(count))
        return roles.count > 1 ? roles : []
    }

    /// The fields with whose names a sentence begins that says what they are: `el titular y el suplente son profesores`.
    private func coordinated(before target: Mention, _ sentence: ProseSentence) -> [(entity: Int, name: String)]? {
        let tokens = sentence.source.tokens
        guard let verb = sentence.items.firstIndex(where: { $0.word == .be || $0.word == .belongs }), verb > 2,
            !tokens[sentence.items[verb].range.lowerBound].isReflexivePronoun,
            sentence.items[verb].range.upperBound <= target.start,
            span(verb + 1, sentence.items.count).first(where: { sentence.items[$0].word?.isDeterminer != true }).map({
                sentence.items[$0].mention == target
            }) ?? false
        else { return nil }
        var names: [String] = []
        var index = tokens[0].folded == "tanto" ? 1 : 0
        let end = sentence.items[verb].range.lowerBound
        while index < end {
            if let phrase = reader.nounPhrase(tokens, from: index), phrase.upperBound <= end {
                names.append(lexicon.inflector.singular(of: sentence.source.words(phrase).lowercased()))
                index = phrase.upperBound
            } else {
                let word = reader.word(tokens, at: index)
                guard
                    tokens[index].isMark(",") || word?.meaning == .and || word?.meaning == .definite
                        || tokens[index].folded == "como" || word?.meaning == .skip
                else { return nil }
                index += word?.count ?? 1
            }
        }
        let found = names.map { facts.fields(named: $0) }
        guard found.count > 1,
            let owner = found[0].first(where: { field in
                found.allSatisfy { $0.contains { $0.entity == field.entity } }
            })?.entity
        else { return nil }
        return found.compactMap { $0.first { $0.entity == owner } }
    }

    /// `la madre y el padre son también ovejas, aunque a veces no los conocemos`: others of the kind that was spoken of.
    mutating func readOwnKind(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, let antecedent, tokens.count > 6,
            let verb = tokens.prefix(8).firstIndex(where: { ["son", "seran"].contains($0.folded) }), verb > 3,
            let target = sentence.mentions.first(where: { $0.start > verb }), target.isPlural,
            target.entity == antecedent.entity, target.quantity == nil,
            span(verb + 1, target.start).allSatisfy({ reader.word(tokens, at: $0)?.meaning == .skip })
        else { return false }
        var roles: [Range<Int>] = []
        var index = 0
        while index < verb {
            guard reader.word(tokens, at: index)?.meaning == .definite,
                let role = reader.nounPhrase(tokens, from: index + 1), role.count == 1
            else { return false }
            roles.append(role)
            index = role.upperBound
            if tokens[index].isMark(",") || reader.word(tokens, at: index)?.meaning == .and { index += 1 }
        }
        guard roles.count > 1 else { return false }
        for role in roles {
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: target.entity, target: target.entity, role: sentence.located(role),
                    isOptional: true, words: sentence.located(target.range)))
        }
        isUsed = true
        return true
    }

    /// Makes a reference of a field that somebody plays.
    private mutating func refer(
        _ role: (entity: Int, name: String), to target: Mention, _ part: Range<Int>, _ sentence: ProseSentence
    ) {
        guard role.entity != target.entity,
            let field = facts.facts[role.entity].fields.first(where: { $0.name.text == role.name })
        else { return }
        facts.remove(role.name, of: role.entity)
        let singular = lexicon.inflector.singular(of: role.name)
        let isMany = singular != role.name && field.type == nil
        let owner = Mention(
            entity: role.entity, range: target.range, isPlural: false, quantity: .article, modifier: nil,
            start: target.start)
        var single = target
        (single.isPlural, single.quantity, single.modifier) = (isMany, isMany ? .many : .article, nil)
        addEvidence(
            isMany ? .both : .one, owner, single, sentence, part: part,
            role: Located(text: isMany ? singular : role.name, place: field.name.place),
            isOptional: field.optional != nil)
    }
}
