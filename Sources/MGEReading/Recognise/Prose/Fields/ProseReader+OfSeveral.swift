import MGELayers

/// Lists of fields that each say of what they are.
extension ProseReader {
    /// `apuntamos la esfera y el cilindro de la graduación, la referencia de la montura, que es única, y la fecha del montaje`:
    /// the fields before a Spanish `de la graduación` are of the graduation.
    /// - Returns: whether the list is one of several things' fields.
    mutating func readOfSeveral(_ range: Range<Int>, _ sentence: ProseSentence, joints: Set<String> = ["de", "del"])
        -> Bool
    {
        guard lexicon.language == .spanish else { return false }
        let isLed = !range.isEmpty && sentence.items[range.lowerBound].isMark(":")
        let list = ProseList(isLed ? range.dropFirst() : range, of: sentence, lexicon: lexicon)
        let wholes = list.parts.map { whole(of: $0, sentence, joints) }
        if let only = wholes.first?.flatMap(\.self), wholes.count > 1, wholes.dropFirst().allSatisfy({ $0 == nil }),
            isPlainField(list.parts[1], sentence), only.end == list.parts[0].upperBound
        {
            // `se anotan la fecha de la obra, el presupuesto y la licencia`: the others are of it too.
            readList(span(list.parts[0].lowerBound, only.start), of: only.mention, sentence)
            readList(span(list.parts[1].lowerBound, range.upperBound), of: only.mention, sentence)
            return true
        }
        guard let first = wholes.firstIndex(where: { $0 != nil }),
            first == 0 || list.parts[..<first].allSatisfy({ isPlainField($0, sentence) }),
            Set(wholes.compactMap { $0?.mention.entity }).count > 1 || wholes.last.map({ $0 != nil }) == true
        else { return false }
        var pending: [Range<Int>] = []
        var owner: Mention?
        for (part, whole) in zip(list.parts, wholes) {
            if let whole {
                for other in pending { readList(other, of: whole.mention, sentence) }
                pending = []
                owner = whole.mention
                let before = lastField
                readList(span(part.lowerBound, whole.start), of: whole.mention, sentence)
                if let field = lastField, field.name != before?.name || field.entity != before?.entity,
                    whole.end < part.upperBound
                {
                    addAttributes(span(whole.end, part.upperBound), to: field.name, of: field.entity, sentence)
                }
            } else if let field = lastField, pending.isEmpty, continues(part, sentence) {
                addAttributes(part, to: field.name, of: field.entity, sentence)
            } else {
                pending.append(part)
            }
        }
        if let owner { for other in pending { readList(other, of: owner, sentence) } }
        return true
    }

    /// What a part of a list is of, and the items that say so: `de la montura` of `la referencia de la montura`.
    private func whole(
        of part: Range<Int>, _ sentence: ProseSentence, _ joints: Set<String>
    ) -> (mention: Mention, start: Int, end: Int)? {
        guard let (index, mention) = sentence.mentions(in: part).last, !mention.isPlural, mention.modifier == nil,
            index > part.lowerBound + 1
        else { return nil }
        var joint = index - 1
        if sentence.items[joint].word == .definite || sentence.items[joint].word == .each { joint -= 1 }
        let token = sentence.source.tokens[sentence.items[joint].range.lowerBound].folded
        guard joint > part.lowerBound, sentence.items[joint].word == .preposition, joints.contains(token),
            joint < index - 1 || token == "del",
            isPlainField(span(part.lowerBound, joint), sentence),
            span(index + 1, part.upperBound).allSatisfy({ next in
                let item = sentence.items[next]
                if case .group = item.kind { return true }
                return item.attribute != nil || item.word == .skip || item.isMark(".")
                    || lexicon.prose.match(
                        sentence.source.tokens, at: item.range.lowerBound, where: { $0.isSaid || $0 == .anything })
                        != nil
            })
        else { return nil }
        return (mention, joint, index + 1)
    }

    /// Whether a part is a name with its articles, and perhaps what is said of it, but no verb and no entity.
    private func isPlainField(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard part.contains(where: { sentence.items[$0].isName }) else { return false }
        return part.allSatisfy { index in
            let item = sentence.items[index]
            guard item.mention == nil, !item.isMark(":") else { return false }
            guard let word = item.word else { return true }
            return word.isDeterminer || word == .preposition || word == .skip
        }
    }

    /// `anotamos los neumáticos así: código, marca y precio`: the fields of what is kept so.
    mutating func readKeptSo(_ segment: Segment, _ sentence: ProseSentence) -> Bool {
        guard lexicon.language == .spanish, let (index, mention) = sentence.mentions(in: segment.objects).first,
            span(segment.objects.lowerBound, index).allSatisfy({ sentence.items[$0].word?.isDeterminer == true }),
            let colon = span(index + 1, segment.objects.upperBound).first(where: { sentence.items[$0].word != .skip }),
            sentence.items[colon].isMark(":")
        else { return false }
        readList(span(colon + 1, segment.objects.upperBound), of: mention, sentence)
        return true
    }

    /// `datos: la placa de la ambulancia, la hora del traslado`; `campos: cocción, fecha y densidad; receta, nombre`: what a
    /// phrase that names nothing itself lists.
    mutating func readLabelled(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .spanish,
            let colon = items.prefix(5).firstIndex(where: { $0.isMark(":") }), colon + 3 < items.count,
            sentence.mentions(in: 0..<colon).isEmpty
        else { return false }
        let list = span(colon + 1, items.count)
        let ends = list.filter { items[$0].isMark(";") } + [list.upperBound]
        let clauses = zip([colon] + ends, ends).map { span($0 + 1, $1) }.filter { !$0.isEmpty }
        let heads = clauses.map { clause -> (owner: Mention, rest: Range<Int>)? in
            guard let head = clause.first(where: { items[$0].word?.isDeterminer != true }),
                let owner = items[head].mention, head + 2 < clause.upperBound, items[head + 1].isMark(","),
                sentence.mentions(in: span(head + 1, clause.upperBound)).isEmpty
            else { return nil }
            return (owner, span(head + 2, clause.upperBound))
        }
        if heads.allSatisfy({ $0 != nil }) || heads.count(where: { $0 != nil }) > 1 {
            for head in heads.compactMap(\.self) { readList(head.rest, of: head.owner, sentence) }
            return true
        }
        return clauses.reduce(false) { readOfSeveral($1, sentence, joints: ["de", "del", "en"]) || $0 }
    }
}
