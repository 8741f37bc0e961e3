import MGELayers

extension ProseReader {
    /// Whose fields follow where a clause leaves out its verb, and what is behind the name: `los libros tienen título, y los
    /// lectores, nombre`; `de los cursos guardamos el nombre y del alumno el correo`; `y un autor, varios libros`.
    func gapped(_ number: Int, in list: ProseList, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        let part = list.parts[number]
        if lexicon.language == .english {
            guard number > 0 else { return nil }
            return topic(part, before: number + 1 < list.parts.count ? list.parts[number + 1] : nil, sentence)
                ?? gappedEnglish(part, sentence)
        }
        guard lexicon.language == .spanish, number > 0, let first = part.first, first > 0,
            let head = part.first(where: { sentence.items[$0].word?.isDeterminer != true && !isOf($0, sentence) }),
            let owner = sentence.items[head].mention, !owner.isPossessive, owner.modifier == nil
        else { return nil }
        let isTopic = isOf(first, sentence)
        let behind = span(head + 1, part.upperBound)
        if sentence.items[first - 1].isMark(","), owner.quantity == .definite, !owner.isPlural, behind.count > 1,
            sentence.items[behind.lowerBound].word == .with,
            list.parts[..<number].contains(where: { other in
                sentence.mentions(in: other).contains { $0.mention.isPlural && $0.mention.entity == owner.entity }
            })
        {
            // `un sorteo tiene premios, el premio con descripción y puesto`
            return (owner, behind.dropFirst())
        }
        if sentence.items[first - 1].isMark(","), owner.quantity == .definite, !behind.isEmpty,
            sentence.mentions(in: behind).isEmpty, leadsToOwnField(behind, sentence)
        {
            // `el barrio tiene nombre, la manzana un número y la parcela una superficie`
            return (owner, behind)
        }
        let isNamed =
            sentence.items[first - 1].isMark(",") && owner.quantity == .definite && behind.isEmpty
            && number + 1 < list.parts.count && list.parts[number + 1].lowerBound == part.upperBound
        guard sentence.items[first - 1].word == .and || sentence.items[first - 1].isMark(";") || isTopic || isNamed
        else {
            return nil
        }
        let isDefinite = owner.quantity == .definite || isTopic
        var rest = span(head + 1, part.upperBound)
        while let next = rest.first, sentence.items[next].word == .skip { rest = rest.dropFirst() }
        if let (index, target) = sentence.mentions(in: rest).first, owner.quantity == .each,
            [.one, .article].contains(target.quantity), !target.isPlural, index + 1 == rest.upperBound,
            target.start == sentence.items[rest.lowerBound].range.lowerBound
        {
            // `cada conductor tiene un camión y cada camión solo un conductor`
            return (owner, rest)
        }
        if number > 1, sentence.items[first - 1].word == .and, isDefinite, !rest.isEmpty,
            rest.allSatisfy({ sentence.items[$0].isName || sentence.items[$0].attribute != nil }),
            isBareGap(list.parts[number - 1], sentence)
        {
            // `la casa tiene patio, el barrio plano y la calle número`
            return (owner, rest)
        }
        guard rest.isEmpty else {
            return isDefinite && sentence.mentions(in: rest).isEmpty && leadsToOwnField(rest, sentence)
                ? (owner, rest) : nil
        }
        guard number + 1 < list.parts.count else { return nil }
        let next = list.parts[number + 1]
        if isTopic, sentence.items[next.lowerBound - 1].word == .and, next.count == 2, isOf(next.lowerBound, sentence),
            sentence.items[next.lowerBound + 1].mention != nil
        {
            // `del dueño y del relojero, el nombre`
            return (owner, rest)
        }
        guard next.lowerBound == part.upperBound || sentence.items[next.lowerBound - 1].isMark(",") else { return nil }
        if let (index, target) = sentence.mentions(in: next).first,
            !span(next.lowerBound, index).contains(where: { sentence.items[$0].isName })
        {
            // `un libro tiene varios autores y un autor, varios libros`
            let isOnly = span(next.lowerBound, index).allSatisfy { sentence.items[$0].word?.isDeterminer == true }
            return isOnly && target.quantity == .many && owner.quantity == .article ? (owner, rest) : nil
        }
        if sentence.items[first - 1].isMark(";"), sentence.items[next.lowerBound - 1].isMark(","), isDefinite,
            next.lowerBound - 1 == head + 1
        {
            // `de la pista, la letra; de la ronda, el turno`
            return (owner, rest)
        }
        // `el lote, un nombre que no se repite dentro del campo`
        let name = next.prefix { sentence.items[$0].isName || sentence.items[$0].word?.isDeterminer == true }
        return isDefinite && (leadsToField(next, sentence) || !name.isEmpty && leadsToField(name, sentence))
            ? (owner, rest) : nil
    }

