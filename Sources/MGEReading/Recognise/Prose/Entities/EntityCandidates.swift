/// The nouns of a text that are taken for entities, with the other names that they go by.
struct EntityCandidates: Sendable {
    struct Candidate: Sendable {
        /// The singular, in lower case.
        var name: String
        /// As it was written first.
        var words: Located
        /// How strongly the places that it has in sentences speak for it.
        var weight = 0
        var count = 0
        /// Whether it has an article somewhere, or is counted.
        var isDetermined = false
        var isSeenSingular = false
        var isSeenPlural = false
        /// Whether something is said of it, or of each of it, somewhere.
        var isSubject = false
        /// Whether it is there in a list of what something has, like the name of a field.
        var isListed = false
        /// Whether it has values, or is one.
        var isValue = false
        /// What it is the role of, as far as that is said.
        var roleOf: String?
        /// Whether that is said of several roles in a clause of its own.
        var isPlayed = false
        /// Whether a clause says what it has or belongs to.
        var owns = false
        /// How often a list says that a field is of it.
        var wholeCount = 0
        /// How many longer phrases it is the head of: `operator` of `backup operator`.
        var headCount = 0

        /// All evidence: a noun that comes again, and in the plural too, is more likely to be kept records of.
        var evidence: Int {
            let isInBoth = isSeenSingular && isSeenPlural
            // `un camión engancha un remolque. Anotamos la placa del camión y la longitud del remolque.`
            if wholeCount > 0, count > wholeCount { return max(0, weight) + 2 }
            if isListed { return weight }
            if weight < 0 { return 0 }
            guard weight > 0 else { return isInBoth && count >= 3 ? 2 : 0 }
            return weight + (count >= 2 ? 1 : 0) + (isInBoth ? 1 : 0) + min(2, headCount)
        }
    }

    /// The weight of what is known to be an entity before sentences are read.
    static let knownWeight = 10

    private(set) var candidates: [Candidate] = []
    /// Candidates by their folded names.
    private var numbers: [String: Int] = [:]
    /// What is only the part that another plays, with what that is: `mecánico` where `mecánico y supervisor son empleados`.
    private var played: [String: String] = [:]
    /// Names that are written another way, with those that they stand for.
    private var aliases: [(String, String)] = []

    /// Adds a noun, with the evidence that it names an entity; `isAgain` for more of it about one place.
    mutating func add(
        _ name: String, weight: Int, words: Located, isPlural: Bool, isListed: Bool = false, isSubject: Bool = false,
        isAgain: Bool = false, isDetermined: Bool = true
    ) {
        let key = name.foldedForComparison
        let number = numbers[key] ?? candidates.count
        if number == candidates.count {
            numbers[key] = number
            candidates.append(Candidate(name: name, words: words))
        }
        candidates[number].weight += weight
        candidates[number].count += isAgain ? 0 : 1
        candidates[number].isDetermined = candidates[number].isDetermined || isDetermined && !isAgain
        candidates[number].isSubject = candidates[number].isSubject || isSubject
        candidates[number].isListed = candidates[number].isListed || isListed
        candidates[number].isSeenPlural = candidates[number].isSeenPlural || isPlural
        candidates[number].isSeenSingular = candidates[number].isSeenSingular || !isPlural
    }

    /// Adds what a place in a sentence says; who speaks weighs more the first time.
    mutating func add(_ noun: NounEvidence, _ speakers: inout Set<String>) {
        var weight = noun.weight
        if let speaker = noun.speaker, speakers.insert(speaker).inserted { weight += 1 }
        guard noun.isPossible, weight >= 0 else { return }
        add(
            noun.name, weight: weight, words: noun.words, isPlural: noun.isPlural, isListed: noun.isListed,
            isSubject: noun.isSubject, isAgain: noun.isAgain, isDetermined: noun.isDetermined)
        if noun.isWhole, let number = number(of: noun.name) { candidates[number].wholeCount += 1 }
        guard noun.roleOf != nil || noun.owns || noun.isValue, let number = number(of: noun.name) else { return }
        candidates[number].roleOf = candidates[number].roleOf ?? noun.roleOf
        candidates[number].owns = candidates[number].owns || noun.owns
        candidates[number].isValue = candidates[number].isValue || noun.isValue
        candidates[number].isPlayed = candidates[number].isPlayed || noun.isPlayed
    }

