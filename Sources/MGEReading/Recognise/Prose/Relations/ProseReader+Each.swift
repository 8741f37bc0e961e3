import MGECore
import MGELayers

extension ProseReader {
    /// `weighings, each of a single bird and each made by one member`: what is said of each of them behind a comma.
    mutating func readEach(_ sentence: ProseSentence) {
        guard lexicon.language == .english else { return }
        let items = sentence.items
        for index in items.indices where index > 1 && items[index].word == .each && index + 2 < items.count {
            guard items[index - 1].isMark(",") || items[index - 1].word == .and else { continue }
            let lead = items[index + 1].isName ? index + 2 : index + 1
            if lead == index + 2, lead + 1 < items.count, items[lead].word == .preposition,
                lexicon.prose.match(
                    sentence.source.tokens, at: items[index + 1].range.lowerBound, where: { $0 == .identifies }) != nil,
                let head = items[..<index].last(where: { $0.mention?.isPlural == true })?.mention,
                sentence.mentions(in: span(lead + 1, min(lead + 4, items.count))).isEmpty
            {
                // `divided into sections, each known by a letter`
                readList(span(lead + 1, items.count), of: head, sentence)
                continue
            }
            guard items[lead].word == .preposition,
                let target = span(lead + 1, items.count).first(where: { items[$0].word?.isDeterminer != true }),
                let mention = items[target].mention, !mention.isMany,
                let head = items[..<index].last(where: { $0.mention?.isPlural == true })?.mention,
                head.entity != mention.entity
            else { continue }
            let verb = lead > index + 1 ? sentence.source.words(items[index + 1].range) : nil
            addEvidence(.one, head, mention, sentence, part: span(lead, target + 1), verb: verb)
        }
    }

    /// `we note which adopters are interested in which animals`: several of both.
    mutating func readWhich(_ sentence: ProseSentence) -> Bool {
        let asked = sentence.items.indices.dropFirst().filter {
            sentence.items[$0].mention != nil && sentence.items[$0 - 1].word == .relative
                && sentence.items[$0 - 1].range.upperBound == sentence.items[$0].range.lowerBound
        }
        if readThreeAsked(asked, sentence) { return true }
        guard asked.count == 2, let first = sentence.items[asked[0]].mention,
            let second = sentence.items[asked[1]].mention, first.entity != second.entity
        else { return false }
        let isSpanish = lexicon.language == .spanish
        if isSpanish, !first.isSingleNoun || !second.isSingleNoun { return false }
        if let made = sentence.mentions(in: 0..<asked[0]).first?.mention, made.quantity == .article || isSpanish,
            !made.isPlural, made.entity != first.entity, made.entity != second.entity
        {
            // `a checkout is recorded, stating which part was taken by which player`
            addEvidence(.one, made, first, sentence, part: span(asked[0], asked[0] + 1))
            addEvidence(.one, made, second, sentence, part: span(asked[1], asked[1] + 1))
            if let end = span(asked[1], sentence.items.count).first(where: { sentence.items[$0].isMark(",") }) {
                if isSpanish {
                    // `el papel dice qué actor hace qué personaje, y puede tener un suplente`
                    antecedent = made
                    let start = sentence.items[end].range.upperBound
                    let rest = sentence.source.part(start..<sentence.source.tokens.count)
                    if let part = prepared(rest) { read(part) }
                    return true
                }
                readList(span(end + 1, sentence.items.count), of: made, sentence)
            }
            return true
        }
        if isSpanish { return false }
        facts.add(
            ProseFacts.Evidence(
                kind: .both, source: first.entity, target: second.entity, isIndirect: true,
                words: sentence.located(sentence.tokens(span(asked[0], asked[1] + 1)))))
        isUsed = true
        return true
    }

    /// `roles and costumes are many to many`.
    mutating func readManyToMany(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard sentence.mentions.count > 1,
            tokens.indices.contains(where: { index in
                tokens[index].kind == .word
                    && lexicon.keywords.match(tokens, at: index, where: { $0 == .manyToMany }) != nil
            })
        else { return false }
        let (first, second) = (sentence.mentions[0], sentence.mentions[1])
        guard first.entity != second.entity else { return false }
        addEvidence(.both, first, second, sentence, part: sentence.items.indices)
        return true
    }

    /// `un lote reúne muchas piezas, y una misma pieza va en varios lotes`: several of both, whatever is done.
    mutating func readMutual(_ sentence: ProseSentence) {
        let mentions = sentence.mentions
        guard lexicon.language == .spanish, mentions.count > 3 else { return }
        for index in mentions.indices.dropLast(3) {
            let (first, several, one, others) = (
                mentions[index], mentions[index + 1], mentions[index + 2], mentions[index + 3]
            )
            guard first.entity == others.entity, several.entity == one.entity, first.entity != one.entity,
                several.quantity == .many, others.quantity == .many, !one.isPlural, one.quantity == .article,
                let end = sentence.items.firstIndex(where: { $0.mention == several }),
                let start = sentence.items.firstIndex(where: { $0.mention == one }),
                span(end + 1, start).allSatisfy({
                    let item = sentence.items[$0]
                    return item.isMark(",") || item.word == .and || item.word?.isDeterminer == true
                })
            else { continue }
            facts.add(
                ProseFacts.Evidence(
                    kind: .both, source: first.entity, target: one.entity,
                    words: sentence.located(several.range)))
            isUsed = true
        }
    }
}
