/// Finds the phrases of a table in tokens, the longest at a place first.
///
/// Words are told by numbers, so that most tokens are known in one step to begin no phrase; what follows a word is
/// looked for among the words that may follow it and no others.
struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
    /// A word of a phrase, after the words before it.
    private struct Node: Sendable {
        var word: String
        var key: UInt64
        /// The number of the word before it; -1 for a first word.
        var parent: Int
        /// What the words up to this one mean together.
        var meanings: [Meaning] = []
    }

    private var nodes: [Node] = []
    /// The numbers of first words, which most lookups are done with, and those of all others.
    private var firstWords: NumberTable
    private var laterWords: NumberTable

    /// Makes a table of phrases, each with what it means; of equal phrases the first counts first.
    init(_ phrases: [(phrase: String, meaning: Meaning)]) {
        let divided = phrases.map { (words: Self.words(of: $0.phrase), meaning: $0.meaning) }
        firstWords = NumberTable(capacity: divided.count)
        laterWords = NumberTable(capacity: divided.reduce(0) { $0 + max($1.words.count - 1, 0) })
        for (words, meaning) in divided {
            var node = -1
            for word in words { node = add(word, after: node) }
            if node >= 0 { nodes[node].meanings.append(meaning) }
        }
    }

    /// The number of a word after the words before it, which is added where it is new.
    private mutating func add(_ word: String, after parent: Int) -> Int {
        let key = WordKey(word).value
        if let known = number(of: word, key, after: parent) { return known }
        nodes.append(Node(word: word, key: key, parent: parent))
        if parent < 0 {
            firstWords.insert(nodes.count - 1, at: key)
        } else {
            laterWords.insert(nodes.count - 1, at: Self.place(of: key, after: parent))
        }
        return nodes.count - 1
    }

    private func number(of word: String, _ key: UInt64, after parent: Int) -> Int? {
        // Different words may have the same key: the words themselves are compared at last.
        let isIt = { (number: Int) in
            nodes[number].key == key && nodes[number].parent == parent && nodes[number].word == word
        }
        return parent < 0
            ? firstWords.number(at: key, where: isIt)
            : laterWords.number(at: Self.place(of: key, after: parent), where: isIt)
    }

    /// The place of a word after another, spread over the table by Knuth's multiplicative hashing.
    private static func place(of key: UInt64, after parent: Int) -> UInt64 {
        key ^ UInt64(parent) &* 0x9e37_79b9_7f4a_7c15
    }

    /// The words of a phrase as they stand in tokens; most phrases are nothing but letters and blanks.
    private static func words(of phrase: String) -> [String] {
        let folded = phrase.foldedForComparison
        let isPlain = folded.utf8.allSatisfy {
            $0 == UInt8(ascii: " ") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        }
        guard isPlain else { return Tokenizer.tokenize(LocatedText(phrase)).tokens.map(\.folded) }
        return folded.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// The longest phrase at a place with a meaning that is wanted, and how many tokens it has.
    func match(
        _ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }
    ) -> (meaning: Meaning, count: Int)? {
        guard index < tokens.count, tokens[index].kind != .quoted else { return nil }
        var found: (meaning: Meaning, count: Int)?
        var node = -1
        var count = 0
        while index + count < tokens.count {
            let token = tokens[index + count]
            guard let next = number(of: token.folded, token.key.value, after: node) else { break }
            (node, count) = (next, count + 1)
            if let meaning = nodes[node].meanings.first(where: isWanted) { found = (meaning, count) }
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
        nodes.filter { $0.parent < 0 && $0.meanings.contains(where: isWanted) }.map(\.word).sorted()
    }
}
