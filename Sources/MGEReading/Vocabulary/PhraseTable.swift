/// Finds the phrases of a table in tokens, the longest at a place first.
///
/// Words are told by numbers, so that most tokens are known in one step to begin no phrase; what follows a word is
/// looked for among the words that may follow it and no others.
struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
    /// A word of phrases, after the words before it.
    private struct Edge: Sendable {
        var word: String
        var key: UInt64
        /// The state that the words before it lead to; 0 for a first word.
        var source: Int
        var target: Int
    }

    /// What the words up to each state mean together.
    private let meanings: [[Meaning]]
    private let edges: [Edge]
    /// The numbers of first words, which most lookups are done with, and those of all others.
    private var firstWords: NumberTable
    private var laterWords: NumberTable

    /// Makes a table of phrases, each with what it means; of equal phrases the first counts first.
    init(_ phrases: [(phrase: String, meaning: Meaning)]) {
        var automaton = PhraseAutomaton()
        for (order, entry) in phrases.enumerated() {
            automaton.add([[Self.words(of: entry.phrase[...])]], at: order)
        }
        self.init(automaton, phrases.map(\.meaning))
    }

    /// Makes a table of patterns, each with what its phrases mean; of equal phrases the first counts first.
    init(patterns: [(pattern: PhrasePattern, meaning: Meaning)]) {
        var automaton = PhraseAutomaton()
        for (order, entry) in patterns.enumerated() {
            automaton.add(entry.pattern.elements.map { $0.map(Self.words) }, at: order)
        }
        self.init(automaton, patterns.map(\.meaning))
    }

    private init(_ automaton: PhraseAutomaton, _ meanings: [Meaning]) {
        let states = automaton.states()
        let keys = automaton.words.map { WordKey($0).value }
        self.meanings = states.ends.map { $0.map { meanings[$0] } }
        edges = states.edges.map {
            Edge(word: automaton.words[$0.word], key: keys[$0.word], source: $0.source, target: $0.target)
        }
        firstWords = NumberTable(capacity: edges.count { $0.source == 0 })
        laterWords = NumberTable(capacity: edges.count { $0.source != 0 })
        for (number, edge) in edges.enumerated() {
            if edge.source == 0 {
                firstWords.insert(number, at: edge.key)
            } else {
                laterWords.insert(number, at: Self.place(of: edge.key, after: edge.source))
            }
        }
    }

    /// The state that a word leads to after the words before it.
    private func state(after source: Int, _ word: String, _ key: UInt64) -> Int? {
        // Different words may have the same key: the words themselves are compared at last.
        let isIt = { (number: Int) in
            edges[number].key == key && edges[number].source == source && edges[number].word == word
        }
        let number =
            source == 0
            ? firstWords.number(at: key, where: isIt)
            : laterWords.number(at: Self.place(of: key, after: source), where: isIt)
        return number.map { edges[$0].target }
    }

    /// The place of a word after others, spread over the table by Knuth's multiplicative hashing.
    private static func place(of key: UInt64, after source: Int) -> UInt64 {
        key ^ UInt64(source) &* 0x9e37_79b9_7f4a_7c15
    }

    /// The words of a phrase as they stand in tokens; most phrases are nothing but letters and blanks.
    private static func words(of phrase: Substring) -> [String] {
        let folded = String(phrase).foldedForComparison
        let isPlain = folded.utf8.allSatisfy {
            $0 == UInt8(ascii: " ") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        guard isPlain else { return Tokenizer.tokenize(LocatedText(folded)).tokens.map(\.folded) }
        return folded.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// The longest phrase at a place with a meaning that is wanted, and how many tokens it has.
    func match(
        _ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }
    ) -> (meaning: Meaning, count: Int)? {
        guard index < tokens.count, tokens[index].kind != .quoted else { return nil }
        var found: (meaning: Meaning, count: Int)?
        var state = 0
        var count = 0
        while index + count < tokens.count {
            let token = tokens[index + count]
            guard let next = self.state(after: state, token.folded, token.key.value) else { break }
            (state, count) = (next, count + 1)
            if let meaning = meanings[state].first(where: isWanted) { found = (meaning, count) }
        }
        return found
    }

    /// Adds everything that phrases at a place mean.
    func collect(_ tokens: [Token], at index: Int, into found: inout Set<Meaning>) {
        _ = match(tokens, at: index) { meaning in
            found.insert(meaning)
            return false
        }
    }

    /// The meaning of all tokens together.
    func meaning(of tokens: [Token], where isWanted: (Meaning) -> Bool = { _ in true }) -> Meaning? {
        guard let found = match(tokens, at: 0, where: isWanted), found.count == tokens.count else { return nil }
        return found.meaning
    }

    /// Every phrase of one word with a meaning that is wanted, to suggest from.
    func words(where isWanted: (Meaning) -> Bool = { _ in true }) -> [String] {
        edges.filter { $0.source == 0 && meanings[$0.target].contains(where: isWanted) }.map(\.word).sorted()
    }
}
