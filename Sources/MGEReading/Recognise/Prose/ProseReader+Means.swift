import MGELayers

extension ProseReader {
    /// Whether an entity brings others together in Spanish: `mediante una inscripción`, `a través de una inscripción`.
    func isMeans(_ mention: Mention, _ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, mention.quantity == .article, mention.start > 1 else { return false }
        return tokens[mention.start - 1].folded == "mediante"
            || tokens[mention.start - 1].isOf && tokens[mention.start - 2].folded == "traves"
    }

    /// `cada alumno participa en varios cursos mediante una inscripción`: this refers to one of each.
    mutating func joinByMeans(
        _ means: Mention, _ joined: [Mention], _ segment: Segment, _ sentence: ProseSentence
    ) {
        for other in joined where other.entity != means.entity {
            var single = other
            (single.isPlural, single.quantity, single.modifier) = (false, .article, nil)
            addEvidence(.one, means, single, sentence, part: segment.objects)
        }
    }

    /// `pertenecen a cada grupo varios alumnos`: who belongs is said last.
    mutating func readSubjectBehind(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let mentions = sentence.mentions(in: segment.objects)
        guard lexicon.language == .spanish, segment.verb == .belongs, segment.topic.isEmpty, mentions.count == 2,
            mentions[0].mention.entity != mentions[1].mention.entity,
            mentions[0].mention.range.upperBound == mentions[1].mention.start,
            mentions[1].mention.start < mentions[1].mention.range.lowerBound
        else { return false }
        addEvidence(.one, mentions[1].mention, mentions[0].mention, sentence, part: segment.objects)
        return true
    }

    /// Whether one entity of several follows a word: `con un avión`.
    func leadsToNew(_ index: Int, _ sentence: ProseSentence) -> Bool {
        let next = sentence.items[(index + 1)...].first { $0.word?.isDeterminer != true }?.mention
        return next.map { $0.quantity == .article && !$0.isPlural } ?? false
    }
}
