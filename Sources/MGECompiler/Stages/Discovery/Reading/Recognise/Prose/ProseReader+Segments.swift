import MGECore

extension ProseReader {
    /// Reads what one verb says.
    mutating func read(_ segment: Segment, _ sentence: ProseSentence) {
        if readAside(segment, sentence) { return }
        if segment.isNegated, segment.verb != .has { return }
        if segment.subject == nil, readReflexive(segment, sentence) { return }
        if readInverted(segment, sentence) { return }
        switch segment.verb {
        case .has where segment.isNegated: readLack(segment, sentence)
        case .has:
            if let subject = segment.subject ?? antecedent(of: segment, sentence) ?? topic(of: segment, sentence) {
                readList(segment.objects, of: subject, sentence, isPossible: segment.isPossible)
            }
        case .keep: readKept(segment, sentence)
        case .be where !segment.isPassive: readPredicate(segment, sentence)
        case .can, .must, .be: break
        case .delete: break
        default: readRelation(segment, sentence)
        }
    }

    private func saysDefaultOnly(_ topic: Range<Int>, _ sentence: ProseSentence) -> Bool {
        topic.contains { sentence.items[$0].attribute == .default }
            && topic.allSatisfy { sentence.items[$0].attribute == .default || sentence.items[$0].word == .it }
    }

    /// `which is empty until …`, `que por defecto es activa`: says something of the field before it.
    private mutating func readAside(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.subject == nil, let field = lastField, segment.topic.lowerBound > 0 else { return false }
        var before = segment.topic.lowerBound - 1
        while before > 0, sentence.items[before].isMark(",") { before -= 1 }
        // `…; by default it is open`
        let isDefault = segment.verb == .be && saysDefaultOnly(segment.topic, sentence)
        guard sentence.items[before].word == .relative || isDefault else { return false }
        addAttributes(
            span(segment.topic.lowerBound, segment.objects.upperBound), to: field.name, of: field.entity, sentence)
        return true
    }
}
