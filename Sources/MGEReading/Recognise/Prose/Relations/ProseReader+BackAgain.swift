import MGECore
import MGELayers

/// What an English sentence says of two things in both directions, so that there are several of both.
extension ProseReader {
    /// `many cabins go in one order and the same cabin goes in many orders`, `several members build a module, and most members
    /// have built quite a few`: what is said of one of them, and then of one of the others.
    mutating func readBackAgain(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, (5...30).contains(tokens.count), !said.contains(.delete),
            !said.contains(.noTwo), !said.contains(.not), !said.contains(.per),
            !tokens.contains(where: { $0.isMark(":") || $0.isMark("(") })
        else { return false }
        for index in span(3, tokens.count - 2) where startsSecondHalf(tokens, at: index) {
            let halves = [span(0, index), span(index + 1, tokens.count)].map { half in
                sentence.mentions.filter { half.contains($0.range.lowerBound) }
            }
            guard let (one, several) = bothWays(halves, splitAt: index, sentence) else { continue }
            addBoth(one, several, sentence)
            if antecedent == nil { antecedent = one }
            return true
        }
        return readUsedAgain(sentence)
    }

    private mutating func addBoth(_ one: Mention, _ several: Mention, _ sentence: ProseSentence) {
        for kind in [ProseFacts.Evidence.Kind.both, .many] {
            facts.add(
                ProseFacts.Evidence(
                    kind: kind, source: one.entity, target: several.entity, words: sentence.located(several.range)))
        }
        isUsed = true
    }

    /// Whether the second of two clauses begins behind a token.
    private func startsSecondHalf(_ tokens: [Token], at index: Int) -> Bool {
        tokens[index].folded == "and" || tokens[index].isMark(";")
    }

    /// The two things of which both halves speak, each time of one and of several others.
    private func bothWays(
        _ halves: [[Mention]], splitAt index: Int, _ sentence: ProseSentence
    ) -> (one: Mention, several: Mention)? {
        let (first, second) = (halves[0], halves[1])
        guard let several = first.first(where: { isSeveral($0, sentence) }), first.count < 3, second.count < 4 else {
            return nil
        }
        let tokens = sentence.source.tokens
        guard let one = first.first(where: { $0.entity != several.entity }) else {
            // `plenty of birds fly in one, and a good bird flies in dozens`
            guard let spokenOf = antecedent, spokenOf.entity != several.entity, first.count == 1,
                tokens[index - 1].folded == "one" || index > 1 && tokens[index - 2].folded == "one",
                second.allSatisfy({ $0.entity == several.entity }),
                second.count == 1 || startsWithPronoun(tokens, behind: index), endsInSeveral(tokens, from: index)
            else { return nil }
            return (spokenOf, several)
        }
        guard !one.isMany, first.allSatisfy({ $0.entity == one.entity || $0.entity == several.entity }),
            second.allSatisfy({ $0.entity == one.entity || $0.entity == several.entity })
        else { return nil }
        let back = second.filter { $0.entity == one.entity }
        let again = second.filter { $0.entity == several.entity }
        if back.isEmpty {
            // `…, and they share plenty in a week`
            guard again.count == 1 || startsWithPronoun(tokens, behind: index), endsInSeveral(tokens, from: index)
            else { return nil }
            return (one, several)
        }
        guard let other = again.first, !isSeveral(other, sentence) || other.quantity == .many,
            back.contains(where: { isSeveral($0, sentence) }), !isSeveral(other, sentence)
        else { return nil }
        return (one, several)
    }

    /// Whether several are meant, counted or not: `many orders`, `orders`.
    private func isSeveral(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        mention.isPlural && (mention.quantity == .many || mention.quantity == nil)
    }

    private func startsWithPronoun(_ tokens: [Token], behind index: Int) -> Bool {
        index + 1 < tokens.count && ["they", "each", "most", "some"].contains(tokens[index + 1].folded)
    }

    /// Whether a clause ends with several of what it does not name again: `has built quite a few`, `flies in dozens`.
    private func endsInSeveral(_ tokens: [Token], from start: Int) -> Bool {
        span(start + 2, tokens.count).contains { index in
            guard Self.several.contains(tokens[index].folded) else { return false }
            guard index + 1 < tokens.count else { return true }
            return tokens[index + 1].kind == .mark || ["in", "at", "over", "on"].contains(tokens[index + 1].folded)
        }
    }

    /// Words that stand for several things named before.
    private static let several: Set<String> = [
        "dozens", "few", "many", "several", "plenty", "lots", "hundreds", "scores", "loads", "more",
    ]

    /// `we hang many tags on a report and reuse them all over`.
    private mutating func readUsedAgain(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard let again = tokens.firstIndex(where: { ["reuse", "reuses", "share", "shares"].contains($0.folded) }),
            again + 1 < tokens.count, tokens[again + 1].folded == "them", tokens[again - 1].folded == "and",
            let several = sentence.mentions.first, isSeveral(several, sentence), several.range.upperBound < again,
            let one = sentence.mentions.dropFirst().first, one.entity != several.entity, !one.isMany,
            one.range.upperBound <= again
        else { return false }
        addBoth(one, several, sentence)
        antecedent = one
        return true
    }

