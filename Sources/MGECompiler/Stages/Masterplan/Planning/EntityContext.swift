import MGECore
import MGELayers

/// The vocabulary in which templates are told of entities; it is described in `Docs/stacks.md`.
struct EntityContext {
    /// What is told of each entity where another one refers to it.
    private let targets: [String: JSONValue]
    private let references: [String: [JSONValue]]
    private let deletions: RestrictedDeletions

    /// Prepares what entities tell of each other.
    init(entities: [PlannedEntity]) {
        targets = Dictionary(
            entities.map { entity in
                var members = Self.members(of: entity.names)
                members["is_read_only"] = .bool(entity.isReadOnly == true)
                members["is_soft_deleted"] = .bool(entity.isSoftDeleted == true)
                return (entity.name, .object(members))
            }, uniquingKeysWith: { first, _ in first })
        var references: [String: [JSONValue]] = [:]
        for entity in entities {
            for relation in entity.relations {
                references[relation.target, default: []].append([
                    "class_name": .string(entity.names.className), "module": .string(entity.names.module),
                    "column": .string(relation.column), "attribute": .string(relation.attribute),
                    "on_delete": .string(relation.onDelete.rawValue),
                ])
            }
        }
        self.references = references
        deletions = RestrictedDeletions(among: entities)
    }

    /// An entity with everything that templates may ask of it.
    func value(of entity: PlannedEntity) -> JSONValue {
        var members = Self.members(of: entity.names)
        members["plural_label"] = .string(entity.names.pluralLabel)
        members["description"] = Self.optional(entity.summary)
        members["fields"] = .array(entity.fields.map { Self.value(of: $0, in: entity) })
        members["relations"] = .array(entity.relations.map { value(of: $0, in: entity) })
        members["unique_together"] = .array(entity.uniqueTogether.map { .array($0.map(JSONValue.string)) })
        members["referenced_by"] = .array(references[entity.name] ?? [])
        members["owner"] =
            entity.relations.first { $0.column == entity.owner }.map { value(of: $0, in: entity) } ?? .null
        members["search"] = .array((entity.searched ?? []).map { Self.field($0, of: entity) })
        members["sort"] = .array((entity.sorted ?? []).map { Self.sorted($0, of: entity) })
        members["is_read_only"] = .bool(entity.isReadOnly == true)
        members["is_soft_deleted"] = .bool(entity.isSoftDeleted == true)
        members["is_restricted"] = .bool(deletions.restrict(entity))
        members["has_states"] = .bool(entity.hasStates)
        members["is_account"] = .bool(entity.account != nil)
        members["login"] = Self.field(entity.account?.login, of: entity)
        members["administrator"] = Self.administrator(of: entity)
        return .object(members)
    }

    private static func field(_ column: String?, of entity: PlannedEntity) -> JSONValue {
        entity.fields.first { $0.column == column }.map { value(of: $0, in: entity) } ?? .null
    }

    /// A field that lists may be sorted by: one of its own, or a moment that every entity has.
    private static func sorted(_ column: String, of entity: PlannedEntity) -> JSONValue {
        let name = JSONValue.string(column)
        guard let own = entity.fields.first(where: { $0.column == column }),
            case .object(var members) = value(of: own, in: entity)
        else {
            // Lists come by the moment of creation, which has an index anyway.
            let isIndexed = column != "created_at"
            return ["wire": name, "name": name, "column": name, "type": "datetime", "is_indexed": .bool(isIndexed)]
        }
        members["is_indexed"] = .bool(!own.isUnique && own.type.fitsIndex)
        return .object(members)
    }

    /// The field that tells administrators, with what it says of them.
    private static func administrator(of entity: PlannedEntity) -> JSONValue {
        guard let administrator = entity.account?.administrator,
            case .object(var members) = field(administrator.column, of: entity)
        else { return .null }
        members["value"] = administrator.value
        return .object(members)
    }

    private static func members(of names: PlannedEntity.Names) -> [String: JSONValue] {
        [
            "wire": .string(names.wire), "class_name": .string(names.className), "module": .string(names.module),
            "plural_module": .string(names.pluralModule), "variable": .string(names.variable),
            "plural_variable": .string(names.pluralVariable), "table": .string(names.table),
            "path": .string(names.path), "label": .string(names.label),
        ]
    }

