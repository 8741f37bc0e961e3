/// The words that name the fields of all entities, to find in a sentence which entities it may be about.
struct FieldWords: Sendable {
    private var first: [String: [(position: Int, draft: Int, name: [String])]] = [:]
    private var entities: [String: [Int]] = [:]
    private var lexicon: Lexicon?

    /// The greatest number of entities that one sentence is compared with.
    private static let most = 20

    init() {}

    /// Collects the words of what is read of each entity.
    init(_ readers: [Int: FreeEntityReader], lexicon: Lexicon) {
        self.lexicon = lexicon
        for (position, items) in readers.sorted(by: { $0.key < $1.key }) {
            var said: Set<String> = []
            for (draft, item) in items.drafts.enumerated() {
                let name = Self.folded(item.item.name.text)
                if let word = name.first { first[word, default: []].append((position, draft, name)) }
                said.formUnion(name.map(key))
                if let target = item.target?.text { said.formUnion(Self.folded(target).map(key)) }
            }
            for word in said { entities[word, default: []].append(position) }
        }
    }

    private static func folded(_ words: String) -> [String] {
        Tokenizer.tokenize(LocatedText(words.replacing("_", with: " "))).tokens.map(\.folded)
    }

    private func key(_ word: String) -> String { lexicon?.inflector.singular(of: word).foldedForComparison ?? word }

    /// The fields whose names begin with a folded word.
    func fields(beginningWith word: String) -> [(position: Int, draft: Int, name: [String])] { first[word] ?? [] }

    /// The entities with most of the words of a sentence among those of their fields.
    func entities(named tokens: [Token]) -> [Int] {
        var counts: [Int: Int] = [:]
        for token in tokens where token.isName {
            let words = Self.folded(token.text)
            for word in words {
                let found = entities[key(word)] ?? []
                // A word that every entity has tells none of them apart.
                guard found.count <= Self.most * 10 else { continue }
                for position in found { counts[position, default: 0] += 1 }
            }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key)
    }
}
