import MGECore
import MGELayers

extension ProseReader {
    /// How many entities have to be told of for each that is not, so that a text seems to tell of what it means.
    private static let toldForEach = 3

    /// Takes what a sentence says is there, or is dealt with, for asked for: `the system manages members, boats and harbours`.
    mutating func noteAsked(_ parts: [Part]) {
        let mentioned = Set(parts.flatMap { $0.sentence.mentions.map(\.entity) })
        guard mentioned.count > 2, parts.contains(where: { !$0.said.isDisjoint(with: [.handles, .weHave, .keep]) })
        else { return }
        asked.formUnion(mentioned)
    }

    /// The entities without those of which nothing is said, in a text that says something of most: `my wife sends her regards`.
    ///
    /// In short texts people name what they want and say no more.
    mutating func withoutUntold(_ statements: [EntityStatement]) -> [EntityStatement] {
        let targets = Set(
            statements.flatMap(\.fields).compactMap { field in
                field.type.flatMap { lexicon.types.meaning(of: $0.tokens) == nil ? $0.words.text.entityName : nil }
            })
        var askedNames: Set<String> = []
        for (number, candidate) in candidates.candidates.enumerated()
        where asked.contains(number) || candidate.weight >= EntityCandidates.knownWeight {
            askedNames.insert(candidate.name)
        }
        func isUntold(_ statement: EntityStatement) -> Bool {
            statement.fields.isEmpty && statement.uniqueGroups.isEmpty && !askedNames.contains(statement.name.text)
                && !targets.contains(statement.name.text.entityName)
        }
        let untold = statements.filter(isUntold)
        guard statements.count > Self.toldForEach + 1, (Self.toldForEach + 1) * untold.count <= statements.count else {
            return statements
        }
        for statement in untold {
            findings.add(
                .warning, "`\(statement.name.text)` is not made an entity: nothing is said of it",
                subject: statement.name.text, remedy: "say what each has, or belongs to", at: statement.name.place)
        }
        return statements.filter { !isUntold($0) }
    }
}
