import MGECore
import MGELayers

/// The schemas of a contract: what is created, changed, read and listed of every entity, and problems.
struct ContractSchemas {
    let entities: [PlannedEntity]

    /// The schemas by their names.
    var schemas: [String: JSONValue] {
        var schemas: [String: JSONValue] = ["ProblemDetails": Self.problem, "FieldError": Self.fieldError]
        if entities.contains(where: { $0.account != nil }) {
            schemas["AccessToken"] = LoginPaths.accessToken
            schemas["LoginForm"] = LoginPaths.form
        }
        for entity in entities {
            let name = entity.names.className
            if entity.isReadOnly != true {
                schemas[name + "Create"] = Self.create(entity)
                schemas[name + "Update"] = Self.update(entity)
            }
            schemas[name + "Read"] = Self.read(entity)
            schemas[name + "Page"] = Self.page(of: name + "Read")
        }
        return schemas
    }

    private static let identifier: JSONValue = ["type": "string", "format": "uuid"]
    private static let moment: JSONValue = ["type": "string", "format": "date-time"]

    /// NUL cannot be stored, and is no part of a password.
    private static let password: JSONValue = [
        "type": "string", "minLength": 12, "maxLength": 128, "pattern": #"^[^\x00]*$"#,
    ]

    private static func create(_ entity: PlannedEntity) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        var required: [JSONValue] = []
        for field in entity.fields where entity.isCreatable(field) {
            let schema = described(written(field), field)
            properties[field.wire] = field.defaultValue.map { schema.adding("default", $0) } ?? schema
            if field.isRequired, field.defaultValue == nil { required.append(.string(field.wire)) }
        }
        for relation in entity.relations where entity.isWritable(relation) {
            properties[relation.wire] = relation.isRequired ? identifier : FieldSchema.nullable(identifier)
            if relation.isRequired { required.append(.string(relation.wire)) }
        }
        if entity.account != nil {
            properties["password"] = password
            required.append("password")
        }
        return object(properties, required: required).adding("additionalProperties", false)
    }

    private static func update(_ entity: PlannedEntity) -> JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in entity.fields where entity.isUpdatable(field) {
            properties[field.wire] = described(written(field), field)
        }
        for relation in entity.relations where entity.isWritable(relation) {
            properties[relation.wire] = relation.isRequired ? identifier : FieldSchema.nullable(identifier)
        }
        if entity.account != nil { properties["password"] = password }
        return object(properties, required: []).adding("additionalProperties", false)
    }

    private static func read(_ entity: PlannedEntity) -> JSONValue {
        var properties: [String: JSONValue] = ["id": identifier, "created_at": moment, "updated_at": moment]
        for field in entity.fields {
            let schema = FieldSchema.read(field.type)
            properties[field.wire] = described(field.isRequired ? schema : FieldSchema.nullable(schema), field)
        }
        for relation in entity.relations {
            properties[relation.wire] = relation.isRequired ? identifier : FieldSchema.nullable(identifier)
        }
        return object(properties, required: properties.keys.sorted().map(JSONValue.string))
    }

    private static func page(of schema: String) -> JSONValue {
        let count: JSONValue = ["type": "integer", "minimum": 0]
        return object(
            [
                "items": ["type": "array", "items": OperationDocument.reference(schema)], "total": count,
                "limit": count, "offset": count,
            ],
            required: ["items", "total", "limit", "offset"])
    }

    /// An RFC 9457 problem.
    private static var problem: JSONValue {
        object(
            [
                "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
                "detail": ["type": "string"],
                "errors": ["type": "array", "items": OperationDocument.reference("FieldError")],
            ],
            required: ["type", "title", "status"])
    }

    private static var fieldError: JSONValue {
        object(
            [
                "location": ["type": "array", "items": ["type": ["string", "integer"]]],
                "message": ["type": "string"], "code": ["type": "string"],
            ],
            required: ["location", "message", "code"])
    }

    private static func written(_ field: PlannedField) -> JSONValue {
        let schema = FieldSchema.written(field.type)
        return field.isRequired ? schema : FieldSchema.nullable(schema)
    }

    private static func described(_ schema: JSONValue, _ field: PlannedField) -> JSONValue {
        field.summary.map { schema.adding("description", .string($0)) } ?? schema
    }

    static func object(_ properties: [String: JSONValue], required: [JSONValue]) -> JSONValue {
        let schema: JSONValue = ["type": "object", "properties": .object(properties)]
        return required.isEmpty ? schema : schema.adding("required", .array(required))
    }
}

extension JSONValue {
    /// The object with one more member; every other value as it is.
    fileprivate func adding(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var members) = self else { return self }
        members[key] = value
        return .object(members)
    }
}
