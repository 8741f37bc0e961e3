import MGECore
import MGELayers

extension ProseReader {
    /// What a known field is unique with, where a sentence says that it does not come twice: `no village appears twice on the
    /// same weekday`, `you'd never find a code twice on one layout`, `no supplier uses a trade name twice`.
    mutating func readNamedTwice(_ sentence: ProseSentence) -> Bool {
        let tokens = sentence.source.tokens
        guard lexicon.language == .english, tokens.count < 18, !said.contains(.noTwo), !said.contains(.delete),
            said.contains(.twice) || tokens.contains(where: { Self.repeating.contains($0.folded) }),
            tokens[0].folded == "no" || said.contains(.not) || said.contains(.refused),
            !sentence.items.contains(where: { [.has, .keep, .when, .whose].contains($0.word) || $0.isMark(":") })
        else { return false }
        let mentions = sentence.mentions
        guard mentions.count < 3, mentions.allSatisfy({ !$0.isPlural && !$0.isPossessive }) else { return false }
        let found = knownFields(in: sentence)
        guard let first = found.first, (1...2).contains(found.count) else { return false }
        let owners = Set(first.fields.map(\.entity)).filter { owner in
            found.allSatisfy { $0.fields.contains { $0.entity == owner } }
                && mentions.allSatisfy { $0.entity == owner || isTold(owner, refersTo: $0.entity) }
        }
        let near = owners.first { $0 == antecedent?.entity } ?? owners.min()
        guard let owner = near else { return false }
        let place = sentence.source.place
        var names = found.compactMap { entry in
            entry.fields.first { $0.entity == owner }.map { (start: entry.range.lowerBound, name: $0.name) }
        }
        let others = mentions.filter { $0.entity != owner }
        guard names.count + others.count > 1 else { return false }
        for other in others {
            refer(owner, to: other, sentence)
            names.append((other.range.lowerBound, candidates.candidates[other.entity].name))
        }
        if said.contains(.same) { names.sort { $0.start < $1.start } }
        let group = names.map { Located(text: $0.name, place: place) }
        facts.add(UniqueGroup(names: group, place: place), to: owner)
        isUsed = true
        return true
    }

    /// Whether each of one entity is said to refer to one of another, so that *a member can't borrow a title twice* says nothing
    /// of books.
    private func isTold(_ owner: Int, refersTo target: Int) -> Bool {
        facts.evidence.contains { evidence in
            evidence.kind == .one && evidence.source == owner && evidence.target == target
                || evidence.kind == .many && evidence.source == target && evidence.target == owner
        }
    }

    /// Verbs that say that something comes again.
    static let repeating: Set<String> = ["repeat", "repeats", "repeated", "recur", "recurs", "recurring"]

    /// The phrases of a sentence that name fields which were read before, each with those.
    func knownFields(in sentence: ProseSentence) -> [(range: Range<Int>, fields: [(entity: Int, name: String)])] {
        let tokens = sentence.source.tokens
        var found: [(range: Range<Int>, fields: [(entity: Int, name: String)])] = []
        var index = 0
        while index < tokens.count {
            guard reader.word(tokens, at: index) == nil, let phrase = reader.nounPhrase(tokens, from: index) else {
                index += 1
                continue
            }
            // `letter code appears`: a verb may stand behind the name.
            let named = span(1, phrase.count + 1).reversed().lazy.map { phrase.prefix($0) }.first { range in
                !self.fields(called: range, sentence).isEmpty
            }
            guard let named, !sentence.mentions.contains(where: { $0.range.overlaps(named) }) else {
                index += 1
                continue
            }
            found.append((named, fields(called: named, sentence)))
            index = named.upperBound
        }
        return found
    }

    private func fields(called range: Range<Int>, _ sentence: ProseSentence) -> [(entity: Int, name: String)] {
        facts.fields(named: lexicon.inflector.singular(of: sentence.source.words(range).lowercased()))
    }
}
