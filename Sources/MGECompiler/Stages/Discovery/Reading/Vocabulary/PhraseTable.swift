/// Finds the phrases of a table in tokens, the longest at a place first.
struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        var words: [String]
        var meanings: [Meaning]
    }

    /// By the first word; longer phrases first.
    private var entries: [String: [Entry]] = [:]

    /// Makes a table of phrases, each with what it means; of equal phrases the first counts first.
    init(_ phrases: [(phrase: String, meaning: Meaning)]) {
        var meanings: [[String]: [Meaning]] = [:]
        for (phrase, meaning) in phrases {
            let words = Self.words(of: phrase)
            guard !words.isEmpty else { continue }
            meanings[words, default: []].append(meaning)
        }
        for (words, meaning) in meanings {
            entries[words[0], default: []].append(Entry(words: words, meanings: meaning))
        }
        for key in entries.keys { entries[key]?.sort { $0.words.count > $1.words.count } }
    }

    /// The words of a phrase as they stand in tokens; most phrases are nothing but letters and blanks.
    private static func words(of phrase: String) -> [String] {
        let isPlain = phrase.utf8.allSatisfy { $0 == UInt8(ascii: " ") || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        if isPlain { return phrase.lowercased().split(separator: " ").map(String.init) }
        return Tokenizer.tokenize(LocatedText(phrase)).tokens.map(\.folded)
    }

    /// The longest phrase at a place with a meaning that is wanted, and how many tokens it has.
    func match(
        _ tokens: [Token], at index: Int, where isWanted: (Meaning) -> Bool = { _ in true }
    ) -> (meaning: Meaning, count: Int)? {
        guard index < tokens.count, tokens[index].kind != .quoted else { return nil }
        for entry in entries[tokens[index].folded] ?? [] where index + entry.words.count <= tokens.count {
            let isThere = entry.words.indices.allSatisfy { tokens[index + $0].folded == entry.words[$0] }
            if isThere, let meaning = entry.meanings.first(where: isWanted) { return (meaning, entry.words.count) }
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
        entries.values.joined().filter { $0.words.count == 1 && $0.meanings.contains(where: isWanted) }
            .map { $0.words[0] }.sorted()
    }
}

extension LocatedText {
    /// A text of one line that has no place of its own.
    init(_ line: String) {
        self.init()
        append(Array(line)[...], line: 1, column: 1)
    }
}
