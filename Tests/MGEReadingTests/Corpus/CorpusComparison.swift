import MGECore
import MGELayers

@testable import MGEReading

/// Compares what the reader made of a description with what a careful reader takes from it.
struct CorpusComparison {
    private let entry: CorpusEntry
    private let reading: CorpusReading
    /// For each expected entity and relation, the position of the one that the reader gives.
    private var entities: [Int?] = []
    private var relations: [Int?] = []
    private var score = CorpusScore(descriptions: 1)

    /// The score of a reading; nil is one that failed, which misses everything.
    static func score(_ document: DiscoveryDocument?, against entry: CorpusEntry) -> CorpusScore {
        var comparison = CorpusComparison(document, entry)
        comparison.compareEntities()
        comparison.compareRelations()
        comparison.compareAttributes()
        return comparison.score
    }

    private init(_ document: DiscoveryDocument?, _ entry: CorpusEntry) {
        self.entry = entry
        let nothing = DiscoveryDocument(title: "", summary: "", domain: "", language: .english, stack: "")
        reading = CorpusReading(document ?? nothing, expected: entry.entities)
        entities = CorpusReading.pairs(entry.entities.map(\.names), reading.entities.map(\.name))
    }

    private mutating func compareEntities() {
        for (position, entity) in entry.entities.enumerated() where entity.optional != true {
            score.countStated("entity \(entity.name)", in: \.entities, found: entities[position] != nil)
        }
        for (position, entity) in reading.entities.enumerated()
        where !entities.contains(position) && !isIgnored(entity.name) {
            let told = reading.tells(of: [entity.name, entity.plural], entity.origin)
            score.countWrong("entity \(entity.name)", in: \.entities, told: told)
        }
    }

    private mutating func compareRelations() {
        matchRelations()
        for (position, relation) in entry.relations.enumerated() where !isOptional(relation) {
            score.countStated(Self.title(relation), in: \.relations, found: relations[position] != nil)
        }
        for (position, relation) in reading.relations.enumerated()
        where !relations.contains(position) && !isIgnored(relation.source) && !isIgnored(relation.target) {
            let told = reading.tells(of: relation.names, relation.origin)
            let names = relation.names[0]
            score.countWrong(
                "relation \(relation.source) > \(relation.target) (\(names), \(relation.kind.rawValue))",
                in: \.relations, told: told)
        }
    }

    /// Finds the given relation of each expected one: first by role, then whatever is between the two.
    private mutating func matchRelations() {
        relations = [Int?](repeating: nil, count: entry.relations.count)
        for byRole in [true, false] {
            for (position, relation) in entry.relations.enumerated() where relations[position] == nil {
                let isAmbiguous = entry.relations.filter(relation.isBeside).count > 1
                if !byRole && isAmbiguous && relation.role != nil { continue }
                relations[position] = reading.relations.indices.first { candidate in
                    !relations.contains(candidate) && matches(reading.relations[candidate], relation)
                        && (!byRole || plays(reading.relations[candidate], relation))
                }
            }
        }
    }

    private func matches(_ given: CorpusReading.Relation, _ expected: ExpectedRelation) -> Bool {
        guard given.kind == expected.kind, let source = expectedName(of: given.source),
            let target = expectedName(of: given.target)
        else { return false }
        if source == expected.from && target == expected.to { return true }
        return expected.kind != .one && source == expected.to && target == expected.from
    }

    /// Whether a given relation has the name of the expected role.
    private func plays(_ given: CorpusReading.Relation, _ expected: ExpectedRelation) -> Bool {
        expected.roles.contains { CorpusReading.folded($0) == CorpusReading.folded(given.names[0]) }
    }

    /// The expected name of an entity that the reader gives.
    private func expectedName(of name: String) -> String? {
        guard let given = reading.entities.firstIndex(where: { $0.name == name }),
            let position = entities.firstIndex(of: given)
        else { return nil }
        return entry.entities[position].name
    }

    private func isIgnored(_ name: String) -> Bool {
        let name = CorpusReading.folded(name)
        let optional = entry.entities.filter { $0.optional == true }.flatMap(\.names)
        return (entry.ignored + optional).contains { CorpusReading.folded($0) == name }
    }

    /// Whether a relation need not be found: because it says so, or one of its ends need not be there.
    private func isOptional(_ relation: ExpectedRelation) -> Bool {
        relation.optional == true || isIgnored(relation.from) || isIgnored(relation.to)
    }

