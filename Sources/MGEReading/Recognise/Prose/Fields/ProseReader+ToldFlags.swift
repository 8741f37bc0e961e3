import MGECore
import MGELayers

/// What is told of fields that are not named as the subject of a Spanish sentence.
extension ProseReader {
    /// `si es frágil se marca; lo normal es que no lo sea`, `que esté sellado o no se responde con sí o no`: true or false.
    mutating func readToldFlag(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        if readAlsoWhether(sentence) { return true }
        guard lexicon.language == .spanish, tokens.count > 4, ["si", "que"].contains(tokens[0].folded),
            let be = countOfBeing(tokens, at: 1), let owner = antecedent, sentence.mentions.isEmpty
        else { return false }
        let start = 1 + be
        let name = span(start, min(start + 3, tokens.count)).prefix {
            isPlainName(tokens, at: $0) && tokens[$0].kind == .word
        }
        var next = name.upperBound
        if next + 1 < tokens.count, tokens[next].folded == "o", tokens[next + 1].folded == "no" { next += 2 }
        if next < tokens.count, tokens[next].isMark(",") { next += 1 }
        guard !name.isEmpty, next + 1 < tokens.count,
            tokens[next].isReflexivePronoun || ["lo", "la"].contains(tokens[next].folded)
        else { return false }
        let located = sentence.located(span(name.lowerBound, name.upperBound))
        var attributes = FieldAttributes()
        attributes.read(sentence.source, span(next, tokens.count), lexicon: lexicon)
        addFlag(located, attributes, of: owner)
        return true
    }

    /// How many tokens a verb of being has; without its accent, *esté* would be an article.
    private func countOfBeing(_ tokens: [Token], at index: Int) -> Int? {
        if ["esté", "estén"].contains(tokens[index].text.lowercased()) { return 1 }
        guard let word = reader.word(tokens, at: index), word.meaning == .be, !tokens[index].isReflexivePronoun else {
            return nil
        }
        return word.count
    }

    /// `también si tiene jardín, y de entrada se supone que no`: a flag more of what was spoken of.
    private mutating func readAlsoWhether(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, tokens.count > 3, let owner = antecedent, sentence.mentions.isEmpty,
            ["tambien", "ademas", "y"].contains(tokens[0].folded), tokens[1].folded == "si",
            let start = sentence.items.firstIndex(where: { $0.range.lowerBound == 1 })
        else { return false }
        let before = facts.facts[owner.entity].fields.count
        readList(span(start, sentence.items.count), of: owner, sentence)
        return facts.facts[owner.entity].fields.count > before
    }

    /// `a un guion lo describen el título y el tono`: fields, which need not tell it from others.
    private mutating func readDescribedBy(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        guard lexicon.language == .spanish, ["a", "al"].contains(tokens.first?.folded),
            let topic = sentence.mentions.first, topic.range.upperBound + 2 < tokens.count,
            sentence.mentions.allSatisfy({ $0.entity == topic.entity || $0.start > topic.range.upperBound + 4 }),
            ["lo", "la", "los", "las"].contains(tokens[topic.range.upperBound].folded),
            ["describe", "describen", "define", "definen", "caracteriza", "caracterizan", "componen"]
                .contains(tokens[topic.range.upperBound + 1].folded),
            let start = items.firstIndex(where: { $0.range.lowerBound > topic.range.upperBound + 1 }),
            items[start].word?.isDeterminer == true
        else { return false }
        let before = facts.facts[topic.entity].fields.count
        let end = span(start, items.count).first { index in
            items[index].word == .and && index + 1 < items.count && items[index + 1].word == .has
        }
        readList(span(start, end ?? items.count), of: topic, sentence)
        antecedent = topic
        guard facts.facts[topic.entity].fields.count > before else { return false }
        if let end, let rest = prepared(sentence.source.part(items[end].range.upperBound..<tokens.count)) {
            // `…, y lleva un número`
            read(rest)
        }
        return true
    }

    /// `lo identifica una clave de lote`, `a los barcos los distingue el número de vela, que va del 1 al 99`: a field that tells
    /// each from all others.
    mutating func readIdentifiedBy(_ sentence: ProseSentence) -> Bool {
        let (items, tokens) = (sentence.items, sentence.source.tokens)
        if readDescribedBy(sentence) { return true }
        guard lexicon.language == .spanish,
            let verb = span(1, min(8, tokens.count)).first(where: {
                ["identifica", "identifican", "distingue", "distinguen"].contains(tokens[$0].folded)
                    || $0 > 1 && tokens[$0 - 2].isReflexivePronoun
                        && ["conoce", "conocen", "reconoce", "reconocen"].contains(tokens[$0].folded)
            }), ["lo", "la", "los", "las"].contains(tokens[verb - 1].folded),
            let start = items.firstIndex(where: {
                $0.range.lowerBound > verb && $0.word != .preposition && $0.word != .per
            }),
            start < items.count, items[start].word?.isDeterminer == true
        else { return false }
        // `a cada mesa se la conoce por un número`
        let isImpersonal = verb > 1 && tokens[verb - 2].isReflexivePronoun
        let topic = sentence.mentions.first { $0.range.upperBound == (isImpersonal ? verb - 2 : verb - 1) }
        guard verb == 1 || topic != nil, let owner = topic ?? antecedent,
            sentence.mentions.allSatisfy({ $0.entity == owner.entity || $0.start > verb + 3 })
        else { return false }
        let before = facts.facts[owner.entity].fields.count
        readList(span(start, items.count), of: owner, sentence)
        guard facts.facts[owner.entity].fields.count > before else { return false }
        let name = facts.facts[owner.entity].fields[before].name.text
        facts.update(owner.entity, named: name) { $0.unique = $0.unique ?? tokens[verb].place }
        antecedent = owner
        return true
    }

    /// `ningún aviso se guarda sin teléfono`, `sin dirección no se recibe ningún pedido`: a usual field that must be there.
    mutating func readRequired(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, sentence.mentions.count == 1, let owner = sentence.mentions.first,
            said.isDisjoint(with: [.delete, .noTwo, .unique]),
            tokens.contains(where: { ["ningun", "ninguna", "no"].contains($0.folded) }),
            let without = tokens.firstIndex(where: { $0.folded == "sin" }),
            let phrase = reader.nounPhrase(tokens, from: without + 1), phrase.lowerBound == without + 1,
            !sentence.mentionStarts.contains(without + 1),
            phrase.upperBound >= tokens.count || tokens[phrase.upperBound].kind == .mark
                || reader.word(tokens, at: phrase.upperBound)?.meaning == .not
        else { return false }
        let name = sentence.located(phrase)
        guard lexicon.fieldItem(for: name.text.lowercased()) != nil else { return false }
        facts.add(FieldItem(name: name, words: name.text), to: owner.entity)
        lastField = (owner.entity, name.text)
        isUsed = true
        return true
    }
}
