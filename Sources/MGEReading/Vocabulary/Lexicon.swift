import MGELayers

/// The vocabulary made ready to look things up: keywords and types of all languages, names of one.
final class Lexicon: Sendable {
    let language: Description.Language
    let inflector: Inflector
    let keywords: PhraseTable<Keyword>
    let prose: PhraseTable<ProseWord>
    /// What words are meant to be that are written as they sound.
    let spelling: Spelling
    let behaviour: PhraseTable<BehaviourWord>
    /// The name of a field whose cases say what kind of thing something is.
    let kindName: String
    /// The name of a field that says how many there are.
    let quantityName: String
    private let behaviourPhrases: [String: [String]]
    /// The values of number words.
    let numbers: [String: Int]
    let types: PhraseTable<FieldTypeName>
    let commonFields: [String]
    /// The item of a number of which nothing is known but its bounds.
    let commonNumber: String
    let domains: [String: [String]]
    let deeds: PhraseTable<String>
    let acts: PhraseTable<String>
    /// Letters that are not heard, which people leave out at the beginning of a word.
    let silentLetters: [String]
    private let entities: [String: VocabularyEntity]
    private let fieldItems: [String: String]
    private let fieldPrefixes: PhraseTable<String>
    private let questions: PhraseTable<String>
    private let units: PhraseTable<String>
    private let knownItems = Memo<String?>()
    private let tokenizedItems = Memo<TokenizedText>()

