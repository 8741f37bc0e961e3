import MGELayers

/// Guesses the type of a field from its name.
struct FieldGuess: Sendable {
    let lexicon: Lexicon

    /// The type that a field of this name usually has, without its usual attributes.
    func type(of name: String) -> (name: FieldTypeName, phrase: FieldItem.TypePhrase, words: String)? {
        let tokens = Tokenizer.tokenize(LocatedText(name.replacing("_", with: " "))).tokens
        var words = lexicon.fieldItem(for: name)
        if let type = lexicon.types.match(tokens, at: 0), type.count > 1, type.meaning != .enum {
            words = type.meaning.rawValue
        }
        if words == nil, tokens.count > 1, let last = tokens.last,
            lexicon.language == .english || lexicon.count(.determiner, [last], at: 0) != nil
        {
            words = lexicon.fieldItem(for: last.text)
        }
        if words == nil, tokens.count > 2, let last = tokens.last,
            lexicon.count(.with, tokens, at: tokens.count - 2) == 1
        {
            words = lexicon.fieldItem(for: last.text)
        }
        if words == nil, tokens.count > 1, lexicon.language == .english, lexicon.inflector.isPlural(tokens[0].folded) {
            words = lexicon.fieldItem(for: tokens[0].text)
        }
        if words == nil {
            words = lexicon.silentLetters.lazy.compactMap { lexicon.fieldItem(for: $0 + name) }.first
        }
        if lexicon.prose.match(tokens, at: 0, where: { $0 == .howMany }) != nil {
            words = FieldTypeName.integer.rawValue
        }
        if let unit = measured(tokens), words.map(isUnmeasured) ?? true { words = unit }
        if let moment = moment(tokens), words.map(isFlag) ?? true { words = moment }
        guard let words else { return nil }
        var findings = Findings()
        let source = lexicon.field(of: words)
        guard let phrase = ItemReader.read(source, lexicon: lexicon, findings: &findings)?.type,
            let type = lexicon.types.meaning(of: phrase.tokens)
        else { return nil }
        if type == .integer, isLabel(tokens) { return (.string, .named("string", at: phrase.words.place), "string") }
        let arguments = phrase.arguments.map { "(" + $0.map(\.text).joined(separator: ", ") + ")" }
        return (type, phrase, phrase.words.text + (arguments ?? ""))
    }

    /// Whether a usual field has no unit, so that its type is another when one follows: `running time in minutes`.
    private func isUnmeasured(_ item: String) -> Bool {
        let types: Set<FieldTypeName> = [.date, .datetime, .time, .string, .text]
        return lexicon.types.match(Tokenizer.tokenize(LocatedText(item)).tokens, at: 0).map {
            types.contains($0.meaning)
        } ?? false
    }

    /// Whether a usual field is true or not.
    private func isFlag(_ item: String) -> Bool {
        lexicon.types.match(Tokenizer.tokenize(LocatedText(item)).tokens, at: 0)?.meaning == .boolean
    }

    /// The type of when something was: `done on`, `shipped at`.
    private func moment(_ name: [Token]) -> String? {
        guard lexicon.language == .english, name.count == 2,
            name[0].folded.hasSuffix("ed") || lexicon.fieldItem(for: name[0].text).map(isFlag) ?? false
        else { return nil }
        return ["on": "date", "at": "datetime", "until": "date", "since": "date"][name[1].folded]
    }

    /// The type of what a name measures: `hectares`, `level in cm`.
    private func measured(_ name: [Token]) -> String? {
        let start = name.indices.dropFirst().last { ["in", "en"].contains(name[$0 - 1].folded) } ?? 0
        guard let unit = lexicon.unit(name, at: start), start + unit.count == name.count else { return nil }
        return unit.type
    }

    /// Whether a number is one of a single thing, which labels it and counts nothing: `número de placa`.
    private func isLabel(_ name: [Token]) -> Bool {
        guard name.count > 2, let last = name.last, lexicon.types.match(name, at: 0)?.meaning == .integer,
            lexicon.inflector.isPreposition(name[1].folded)
        else { return false }
        return !lexicon.inflector.isPlural(last.folded)
    }
}
