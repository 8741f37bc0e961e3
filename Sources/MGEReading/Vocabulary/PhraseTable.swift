/// Finds the phrases of a table in tokens, the longest at a place first.
///
/// Words are told by numbers, so that most tokens are known in one step to begin no phrase; what follows a word is
/// looked for among the words that may follow it and no others.
struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
    /// A word of a phrase, after the words before it.
    private struct Node: Sendable {
        var key: UInt64
        var word: String
        /// What the words up to this one mean together.
        var meanings: Range<Int>
        /// The words that may follow, by their keys.
        var children = 0..<0
    }

    /// The words of some phrases below those before them, while a table is made.
    private struct Branch {
        var meanings: [Meaning] = []
        var children: [String: Branch] = [:]

        mutating func add(_ meaning: Meaning, _ words: ArraySlice<String>) {
            guard let first = words.first else { return meanings.append(meaning) }
            children[first, default: Branch()].add(meaning, words.dropFirst())
        }
    }

    private var nodes: [Node] = []
    private var meanings: [Meaning] = []
    /// The nodes of first words as a hash table; its size is a power of two, and most of it is empty, which is -1.
    private var slots: [Int32]

    /// Makes a table of phrases, each with what it means; of equal phrases the first counts first.
    init(_ phrases: [(phrase: String, meaning: Meaning)]) {
        var root = Branch()
        for (phrase, meaning) in phrases {
            let words = Self.words(of: phrase)
            if !words.isEmpty { root.add(meaning, words[...]) }
        }
        var size = 8
        while size < 4 * root.children.count { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for number in add(root.children) {
            var position = Int(truncatingIfNeeded: nodes[number].key) & (size - 1)
            while slots[position] >= 0 { position = (position + 1) & (size - 1) }
            slots[position] = Int32(clamping: number)
        }
    }

    /// Adds words beside each other, and then what follows each of them.
    private mutating func add(_ branches: [String: Branch]) -> Range<Int> {
        let sorted = branches.map { (key: WordKey($0).value, word: $0, branch: $1) }
            .sorted { $0.key == $1.key ? $0.word < $1.word : $0.key < $1.key }
        let start = nodes.count
        for (key, word, branch) in sorted {
            let first = meanings.count
            meanings += branch.meanings
            nodes.append(Node(key: key, word: word, meanings: first..<meanings.count))
        }
        for (distance, (_, _, branch)) in sorted.enumerated() where !branch.children.isEmpty {
            nodes[start + distance].children = add(branch.children)
        }
        return start..<start + sorted.count
    }

    /// The words of a phrase as they stand in tokens; most phrases are nothing but letters and blanks.
    private static func words(of phrase: String) -> [String] {
        let isPlain = phrase.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case " ", "a"..."z", "A"..."Z", "À"..."Ö", "Ø"..."ö", "ø"..."ÿ": true
            default: false
            }
        }
        guard isPlain else { return Tokenizer.tokenize(LocatedText(phrase)).tokens.map(\.folded) }
        return phrase.foldedForComparison.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// The longest phrase at a place with a meaning that is wanted, and how many tokens it has.
    func match(
        _ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }
    ) -> (meaning: Meaning, count: Int)? {
        guard index < tokens.count, tokens[index].kind != .quoted else { return nil }
        var found: (meaning: Meaning, count: Int)?
        var next = first(tokens[index].key.value, tokens, at: index)
        var count = 0
        while let node = next {
            count += 1
            for number in nodes[node].meanings where isWanted(meanings[number]) {
                found = (meanings[number], count)
                break
            }
            let place = index + count
            next = place < tokens.count ? child(of: node, tokens[place].key.value, tokens, at: place) : nil
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

    private func first(_ key: UInt64, _ tokens: [Token], at index: Int) -> Int? {
        var position = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while slots[position] >= 0 {
            let number = Int(slots[position])
            if nodes[number].key == key, nodes[number].word == tokens[index].folded { return number }
            position = (position + 1) & (slots.count - 1)
        }
        return nil
    }

    private func child(of node: Int, _ key: UInt64, _ tokens: [Token], at index: Int) -> Int? {
        let children = nodes[node].children
        var low = children.lowerBound
        var high = children.upperBound
        while low < high {
            let middle = (low + high) / 2
            if nodes[middle].key < key { low = middle + 1 } else { high = middle }
        }
        // Different words may have the same key: the words themselves are compared at last.
        while low < children.upperBound, nodes[low].key == key {
            if nodes[low].word == tokens[index].folded { return low }
            low += 1
        }
        return nil
    }

    /// The meaning of all tokens together.
    func meaning(of tokens: [Token], where isWanted: (Meaning) -> Bool = { _ in true }) -> Meaning? {
        guard let found = match(tokens, at: 0, where: isWanted), found.count == tokens.count else { return nil }
        return found.meaning
    }

    /// Every phrase of one word with a meaning that is wanted, to suggest from.
    func words(where isWanted: (Meaning) -> Bool = { _ in true }) -> [String] {
        slots.filter { $0 >= 0 }.map { nodes[Int($0)] }
            .filter { meanings[$0.meanings].contains(where: isWanted) }.map(\.word).sorted()
    }
}