    /// Takes a noun that is there in the plural only, and has lost no more than its `s`, for the one that ends in a
    /// consonant: `buse` of *buses* for `bus`.
    private mutating func joinPlurals() {
        for index in candidates.indices where !candidates[index].isSeenSingular && candidates[index].name.hasSuffix("e")
        {
            let stem = String(candidates[index].name.dropLast()).foldedForComparison
            guard let number = numbers[stem], number != index else { continue }
            take(index, for: number)
        }
        // `títer` of *títeres*, where there is a `títere`
        for index in candidates.indices
        where !candidates[index].isSeenSingular && !candidates[index].name.hasSuffix("e") {
            guard let number = numbers[candidates[index].name.foldedForComparison + "e"], number != index,
                candidates[number].isSeenSingular
            else { continue }
            take(index, for: number)
            candidates[number].isSeenPlural = true
        }
    }

    /// Takes a word that is there once or twice, and that nobody knows, for one that is there often and differs from it by a
    /// letter: `custumer` for `customer`.
    ///
    /// Words are looked up by what is left of them without one letter (Garbe's symmetric deletions), so that the time does
    /// not grow with the pairs of them.
    private mutating func joinMisspelt(
        isFirstWordHead: Bool, isEntity: (String) -> Bool, isKnown: (String) -> Bool
    ) {
        var usual: [String: [Int]] = [:]
        var common: Set<Int> = []
        for (index, candidate) in candidates.enumerated() where candidate.weight > 0 {
            if candidate.count < 3 {
                // Spanish verbs are like what they make: `reseñar`, `reseña`.
                guard !isFirstWordHead, isEntity(candidate.name) else { continue }
                common.insert(index)
            }
            for form in Self.shortened(candidate.name) { usual[form, default: []].append(index) }
        }
        for index in candidates.indices where candidates[index].weight >= 0 {
            let (name, count) = (candidates[index].name, candidates[index].count)
            // `los palomares son de un socio; cada paloma vive en un palomar`
            let isSpokenOf =
                isFirstWordHead && candidates[index].owns && candidates[index].isSeenPlural
                && candidates[index].isSeenSingular
            guard count < 3, !isSpokenOf else { continue }
            let meant = Self.shortened(name).lazy.flatMap { usual[$0] ?? [] }.first { other in
                // `categry` for `category`, which is a common entity
                let isMeant =
                    common.contains(other)
                    ? name.count != candidates[other].name.count : candidates[other].count > count
                return other != index && isMeant && candidates[other].name.first == name.first
                    && candidates[other].name.isSpelledLike(name)
            }
            // Last, as looking a word up in the vocabulary takes longest.
            guard let meant, !isKnown(name) else { continue }
            take(index, for: meant)
        }
    }

    /// Makes one name another one of what is meant, with all that speaks for it.
    private mutating func take(_ index: Int, for meant: Int) {
        let other = candidates[index]
        candidates[meant].weight += other.weight
        candidates[meant].count += other.count
        candidates[meant].isDetermined = candidates[meant].isDetermined || other.isDetermined
        candidates[meant].isSubject = candidates[meant].isSubject || other.isSubject
        candidates[meant].isSeenPlural = candidates[meant].isSeenPlural || other.isSeenPlural
        candidates[meant].isSeenSingular = candidates[meant].isSeenSingular || other.isSeenSingular
        candidates[index].weight = -1
        aliases.append((other.name, candidates[meant].name))
    }

    /// A single word of some length, and what is left of it without one letter.
    private static func shortened(_ name: String) -> [String] {
        guard name.count > 5, !name.contains(" ") else { return [] }
        return [name] + name.indices.map { String(name[..<$0]) + name[name.index(after: $0)...] }
    }

    private mutating func countHeads(isFirst: Bool) {
        for candidate in candidates {
            let words = candidate.name.split(separator: " ")
            guard words.count > 1, let head = isFirst ? words.first : words.last else { continue }
            if let number = numbers[String(head).foldedForComparison] { candidates[number].headCount += 1 }
        }
    }

