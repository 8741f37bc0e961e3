import MGELayers

extension FieldPhraseReader {
    /// How many tokens a word for true or false has that stands before a name: `un booleano protegido`.
    func leadingBoolean(at index: Int, to end: Int) -> Int? {
        guard lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index),
            type.meaning == .boolean, type.count == 1, index + 1 < end, tokens[index + 1].kind == .word,
            reader.word(tokens, at: index + 1) == nil, !isAttribute(at: index + 1)
        else { return nil }
        return type.count
    }

    /// Where an adjective for a type ends a Spanish name: `un porcentaje entero`, `un importe decimal`.
    func trailingType(_ name: Range<Int>) -> Int? {
        guard lexicon.language == .spanish, name.count > 1, let last = name.last, !tokens[last - 1].isOf,
            let type = lexicon.types.match(tokens, at: last), type.count == 1,
            [.integer, .decimal, .boolean].contains(type.meaning), lexicon.fieldItem(for: tokens[last].folded) == nil
        else { return nil }
        return last
    }

    /// The type that a Spanish name begins with, where that has two words: `la dirección web de la portada`.
    func leadingType(at index: Int) -> String? {
        guard lexicon.language == .spanish, let type = lexicon.types.match(tokens, at: index), type.count == 2,
            type.meaning == .url
        else { return nil }
        return source.words(span(index, index + type.count))
    }

    /// The type that a Spanish phrase is said to be written in: `un valor en JSON`.
    func typeBehind(_ index: Int, to end: Int) -> String? {
        guard lexicon.language == .spanish, index + 1 < end, tokens[index].folded == "en",
            let type = lexicon.types.match(tokens, at: index + 1), type.meaning == .json
        else { return nil }
        return source.words(span(index + 1, index + 1 + type.count))
    }

    /// Whether words for a default begin at a token.
    func isDefault(at index: Int) -> Bool {
        lexicon.prose.match(tokens, at: index, where: { [.default, .defaultYes, .defaultNo].contains($0) })
            .map { $0.count > 1 || $0.meaning != .default } ?? false
    }

    /// Whether a flag is asked for of several things: `si están disponibles`.
    func isSaidOfSeveral(_ lead: Range<Int>) -> Bool {
        lead.contains { ["estan", "son", "fueron", "estuvieron", "siguen", "quedan"].contains(tokens[$0].folded) }
    }

    /// Whether a participle with a place of its own ends a name: `un número pintado en la tapa`.
    func endsWithParticiple(_ name: Range<Int>, before end: Int) -> Bool {
        if lexicon.language == .english, name.count > 1, name.upperBound < end, tokens[name.upperBound].folded == "by" {
            let last = name.upperBound - 1
            return tokens[last].folded.hasSuffix("ed")
                || lexicon.prose.match(tokens, at: last, where: { $0 == .participle }) != nil
        }
        guard lexicon.language == .spanish, name.count > 1, name.upperBound < end,
            ["en", "sobre", "con", "a"].contains(tokens[name.upperBound].folded)
        else { return false }
        let last = tokens[name.upperBound - 1].folded
        return ["ado", "ada", "ido", "ida", "crito", "crita", "hecho", "hecha"].contains(where: last.hasSuffix)
    }

    /// Whether a word says what happens to what follows with an article, and names nothing: `lleva pegada una etiqueta`.
    func isVerbal(at index: Int, to end: Int) -> Bool {
        guard lexicon.language == .spanish, tokens[index].kind == .word, index + 1 < end,
            reader.word(tokens, at: index) == nil,
            !isAttribute(at: index)
        else { return false }
        return reader.word(tokens, at: index + 1)?.meaning == .article
    }
}