    /// Prepares the vocabulary for a description in one language, or the first one there is.
    init(_ vocabulary: Vocabulary, language: Description.Language) {
        let languages = vocabulary.languages
        self.language = language
        let own = languages.first { $0.language == language } ?? languages.first
        inflector = Inflector(rules: own?.inflection ?? .none)
        keywords = vocabulary.keywords
        let patterns: [(PhrasePattern, ProseWord)] = (own?.prose ?? [:]).sorted { $0.key < $1.key }.flatMap {
            name, phrases in
            ProseWord(rawValue: name).map { word in
                phrases.flatMap { Self.forms(of: PhrasePattern($0), as: word, language).map { ($0, word) } }
            } ?? []
        }
        prose = PhraseTable(patterns: patterns)
        let names = Array((own?.fields ?? [:]).keys) + (own?.entities ?? []).flatMap { [$0.name] + ($0.aliases ?? []) }
        let tables = [own?.behaviour, own?.keywords, own?.types].compactMap(\.self)
        spelling = Spelling(
            misspelt: (own?.misspelt ?? []).map(\.foldedForComparison), sounds: own?.sounds ?? []
        ) {
            patterns.map(\.0) + (names + tables.flatMap(\.values).joined()).map { PhrasePattern($0) }
        }
        kindName = own?.prose[ProseWord.kind.rawValue]?.first ?? "kind"
        quantityName = own?.prose[ProseWord.quantity.rawValue]?.first ?? "quantity"
        behaviourPhrases = own?.behaviour ?? [:]
        behaviour = PhraseTable(
            behaviourPhrases.sorted { $0.key < $1.key }.flatMap { name, phrases in
                BehaviourWord(rawValue: name).map { word in phrases.map { ($0, word) } } ?? []
            })
        numbers = Dictionary(
            (own?.prose[ProseWord.numbers.rawValue] ?? []).enumerated().map { Self.number($1, at: $0) },
            uniquingKeysWith: { first, _ in first })
        types = PhraseTable(
            languages.flatMap { language in
                language.types.sorted { $0.key < $1.key }.flatMap { name, phrases in
                    FieldTypeName(rawValue: name).map { type in ([name] + phrases).map { ($0, type) } } ?? []
                }
            })
        commonFields = own?.commonFields ?? []
        commonNumber = own?.commonNumber ?? ""
        silentLetters = own?.silentLetters ?? []
        domains = Dictionary(
            (own?.domains ?? [:]).map { ($0.key.foldedForComparison, $0.value) },
            uniquingKeysWith: { first, _ in first })
        deeds = PhraseTable((own?.deeds ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        acts = Self.table(of: own?.acts)
        entities = Dictionary(
            (own?.entities ?? []).flatMap { entity in
                ([entity.name] + (entity.aliases ?? [])).map { ($0.foldedForComparison, entity) }
            }, uniquingKeysWith: { first, _ in first })
        fieldItems = Dictionary(
            (own?.fields ?? [:]).map { ($0.key.foldedForComparison, $0.value) },
            uniquingKeysWith: { first, _ in first })
        units = Self.table(of: own?.units)
        questions = Self.table(of: own?.questions)
        fieldPrefixes = PhraseTable((own?.fieldPrefixes ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// Phrases of belonging that end with a Spanish preposition, also as one word with the article: `cuelga del`.
    private static func forms(
        of pattern: PhrasePattern, as word: ProseWord, _ language: Description.Language
    ) -> [PhrasePattern] {
        guard language == .spanish, word == .belongs else { return [pattern] }
        let withArticle = pattern.endings { end in
            let isPreposition = end.hasSuffix(" de") || end.hasSuffix(" a") || ["de", "a"].contains(end)
            return isPreposition ? end + "l" : nil
        }
        return [pattern] + [withArticle].compactMap(\.self)
    }

    private static func table(of patterns: [String: String]?) -> PhraseTable<String> {
        PhraseTable(
            patterns: (patterns ?? [:]).sorted { $0.key < $1.key }.map { (PhrasePattern($0.key), $0.value) })
    }

    /// The keywords of briefs, whatever language they are in.
    static func keywords(of languages: [LanguageVocabulary]) -> PhraseTable<Keyword> {
        PhraseTable(
            languages.flatMap { language in
                language.keywords.sorted { $0.key < $1.key }.flatMap { name, phrases in
                    Keyword(rawValue: name).map { keyword in phrases.map { ($0, keyword) } } ?? []
                }
            })
    }

    /// The phrases of a word of behaviour, as the vocabulary has them.
    func phrases(of word: BehaviourWord) -> [String] { behaviourPhrases[word.rawValue] ?? [] }

    /// The name of what an indirect question asks for that begins at a token; it may end with a star for the verb.
    func question(_ tokens: [Token], at index: Int) -> (name: String, count: Int)? {
        questions.match(tokens, at: index).map { ($0.meaning, $0.count) }
    }

    /// The type of what is measured in the unit that begins at a token.
    func unit(_ tokens: [Token], at index: Int) -> (type: String, count: Int)? {
        units.match(tokens, at: index).map { ($0.meaning, $0.count) }
    }

    /// A common entity by its singular name.
    func entity(named singular: String) -> VocabularyEntity? { entities[singular.foldedForComparison] }

    /// The type and attributes that a field of this name usually has, as in an item of a brief.
    func fieldItem(for name: String) -> String? { knownItems.value(of: name, findFieldItem) }

    /// A field whose type and attributes are such an item, as tokens.
    func field(of item: String) -> TokenizedText {
        tokenizedItems.value(of: item) { Tokenizer.tokenize(LocatedText("field: " + $0)) }
    }

    /// Whether a name is, as a whole, one that fields usually have.
    func hasField(named name: String) -> Bool { fieldItems[name.foldedForComparison] != nil }

    private func findFieldItem(for name: String) -> String? {
        let folded = name.replacing("_", with: " ").foldedForComparison
        if let item = fieldItems[folded] { return item }
        let words = Tokenizer.tokenize(LocatedText(folded)).tokens
        if let moment = types.match(words, at: 0, where: { $0 == .datetime }), moment.count > 2 { return "datetime" }
        if let prefix = fieldPrefixes.match(words, at: 0) {
            // What is counted is in the plural: `número de plazas`, but `número de colegiado` names somebody.
            let isCount =
                words.count <= prefix.count || !words[prefix.count - 1].isOf
                || inflector.isPlural(words[prefix.count].text)
            if prefix.meaning.hasPrefix("decimal"), let head = words.last, prefix.count < words.count {
                // `minimum price` is a price, and `minimum players` is how many.
                let item = fieldItems[head.folded] ?? (inflector.isPlural(head.text) ? "integer" : nil)
                if let item { return item }
            }
            return isCount || !prefix.meaning.hasPrefix("integer") ? prefix.meaning : "string(50)"
        }
        // `price charged` is a price.
        if words.count > 1, prose.match(words, at: words.count - 1, where: { $0 == .participle })?.count == 1,
            let cut = folded.lastIndex(of: " ")
        {
            return findFieldItem(for: String(folded[..<cut]))
        }
        // `nuevo instante` is an instant.
        if let fresh = prose.match(words, at: 0, where: { $0 == .fresh }), fresh.count < words.count,
            inflector.head(of: folded) == words[0].folded
        {
            return findFieldItem(for: words.dropFirst(fresh.count).map(\.folded).joined(separator: " "))
        }
        let spelled = spelling.word(for: folded)
        if spelled != folded, let item = fieldItems[spelled] { return item }
        return fieldItems[inflector.head(of: folded)] ?? fieldItems[inflector.singular(of: inflector.head(of: folded))]
    }

    /// A word for a number, with its value: `thirty 30`, or else its place in the list.
    private static func number(_ phrase: String, at place: Int) -> (String, Int) {
        let words = phrase.split(separator: " ")
        guard words.count == 2, let value = Int(words[1]) else { return (phrase.foldedForComparison, place) }
        return (String(words[0]).foldedForComparison, value)
    }
}

extension InflectionRules {
    /// No rules: every word stays as it is.
    fileprivate static let none = InflectionRules(
        scope: .last, prepositions: [], irregular: [:], invariable: [], pluralEndings: [], singularEndings: [])
}
