import MGECore
import MGELayers

extension ProseReader {
    /// `the officer who approved it, which is empty until then`: the reference that a list named last may be missing.
    mutating func readMissingReference(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        guard let first = part.first,
            sentence.items[first].word == .relative || sentence.items[first].attribute == .optional
                || sentence.items[first].word == .when && lexicon.language == .spanish,
            sentence.mentions(in: part).isEmpty, attributes(of: part, sentence).optional != nil
        else { return false }
        guard facts.makeLastOptional(of: owner.entity) else { return false }
        isUsed = true
        return true
    }

    /// Clauses that say that what was referred to may be missing: `…, but that's optional`, `… but players without a club
    /// are allowed`, `a few old dogs aren't in any pen`, `when the hammer falls, the lot gets a bidder`.
    mutating func readWithout(_ sentence: ProseSentence) {
        guard lexicon.language == .english else { return }
        let tokens = sentence.source.tokens
        for index in tokens.indices.dropFirst(3) {
            switch tokens[index].folded {
            case "that", "this", "that's", "this's": readThatMissing(index, sentence)
            case "without": readAllowedWithout(index, sentence)
            case "any" where tokens.count > index + 1: readNotAny(index, sentence)
            case "no": readToNo(index, sentence)
            case "nothing", "nobody", "none": readToNothing(index, sentence)
            default: break
            }
        }
        readGotten(sentence)
        if said.contains(.optional) { readOptionalReference(sentence) }
    }

    /// `a bottle in stock belongs to no delivery`.
    private mutating func readToNo(_ index: Int, _ sentence: ProseSentence) {
        guard leads(to: index, sentence),
            let target = sentence.mentions.first(where: { $0.range.lowerBound == index + 1 }),
            let source = sentence.mentions.last(where: { $0.range.upperBound < index }), source.entity != target.entity
        else { return }
        lack(target, source)
    }

    /// `until then it points to nothing`, `…, but for some none is known`.
    private mutating func readToNothing(_ index: Int, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        let isKnown =
            tokens[index].folded == "none" && reader.word(tokens, at: index + 1)?.meaning == .be
            && index + 2 < tokens.count
            && lexicon.prose.match(tokens, at: index + 2, where: { $0 == .recorded || $0 == .appoints }) != nil
        guard isKnown || leads(to: index, sentence), named.isEmpty, facts.makeLastOptional() else { return }
        isUsed = true
    }

    /// Whether a verb of belonging or a preposition stands before a token.
    private func leads(to index: Int, _ sentence: ProseSentence) -> Bool {
        sentence.items.contains { item in
            item.range.upperBound == index && (item.word == .belongs || item.word == .preposition)
        }
    }

    /// `…, but the freezer is optional`.
    private mutating func readOptionalReference(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        for (number, mention) in sentence.mentions.enumerated()
        where (mention.quantity == .definite || isBareClause(mention, sentence)) && !mention.isPlural {
            var index = mention.range.upperBound
            var owner: Mention?
            if let lead = reader.word(tokens, at: index), lead.meaning == .preposition,
                let other = sentence.mentions.dropFirst(number + 1).first, other.start == index + lead.count,
                !other.isPlural, other.entity != mention.entity
            {
                // `the group on a slot may be empty`
                (owner, index) = (other, other.range.upperBound)
            }
            guard let verb = reader.word(tokens, at: index), [.be, .can].contains(verb.meaning),
                [index, index + verb.count].contains(where: { start in
                    lexicon.prose.match(tokens, at: start, where: { $0 == .optional }) != nil
                })
            else { continue }
            if let owner {
                facts.add(
                    ProseFacts.Evidence(
                        kind: .one, source: owner.entity, target: mention.entity, isOptional: true,
                        words: sentence.located(mention.range)))
            } else if !facts.makeLastOptional(to: mention.entity) {
                guard isBareClause(mention, sentence), let first = sentence.mentions.first else { continue }
                facts.add(
                    ProseFacts.Evidence(
                        kind: .one, source: first.entity, target: mention.entity, isOptional: true,
                        words: sentence.located(mention.range)))
            }
            isUsed = true
        }
    }

