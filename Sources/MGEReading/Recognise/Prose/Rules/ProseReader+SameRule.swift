import MGECore
import MGELayers

extension ProseReader {
    /// Where a clause begins that says of others what was said before of deletion: `donors with donations may not be deleted,
    /// nor may batches with bottles`.
    func startsSameRule(_ tokens: [Token], at index: Int) -> Bool {
        guard lexicon.language == .english, index + 3 < tokens.count,
            ["nor", "neither"].contains(tokens[index].folded),
            let verb = reader.word(tokens, at: index + 1), [.can, .must, .be].contains(verb.meaning)
        else { return false }
        return tokens[..<index].indices.contains { reader.word(tokens, at: $0)?.meaning == .delete }
    }

    /// `nor may batches with bottles`, `same for a vault with cans in it`, `and neither may a lift that has been inspected`.
    mutating func readSameRule(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let last = lastDeleted, let deleted = sentence.mentions.first,
            saysSame(tokens, before: deleted.start),
            facts.deletions.contains(where: { $0.key[1] == last.entity && $0.value.rule == .restrict })
        else { return false }
        let other = sentence.mentions.dropFirst().first { $0.entity != deleted.entity }?.entity
        guard let source = other ?? done(to: deleted, tokens), source != deleted.entity else { return false }
        if let mention = sentence.mentions.first(where: { $0.entity == source }) {
            facts.add(
                ProseFacts.Evidence(
                    kind: .one, source: source, target: deleted.entity, isWeak: true,
                    words: sentence.located(mention.range)))
        }
        facts.setDeletion(.restrict, ofTarget: deleted.entity, source: source, at: sentence.source.place)
        lastDeleted = deleted
        isUsed = true
        return true
    }

    /// Whether a sentence begins with words for that the same holds, and nothing else is before what it holds for.
    private func saysSame(_ tokens: [Token], before end: Int) -> Bool {
        guard (1...5).contains(end) else { return false }
        let lead = tokens[..<end].map(\.folded)
        if ["nor", "neither"].contains(lead[0]) { return true }
        return lead.contains("same") && ["for", "to", "with"].contains(lead[end - 1])
    }

    /// What was done to something, by its verb: an inspection to `a lift that has been inspected`.
    private func done(to deleted: Mention, _ tokens: [Token]) -> Int? {
        for token in tokens[deleted.range.upperBound...] where token.folded.hasSuffix("ed") && token.folded.count > 5 {
            let stem = token.folded.dropLast(2)
            let found = candidates.candidates.indices.filter { index in
                candidates.candidates[index].name.foldedForComparison.hasPrefix(stem)
                    && facts.areNeighbours(index, deleted.entity)
            }
            if found.count == 1 { return found.first }
        }
        return nil
    }
}
