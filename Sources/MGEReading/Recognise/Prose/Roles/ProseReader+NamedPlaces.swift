import MGELayers

extension ProseReader {
    /// `tienen su base en un parque`, `lleva la firma de un perfumista`, `tiene como destino un laboratorio`: what is had is with
    /// another, and tells which part that plays.
    mutating func readNamedPlace(_ part: Range<Int>, of owner: Mention, _ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, (4...5).contains(part.count),
            let (index, target) = sentence.mentions(in: part).first, index + 1 == part.upperBound,
            target.entity != owner.entity, !target.isPlural, target.start < target.range.lowerBound,
            ["un", "una"].contains(tokens[target.start].folded)
        else { return false }
        if items[part.lowerBound].word == .as, items[part.lowerBound + 1].isName, index == part.lowerBound + 3 {
            let role = sentence.located(items[part.lowerBound + 1].range)
            addEvidence(.one, owner, target, sentence, part: part, role: role)
            return true
        }
        let name = part.lowerBound + 1
        guard index == part.lowerBound + 4, items[part.lowerBound].word?.isDeterminer == true, items[name].isName,
            items[name + 1].word == .preposition
        else { return false }
        let lead = tokens[items[part.lowerBound].range.lowerBound].folded
        switch tokens[items[name + 1].range.lowerBound].folded {
        case "en" where ["su", "sus"].contains(lead):
            addEvidence(.one, owner, target, sentence, part: part, role: sentence.located(items[name].range))
        case "de"
        where ["el", "la"].contains(lead) && lexicon.fieldItem(for: sentence.source.words(items[name].range)) == nil:
            addEvidence(.one, owner, target, sentence, part: part)
        default: return false
        }
        return true
    }
}
