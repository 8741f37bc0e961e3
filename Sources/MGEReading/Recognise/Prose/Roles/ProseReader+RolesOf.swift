import MGECore
import MGELayers

extension ProseReader {
    /// `the dam and the sire of a dog are dogs themselves; either may be unknown`, `the author of a bulletin is a forecaster,
    /// and so is its reviewer`, `el compañero de la inmersión es otro buceador`: whose roles they are, and who plays them.
    mutating func readRolesOf(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard sentence.mentions.count > 1, let owner = sentence.mentions.first,
            owner.start > 1, tokens[owner.start - 1].isOf, !owner.isPlural,
            [.article, .each, .definite].contains(owner.quantity),
            var roles = roleNames(tokens, from: 0, to: owner.start - 1),
            let be = reader.word(tokens, at: owner.range.upperBound), be.meaning == .be || be.meaning == .must,
            let target = sentence.mentions.dropFirst().first, isPredicate(target, behind: owner, tokens)
        else { return false }
        let end = target.range.upperBound
        roles += rolesSaidSo(tokens, from: end)
        let isOptional = span(end, tokens.count).contains { index in
            ["either", "both", "they"].contains(tokens[index].folded)
                && span(index, tokens.count).contains { saysOptional(tokens, at: $0) }
        }
        for role in roles {
            let isLacking = span(end, tokens.count).contains { index in
                reader.word(tokens, at: index)?.meaning == .not && index + role.count < tokens.count
                    && sentence.source.words(span(index + 1, index + 1 + role.count)).lowercased()
                        == sentence.source.words(role).lowercased()
            }
            addEvidence(
                .one, owner, target, sentence, part: sentence.items.indices, role: sentence.located(role),
                isOptional: isOptional || isLacking)
        }
        antecedent = owner
        return true
    }

    private func saysOptional(_ tokens: [Token], at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { $0 == .optional }) != nil
    }

    /// The names between articles and `and`, which fill a range: `the dam and the sire`.
    private func roleNames(_ tokens: [Token], from start: Int, to end: Int) -> [Range<Int>]? {
        var index = start
        var names: [Range<Int>] = []
        while index < end {
            guard let article = reader.word(tokens, at: index), article.meaning == .definite || !names.isEmpty else {
                return nil
            }
            index += article.meaning.isDeterminer ? article.count : 0
            guard let name = reader.nounPhrase(tokens, from: index), name.lowerBound == index, name.count < 3,
                name.upperBound <= end,
                lexicon.fieldItem(for: lexicon.inflector.singular(of: tokens[index].folded)) == nil
            else { return nil }
            names.append(name)
            index = name.upperBound
            guard index < end else { break }
            guard let and = reader.word(tokens, at: index), and.meaning == .and else { return nil }
            index += and.count
        }
        return names.isEmpty ? nil : names
    }

    /// Whether an entity is what something is said to be: `is a forecaster`, `are dogs`, `must be another dog`.
    private func isPredicate(_ target: Mention, behind owner: Mention, _ tokens: [Token]) -> Bool {
        var index = owner.range.upperBound
        while index < target.start, let word = reader.word(tokens, at: index),
            [.be, .must, .skip, .can].contains(word.meaning)
        {
            index += word.count
        }
        guard index == target.start else { return false }
        return target.isPlural ? target.start == target.range.lowerBound : target.start < target.range.lowerBound
    }

    /// The roles that somebody of the same kind plays: `so is its reviewer`.
    private func rolesSaidSo(_ tokens: [Token], from start: Int) -> [Range<Int>] {
        span(start, max(start, tokens.count - 3)).compactMap { index in
            guard tokens[index].folded == "so", ["is", "are"].contains(tokens[index + 1].folded),
                let lead = reader.word(tokens, at: index + 2), lead.meaning.isDeterminer,
                let name = reader.nounPhrase(tokens, from: index + 2 + lead.count), name.count < 3
            else { return nil }
            return name
        }
    }
}
