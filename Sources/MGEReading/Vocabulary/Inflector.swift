/// Makes plurals of singular noun phrases and singulars of plural ones, by the rules of a language.
///
/// Phrases are words in lower case with blanks between them; capitals are kept, save in irregular words.
package final class Inflector: Sendable {
    private let rules: InflectionRules
    private let plurals: [String: String]
    private let singulars: [String: String]
    private let invariable: Set<String>
    private let prepositions: Set<String>
    private let pluralEndings: Endings
    private let singularEndings: Endings
    private let knownSingulars = Memo<String>()

    /// Prepares the rules; words are compared without accents.
    package init(rules: InflectionRules) {
        self.rules = rules
        plurals = Dictionary(
            rules.irregular.map { ($0.key.foldedForComparison, $0.value) }, uniquingKeysWith: { first, _ in first })
        singulars = Dictionary(
            rules.irregular.sorted { $0.key < $1.key }.map { ($0.value.foldedForComparison, $0.key) },
            uniquingKeysWith: { first, _ in first })
        invariable = Set(rules.invariable.map(\.foldedForComparison))
        prepositions = Set(rules.prepositions)
        pluralEndings = Endings(rules.pluralEndings)
        singularEndings = Endings(rules.singularEndings)
    }

    /// The plural of a singular: `order lines` of `order line`.
    package func plural(of singular: String) -> String {
        changing(singular) { word in
            let folded = word.foldedForComparison
            if invariable.contains(folded) { return word }
            return plurals[folded] ?? pluralEndings.applied(to: word)
        }
    }

    /// The singular of a plural; a singular stays as it is.
    package func singular(of plural: String) -> String {
        knownSingulars.value(of: plural) { plural in
            changing(plural) { word in
                let folded = word.foldedForComparison
                if invariable.contains(folded) || plurals[folded] != nil { return word }
                return singulars[folded] ?? singularEndings.applied(to: word)
            }
        }
    }

    /// Whether the phrase has another form for one.
    package func isPlural(_ phrase: String) -> Bool { singular(of: phrase) != phrase }

    /// The word that says what a phrase is: `line` of `order line`, `orden` of `orden de reparación`.
    package func head(of phrase: String) -> String {
        let words = phrase.split(separator: " ").map(String.init)
        switch rules.scope {
        case .all: return words.first ?? phrase
        case .last: return words.prefix(changingCount(words)).last ?? phrase
        }
    }

    /// Whether a word ends the part of a phrase that says what it is: `of` in `point of sale`.
    func isPreposition(_ word: String) -> Bool { prepositions.contains(word) }

    private func changing(_ phrase: String, _ change: (String) -> String) -> String {
        var words = phrase.split(separator: " ").map(String.init)
        let count = changingCount(words)
        let changed = rules.scope == .all ? 0..<count : max(0, count - 1)..<count
        for index in changed { words[index] = change(words[index]) }
        return words.joined(separator: " ")
    }

    /// How many words stand before the first preposition.
    private func changingCount(_ words: [String]) -> Int {
        let end = words.indices.dropFirst().first { prepositions.contains(words[$0].lowercased()) }
        return end ?? words.count
    }
}

/// Suffix replacements, the longest first.
private struct Endings: Sendable {
    private let replacements: [String: String]
    private let lengths: [Int]

    init(_ endings: [InflectionRules.Ending]) {
        replacements = Dictionary(endings.map { ($0.from, $0.to) }, uniquingKeysWith: { first, _ in first })
        lengths = Set(endings.map(\.from.count)).sorted(by: >)
    }

    /// The word with its longest known ending replaced; a word that is nothing but the ending stays.
    func applied(to word: String) -> String {
        for length in lengths where length < word.count || length == 0 {
            if let replacement = replacements[word.suffix(length).lowercased()] {
                return word.dropLast(length) + replacement
            }
        }
        return word
    }
}
