import MGECore
import MGELayers

/// Lists of fields behind a clause that only says that they are kept.
extension ProseReader {
    /// `waterings are logged for a plant: the day and a note`, `every change is logged: the flag and a reason`, `to be written on
    /// it: when it starts and a comment`: what is kept has all that stands behind the colon.
    mutating func readListBehind(_ sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .english, said.contains(.recorded),
            let colon = items.firstIndex(where: { $0.isMark(":") || $0.isMark("(") }), items[colon].isMark(":"),
            colon > 1, colon + 3 < items.count, let owner = keptBefore(colon, sentence),
            facts.facts[owner.entity].fields.allSatisfy({ field in
                !sentence.source.tokens.contains { $0.place == field.name.place }
            })
        else { return }
        let list = span(colon + 1, items.count)
        guard leadsToField(list, sentence) || items[list.lowerBound].word?.isDeterminer == true else { return }
        readList(list, of: owner, sentence)
        antecedent = owner
    }

    /// What a clause before a colon says is kept: its subject, or what was spoken of.
    private func keptBefore(_ colon: Int, _ sentence: ProseSentence) -> Mention? {
        let tokens = sentence.source.tokens
        let end = sentence.items[colon].range.lowerBound
        guard
            let kept = span(0, end).first(where: { index in
                lexicon.prose.match(tokens, at: index, where: { $0 == .recorded }) != nil
            })
        else { return nil }
        let before = sentence.mentions(in: 0..<colon)
        guard let subject = before.first else { return antecedent }
        let isSubject =
            subject.mention.start < 2 && subject.mention.range.upperBound < kept
            && span(subject.mention.range.upperBound, kept).contains { reader.word(tokens, at: $0)?.meaning == .be }
        return isSubject ? subject.mention : nil
    }
}
