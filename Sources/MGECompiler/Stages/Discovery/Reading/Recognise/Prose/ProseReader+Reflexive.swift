import MGECore

extension ProseReader {
    /// `por cada orden se emite una factura con un número`: what follows *se* and its verb at once is what is made, and
    /// what is there before refers to it only behind a preposition.
    mutating func readReflexive(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.isReflexive, segment.isPassive,
            let (index, made) = sentence.mentions(in: segment.objects).first,
            [.article, .one].contains(made.quantity), !made.isPlural,
            sentence.items[segment.objects.lowerBound..<index].allSatisfy({ $0.word?.isDeterminer == true })
        else { return false }
        if let topic = sentence.mentions(in: segment.topic).last,
            sentence.items[..<topic.index].last(where: { $0.word?.isDeterminer != true }).map({
                [.preposition, .per].contains($0.word)
            }) ?? false
        {
            addEvidence(.one, made, topic.mention, sentence, part: segment.topic)
        }
        if let with = segment.objects.first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: made, sentence)
        }
        return true
    }
}
