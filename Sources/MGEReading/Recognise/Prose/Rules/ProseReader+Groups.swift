import MGELayers

extension ProseReader {
    /// Reads what stands in parentheses and is a sentence of its own: `(no two customers have the same number)`,
    /// `tracks (they have a name and a prize)`.
    mutating func readGroups(_ sentence: ProseSentence) {
        guard !isInGroup else { return }
        isInGroup = true
        defer { isInGroup = false }
        for (index, item) in sentence.items.enumerated() {
            guard case .group = item.kind, item.range.count > 3 else { continue }
            let inner = sentence.source.part(item.range.lowerBound + 1..<item.range.upperBound - 1)
            if inner.tokens.indices.contains(where: { saysNoTwo(inner.tokens, at: $0) }),
                // `el carné (no hay dos socios con el mismo)` says it of the field.
                FieldAttributes.noTwoWithSame(inner.tokens, at: 0, lexicon: lexicon) == nil
            {
                if readTheSameOne(inner, behind: item.range.lowerBound, in: sentence) { continue }
                divided(inner).compactMap(prepared).forEach { read($0) }
                continue
            }
            let items = reader.items(inner, candidates)
            if lexicon.language == .spanish, inner.tokens[0].isOf,
                items.prefix(3).contains(where: { $0.mention != nil }),
                let part = prepared(inner)
            {
                // `lo dirige un director (del director, nombre y correo)`
                let spoken = (antecedent, plural, previous)
                read(part)
                (antecedent, plural, previous) = spoken
                continue
            }
            if readDescribed(inner, behind: index, in: sentence) { continue }
            guard let verb = items.firstIndex(where: { $0.word == .has }), verb > 0,
                let subject = items[..<verb].last(where: { $0.word != .skip })
            else { continue }
            let head = sentence.items[..<index].last { $0.mention != nil }?.mention
            if [.it, .they].contains(subject.word), let head {
                antecedent = head
                plural = head
            } else if subject.mention == nil {
                continue
            }
            if let part = prepared(inner) { read(part) }
        }
    }

    /// `a team has players (name, number, position)`, `guardamos jugadores (nombre, apellidos y un club)`: the fields of the entity before the parentheses.
    private mutating func readDescribed(
        _ inner: TokenizedText, behind group: Int, in sentence: ProseSentence
    ) -> Bool {
        guard group > 0, let owner = sentence.items[group - 1].mention,
            let part = prepared(inner)
        else { return false }
        let items = part.sentence.items
        let first = items.first.map { sentence in sentence.isName || sentence.word?.isDeterminer == true } ?? false
        guard first, lexicon.language == .spanish || owner.isPlural, leadsToField(items.indices, part.sentence),
            items.contains(where: { $0.isMark(",") || $0.word == .and })
        else { return false }
        readList(items.indices, of: owner, part.sentence)
        return true
    }

    /// `an email (no two members may use the same one)`, of the field before the parentheses.
    private mutating func readTheSameOne(
        _ inner: TokenizedText, behind group: Int, in sentence: ProseSentence
    ) -> Bool {
        let tokens = sentence.source.tokens
        guard let last = inner.tokens.indices.last, reader.word(inner.tokens, at: last)?.meaning == .one,
            last > 0,
            lexicon.prose.match(inner.tokens, at: last - 1, where: { $0 == .same }) != nil
                || last > 1 && lexicon.prose.match(inner.tokens, at: last - 2, where: { $0 == .same })?.count == 2,
            let owner = sentence.mentions.last(where: { $0.range.upperBound <= group })
        else { return false }
        let start =
            span(0, group).last { index in
                tokens[index].kind == .mark || reader.word(tokens, at: index).map { $0.meaning != .skip } ?? false
            }.map { $0 + 1 } ?? 0
        let name = lists.withoutArticles(tokens, span(start, group))
        guard !name.isEmpty else { return false }
        facts.update(owner.entity, named: sentence.source.words(name)) {
            $0.unique = $0.unique ?? tokens[name.lowerBound].place
        }
        isUsed = true
        return true
    }
}
