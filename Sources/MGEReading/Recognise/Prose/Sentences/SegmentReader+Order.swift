import MGELayers

extension SegmentReader {
    /// Whether a Spanish clause puts its object first and takes it up again: `una revisión la hace un apicultor`.
    func isFronted(at index: Int, clauseStart: Int) -> Bool {
        guard index > 0, items[index - 1].word == .definite, index + 1 < items.count else { return false }
        guard ["lo", "la", "los", "las"].contains(source.tokens[items[index - 1].range.lowerBound].folded) else {
            return false
        }
        // `una puerta la pueden abrir varias llaves`
        let verb = items[index].word == .can || items[index].word == .must ? index + 1 : index
        guard verb == index || verb < items.count && items[verb].isName,
            let next = span(verb + 1, items.count).first(where: { items[$0].word != .skip })
        else { return false }
        if isOurVerb(at: index), items[next].word == .preposition { return true }
        switch items[next].kind {
        case .mention(let mention): return mention.quantity != nil || mention.isPlural
        case .word(.definite): return next + 1 < items.count && items[next + 1].mention != nil
        case .word(let word): return [.article, .one, .many, .each].contains(word)
        default: return false
        }
    }

    /// What somebody does something to, in a relative clause whose verb does not agree with it: `los pedidos que hace un
    /// cliente`.
    func relativeObject(at index: Int) -> Mention? {
        guard lexicon?.language == .spanish, index > 1, items[index].isName, items[index - 1].word == .relative,
            source.tokens[items[index - 1].range.lowerBound].folded == "que"
        else { return nil }
        let head = items[..<(index - 1)].last { !$0.isMark(",") }?.mention
        let next = span(index + 1, items.count).first {
            items[$0].word != .skip && items[$0].word?.isDeterminer != true
        }
        guard let head, let doer = next.flatMap({ items[$0].mention }), doer.quantity != nil else { return nil }
        let isVerbPlural = source.tokens[items[index].range.lowerBound].folded.hasSuffix("n")
        return isVerbPlural == doer.isPlural && isVerbPlural != head.isPlural ? head : nil
    }

    /// Whether a place comes first: `under each section come its plots`, `en una hornada entran muchas piezas`.
    func isInverted(at index: Int, clauseStart: Int) -> Bool {
        var before = index - 1
        while before > clauseStart, items[before].word == .skip { before -= 1 }
        if lexicon?.language == .spanish, before > clauseStart + 1, items[before].isName,
            items[before - 1].mention?.quantity == .article
        {
            // `de una partida grande salen dos cuajadas`
            before -= 1
        }
        guard clauseStart < index, items[clauseStart].word == .preposition || items[clauseStart].word == .per,
            items[before].mention != nil, index + 1 < items.count
        else { return false }
        return items[index + 1].mention != nil || items[index + 1].word?.isDeterminer == true
    }

    /// Whether something is said of none: `ninguna entrega puede estar en dos lotes`.
    func isNone(_ subject: Mention) -> Bool {
        // What a sentence before named has its tokens there.
        lexicon?.language == .spanish && subject.start < subject.range.lowerBound
            && items.contains { $0.mention == subject }
            && ["ningun", "ninguna"].contains(source.tokens[subject.start].folded)
    }

    /// Whether it only says that something can or must be done.
    func isPossibleVerb(_ index: Int) -> Bool {
        lexicon?.language == .spanish && [.can, .must].contains(items[index].word)
    }
}
