import MGECompiler
import MGECore
import MGELayers

/// An entity as the description was read, with the names that the plan gives it.
struct UnderstoodEntity: Sendable {
    /// A field, or a reference to another entity.
    struct Member: Sendable {
        /// As the description was read: `due_date`, `owner`.
        var name: String
        /// The names that were resolved; nil while nothing is planned.
        var names: MemberNames?
        /// The type of a field or the target of a reference, with what is said of it.
        var type: String
        var isReference: Bool
        var origin: Origin
    }

    /// What a member is called in the different places of a repository.
    struct MemberNames: Codable, Hashable, Sendable {
        /// On the wire: `owner_id`.
        var wire: String
        /// In code: `owner_id`.
        var code: String
        /// The object in code that a reference leads to: `owner`.
        var object: String?
        /// In the table: `owner_id`.
        var column: String
    }

    var entity: Entity
    /// The names that were resolved; nil while nothing is planned.
    var names: PlannedEntity.Names?
    var members: [Member]

    /// The entities of a discovery in their order.
    static func all(of discovery: DiscoveryDocument, in plan: Masterplan?) -> [UnderstoodEntity] {
        let planned = Dictionary(
            (plan?.entities ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let relations = Dictionary(grouping: discovery.relationships, by: \.source)
        return discovery.entities.map {
            UnderstoodEntity($0, relations: relations[$0.name] ?? [], planned: planned[$0.name])
        }
    }

    private init(_ entity: Entity, relations: [Relationship], planned: PlannedEntity?) {
        self.entity = entity
        names = planned?.names
        members = Self.fields(of: entity, planned) + Self.references(relations, planned)
    }

    /// The fields; one that every entity has anyway is not among those that are planned.
    private static func fields(of entity: Entity, _ planned: PlannedEntity?) -> [Member] {
        var rest = (planned?.fields ?? [])[...]
        return entity.fields.map { field in
            let isStandard = NameResolver.isStandard(field.name)
            let resolved = isStandard ? nil : rest.popFirst()
            let names = resolved.map { MemberNames(wire: $0.wire, code: $0.name, column: $0.column) }
            let marks = Self.marks(
                isRequired: resolved?.isRequired ?? field.isRequired, isUnique: resolved?.isUnique ?? field.isUnique)
            let value = field.defaultValue.map { " default \($0.text)" } ?? ""
            return Member(
                name: field.name, names: names, type: field.type.summary + marks + value, isReference: false,
                origin: field.origin)
        }
    }

    private static func references(_ relations: [Relationship], _ planned: PlannedEntity?) -> [Member] {
        var rest = (planned?.relations ?? [])[...]
        return relations.map { relation in
            let resolved = rest.popFirst()
            let names = resolved.map {
                MemberNames(wire: $0.wire, code: $0.attribute, object: $0.name, column: $0.column)
            }
            let marks = Self.marks(
                isRequired: resolved?.isRequired ?? relation.isRequired,
                isUnique: resolved?.isUnique ?? relation.isUnique)
            let rule = relation.onDelete.rawValue.replacing("_", with: " ")
            return Member(
                name: relation.name, names: names, type: "→ \(relation.target)\(marks), on delete \(rule)",
                isReference: true, origin: relation.origin)
        }
    }

    private static func marks(isRequired: Bool, isUnique: Bool) -> String {
        (isRequired ? "" : " optional") + (isUnique ? " unique" : "")
    }
}

extension UnderstoodEntity {
    /// The entity as a value of JSON.
    func json() throws -> JSONValue {
        var value: [String: JSONValue] = [
            "entity": .string(entity.name), "origin": try JSONValue(encoding: entity.origin),
            "members": .array(try members.map { try $0.json() }),
        ]
        if let names { value["names"] = try JSONValue(encoding: names) }
        return .object(value)
    }
}

extension UnderstoodEntity.Member {
    fileprivate func json() throws -> JSONValue {
        var value: [String: JSONValue] = [
            "name": .string(name), "type": .string(type), "is_reference": .bool(isReference),
            "origin": try JSONValue(encoding: origin),
        ]
        if let names { value["names"] = try JSONValue(encoding: names) }
        return .object(value)
    }
}
