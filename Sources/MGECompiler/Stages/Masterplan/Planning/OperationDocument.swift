import MGECore

/// An operation of an entity in the form of OpenAPI.
struct OperationDocument {
    let operation: Contract.Operation
    let entity: PlannedEntity

    /// The operation object.
    var value: JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(operation.identifier), "tags": [.string(entity.names.path)],
            "responses": .object(responses),
        ]
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        if let input {
            members["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": Self.reference(input)]],
            ]
        }
        return .object(members)
    }

    private var input: String? {
        switch operation.method {
        case "POST": entity.names.className + "Create"
        case "PATCH": entity.names.className + "Update"
        default: nil
        }
    }

    private var isOfCollection: Bool { !operation.path.hasSuffix("}") }

    private var responses: [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        for status in operation.problems {
            responses["\(status)"] = [
                "description": .string(Self.phrases[status] ?? "Problem"),
                "content": ["application/problem+json": ["schema": Self.reference("ProblemDetails")]],
            ]
        }
        responses["\(operation.success)"] = success
        return responses
    }

    private var success: JSONValue {
        var members: [String: JSONValue] = ["description": .string(Self.phrases[operation.success] ?? "Success")]
        if operation.success != 204 {
            let isList = operation.method == "GET" && isOfCollection
            let schema = entity.names.className + (isList ? "Page" : "Read")
            members["content"] = ["application/json": ["schema": Self.reference(schema)]]
        }
        if operation.success == 201 {
            members["headers"] = [
                "Location": ["description": "The path of what was created", "schema": ["type": "string"]]
            ]
        }
        return .object(members)
    }

    private var parameters: [JSONValue] {
        if !isOfCollection {
            let name = "\(entity.names.variable)_id"
            return [
                [
                    "name": .string(name), "in": "path", "required": true,
                    "schema": ["type": "string", "format": "uuid"],
                ]
            ]
        }
        guard operation.method == "GET" else { return [] }
        let limit: JSONValue = ["type": "integer", "minimum": 1, "maximum": 100, "default": 50]
        let offset: JSONValue = ["type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0]
        return [Self.query("limit", limit), Self.query("offset", offset)] + filters
    }

    /// A list is filtered by enumerations, truth values and references, where their names leave paging alone.
    private var filters: [JSONValue] {
        let fields = entity.fields.filter { field in
            switch field.type {
            case .enumeration, .boolean: true
            default: false
            }
        }
        let all =
            fields.map { ($0.wire, FieldSchema.written($0.type)) }
            + entity.relations.map { ($0.wire, ["type": "string", "format": "uuid"] as JSONValue) }
        return all.filter { !["limit", "offset"].contains($0.0) }.map { Self.query($0.0, $0.1) }
    }

    private static func query(_ name: String, _ schema: JSONValue) -> JSONValue {
        ["name": .string(name), "in": "query", "required": false, "schema": schema]
    }

    static func reference(_ schema: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(schema)")]
    }

    private static let phrases = [
        200: "OK", 201: "Created", 204: "No Content", 400: "Bad Request", 404: "Not Found", 409: "Conflict",
        422: "Unprocessable Content",
    ]
}