    /// `a stall has a number, a trader a name`, `for cranes the plate, for hires the rate`.
    private func gappedEnglish(_ part: Range<Int>, _ sentence: ProseSentence) -> (owner: Mention, rest: Range<Int>)? {
        let lead = sentence.items[part.lowerBound]
        let isTopic =
            lead.word == .per
            || lead.word == .preposition
                && ["for", "of"].contains(sentence.source.tokens[lead.range.lowerBound].folded)
        let start = isTopic ? part.lowerBound + 1 : part.lowerBound
        guard let head = span(start, part.upperBound).first(where: { sentence.items[$0].word?.isDeterminer != true }),
            let owner = sentence.items[head].mention, !owner.isPossessive, owner.modifier == nil,
            head + 2 < part.upperBound + (isTopic ? 1 : 0), head + 1 < part.upperBound,
            sentence.items[head + 1].word == .article || sentence.items[head + 1].word == .definite,
            isTopic || owner.quantity == .article || owner.quantity == nil && owner.isPlural
        else { return nil }
        let rest = span(head + 1, part.upperBound)
        let name = rest.drop { sentence.items[$0].word?.isDeterminer == true }
        guard let first = name.first, sentence.items[first].isName, sentence.mentions(in: rest).isEmpty else {
            return nil
        }
        return (owner, rest)
    }

    /// `; for firms, the name and the country`: a part that only tells whose those behind it are.
    private func topic(
        _ part: Range<Int>, before next: Range<Int>?, _ sentence: ProseSentence
    ) -> (owner: Mention, rest: Range<Int>)? {
        let items = sentence.items
        guard let next, let last = part.last, let owner = items[last].mention, part.count < 4, part.lowerBound > 0,
            items[part.lowerBound - 1].isMark(";") || items[part.lowerBound - 1].word == .and,
            items[part.lowerBound].word == .per || items[part.lowerBound].word == .preposition,
            sentence.source.tokens[items[part.lowerBound].range.lowerBound].folded == "for",
            [.definite, .article].contains(items[next.lowerBound].word), next.lowerBound == part.upperBound + 1
        else { return nil }
        return (owner, span(part.upperBound, part.upperBound))
    }

    private func isOf(_ index: Int, _ sentence: ProseSentence) -> Bool {
        sentence.items[index].word == .preposition
            && sentence.source.tokens[sentence.items[index].range.lowerBound].isOf
    }

    /// Whether what follows a name is a usual field, and no word that only says which one is meant.
    private func leadsToOwnField(_ range: Range<Int>, _ sentence: ProseSentence) -> Bool {
        let names = range.filter { sentence.items[$0].isName }
        guard let first = names.first,
            sentence.items[range.lowerBound].isName
                || sentence.items[range.lowerBound].word?.isDeterminer == true
        else { return false }
        return lexicon.hasField(named: sentence.source.words(sentence.items[first].range).lowercased())
            || leadsToField(range, sentence) && sentence.items[range.lowerBound].word?.isDeterminer == true
    }

    /// Whether a part is an entity with its article and a name right behind it: `el barrio plano`.
    private func isBareGap(_ part: Range<Int>, _ sentence: ProseSentence) -> Bool {
        guard part.count == 3, sentence.items[part.lowerBound].word == .definite,
            sentence.items[part.lowerBound + 1].mention != nil
        else { return false }
        return sentence.items[part.lowerBound + 2].isName
    }
}