    /// Lets the places of a head speak for the only longer name that ends with it, where it is said what that has.
    ///
    /// `Pump images have a size. An image replaces another one.`
    private mutating func countShortened() {
        var longer: [Int: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() where candidate.weight > 0 {
            let words = candidate.name.split(separator: " ")
            guard words.count == 2, let head = numbers[String(words[1]).foldedForComparison] else { continue }
            longer[head, default: []].append(index)
        }
        for (head, indices) in longer where indices.count == 1 && candidates[indices[0]].owns {
            guard candidates[head].isDetermined, !candidates[head].isListed, candidates[head].count > 1,
                !candidates[head].isSubject, candidates[head].weight < 3
            else { continue }
            candidates[indices[0]].weight += min(2, candidates[head].count - 1)
        }
    }

    /// Takes a phrase that is there once, and begins with a noun that is there by itself, for that noun: `section come`.
    ///
    /// In Spanish, so is a noun with an adjective: `orden terminada`.
    private mutating func shorten(needsLinks: Bool, isEntity: (String) -> Bool) {
        for index in candidates.indices where candidates[index].count == 1 && candidates[index].weight > 0 {
            // `several order items`
            if candidates[index].isSeenPlural, isEntity(candidates[index].name) { continue }
            // `a recipe line belongs to a recipe`
            if !needsLinks, candidates[index].owns, !candidates[index].isSeenPlural { continue }
            let words = candidates[index].name.split(separator: " ")
            if needsLinks, words.count != 2 { continue }
            for count in words.indices.dropFirst().reversed() {
                let key = words[..<count].joined(separator: " ").foldedForComparison
                guard let number = numbers[key], number != index, candidates[number].count > 1 else { continue }
                candidates[number].weight += candidates[index].weight
                candidates[index].weight = 0
                break
            }
        }
    }

    /// Takes several names with one head, of which something is said itself and nothing of them, for roles that it has: `from
    /// a departure port to an arrival port`.
    private mutating func dropRoles(isWhich: (String) -> Bool) {
        var roles: [Int: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() where !candidate.isSeenPlural {
            let words = candidate.name.split(separator: " ")
            if words.count == 2, isWhich(String(words[0])), let head = numbers[String(words[1]).foldedForComparison],
                candidates[head].weight > 1, candidates[head].count > 1
            {
                // `the source tank`, where there are tanks
                candidates[index].weight = -1
                continue
            }
            guard !candidate.isSubject, words.count == 2, candidate.weight > 0, candidate.weight < 4,
                let head = numbers[String(words[1]).foldedForComparison], candidates[head].isSubject
            else { continue }
            roles[head, default: []].append(index)
        }
        for (_, indices) in roles where indices.count > 1 {
            for index in indices { candidates[index].weight = -1 }
        }
    }

    /// Takes several Spanish names with one head, of which it is said what it has, for roles of that: `de un campo de despegue
    /// a un campo de aterrizaje`, where the `campos` have a name.
    private mutating func dropPlaces() {
        var places: [Int: [Int]] = [:]
        for (index, candidate) in candidates.enumerated()
        where !candidate.isSubject && !candidate.isSeenPlural && candidate.weight >= 0 {
            let words = candidate.name.split(separator: " ")
            guard words.count == 3, words[1] == "de", let head = numbers[String(words[0]).foldedForComparison],
                candidates[head].owns
            else { continue }
            places[head, default: []].append(index)
        }
        for (head, indices) in places where indices.count > 1 {
            for index in indices {
                candidates[head].weight += max(0, candidates[index].weight)
                candidates[index].weight = -1
            }
        }
    }

    /// Keeps those with enough evidence, and lets the head of one name stand for it: `order` for `repair order`.
    mutating func settle(
        isFirstWordHead: Bool, isEntity: (String) -> Bool, isKnown: (String) -> Bool, isWhich: (String) -> Bool,
        needs weight: (Candidate) -> Int
    ) {
        joinMisspelt(isFirstWordHead: isFirstWordHead, isEntity: isEntity, isKnown: isKnown)
        countHeads(isFirst: isFirstWordHead)
        if isFirstWordHead { joinPlurals() }
        shorten(needsLinks: isFirstWordHead, isEntity: isEntity)
        if isFirstWordHead { dropPlaces() } else { dropRoles(isWhich: isWhich) }
        if !isFirstWordHead { countShortened() }
        var kept = candidates.filter { $0.evidence >= weight($0) }
        dropSaidRoles(&kept)
        let longer = longerNames(isFirstWordHead: isFirstWordHead)
        var aliases = aliases
        var dropped: Set<String> = []
        kept = kept.filter { candidate in
            guard let full = longer[candidate.name], full.count == 1, let number = numbers[full[0].foldedForComparison]
            else { return true }
            // `avería anterior`, said once, is an `avería`, said often; `accepted proposals`, where there are proposals.
            let isOnce = candidates[number].count == 1
            let isState =
                !isFirstWordHead && isOnce && candidate.isSubject && candidate.count > 1
                && full[0].prefix { $0 != " " }.hasSuffix("ed")
            let isRare = isOnce || candidates[number].weight >= 10 && candidates[number].count == 2
            if isState || isRare && candidate.count > 2 {
                dropped.insert(full[0])
                aliases.append((full[0], candidate.name))
                return true
            }
            aliases.append((candidate.name, full[0]))
            return false
        }
        aliases += isFirstWordHead ? heads(of: kept) : lastWords(of: kept, isKnown: isKnown)
        kept.removeAll { dropped.contains($0.name) }
        if isFirstWordHead { dropRoles(&kept) }
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

    /// The first words of kept names that are named by themselves too, and are no entities else: `programa` of `programa de
    /// doctorado`.
    private func heads(of kept: [Candidate]) -> [(String, String)] {
        var full: [String: [String]] = [:]
        for candidate in kept {
            let words = candidate.name.split(separator: " ")
            // `la vía`, where there are `vías pecuarias`
            let isNamed = words.count == 2 && numbers[String(words[0]).foldedForComparison] != nil
            guard words.count == 3 && words[1] == "de" || isNamed else { continue }
            full[String(words[0]), default: []].append(candidate.name)
        }
        let names = Set(kept.map(\.name))
        return full.filter { $1.count == 1 && !names.contains($0) }.map { ($0, $1[0]) }
    }

    /// The last words of kept English names that are named by themselves too, and are no entities else: `meter` of `water meter`.
    private func lastWords(of kept: [Candidate], isKnown: (String) -> Bool) -> [(String, String)] {
        var full: [String: [String]] = [:]
        for candidate in kept {
            let words = candidate.name.split(separator: " ")
            guard words.count == 2 else { continue }
            full[String(words[1]), default: []].append(candidate.name)
        }
        let names = Set(kept.map(\.name))
        return full.filter { head, longer in
            longer.count == 1 && !names.contains(head) && numbers[head.foldedForComparison] != nil && !isKnown(head)
        }.map { ($0, $1[0]) }
    }

    /// Leaves out what is said to be another entity, and nothing of its own: `un responsable, que es un usuario`.
    private mutating func dropSaidRoles(_ kept: inout [Candidate]) {
        for candidate in candidates where candidate.isPlayed && !candidate.owns {
            played[candidate.name.foldedForComparison] = candidate.roleOf
        }
        guard kept.contains(where: { $0.roleOf != nil && !$0.owns }) else { return }
        let names = Set(kept.map { $0.name.foldedForComparison })
        for index in candidates.indices {
            guard let target = candidates[index].roleOf?.foldedForComparison, !candidates[index].owns,
                target != candidates[index].name.foldedForComparison, names.contains(target)
            else { continue }
            candidates[index].weight = -1
        }
        kept.removeAll { candidate in
            numbers[candidate.name.foldedForComparison].map { candidates[$0].weight < 0 } ?? false
        }
    }

    /// Leaves out names that only say which one of a kind is meant: `almacén de origen` and `almacén de destino`, where an
    /// `almacén` is spoken of too.
    private func dropRoles(_ kept: inout [Candidate]) {
        func head(_ name: String) -> String? {
            let words = name.split(separator: " ")
            return words.count == 3 && words[1] == "de" ? String(words[0]) : nil
        }
        let counts = Dictionary(kept.compactMap { head($0.name) }.map { ($0, 1) }, uniquingKeysWith: +)
        let names = Set(kept.map(\.name))
        kept.removeAll { candidate in
            head(candidate.name).map { counts[$0, default: 0] > 1 && names.contains($0) } ?? false
        }
    }

    /// The longer names with enough evidence, by each shorter one that may stand for them.
    private func longerNames(isFirstWordHead: Bool) -> [String: [String]] {
        var longer: [String: [String]] = [:]
        for candidate in candidates where candidate.evidence >= 2 {
            let words = candidate.name.split(separator: " ")
            for count in words.indices.dropFirst() {
                let part = isFirstWordHead ? words[..<count] : words[count...]
                longer[part.joined(separator: " "), default: []].append(candidate.name)
            }
        }
        return longer
    }

    /// The first words of all names, folded, each with the words that the longest such name has.
    var firstWords: [String: Int] {
        Dictionary(
            (Array(numbers.keys) + Array(played.keys)).map { name in
                (String(name.prefix { $0 != " " }), name.utf8.count { $0 == UInt8(ascii: " ") } + 1)
            }, uniquingKeysWith: max)
    }

    /// The candidate that plays what a singular is called.
    func player(of singular: String) -> Int? { played[singular.foldedForComparison].flatMap(number) }

    /// The candidate of a singular.
    func number(of singular: String) -> Int? { numbers[singular.foldedForComparison] }
}
