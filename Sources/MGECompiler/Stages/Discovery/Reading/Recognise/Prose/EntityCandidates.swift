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
        var aliases: [(String, String)] = []
        kept = kept.filter { candidate in
            let longer = candidates.filter { other in
                guard other.name.count > candidate.name.count, other.weight >= 2 else { return false }
                return isFirstWordHead
                    ? other.name.hasPrefix(candidate.name + " ") : other.name.hasSuffix(" " + candidate.name)
            }
            guard longer.count == 1, let full = longer.first else { return true }
            aliases.append((candidate.name, full.name))
            return false
        }
        let names = Set(kept.map(\.name))
        for (_, full) in aliases where !names.contains(full) {
            if let missing = candidates.first(where: { $0.name == full }) { kept.append(missing) }
        }
        candidates = kept
        numbers = Dictionary(
            kept.enumerated().map { ($1.name.foldedForComparison, $0) }, uniquingKeysWith: { first, _ in first })
        for (alias, full) in aliases where numbers[alias.foldedForComparison] == nil {
            numbers[alias.foldedForComparison] = numbers[full.foldedForComparison]
        }
    }

    /// The candidate of a singular.
    func number(of singular: String) -> Int? { numbers[singular.foldedForComparison] }
}
