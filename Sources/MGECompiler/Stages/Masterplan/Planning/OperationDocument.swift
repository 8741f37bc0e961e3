import MGECore
import MGELayers

/// An operation of an entity in the form of OpenAPI.
struct OperationDocument {
    let operation: Contract.Operation
    let entity: PlannedEntity
    /// Whether somebody has to be logged in.
    var isProtected = false

    /// The operation object.
    var value: JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(operation.identifier), "tags": [.string(entity.names.path)],
            "responses": .object(responses),
        ]
        if isProtected { members["security"] = LoginPaths.security }
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
        for status in operation.problems { responses["\(status)"] = Self.problems[status] ?? Self.problem("Problem") }
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
        if operation.success == 201 { members["headers"] = Self.location }
        return .object(members)
    }

    private var parameters: [JSONValue] {
        if !isOfCollection {
            let name = "\(entity.names.variable)_id"
            return [
                [
                    "name": .string(name), "in": "path", "required": true,
                    "schema": Self.identifier,
                ]
            ]
        }
        guard operation.method == "GET" else { return [] }
        return Self.paging + search + filters
    }

    /// What a list is searched for, and how it is sorted.
    private var search: [JSONValue] {
        var parameters = entity.searched == nil ? [] : [Self.searched]
        if let sorted = entity.sorted {
            let wires = sorted.map { column in entity.fields.first { $0.column == column }?.wire ?? column }
            parameters.append(Self.query("sort", ["type": "string", "enum": .array(wires.map(JSONValue.string))]))
            parameters.append(Self.order)
        }
        return parameters
    }

    /// A list is filtered by enumerations, truth values and references, where their names leave paging alone.
    private var filters: [JSONValue] {
        let paging = entity.pagingParameters
        return entity.fields.filter(entity.isFilter).map { Self.query($0.wire, FieldSchema.written($0.type)) }
            + entity.relations.filter { !paging.contains($0.wire) }.map { Self.query($0.wire, Self.identifier) }
    }

    private static func query(_ name: String, _ schema: JSONValue) -> JSONValue {
        ["name": .string(name), "in": "query", "required": false, "schema": schema]
    }

    static func reference(_ schema: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(schema)")]
    }

    private static func problem(_ phrase: String) -> JSONValue {
        [
            "description": .string(phrase),
            "content": ["application/problem+json": ["schema": reference("ProblemDetails")]],
        ]
    }

    // What all operations have in common is made once and shared: a contract may have thousands of them.

    static let problems = phrases.mapValues(problem)
    private static let location: JSONValue = [
        "Location": ["description": "The path of what was created", "schema": ["type": "string"]]
    ]
    private static let identifier: JSONValue = ["type": "string", "format": "uuid"]
    private static let paging = [
        query("limit", ["type": "integer", "minimum": 1, "maximum": 100, "default": 50]),
        query("offset", ["type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0]),
    ]

    private static let searched = query(
        "q", ["type": "string", "minLength": 1, "maxLength": 200, "pattern": #"^[^\x00]*$"#])
    private static let order = query("order", ["type": "string", "enum": ["asc", "desc"], "default": "asc"])

    private static let phrases = [
        200: "OK", 201: "Created", 204: "No Content", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
        404: "Not Found", 409: "Conflict",
        422: "Unprocessable Content",
    ]
}
