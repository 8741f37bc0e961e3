import MGECore
import MGELayers

extension ProseReader {
    /// `cada lote se somete a un solo cultivo, con la fecha y el recuento`: there is one of it for each, which keeps the fields.
    mutating func readOnlyOne(
        _ segment: Segment, _ subject: Mention, before with: Int, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .spanish, with > segment.objects.lowerBound + 1, sentence.items[with - 1].isMark(","),
            let only = sentence.items[with - 2].mention, only.quantity == .one, !only.isPlural,
            only.entity != subject.entity, subject.quantity == .each || segment.isReflexive,
            sentence.mentions(in: span(segment.objects.lowerBound, with)).count == 1,
            leadsToField(span(with + 1, segment.objects.upperBound), sentence)
        else { return false }
        var owner = subject
        (owner.quantity, owner.isPlural, owner.modifier) = (.article, false, nil)
        addEvidence(.one, only, owner, sentence, part: segment.objects, isUnique: true)
        readList(span(with + 1, segment.objects.upperBound), of: only, sentence)
        return true
    }

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

    /// `una página puede tener una página superior`: one of its own kind, which the words behind the name tell from others.
    mutating func readSuperior(
        _ mention: Mention, _ rest: Range<Int>, of owner: Mention, _ part: Range<Int>, _ sentence: ProseSentence
    ) -> Bool {
        guard lexicon.language == .spanish, mention.entity == owner.entity, !mention.isPlural, mention.modifier == nil,
            [.article, .one, .maybeOne].contains(mention.quantity), (1...2).contains(rest.count),
            let first = rest.first, sentence.items[first].isName,
            sentence.items[first].range.lowerBound == mention.range.upperBound,
            rest.dropFirst().allSatisfy({ sentence.items[$0].attribute == .optional }),
            attributes(of: span(first, first + 1), sentence).isEmpty
        else { return false }
        let role = sentence.located(span(mention.range.lowerBound, sentence.items[first].range.upperBound))
        addEvidence(.one, owner, mention, sentence, part: part, role: role, isOptional: true)
        return true
    }

    /// `consultants report to a manager, who is a consultant too`: one refers to another, whose role is told.
    mutating func readRoleOfOwnKind(_ sentence: ProseSentence) {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .english, let subject = sentence.mentions.first,
            let index = items.indices.dropFirst().first(where: { index in
                items[index].mention?.entity == subject.entity
                    && items[index].range.lowerBound > subject.range.upperBound
            }), let mention = items[index].mention, mention.quantity == .article || mention.quantity == .one
        else { return }
        let relative = items[..<index].lastIndex { $0.word == .relative } ?? 0
        guard relative > 3, ["who", "which"].contains(tokens[items[relative].range.lowerBound].folded),
            items[relative + 1].word == .be,
            span(relative + 2, index).allSatisfy({ items[$0].word?.isDeterminer == true || items[$0].word == .skip })
        else { return }
        let end = items[relative - 1].isMark(",") ? relative - 1 : relative
        let article = items[..<end].lastIndex { $0.word == .article } ?? 0
        let role = span(article + 1, end)
        guard article > 1, (1...2).contains(role.count), items[article - 1].word == .preposition,
            role.allSatisfy({ items[$0].isName || items[$0].mention?.entity == subject.entity })
        else { return }
        addEvidence(
            .one, subject, mention, sentence, part: span(index, index + 1),
            role: sentence.located(sentence.tokens(role)))
    }
}
