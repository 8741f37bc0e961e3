import MGECore
import MGELayers

extension ProseReader {
    /// What a clause is about whose subject is no entity: `for a method, the catalogue holds the code`.
    func topic(of segment: Segment, _ sentence: ProseSentence) -> Mention? {
        guard segment.subject == nil, !segment.topic.isEmpty, sentence.mentions(in: segment.topic).isEmpty else {
            return nil
        }
        let clause = sentence.items[..<segment.topic.lowerBound].lastIndex { $0.isMark(";", ".") } ?? 0
        return sentence.mentions(in: span(clause, segment.topic.lowerBound)).first { isTopic($0.index, sentence) }?
            .mention
    }

    /// `under each section come its plots`, `on a drawing there is a number`: a place first, then what is there.
    mutating func readInverted(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard segment.subject == nil, segment.verb != .can,
            // `a los expedientes se adjuntan documentos`
            segment.verb != .has || segment.isReflexive && lexicon.language == .spanish,
            let first = segment.topic.first,
            sentence.items[first].word == .preposition || sentence.items[first].word == .per,
            let place = sentence.mentions(in: segment.topic).first?.mention ?? resumed(in: segment.topic, sentence)
        else { return false }
        if segment.verb == .keep, appoints(segment) {
            // `para cada partido nombramos un primer árbitro y un delegado`
            readList(segment.objects, of: place, sentence)
            return true
        }
        if segment.verb == .keep, sentence.items[first].word == .per,
            let (index, made) = sentence.mentions(in: segment.objects).first, made.entity != place.entity,
            isMade(made, at: index, segment, sentence)
        {
            // `por cada instrumento abrimos una ficha con …`
            addEvidence(.one, made, place, sentence, part: segment.objects)
            if index + 1 < segment.objects.upperBound, sentence.items[index + 1].word == .with {
                readList(span(index + 2, segment.objects.upperBound), of: made, sentence)
            }
            return true
        }
        if segment.verb == .keep || segment.verb == .belongs || segment.verb == .be && !segment.isPassive {
            guard segment.verb != .keep || sentence.mentions(in: segment.objects).isEmpty else { return false }
            for other in topics(beside: segment, sentence) where other.entity != place.entity {
                readList(segment.objects, of: other, sentence)
            }
            readWithin(segment.topic, of: place, sentence)
            readList(segment.objects, of: place, sentence)
            return true
        }
        let isOwned =
            segment.isPassive && lexicon.language == .english && segment.objects.count > 1
            && startsWithPossessive(segment.objects, sentence)
        guard !isOwned, let (_, mention) = sentence.mentions(in: segment.objects).first else {
            // `in a lease are stated the day and the fee`.
            let isAsked = lexicon.language == .spanish && segment.verb == nil && leadsToField(segment.objects, sentence)
            guard segment.isPassive || isAsked, segment.objects.count > 1 else { return false }
            readList(segment.objects, of: place, sentence)
            return true
        }
        let isEach = place.quantity == .each && sentence.items[first].word == .preposition
        if !segment.isPassive, !mention.isMany, mention.quantity == .one || isEach && mention.quantity == .article {
            // `in each line goes a product, the number of pieces and …`
            let comma = segment.objects.first {
                lexicon.language == .spanish && sentence.items[$0].isMark(",")
                    && $0 + 1 < segment.objects.upperBound && sentence.items[$0 + 1].word == .with
            }
            // `en cada asiento va un pasajero, con el número y la fila`: of the seat
            readList(span(segment.objects.lowerBound, comma ?? segment.objects.upperBound), of: place, sentence)
            if let comma { readList(span(comma + 2, segment.objects.upperBound), of: place, sentence) }
            return true
        }
        let isDoneTo =
            place.quantity == .each && !mention.isMany
            && mention.start > 0 && sentence.source.tokens[mention.start - 1].folded.hasPrefix("a")
            && sentence.items.contains { $0.word == .preposition && $0.range.upperBound == mention.start }
        if lexicon.language == .spanish, segment.isReflexive, isDoneTo {
            // `en cada visita se pesa al paciente`
            addEvidence(.one, place, mention, sentence, part: segment.objects)
            return true
        }
        let isNamed = roleAs(mention, sentence) != nil || isOther(mention, sentence)
        if isNamed, !mention.isMany {
            addEvidence(.one, place, mention, sentence, part: segment.objects)
        } else if mention.isMany {
            addEvidence(.many, place, mention, sentence, part: segment.objects)
        } else {
            addEvidence(.one, mention, place, sentence, part: segment.topic)
        }
        if lexicon.language == .spanish, segment.isReflexive,
            let with = segment.objects.first(where: { sentence.items[$0].word == .with }),
            sentence.items[with - 1].mention == mention
                || sentence.items[with - 1].isMark(",")
                    && (sentence.items[with - 2].mention == mention
                        || leadsToField(span(with + 1, segment.objects.upperBound), sentence))
        {
            // `en los cines se exhiben películas con título y año`
            readList(span(with + 1, segment.objects.upperBound), of: mention, sentence)
        }
        return true
    }

    /// `de cada reserva de un socio en una pista anotamos la hora`: what the topic is of and in belongs to it.
    private mutating func readWithin(_ topic: Range<Int>, of place: Mention, _ sentence: ProseSentence) {
        guard lexicon.language == .spanish else { return }
        for (index, other) in sentence.mentions(in: topic)
        where other.entity != place.entity && !other.isPlural && [.article, .one].contains(other.quantity) {
            let lead = sentence.items[..<index].last { $0.word?.isDeterminer != true }
            guard lead?.word == .preposition, lead?.range.upperBound == other.start else { continue }
            addEvidence(.one, place, other, sentence, part: topic)
        }
    }

    private func startsWithPossessive(_ range: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let first = sentence.items[range.lowerBound].range.lowerBound
        return lexicon.prose.match(sentence.source.tokens, at: first, where: { $0 == .possessive }) != nil
    }

    /// What a sentence has spoken of before a verb that has no subject.
    func topic(before segment: Segment, _ sentence: ProseSentence) -> Mention? {
        let before = sentence.mentions(in: span(0, segment.topic.upperBound))
        return before.first { entry in
            sentence.items[..<entry.index].last { $0.word?.isDeterminer != true }?.word != .preposition
                && entry.mention.entity != speaker?.entity
        }?.mention
    }
}