    /// Whether a clause only says of another thing that it may be missing: `a visit is for one client, design is optional`.
    func isOptionalReference(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        lexicon.language == .english && said.contains(.optional) && isBareClause(mention, sentence)
    }

    /// Whether a clause begins with what it is about, without an article: `a visit is for one client, design is optional`.
    private func isBareClause(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        mention.quantity == nil && mention.isSingleNoun && mention.start > 2
            && sentence.source.tokens[mention.start - 1].isMark(",") && sentence.mentions.first != mention
            && sentence.mentions.first?.entity != mention.entity
    }

    /// `…, although for some buildings none is known`, `…; unassigned items are fine`: a sentence by itself, of the reference
    /// that was read last.
    mutating func readNone(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count < 10 else { return false }
        let isNone = tokens.indices.contains { index in
            tokens[index].folded == "none" && reader.word(tokens, at: index + 1)?.meaning == .be
                || index > 0 && ["have", "has"].contains(tokens[index - 1].folded) && tokens[index].folded == "none"
        }
        guard isNone || saysUndone(tokens), facts.makeLastOptional() else { return false }
        isUsed = true
        return true
    }

    /// Whether those are allowed to which something was not done: `unassigned items are fine`.
    func saysUndone(_ tokens: [Token]) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.kind == .word }), first + 3 < tokens.count,
            tokens[first].folded.hasPrefix("un"), tokens[first].folded.hasSuffix("ed")
        else { return false }
        return tokens.contains { ["fine", "allowed", "ok", "okay", "possible", "permitted"].contains($0.folded) }
    }

    /// `a sale can be paid with a voucher, but that's optional`, `…, so this can be missing`.
    private mutating func readThatMissing(_ index: Int, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        let before = tokens[index - 1]
        guard before.isMark(";") || ["but", "so", "though", "and", "although"].contains(before.folded),
            let target = sentence.mentions.last(where: { $0.range.upperBound <= index }), named.isEmpty
        else { return }
        let end = span(index, tokens.count).first { tokens[$0].kind == .mark } ?? tokens.count
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(index + 1, end), lexicon: lexicon)
        guard end - index < 8, attributes.optional != nil, facts.makeLastOptional(to: target.entity) else { return }
        isUsed = true
    }

    /// `…, but unattached swimmers without a club are allowed`.
    private mutating func readAllowedWithout(_ index: Int, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard let target = sentence.mentions.first(where: { $0.start == index + 1 }),
            let source = sentence.mentions.last(where: { $0.range.upperBound == index }),
            source.entity != target.entity,
            span(target.range.upperBound, min(target.range.upperBound + 5, tokens.count)).contains(where: {
                ["allowed", "possible", "fine", "ok", "okay", "permitted", "exist", "accepted"].contains(
                    tokens[$0].folded)
            })
        else { return }
        lack(target, source)
    }

    /// `a few old dogs live in the house and aren't in any pen`.
    private mutating func readNotAny(_ index: Int, _ sentence: ProseSentence) {
        guard let target = sentence.mentions.first(where: { $0.range.lowerBound == index + 1 }),
            let not = sentence.items.last(where: { $0.word == .not && $0.range.lowerBound < index }),
            let source = sentence.mentions.last(where: { $0.range.upperBound <= not.range.lowerBound }),
            source.entity != target.entity, index - not.range.upperBound < 3
        else { return }
        lack(target, source)
    }

    private mutating func lack(_ target: Mention, _ source: Mention) {
        lacked.insert("\(source.entity) \(candidates.candidates[target.entity].name.lowercased())")
        isUsed = true
    }

    /// `when the hammer falls, the lot gets a winning bidder`: it has none before.
    private mutating func readGotten(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard sentence.items.first?.word == .when, let comma = tokens.firstIndex(where: { $0.isMark(",") }),
            let subject = sentence.mentions.first(where: { $0.start > comma }), subject.start == comma + 1,
            subject.quantity == .definite, subject.range.upperBound < tokens.count,
            ["gets", "receives", "acquires"].contains(tokens[subject.range.upperBound].folded),
            let target = sentence.mentions.first(where: { $0.start > subject.start }),
            target.start == subject.range.upperBound + 1, target.quantity == .article
        else { return }
        _ = facts.makeLastOptional(to: target.entity)
    }
}
