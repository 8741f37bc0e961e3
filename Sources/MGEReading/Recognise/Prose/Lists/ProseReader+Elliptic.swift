import MGELayers

/// Parts of lists that leave out the head of a name.
extension ProseReader {
    /// `las fechas de inicio y de fin`: the field before is one of two, with the singular of their head.
    mutating func singularHead(before range: Range<Int>, of owner: Mention, _ sentence: ProseSentence) {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, range.count == 2, tokens[range.lowerBound].folded == "de",
            let field = lastField, field.entity == owner.entity
        else { return }
        let words = field.name.split(separator: " ").map(String.init)
        guard words.count > 2, words[1] == "de" else { return }
        let head = lexicon.inflector.singular(of: words[0])
        guard head != words[0] else { return }
        let name = ([head] + words.dropFirst()).joined(separator: " ")
        facts.update(field.entity, named: field.name) { $0.name.text = name }
        lastField = (field.entity, name)
    }

    /// `la fecha de entrada, la de salida`: the second has the head of the first.
    func elliptic(_ range: Range<Int>, _ owner: Mention, _ sentence: ProseSentence) -> FieldItem? {
        let tokens = sentence.source.tokens
        if lexicon.language == .spanish, range.count == 2, tokens[range.lowerBound].folded == "de",
            let field = lastField, field.entity == owner.entity
        {
            // `fecha de entrada y de salida`
            let words = field.name.split(separator: " ")
            guard words.count > 2, words[1] == "de", tokens[range.lowerBound + 1].kind == .word else { return nil }
            let name = "\(words[0]) de \(tokens[range.lowerBound + 1].text)"
            return FieldItem(
                name: Located(text: name, place: tokens[range.lowerBound].place), words: sentence.source.words(range))
        }
        guard lexicon.language == .spanish, range.count > 2,
            reader.word(tokens, at: range.lowerBound)?.meaning == .definite,
            tokens[range.lowerBound + 1].isOf, let field = lastField, field.entity == owner.entity,
            let head = field.name.split(separator: " ").first,
            var item = FieldPhraseReader(sentence.source, reader: reader).field(
                span(range.lowerBound + 2, range.upperBound))
        else { return nil }
        let joint = tokens[range.lowerBound + 1].text
        item.name = Located(text: "\(head) \(joint) \(item.name.text)", place: item.name.place)
        return item
    }
}
