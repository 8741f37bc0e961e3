import MGECore
import MGELayers

extension ProseReader {
    /// `por cada orden se emite una factura con un número`: what follows *se* and its verb at once is what is made, and
    /// what is there before refers to it only behind a preposition.
    mutating func readReflexive(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.isReflexive, segment.isPassive,
            let (index, made) = sentence.mentions(in: segment.objects).first,
            [.article, .one].contains(made.quantity)
                || made.quantity == .maybeOne && lexicon.language == .spanish, !made.isPlural,
            sentence.items[segment.objects.lowerBound..<index].allSatisfy({
                // `se emite, si procede, una factura`
                $0.word?.isDeterminer == true || $0.word == .skip || $0.attribute != nil || $0.isMark(",")
            })
        else { return false }
        for (other, target) in sentence.mentions(in: span(index + 1, segment.objects.upperBound))
        where target.entity != made.entity && [.article, .one].contains(target.quantity) && !target.isPlural {
            // `se emite una factura a favor de un cliente`
            let lead = sentence.items[index..<other].last { $0.word?.isDeterminer != true }?.word
            guard lead == .preposition, !sentence.items[index..<other].contains(where: { $0.word == .with }) else {
                continue
            }
            addEvidence(.one, made, target, sentence, part: segment.objects)
        }
        if let topic = sentence.mentions(in: segment.topic).last,
            sentence.items[..<topic.index].last(where: { $0.word?.isDeterminer != true }).map({
                [.preposition, .per].contains($0.word)
            }) ?? false
        {
            // `para cada tesis se nombra como máximo un tribunal`
            addEvidence(
                .one, made, topic.mention, sentence, part: segment.topic, isUnique: made.quantity == .maybeOne)
        }
        if let with = segment.objects.first(where: { sentence.items[$0].word == .with }) {
            readList(span(with + 1, segment.objects.upperBound), of: made, sentence)
        }
        return true
    }

    /// `en cada revisión un mecánico cambia piezas`: what happens keeps who takes part.
    mutating func readPart(in sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .spanish, let lead = items.firstIndex(where: { $0.word != .skip }),
            items[lead].word == .preposition, sentence.mentions.count > 1
        else { return }
        let (event, doer) = (sentence.mentions[0], sentence.mentions[1])
        let gap = span(event.range.upperBound, doer.start)
        guard event.quantity == .each, items[lead].range.upperBound == event.start, doer.quantity == .article,
            !doer.isPlural, doer.entity != event.entity, gap.allSatisfy({ sentence.source.tokens[$0].isMark(",") }),
            let next = items.first(where: { $0.range.lowerBound == doer.range.upperBound }), next.isName
        else { return }
        addEvidence(.one, event, doer, sentence, part: items.indices)
    }

    /// `las clases de cada curso tienen un tema`: a sentence that begins so says whose each of them is.
    mutating func readOfEach(_ sentence: ProseSentence) {
        let items = sentence.items
        guard lexicon.language == .spanish, sentence.mentions.count > 1, let lead = items.first,
            lead.word == .definite || lead.word == .each
        else { return }
        let (owned, owner) = (sentence.mentions[0], sentence.mentions[1])
        guard owned.start == 0, owner.quantity == .each, owned.entity != owner.entity,
            owner.start == owned.range.upperBound + 1, sentence.source.tokens[owned.range.upperBound].folded == "de",
            let next = items.first(where: { $0.range.lowerBound >= owner.range.upperBound }),
            [.has, .belongs, .keep, .be].contains(next.word)
        else { return }
        addEvidence(.one, owned, owner, sentence, part: items.indices)
    }

    /// `the dentist is who sends us the orders`, `who attends it is a volunteer`.
    mutating func readWho(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard let (index, mention) = sentence.mentions(in: segment.objects).first else { return false }
        if let subject = segment.subject, let first = segment.objects.first, items[first].word == .relative,
            subject.entity != mention.entity,
            items[first..<index].contains(where: { $0.isName || $0.word == .has || $0.word == .keep })
        {
            addEvidence(.many, subject, mention, sentence, part: segment.objects)
            return true
        }
        guard segment.subject == nil, let first = segment.topic.first, first > 0, items[first - 1].word == .relative,
            first == 1 || items[first - 2].isMark(".", ";", ","), items[first].word == .definite,
            mention.quantity == .article, !mention.isPlural, let antecedent, antecedent.entity != mention.entity
        else { return false }
        addEvidence(.one, antecedent, mention, sentence, part: segment.objects)
        return true
    }
}
