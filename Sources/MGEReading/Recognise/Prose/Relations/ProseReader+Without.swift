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
            default: break
            }
        }
        readGotten(sentence)
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
