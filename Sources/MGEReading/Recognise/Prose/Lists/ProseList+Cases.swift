import MGELayers

/// Where the cases of a field begin that nothing but their place announces.
extension ProseList {
    /// Whether an item is the Spanish *de*.
    func isOf(_ index: Int, _ sentence: ProseSentence) -> Bool {
        sentence.source.tokens[sentence.items[index].range.lowerBound].folded == "de"
    }

    /// Whether a part is how much there is of something: `un nivel de dificultad, bajo, medio o alto`.
    func isDegree(_ part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Bool {
        guard lexicon.language == .spanish, part.count == 1, let first = part.first,
            sentence.items[first].range.count == 1
        else { return false }
        return ["bajo", "baja", "medio", "media", "alto", "alta"].contains(
            sentence.source.tokens[sentence.items[first].range.lowerBound].folded)
    }

    /// Where the first case stands behind *de*, as the default says that it is one: `un nivel de aprendiz, oficial o jefe, por
    /// defecto aprendiz`, but `un nivel de dificultad, bajo o alto`.
    func caseOf(_ names: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> Int? {
        let tokens = sentence.source.tokens
        guard lexicon.language == .spanish, names.count == 3, let first = names.first,
            isPlain(first, sentence, lexicon), isPlain(first + 2, sentence, lexicon),
            sentence.items[first + 2].range.count == 1, isOf(first + 1, sentence)
        else { return nil }
        let word = sentence.items[first + 2].range.lowerBound
        let isDefault = span(word + 2, tokens.count).contains { index in
            tokens[index].key == tokens[word].key
                && span(max(word + 1, index - 4), min(index + 3, tokens.count)).contains {
                    lexicon.prose.match(tokens, at: $0, where: { $0 == .default || $0 == .atFirst }) != nil
                }
        }
        return isDefault ? first + 2 : nil
    }

    /// The name and the first case of `si el acto es venta, poder o donación`.
    func askedCase(in part: Range<Int>, _ sentence: ProseSentence, _ lexicon: Lexicon) -> (Range<Int>, Int, Bool)? {
        guard lexicon.language == .spanish, let first = part.first, sentence.items[first].attribute == .flag,
            ["si el", "si la"].contains(sentence.source.words(sentence.items[first].range).lowercased())
        else { return nil }
        let name = span(first + 1, part.upperBound).prefix { sentence.items[$0].isName }
        guard (1...3).contains(name.count), name.upperBound + 1 < part.upperBound,
            sentence.items[name.upperBound].word == .be,
            !sentence.source.tokens[sentence.items[name.upperBound].range.lowerBound].isReflexivePronoun
        else { return nil }
        return (span(name.lowerBound, name.upperBound), name.upperBound + 1, true)
    }

    /// The name and the cases of `the condition can be new`, and of `being new`.
    func clause(in part: Range<Int>, _ sentence: ProseSentence) -> (Range<Int>, Int, Bool)? {
        let name = part.prefix { index in
            let item = sentence.items[index]
            return item.isName || item.word?.isDeterminer == true || item.word == .skip
        }
        let verbs = span(name.upperBound, part.upperBound).prefix { index in
            [.be, .can, .must].contains(sentence.items[index].word)
        }
        let isThis =
            name.count == 1
            && ["this", "it"].contains(sentence.source.tokens[sentence.items[part.lowerBound].range.lowerBound].folded)
        guard !verbs.isEmpty, verbs.upperBound < part.upperBound, name.count < 6,
            name.isEmpty || isThis || name.contains(where: { sentence.items[$0].isName })
        else { return nil }
        if isThis { return (span(part.lowerBound, part.lowerBound), verbs.upperBound, true) }
        return (span(name.lowerBound, name.upperBound), verbs.upperBound, true)
    }
}
