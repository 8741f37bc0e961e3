import Foundation
import MGECompiler
import MGECore
import MGELayers
import Testing

@Suite struct ContractBuilderTests {
    private func contract(_ document: DiscoveryDocument = Discoveries.tasks) throws -> Contract {
        try MasterplanBuilder.build(document, with: SampleStack.stack()).contract
    }

    private func elements(_ value: JSONValue) -> [JSONValue]? {
        guard case .array(let elements) = value else { return nil }
        return elements
    }

    @Test("every entity has five operations with their statuses")
    func operations() throws {
        let operations = try contract().operations
        #expect(operations.count == 15)
        let lines = operations.map { "\($0.identifier) \($0.method) \($0.path) \($0.success) \($0.problems)" }
        #expect(
            lines.prefix(10) == [
                "list_users GET /api/v1/users 200 [422]", "create_user POST /api/v1/users 201 [400, 409, 422]",
                "read_user GET /api/v1/users/{user_id} 200 [404, 422]",
                "update_user PATCH /api/v1/users/{user_id} 200 [400, 404, 409, 422]",
                "delete_user DELETE /api/v1/users/{user_id} 204 [404, 409, 422]",
                "list_tasks GET /api/v1/tasks 200 [422]", "create_task POST /api/v1/tasks 201 [400, 404, 409, 422]",
                "read_task GET /api/v1/tasks/{task_id} 200 [404, 422]",
                "update_task PATCH /api/v1/tasks/{task_id} 200 [400, 404, 409, 422]",
                "delete_task DELETE /api/v1/tasks/{task_id} 204 [404, 422]",
            ])
    }

    @Test("the document has a path for every operation and for health")
    func paths() throws {
        let contract = try contract()
        for operation in contract.operations {
            let item = contract.document["paths"]?[operation.path]?[operation.method.lowercased()]
            #expect(item?["operationId"] == .string(operation.identifier))
            let statuses = Set([operation.success] + operation.problems).map(String.init)
            guard case .object(let responses)? = item?["responses"] else {
                Issue.record("\(operation.identifier) has no responses")
                continue
            }
            #expect(Set(responses.keys) == Set(statuses))
        }
        for path in ["/health", "/health/live", "/health/ready"] {
            #expect(contract.document["paths"]?[path]?["get"] != nil)
        }
    }

    @Test("what is written follows requiredness and defaults")
    func schemas() throws {
        let schemas = try #require(try contract().document["components"]?["schemas"])
        let create = try #require(schemas["TaskCreate"])
        #expect(create["required"] == ["title", "owner_id"])
        #expect(create["additionalProperties"] == false)
        #expect(
            create["properties"]?["status"] == [
                "type": "string", "enum": ["todo", "in progress", "done"], "default": "todo",
            ])
        #expect(
            create["properties"]?["due_date"] == ["anyOf": [["type": "string", "format": "date"], ["type": "null"]]])
        #expect(schemas["TaskUpdate"]?["required"] == nil)
        #expect(schemas["TaskUpdate"]?["properties"]?["status"]?["default"] == nil)
        #expect(schemas["TaskRead"]?["required"]?.text.contains("created_at") == true)
        #expect(schemas["TaskPage"]?["properties"]?["items"]?["items"] == ["$ref": "#/components/schemas/TaskRead"])
        #expect(schemas["ProblemDetails"] != nil)
    }

    @Test("a list is filtered by enumerations, truth values and references")
    func filters() throws {
        let parameters = try #require(try contract().document["paths"]?["/api/v1/tasks"]?["get"]?["parameters"])
        let list = try #require(elements(parameters))
        #expect(list.map { $0["name"] } == ["limit", "offset", "status", "is_urgent", "owner_id", "parent_id"])
    }

    @Test("what is only read has no other operations, and what is kept says so")
    func kept() throws {
        let contract = try contract(Discoveries.kept)
        let users = contract.operations.filter { $0.entity == "user" }
        #expect(users.map(\.identifier) == ["list_users", "read_user"])
        let schemas = try #require(contract.document["components"]?["schemas"])
        #expect(schemas["UserCreate"] == nil && schemas["UserUpdate"] == nil && schemas["UserRead"] != nil)
        #expect(schemas["TaskRead"]?["properties"]?["deleted_at"] == nil)
        #expect(contract.unprobed.contains("A deleted task is kept, and shown no more"))
    }

    @Test(
        "a deletion is refused where something forbids that of what goes along, which nothing does with what is kept",
        arguments: [(false, ["a", "b", "c"]), (true, ["a", "c"])])
    func deletions(isKept: Bool, refused: [String]) throws {
        var document = Discoveries.document(
            ["a", "b", "c", "d", "e"].map { Discoveries.entity($0, fields: [Discoveries.field("name")]) },
            relations: [
                Discoveries.relation("b", "to", "a"), Discoveries.relation("c", "to", "b"),
                Discoveries.relation("d", "to", "c", onDelete: .restrict),
                Discoveries.relation("d", "other", "e", required: false, onDelete: .setNull),
                Discoveries.relation("b", "own", "b", required: false),
            ])
        document.entities[1].isSoftDeleted = isKept
        let deletions = try contract(document).operations.filter { $0.method == "DELETE" }
        #expect(deletions.filter { $0.problems.contains(409) }.map(\.entity) == refused)
    }

    @Test("a list is searched and sorted where that is said")
    func search() throws {
        let document = try contract(Discoveries.login).document
        let parameters = try #require(document["paths"]?["/api/v1/tasks"]?["get"]?["parameters"])
        let list = try #require(elements(parameters))
        let names: [JSONValue?] = [
            "limit", "offset", "q", "sort", "order", "status", "is_urgent", "owner_id", "parent_id",
        ]
        #expect(list.map { $0["name"] } == names)
        #expect(list[3]["schema"]?["enum"] == ["due_date", "created_at"])
    }

    @Test("a filter never takes the name of a parameter of paging")
    func paging() throws {
        let entity = Discoveries.entity("plan", fields: [Discoveries.field("limit", .boolean)])
        let document = try contract(Discoveries.document([entity])).document
        let parameters = try #require(document["paths"]?["/api/v1/plans"]?["get"]?["parameters"])
        let list = try #require(elements(parameters))
        #expect(list.map { $0["name"] } == ["limit", "offset"])
    }

    @Test("rules that the document cannot express are listed")
    func unprobed() throws {
        #expect(
            try contract().unprobed == [
                "No two users have one email",
                "No two tasks have the same combination of title, owner",
                "With a user go its tasks (owner)", "When a task is deleted, its tasks lose their parent",
                "With a task go its comments (task)",
                "A user that comments refer to (author) cannot be deleted",
                "Only the owner changes a task",
            ])
    }

    @Test("where somebody logs in, the document says what needs a token and who may do it")
    func login() throws {
        let contract = try contract(Discoveries.login)
        let lines = contract.operations.map { "\($0.identifier) \($0.method) \($0.path) \($0.problems)" }
        #expect(
            lines.prefix(12) == [
                "create_token POST /api/v1/auth/token [401, 422]", "read_own_user GET /api/v1/users/me [401]",
                "list_users GET /api/v1/users [401, 422]", "create_user POST /api/v1/users [400, 409, 422]",
                "read_user GET /api/v1/users/{user_id} [401, 404, 422]",
                "update_user PATCH /api/v1/users/{user_id} [400, 401, 403, 404, 409, 422]",
                "delete_user DELETE /api/v1/users/{user_id} [401, 403, 404, 409, 422]",
                "list_tasks GET /api/v1/tasks [401, 422]",
                "create_task POST /api/v1/tasks [400, 401, 404, 409, 422]",
                "read_task GET /api/v1/tasks/{task_id} [401, 404, 422]",
                "update_task PATCH /api/v1/tasks/{task_id} [400, 401, 403, 404, 409, 422]",
                "delete_task DELETE /api/v1/tasks/{task_id} [401, 403, 404, 422]",
            ])
        for operation in contract.operations {
            let item = contract.document["paths"]?[operation.path]?[operation.method.lowercased()]
            let isOpen = ["create_token", "create_user"].contains(operation.identifier)
            #expect((item?["security"] == nil) == isOpen)
        }
        let schemas = try #require(contract.document["components"]?["schemas"])
        #expect(schemas["UserCreate"]?["required"] == ["email", "password"])
        for schema in ["UserCreate", "UserUpdate"] { #expect(schemas[schema]?["properties"]?["role"] == nil) }
        #expect(schemas["UserRead"]?["properties"]?["role"] != nil)
        #expect(schemas["UserRead"]?["properties"]?["password"] == nil)
        #expect(schemas["TaskCreate"]?["properties"]?["status"] == nil)
        #expect(schemas["TaskUpdate"]?["properties"]?["status"] != nil)
        #expect(contract.unprobed.contains("The status in progress of tasks becomes todo or done"))
        for schema in ["TaskCreate", "TaskUpdate"] { #expect(schemas[schema]?["properties"]?["owner_id"] == nil) }
        #expect(schemas["TaskRead"]?["properties"]?["owner_id"] != nil)
        #expect(contract.document["components"]?["securitySchemes"]?["OAuth2PasswordBearer"] != nil)
    }

    @Test("every reference in the document leads to a schema")
    func references() throws {
        let document = try contract(Self.everyType).document
        guard case .object(let schemas)? = document["components"]?["schemas"] else {
            Issue.record("there are no schemas")
            return
        }
        for match in document.text.matches(of: #/"#\/components\/schemas\/([^"]*)"/#) {
            #expect(schemas[String(match.output.1)] != nil)
        }
    }

    @Test("the document is valid", .enabled(if: ProcessInfo.processInfo.environment["MGE_TEST_PYTHON"] != nil))
    func valid() throws {
        let python = try #require(ProcessInfo.processInfo.environment["MGE_TEST_PYTHON"])
        for document in [
            Discoveries.tasks, Discoveries.login, Discoveries.kept, Self.everyType, Discoveries.document([]),
        ] {
            let process = Process()
            process.executableURL = URL(filePath: python).appending(path: "python3")
            process.arguments = [
                "-c",
                "import json, sys, openapi_spec_validator as v; v.validate(json.load(sys.stdin), cls=v.OpenAPIV31SpecValidator)",
            ]
            let input = Pipe()
            process.standardInput = input
            try process.run()
            input.fileHandleForWriting.write(Data(try contract(document).document.text.utf8))
            try input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    /// An entity with a field of every type, required and not, and with names of every kind.
    static var everyType: DiscoveryDocument {
        let types: [FieldType] = [
            .string(minimum: 2, maximum: 20), .text(maximum: 100), .integer(minimum: 1, maximum: nil),
            .bigInteger(minimum: nil, maximum: nil), .float(minimum: 0.5, maximum: 2),
            .decimal(precision: 4, scale: 4, minimum: nil, maximum: 1), .boolean, .date, .dateTime, .time, .uuid,
            .email,
            .url, .enumeration(["a", "ä"]), .json,
        ]
        let fields = types.enumerated().flatMap { index, type in
            [
                Discoveries.field("\(type.name)\(index)", type),
                Discoveries.field("optional_\(type.name)", type, required: false),
            ]
        }
        return Discoveries.document(
            [Discoveries.entity("class", "classes", fields: fields), Discoveries.entity("مهمة", "مهام")],
            relations: [Discoveries.relation("class", "parent", "class", required: false, onDelete: .restrict)])
    }
}