    private static func title(_ relation: ExpectedRelation) -> String {
        let role = relation.role.map { "\($0), " } ?? ""
        return "relation \(relation.from) > \(relation.to) (\(role)\(relation.kind.rawValue))"
    }
}

extension CorpusComparison {
    private mutating func compareAttributes() {
        for (position, expected) in entry.entities.enumerated() where expected.optional != true {
            let given = entities[position].map { reading.entities[$0] }
            let fields = CorpusReading.pairs(expected.fields.map(\.names), given?.fields.map(\.name) ?? [])
            for (field, match) in zip(expected.fields, fields) where field.optional != true {
                FieldComparison(field, match.flatMap { given?.fields[$0] }, of: expected.name).count(in: &score)
            }
            for (index, field) in (given?.fields ?? []).enumerated()
            where field.origin.kind == .stated && !fields.contains(index) {
                score.count(
                    CorpusScore.Point(
                        name: "field \(expected.name).\(field.name)", isStated: false, isGiven: true, isEqual: false))
            }
            compareGroups(expected, given, fields)
        }
        for (position, relation) in entry.relations.enumerated() where !isOptional(relation) && relation.kind != .many {
            compare(relation, relations[position].map { reading.relations[$0] })
        }
    }

    /// Counts what is said of a relation; a reference always has a name and a deletion, which are never wrong alone.
    private mutating func compare(_ relation: ExpectedRelation, _ given: CorpusReading.Relation?) {
        let isStated = given?.origin.kind == .stated
        let title = Self.title(relation)
        let role = given.map { plays($0, relation) } ?? false
        score.count(
            CorpusScore.Point(
                name: "role of \(title)", isStated: relation.role != nil,
                isGiven: isStated && role && relation.role != nil, isEqual: role))
        let deletion = given != nil && given?.onDelete.rawValue == relation.onDelete
        score.count(
            CorpusScore.Point(
                name: "deletion of \(title)", isStated: relation.onDelete != nil, isGiven: isStated && deletion,
                isEqual: deletion))
        let isEmpty = given?.isRequired == false
        score.count(
            CorpusScore.Point(
                name: "optional \(title)", isStated: relation.required == false,
                isGiven: isStated && isEmpty && relation.required != nil, isEqual: isEmpty))
    }

    /// Counts the groups that are unique together, whose members are told apart by what they were matched with.
    private mutating func compareGroups(_ expected: ExpectedEntity, _ given: Entity?, _ fields: [Int?]) {
        let stated = (expected.unique ?? []).map { Set($0.map { member($0, of: expected) }) }
        let groups = (given?.uniqueTogether ?? []).map { group in
            Set(group.map { name in given.map { member(name, of: $0, fields, expected) } ?? name })
        }
        for (position, group) in stated.enumerated() {
            let name = "unique \(expected.name) (\((expected.unique ?? [])[position].joined(separator: ", ")))"
            let isEqual = groups.contains(group)
            score.count(CorpusScore.Point(name: name, isStated: true, isGiven: isEqual, isEqual: isEqual))
        }
        guard let given, given.origin.kind == .stated else { return }
        for (position, group) in groups.enumerated() where !stated.contains(group) {
            let name = "unique \(expected.name) (\(given.uniqueTogether[position].joined(separator: ", ")))"
            score.count(CorpusScore.Point(name: name, isStated: false, isGiven: true, isEqual: false))
        }
    }

    /// What an expected name in a group stands for: a field, or a relation by its role or target.
    private func member(_ name: String, of entity: ExpectedEntity) -> String {
        if entity.fields.contains(where: { $0.name == name }) { return "field \(name)" }
        let relation = entry.relations.firstIndex { $0.from == entity.name && ($0.role ?? $0.to) == name }
        return relation.map { "relation \($0)" } ?? name
    }

    /// What a given name in a group was matched with.
    private func member(_ name: String, of given: Entity, _ fields: [Int?], _ expected: ExpectedEntity) -> String {
        if let field = given.fields.firstIndex(where: { $0.name == name }) {
            return fields.firstIndex(of: field).map { "field \(expected.fields[$0].name)" } ?? "given \(name)"
        }
        let reference = reading.relations.firstIndex { $0.source == given.name && $0.names[0] == name }
        guard let reference, let relation = relations.firstIndex(of: reference) else { return "given \(name)" }
        return "relation \(relation)"
    }
}
