import MGECore
import MGELayers

/// English rules about deletion that say what stays.
extension ProseReader {
    /// `erasing a rider must not erase the rides`, `when the building is deleted they remain, without a building`, `a track is
    /// deleted only if empty`.
    /// - Returns: whether the sentence says so.
    mutating func readLeftBehind(_ deletes: [Int], _ isNegated: Bool, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .english, let first = deletes.first else { return false }
        let mentions = sentence.mentions
        if isNegated, deletes.count == 2, mentions.count == 2, mentions[0].entity != mentions[1].entity,
            saysDeleting(first, sentence), sentence.items[span(first, deletes[1])].contains(where: { $0.word == .not }),
            mentions[0].start < sentence.items[deletes[1]].range.lowerBound,
            mentions[1].start > sentence.items[deletes[1]].range.lowerBound
        {
            leave(mentions[1].entity, without: mentions[0].entity, sentence)
            return true
        }
        guard let deleted = mentions.first, mentions.allSatisfy({ $0.entity == deleted.entity }) else { return false }
        if !isNegated, said.contains(.without), let left = plural ?? antecedent, left.entity != deleted.entity,
            sentence.items[first...].contains(where: { $0.word == .they || $0.word == .it })
        {
            guard facts.evidence.contains(where: { $0.source == left.entity && $0.target == deleted.entity }) else {
                return false
            }
            leave(left.entity, without: deleted.entity, sentence)
            return true
        }
        guard !isNegated, saysOnlyEmpty(sentence) else { return false }
        let sources = Set(
            facts.evidence.filter { $0.target == deleted.entity && $0.source != deleted.entity }.map(\.source))
        for source in sources {
            facts.setDeletion(.restrict, ofTarget: deleted.entity, source: source, at: sentence.source.place)
        }
        isUsed = isUsed || !sources.isEmpty
        return !sources.isEmpty
    }

    private mutating func leave(_ source: Int, without target: Int, _ sentence: ProseSentence) {
        facts.setDeletion(.setNull, ofTarget: target, source: source, at: sentence.source.place)
        isUsed = true
    }

    private func saysDeleting(_ verb: Int, _ sentence: ProseSentence) -> Bool {
        verb < 2 && sentence.source.tokens[sentence.items[verb].range.lowerBound].folded.hasSuffix("ing")
    }

    /// `only if empty`, `only when it is no longer used`.
    private func saysOnlyEmpty(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard let only = tokens.firstIndex(where: { $0.folded == "only" }),
            let empty = tokens.lastIndex(where: { ["empty", "unused"].contains($0.folded) }), empty > only
        else { return false }
        return empty + 1 >= tokens.count || tokens[empty + 1].kind == .mark
    }

    /// What is not deleted behind a condition: `as long as donations exist for a donor, the donor must not be deleted`.
    func spared(before verb: Int, _ sentence: ProseSentence) -> Mention? {
        guard lexicon.language == .english, sentence.items.first?.word == .when,
            let mention = sentence.mentions(in: 0..<verb).last?.mention, mention.start > 0, !mention.isPossessive,
            sentence.source.tokens[mention.start - 1].isMark(",")
        else { return nil }
        return mention
    }
}
