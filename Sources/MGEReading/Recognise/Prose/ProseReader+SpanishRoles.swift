import MGECore
import MGELayers

extension ProseReader {
    /// A Spanish sentence with what another one of a kind is there as, or with a second rule of what is not there twice, in a
    /// part by itself: `…, y en una mesa no coinciden dos reservas con la misma hora`.
    func othersApart(_ source: TokenizedText) -> [TokenizedText] {
        let tokens = source.tokens
        guard lexicon.language == .spanish, let joint = otherAs(tokens) ?? secondRule(tokens), joint > 2 else {
            return [source]
        }
        return [source.part(span(0, joint)), source.part(span(joint + 1, tokens.count))]
    }

    /// The `y` before a second one of a kind that is there as something: `y, en su caso, otro médico asiste como ayudante`.
    private func otherAs(_ tokens: [Token]) -> Int? {
        for index in tokens.indices where isSecond(tokens[index]) {
            let end = min(index + 6, tokens.count - 1)
            guard let role = span(index + 2, max(index + 2, end)).first(where: { tokens[$0].folded == "como" }),
                tokens[role + 1].kind == .word, reader.word(tokens, at: role + 1) == nil,
                !span(index, role).contains(where: { tokens[$0].kind == .mark })
            else { continue }
            return span(max(0, index - 6), index).last { ["y", "e"].contains(tokens[$0].folded) }
        }
        return nil
    }

    private func isSecond(_ token: Token) -> Bool { ["otro", "otra", "segundo", "segunda"].contains(token.folded) }

    /// The `y` between a rule of what nobody does twice and one of what no two are alike in.
    private func secondRule(_ tokens: [Token]) -> Int? {
        guard
            let rule = tokens.indices.first(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .noTwo }) != nil
            }), let joint = tokens[..<rule].lastIndex(where: { $0.folded == "y" }), joint > 0,
            tokens[joint - 1].isMark(","),
            tokens[..<joint].indices.contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .twice }) != nil
            })
        else { return nil }
        return joint
    }

    /// `puede indicar un segundo médico como ayudante`: the role of another one, of what was spoken of.
    mutating func readOtherAs(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish,
            let index = items.firstIndex(where: { $0.mention != nil }), let other = items[index].mention,
            !other.isPlural, sentence.mentions.count == 1,
            span(max(0, other.start - 1), other.range.lowerBound).contains(where: { isSecond(tokens[$0]) }),
            let role = span(index + 1, min(index + 4, items.count)).first(where: { items[$0].word == .as }),
            role + 1 < items.count, items[role + 1].isName, let owner = antecedent, owner.entity != other.entity,
            facts.areNeighbours(owner.entity, other.entity)
        else { return false }
        let isPossible = items[..<index].contains { $0.word == .can || $0.attribute == .optional }
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: owner.entity, target: other.entity,
                role: sentence.located(items[role + 1].range), isOptional: isPossible,
                words: sentence.located(other.range)))
        isUsed = true
        return true
    }

    /// `quién lo pintó, que es uno de los socios, y quién lo restaura, que puede ser otro socio o nadie`, `quién es la madre y
    /// quién es el padre, que son otras ovejas`: roles, by what is done.
    mutating func readWho(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish else { return false }
        let starts = tokens.indices.filter { asksWho(tokens, at: $0) }
        guard !starts.isEmpty else { return false }
        var found: [(role: Range<Int>, target: Mention, isOptional: Bool)] = []
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : tokens.count
            let own = sentence.mentions.first { $0.range.lowerBound > start && $0.range.lowerBound < end }
            guard let target = own ?? sentence.mentions.last(where: { $0.range.lowerBound >= end }),
                let relative = span(start + 1, target.start).last(where: {
                    reader.word(tokens, at: $0)?.meaning == .relative
                }), let role = roleAsked(tokens, at: start, before: relative)
            else { return false }
            let reach = own == nil ? tokens.count : end
            let isOptional = span(start, reach).contains { index in
                ["nadie", "sabe"].contains(tokens[index].folded)
                    || lexicon.prose.match(tokens, at: index, where: { $0 == .optional }) != nil
            }
            found.append((role, target, isOptional))
        }
        let last = found[found.count - 1].target
        let isOfItsKind = isOther(last, sentence) && last.isPlural
        guard let owner = isOfItsKind ? last.entity : antecedent?.entity else { return false }
        guard isOfItsKind || found.allSatisfy({ $0.target.entity != owner }) else { return false }
        for (role, target, isOptional) in found {
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: owner, target: target.entity, role: sentence.located(role),
                    isOptional: isOptional, words: sentence.located(target.range)))
        }
        isUsed = true
        return true
    }

    private func asksWho(_ tokens: [Token], at index: Int) -> Bool {
        guard tokens[index].folded == "quien", index + 2 < tokens.count else { return false }
        return ["lo", "la", "los", "las"].contains(tokens[index + 1].folded)
            || ["es", "fue"].contains(tokens[index + 1].folded) && ["el", "la"].contains(tokens[index + 2].folded)
    }

    /// The name of the role that is asked for: `madre` of `quién es la madre`, and `quien lo pintó` as it is.
    private func roleAsked(_ tokens: [Token], at start: Int, before end: Int) -> Range<Int>? {
        let isNoun = ["es", "fue"].contains(tokens[start + 1].folded)
        let role = isNoun ? span(start + 3, start + 4) : span(start, start + 3)
        guard role.upperBound <= end, tokens[role.upperBound - 1].kind == .word,
            reader.word(tokens, at: role.upperBound - 1) == nil
        else { return nil }
        return role
    }
}
