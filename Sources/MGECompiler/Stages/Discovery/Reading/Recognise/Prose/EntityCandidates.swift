/// The nouns of a text that are taken for entities, with the other names that they go by.
struct EntityCandidates: Sendable {
    struct Candidate: Sendable {
        /// The singular, in lower case.
        var name: String
        /// As it was written first.
        var words: Located
        /// How strongly the text speaks for it.
        var weight = 0
    }

    private(set) var candidates: [Candidate] = []
    /// Candidates by their folded names.
    private var numbers: [String: Int] = [:]

    /// Adds evidence that a noun names an entity.
    mutating func add(_ name: String, weight: Int, words: Located) {
        let key = name.foldedForComparison
        if let number = numbers[key] {
            candidates[number].weight += weight
        } else {
            numbers[key] = candidates.count
            candidates.append(Candidate(name: name, words: words, weight: weight))
        }
    }

    /// Keeps those with enough evidence, and lets the head of one name stand for it: `order` for `repair order`.
    mutating func settle(isFirstWordHead: Bool, needs weight: (Candidate) -> Int) {
        var kept = candidates.filter { $0.weight >= weight($0) }
        let longer = longerNames(isFirstWordHead: isFirstWordHead)
        var aliases: [(String, String)] = []
        kept = kept.filter { candidate in
            guard let full = longer[candidate.name], full.count == 1 else { return true }
            aliases.append((candidate.name, full[0]))
            return false
        }
        let names = Set(kept.map(\.name))
        for (_, full) in aliases where !names.contains(full) {
            if let missing = numbers[full.foldedForComparison] { kept.append(candidates[missing]) }
        }
        candidates = kept
        numbers = Dictionary(
            kept.enumerated().map { ($1.name.foldedForComparison, $0) }, uniquingKeysWith: { first, _ in first })
        for (alias, full) in aliases where numbers[alias.foldedForComparison] == nil {
            numbers[alias.foldedForComparison] = numbers[full.foldedForComparison]
        }
    }

    /// The longer names with enough evidence, by each shorter one that may stand for them.
    private func longerNames(isFirstWordHead: Bool) -> [String: [String]] {
        var longer: [String: [String]] = [:]
        for candidate in candidates where candidate.weight >= 2 {
            let words = candidate.name.split(separator: " ")
            for count in words.indices.dropFirst() {
                let part = isFirstWordHead ? words[..<count] : words[count...]
                longer[part.joined(separator: " "), default: []].append(candidate.name)
            }
        }
        return longer
    }

    /// The candidate of a singular.
    func number(of singular: String) -> Int? { numbers[singular.foldedForComparison] }
}
