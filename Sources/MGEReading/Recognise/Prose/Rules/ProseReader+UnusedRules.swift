import MGECore
import MGELayers

extension ProseReader {
    /// A sentence of which nothing was made, and what was spoken of before it.
    struct Unused: Sendable {
        /// Its number among all sentences.
        var number: Int
        var part: Part
        var antecedent: Mention?
    }

    /// In tokens; what is longer says more than one thing.
    private static let longestRule = 40

    /// Reads the rules among sentences of which nothing was made, once all fields and relations are known.
    /// - Returns: the numbers of the sentences of which something is made now.
    mutating func readRules(among unused: [Unused]) -> [Int] {
        let rules = unused.filter { forbidsSecond($0.part) }
        guard !rules.isEmpty else { return [] }
        // What each entity refers to, and what refers to it.
        var targets: [Int: Set<Int>] = [:]
        var sources: [Int: Set<Int>] = [:]
        for evidence in facts.evidence {
            let (source, target) =
                evidence.kind == .many ? (evidence.target, evidence.source) : (evidence.source, evidence.target)
            targets[source, default: []].insert(target)
            sources[target, default: []].insert(source)
        }
        return rules.filter { rule in
            isUsed = false
            if makeDoneOnce(rule.part, targets) { return true }
            let fields = knownFields(in: rule.part.sentence)
            let mentioned = Set(rule.part.sentence.mentions.map(\.entity))
            // Only an entity that has all of it can be meant.
            let mayHave =
                fields.first?.fields.map(\.entity) ?? mentioned.flatMap { sources[$0, default: []].union([$0]) }
            let owners = Set(mayHave).filter { owner in
                fields.allSatisfy { $0.fields.contains { $0.entity == owner } }
                    && mentioned.subtracting([owner]).isSubset(of: targets[owner] ?? [])
            }
            let near = owners.intersection(
                mentioned.isEmpty ? Set([rule.antecedent?.entity].compactMap(\.self)) : mentioned)
            guard let owner = owners.count == 1 ? owners.first : near.min() else { return false }
            makeUnique(fields, of: owner, rule.part)
            return isUsed
        }.map(\.number)
    }

    /// Whether an entity is called like what is not done twice: `no cask is sampled twice on the same date`, where samples have
    /// the date drawn.
    private mutating func makeDoneOnce(_ part: Part, _ targets: [Int: Set<Int>]) -> Bool {
        let sentence = part.sentence
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, let thing = sentence.mentions.first, sentence.mentions.count == 1,
            part.said.contains(.twice),
            let owner = candidates.candidates.indices.first(where: { number in
                targets[number]?.contains(thing.entity) == true
                    && tokens.contains { isDone($0.folded, to: candidates.candidates[number].name) }
            }),
            let same = tokens.indices.dropLast().first(where: { tokens[$0].folded == "same" })
        else { return false }
        let named = facts.facts[owner].fields.map(\.name.text).filter { name in
            let words = name.lowercased().split(separator: " ").map(String.init)
            return words.first == tokens[same + 1].folded || words.last == tokens[same + 1].folded
        }
        guard named.count == 1 else { return false }
        let names = [candidates.candidates[thing.entity].name] + named
        let place = sentence.source.place
        facts.add(UniqueGroup(names: names.map { Located(text: $0, place: place) }, place: place), to: owner)
        isUsed = true
        return true
    }

    /// Whether a participle is that of what a noun is called: `sampled` of `sample`.
    private func isDone(_ word: String, to name: String) -> Bool {
        name.utf8.count > 3 && !name.contains(" ") && (word == name + "ed" || word == name + "d" && name.hasSuffix("e"))
    }

    /// Takes what a sentence names for unique together: `the same medicine may not be listed twice on a prescription`.
    ///
    /// This is a guess, and told as one.
    private mutating func makeUnique(
        _ fields: [(range: Range<Int>, fields: [(entity: Int, name: String)])], of owner: Int, _ part: Part
    ) {
        let (sentence, said) = (part.sentence, part.said)
        let mentions = sentence.mentions.reduce(into: [Mention]()) { mentions, mention in
            if !mentions.contains(where: { $0.entity == mention.entity }) { mentions.append(mention) }
        }
        var names = fields.compactMap { entry in
            entry.fields.first { $0.entity == owner }.map { (start: entry.range.lowerBound, name: $0.name) }
        }
        for other in mentions where other.entity != owner {
            names.append((other.range.lowerBound, candidates.candidates[other.entity].name))
        }
        let place = sentence.source.place
        guard let first = names.first else { return }
        if names.count > 1 {
            let sorted = names.sorted { $0.start < $1.start }.map { Located(text: $0.name, place: place) }
            facts.add(UniqueGroup(names: sorted, place: place), to: owner)
        } else if fields.count == 1, !said.isDisjoint(with: [.unique, .noTwo, .twice]) {
            facts.update(owner, named: first.name) { $0.unique = place }
        } else {
            return
        }
        isUsed = true
        let name = candidates.candidates[owner].name
        findings.add(
            .warning,
            "taken for what is unique in `\(name)`: “\(sentence.located(sentence.source.tokens.indices).text)”",
            subject: name, remedy: "say `… is unique` or `one … per … and …`, if it is something else", at: place)
    }

    /// Whether a sentence speaks of what does not come twice, and of nothing else.
    func isForbidden(_ part: Part) -> Bool {
        forbidsSecond(part) && said.isDisjoint(with: [.keep, .weHave, .relative])
            && !part.sentence.items.contains { $0.word == .has || $0.isMark(";", ":") }
    }

    /// Whether a sentence says that something does not come twice, or is one of a kind together.
    private func forbidsSecond(_ part: Part) -> Bool {
        let said = part.said
        guard part.sentence.source.tokens.count < Self.longestRule, !said.contains(.delete),
            said.isDisjoint(with: [.optional, .default])
        else { return false }
        let tokens = part.sentence.source.tokens
        let isAgain =
            !said.isDisjoint(with: [.same, .twice, .noTwo]) || tokens.contains { Self.repeating.contains($0.folded) }
        let isDenied = !said.isDisjoint(with: [.not, .refused, .noTwo])
        return isAgain && isDenied || said.contains(.unique) || !said.isDisjoint(with: [.together, .combination])
            || said.contains(.onlyOne) && !said.isDisjoint(with: [.each, .same])
    }
}