    private func value(of relation: PlannedRelation, in entity: PlannedEntity) -> JSONValue {
        [
            "wire": .string(relation.wire), "name": .string(relation.name), "column": .string(relation.column),
            "attribute": .string(relation.attribute), "label": .string(relation.label),
            "target": targets[relation.target] ?? [:],
            "required": .bool(relation.isRequired), "unique": .bool(relation.isUnique),
            "on_delete": .string(relation.onDelete.rawValue), "is_self": .bool(relation.target == entity.name),
            "is_deferred": .bool(relation.isDeferred), "is_writable": .bool(entity.isWritable(relation)),
        ]
    }

    private static func value(of field: PlannedField, in entity: PlannedEntity) -> JSONValue {
        var members: [String: JSONValue] = [
            "wire": .string(field.wire), "name": .string(field.name), "column": .string(field.column),
            "type": .string(field.type.name), "required": .bool(field.isRequired), "unique": .bool(field.isUnique),
            "label": .string(field.label), "description": optional(field.summary),
            "default": field.defaultValue ?? .null, "is_creatable": .bool(entity.isCreatable(field)),
            "is_updatable": .bool(entity.isUpdatable(field)), "is_filter": .bool(entity.isFilter(field)),
            "enum": field.enumeration.map(value) ?? .null, "transitions": transitions(of: field),
        ]
        for key in ["max_length", "min_length", "minimum", "maximum", "precision", "scale"] { members[key] = .null }
        return .object(members.merging(bounds(of: field.type)) { _, bound in bound })
    }

    /// The cases with those that each may be followed by.
    private static func transitions(of field: PlannedField) -> JSONValue {
        guard let transitions = field.transitions, let cases = field.enumeration?.cases else { return .null }
        let values = Dictionary(cases.map { ($0.value, value(of: $0)) }, uniquingKeysWith: { first, _ in first })
        return .array(
            transitions.map { transition in
                [
                    "from": values[transition.from] ?? .null,
                    "to": .array(transition.to.compactMap { values[$0] }),
                ]
            })
    }

    private static func value(of item: PlannedField.Enumeration.Case) -> JSONValue {
        ["name": .string(item.name), "value": .string(item.value)]
    }

    private static func bounds(of type: FieldType) -> [String: JSONValue] {
        switch type {
        case .string(let minimum, let maximum):
            ["min_length": minimum.map(JSONValue.integer) ?? .null, "max_length": .integer(maximum)]
        case .text(let maximum): ["max_length": .integer(maximum)]
        case .email: ["max_length": 254]
        case .url: ["max_length": 2048]
        case .integer(let minimum, let maximum), .bigInteger(let minimum, let maximum):
            [
                "minimum": minimum.map(JSONValue.integer) ?? .null,
                "maximum": maximum.map(JSONValue.integer) ?? .null,
            ]
        case .float(let minimum, let maximum):
            ["minimum": minimum.map(JSONValue.number) ?? .null, "maximum": maximum.map(JSONValue.number) ?? .null]
        case .decimal(let precision, let scale, let minimum, let maximum):
            [
                "precision": .integer(precision), "scale": .integer(scale),
                "minimum": minimum.map(JSONValue.number) ?? .null, "maximum": maximum.map(JSONValue.number) ?? .null,
            ]
        case .boolean, .date, .dateTime, .time, .uuid, .enumeration, .json: [:]
        }
    }

    private static func value(of enumeration: PlannedField.Enumeration) -> JSONValue {
        [
            "class_name": .string(enumeration.className), "constraint": .string(enumeration.constraint),
            "cases": .array(enumeration.cases.map { value(of: $0) }),
        ]
    }

    private static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }
}

extension FieldType {
    /// Whether PostgreSQL can index every value: an entry of an index has at most a third of a page, 2,704 bytes.
    fileprivate var fitsIndex: Bool {
        let longest = 640
        return switch self {
        case .string(_, let maximum): maximum <= longest
        case .text(let maximum): maximum <= longest
        case .url, .json: false
        default: true
        }
    }
}
