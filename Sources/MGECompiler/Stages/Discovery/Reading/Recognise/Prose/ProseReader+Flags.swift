import MGECore

extension ProseReader {
    /// `a separate flag says whether the donor is rhesus positive`: what says so is no entity.
    mutating func readFlag(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, said.contains(.flag),
            let flag = items.firstIndex(where: { $0.attribute == .flag }), flag > 0,
            items[..<flag].allSatisfy({ isPlain($0) }), items[..<flag].contains(where: { $0.word == .has || $0.isName }),
            !items[..<flag].contains(where: { $0.word == .we })
        else { return false }
        let rest = span(flag, items.count)
        let about = sentence.mentions(in: rest).first { entry in
            [.be, .has, .can, .must].contains(
                items[span(entry.index + 1, items.count)].first { $0.word != .skip && $0.word != .not }?.word)
        }
        guard let owner = about?.mention ?? antecedent else { return false }
        readList(rest, of: owner, sentence)
        antecedent = owner
        return true
    }

    /// Whether an item may stand in the words for a flag: `another field then tells`.
    private func isPlain(_ item: ProseItem) -> Bool {
        item.isName || item.word == .has || item.word == .skip || item.word?.isDeterminer == true
    }

    /// `a placement is when an animal goes to a home`: it refers to all that take part.
    mutating func readDefinition(_ sentence: ProseSentence) -> Bool {
        let items = sentence.items
        guard lexicon.language == .english, let first = items.firstIndex(where: { $0.mention != nil }),
            let made = items[first].mention, first + 2 < items.count, items[first + 1].word == .be,
            items[first + 2].word == .when, items[..<first].allSatisfy({ $0.word?.isDeterminer == true || $0.word == .skip })
        else { return false }
        for (index, mention) in sentence.mentions(in: span(first + 3, items.count)) where mention.entity != made.entity {
            addEvidence(
                mention.quantity == .many ? .both : .one, made, mention, sentence, part: span(index, index + 1))
        }
        antecedent = made
        return true
    }

    /// Where a clause begins behind a definition: `a placement is when an animal goes to a home, it has a start date`.
    func definitionEnd(_ tokens: [Token]) -> Int? {
        guard lexicon.language == .english,
            let be = tokens.indices.prefix(6).first(where: { reader.word(tokens, at: $0)?.meaning == .be }),
            let verb = reader.word(tokens, at: be), be + verb.count < tokens.count,
            ["when", "where"].contains(tokens[be + verb.count].folded)
        else { return nil }
        return span(be, tokens.count).first { index in
            let next = reader.word(tokens, at: index + 1)?.meaning
            return tokens[index].isMark(",") && (next == .it || next == .they)
        }
    }
}
