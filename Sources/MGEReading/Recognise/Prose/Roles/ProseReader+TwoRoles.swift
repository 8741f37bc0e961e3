import MGECore
import MGELayers

/// English roles that are told at once, or before who plays them.
extension ProseReader {
    /// `two nurses are noted on a session, the opening nurse and the closing nurse, the second of whom is left blank`.
    mutating func readTwoRoles(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, sentence.mentions.count > 3, let both = sentence.mentions.first,
            both.isPlural, both.start == 0, lexicon.prose.match(tokens, at: 0, where: { $0 == .two }) != nil
        else { return false }
        let owner = sentence.mentions[1]
        let roles = sentence.mentions.dropFirst(2).filter { $0.entity == both.entity && $0.modifier != nil }
        guard owner.entity != both.entity, !owner.isPlural, roles.count == 2, owner.start > 0,
            reader.word(tokens, at: owner.start - 1)?.meaning == .preposition
        else { return false }
        for (number, role) in roles.enumerated() {
            let end = role.range.upperBound
            let isLacking =
                number == 1
                && span(end, tokens.count).contains { index in
                    lexicon.prose.match(tokens, at: index, where: { $0 == .latter }) != nil
                        || ["second", "latter"].contains(tokens[index].folded)
                }
                && span(end, tokens.count).contains { index in
                    lexicon.prose.match(tokens, at: index, where: { $0 == .optional }) != nil
                        || ["blank", "empty", "missing"].contains(tokens[index].folded)
                }
            addEvidence(.one, owner, role, sentence, part: sentence.items.indices, isOptional: isLacking)
        }
        antecedent = owner
        return true
    }

    /// `it is lit by a designer and programmed by a programmer. Both are technicians`: who did it, by the sentence before.
    mutating func readBothDoers(_ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, sentence.items.count < 6, let target = sentence.mentions.first,
            target.isPlural, sentence.mentions.count == 1, let first = sentence.items.first,
            says(0, sentence) || first.word == .they, sentence.items.contains(where: { $0.word == .be }),
            let owner = antecedent, owner.entity != target.entity, let before = previous
        else { return false }
        let tokens = before.source.tokens
        let names = tokens.indices.compactMap { index -> Range<Int>? in
            guard tokens[index].folded == "by", index + 2 < tokens.count,
                reader.word(tokens, at: index + 1)?.meaning == .article,
                let name = reader.nounPhrase(tokens, from: index + 2), name.lowerBound == index + 2, name.count < 3,
                !before.mentionStarts.contains(name.lowerBound)
            else { return nil }
            return name
        }
        guard names.count == 2 else { return false }
        for (number, name) in names.enumerated() {
            let end = number == 0 ? names[1].lowerBound : tokens.count
            let isOptional = span(name.upperBound, end).contains { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .optional }) != nil
            }
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: owner.entity, target: target.entity, role: before.located(name),
                    isOptional: isOptional, words: sentence.located(target.range)))
        }
        isUsed = true
        return true
    }

    /// `we remember the creator of a key, who is a user`: what was read as a field is a role.
    mutating func readRoleKept(
        behind index: Int, of owner: Mention, _ segment: Segment, _ sentence: ProseSentence
    ) {
        guard lexicon.language == .english, let field = lastField, field.entity == owner.entity,
            index + 2 < sentence.items.count, sentence.items[index + 1].isMark(",")
        else { return }
        let end = span(index + 2, sentence.items.count).first { sentence.items[$0].isMark(",", ";", ".") }
        let part = span(index + 2, end ?? sentence.items.count)
        guard let target = saidToBe(part, sentence), target.entity != owner.entity,
            let item = facts.field(named: field.name, of: field.entity)
        else { return }
        facts.remove(field.name, of: field.entity)
        addEvidence(.one, owner, target, sentence, part: part, role: item.name)
        lastField = nil
    }
}
