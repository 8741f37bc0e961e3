import MGELayers

/// The rules of a plan that an OpenAPI document cannot express, as sentences.
struct UnprobedRules {
    let sentences: [String]

    /// Collects the rules of a contract's entities.
    init(_ contract: ContractBuilder) {
        let labels = Dictionary(
            contract.entities.map { ($0.name, $0.names.label) }, uniquingKeysWith: { first, _ in first })
        let ofEntities = contract.entities.flatMap { Self.uniqueness(of: $0) + Self.deletions(in: $0, labels) }
        let kept = contract.entities.filter { $0.isSoftDeleted == true }.map {
            "A deleted \($0.names.label) is kept, and shown no more"
        }
        let ofStates = contract.entities.flatMap(Self.states)
        sentences = ofEntities + ofStates + kept + contract.rules.map(\.statement)
    }

    private static func uniqueness(of entity: PlannedEntity) -> [String] {
        let label = entity.names.label
        let fields = entity.fields.filter(\.isUnique).map { "No two \(entity.names.pluralLabel) have one \($0.label)" }
        let relations = entity.relations.filter(\.isUnique).map { "At most one \(label) has one \($0.label)" }
        let wires = Dictionary(
            entity.fields.map { ($0.column, $0.label) } + entity.relations.map { ($0.column, $0.label) },
            uniquingKeysWith: { first, _ in first })
        let groups = entity.uniqueTogether.map { columns in
            let members = columns.map { wires[$0] ?? $0 }.joined(separator: ", ")
            return "No two \(entity.names.pluralLabel) have the same combination of \(members)"
        }
        return fields + relations + groups
    }

    private static func states(of entity: PlannedEntity) -> [String] {
        entity.fields.flatMap { field in
            (field.transitions ?? []).map { transition in
                let following = transition.to.isEmpty ? "nothing else" : transition.to.joined(separator: " or ")
                return "The \(field.label) \(transition.from) of \(entity.names.pluralLabel) becomes \(following)"
            }
        }
    }

    private static func deletions(in entity: PlannedEntity, _ labels: [String: String]) -> [String] {
        entity.relations.map { relation in
            let target = labels[relation.target] ?? relation.target
            let many = entity.names.pluralLabel
            return switch relation.onDelete {
            case .cascade: "With a \(target) go its \(many) (\(relation.label))"
            case .restrict: "A \(target) that \(many) refer to (\(relation.label)) cannot be deleted"
            case .setNull: "When a \(target) is deleted, its \(many) lose their \(relation.label)"
            }
        }
    }
}