    /// `every time we pick a batch, that's a harvest`: what it is called keeps what it is done to.
    mutating func readNamedOccasion(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, (7...20).contains(tokens.count), sentence.mentions.count == 2,
            ["every", "each"].contains(tokens[0].folded) && tokens[1].folded == "time"
                || ["whenever", "when"].contains(tokens[0].folded),
            let comma = tokens.firstIndex(where: { $0.isMark(",") }), comma + 3 < tokens.count,
            ["that's", "that’s", "that", "this", "it's"].contains(tokens[comma + 1].folded)
        else { return false }
        let (done, made) = (sentence.mentions[0], sentence.mentions[1])
        guard done.range.upperBound <= comma, !done.isPlural, made.start > comma, made.quantity == .article,
            !made.isPlural, made.entity != done.entity, made.start - comma < 4
        else { return false }
        addEvidence(.one, made, done, sentence, part: sentence.items.indices)
        antecedent = made
        return true
    }

    /// `what they sell is a voucher: one tour, a date and a seat`: what is sold has all that is behind the colon.
    mutating func readWhatItIs(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count > 6, tokens[0].folded == "what",
            let colon = sentence.items.firstIndex(where: { $0.isMark(":") }), colon > 2,
            let made = sentence.items[colon - 1].mention, made.quantity == .article, !made.isPlural,
            sentence.items[..<colon].contains(where: { $0.word == .be })
        else { return false }
        readList(span(colon + 1, sentence.items.count), of: made, sentence)
        antecedent = made
        isUsed = true
        return true
    }

    /// `a customer sends a report, one asset is affected by it`: the report keeps the asset, and is spoken of further.
    mutating func readDoneByIt(_ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let by = tokens.lastIndex(where: { $0.folded == "by" }), by > 5,
            by + 1 < tokens.count, tokens[by + 1].folded == "it", tokens.count - by < 4,
            let done = sentence.mentions.last, done.range.upperBound < by, !done.isPlural,
            done.quantity == .one || done.quantity == .article,
            reader.word(tokens, at: done.range.upperBound)?.meaning == .be,
            let doer = sentence.mentions.dropLast().last, doer.entity != done.entity, !doer.isPlural,
            doer.range.upperBound <= done.start
        else { return }
        addEvidence(.one, doer, done, sentence, part: sentence.items.indices)
        antecedent = doer
    }

    /// `sometimes another guide tags along as the trainee`, `…; a second falconer may stand by as the understudy`: another
    /// reference of what was spoken of.
    /// - Returns: whether the sentence says nothing else.
    mutating func readOtherInRole(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, said.contains(.other) else { return false }
        let start = tokens.lastIndex { $0.isMark(";") }.map { $0 + 1 } ?? 0
        let named = sentence.mentions.filter { $0.range.lowerBound >= start }
        guard tokens.count - start < 18, named.count == 1, let other = named.first, !other.isPlural,
            other.start < start + 4,
            span(max(start, other.range.lowerBound - 2), other.range.lowerBound).contains(where: {
                lexicon.prose.match(tokens, at: $0, where: { $0 == .other }) != nil
            }), let owner = owner(ofOther: other, before: start, sentence),
            let role = span(other.range.upperBound, tokens.count - 1).last(where: { tokens[$0].folded == "as" }),
            let article = reader.word(tokens, at: role + 1), article.meaning.isDeterminer,
            let name = reader.nounPhrase(tokens, from: role + 1 + article.count), name.count < 3,
            name.upperBound == tokens.count || tokens[name.upperBound].kind == .mark
        else { return false }
        let clause = span(start, role)
        let isPossible = clause.contains { index in
            reader.word(tokens, at: index)?.meaning == .can
                || ["sometimes", "occasionally", "perhaps", "often"].contains(tokens[index].folded)
        }
        facts.add(
            ProseFacts.Evidence(
                kind: .one, source: owner.entity, target: other.entity, role: sentence.located(name),
                isOptional: isPossible, isOther: true, words: sentence.located(other.range)))
        isUsed = true
        return start == 0
    }

    /// What has another one of those it was said to have: it was spoken of in this sentence, or in the one before.
    private func owner(ofOther other: Mention, before start: Int, _ sentence: ProseSentence) -> Mention? {
        let near = sentence.mentions.filter { $0.range.upperBound <= start }
        if start > 0, !near.contains(where: { $0.entity == other.entity }) { return nil }
        let spokenOf = near + [antecedent].compactMap(\.self) + (start == 0 ? previous?.mentions ?? [] : [])
        return spokenOf.first { mention in
            mention.entity != other.entity && (start > 0 || facts.areNeighbours(mention.entity, other.entity))
        }
    }
}
