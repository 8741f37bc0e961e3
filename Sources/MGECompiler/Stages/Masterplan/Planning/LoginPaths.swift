import MGECore
import MGELayers

/// The paths by which somebody logs in, and asks who that is.
struct LoginPaths {
    /// The entity whose rows log in.
    let account: PlannedEntity

    /// The name of the one security scheme.
    static let scheme = "OAuth2PasswordBearer"
    private static let tokenPath = ContractBuilder.root + "/auth/token"

    /// The security schemes of the document.
    static let schemes: JSONValue = [
        scheme: [
            "type": "oauth2", "flows": ["password": ["scopes": [:], "tokenUrl": .string(tokenPath)]],
        ]
    ]

    /// What an operation demands that only accounts may do.
    static let security: JSONValue = [[scheme: []]]

    /// The operations that log in, and that read one's own account.
    var operations: [Contract.Operation] {
        [
            Contract.Operation(
                method: "POST", path: Self.tokenPath, identifier: "create_token", entity: account.name, success: 200,
                problems: [401, 422]),
            Contract.Operation(
                method: "GET", path: "\(ContractBuilder.root)/\(account.names.path)/me",
                identifier: "read_own_\(account.names.variable)", entity: account.name, success: 200, problems: [401]),
        ]
    }

    /// The path items by their paths.
    var items: [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: operations.map { ($0.path, item(of: $0)) })
    }

    private func item(of operation: Contract.Operation) -> JSONValue {
        let isLogin = operation.method == "POST"
        let schema = OperationDocument.reference(isLogin ? "AccessToken" : account.names.className + "Read")
        var responses: [String: JSONValue] = [
            "200": ["description": "OK", "content": ["application/json": ["schema": schema]]]
        ]
        for status in operation.problems { responses["\(status)"] = OperationDocument.problems[status] }
        var members: [String: JSONValue] = [
            "operationId": .string(operation.identifier), "responses": .object(responses),
            "tags": [isLogin ? "auth" : .string(account.names.path)],
        ]
        if isLogin {
            let form = OperationDocument.reference("LoginForm")
            members["requestBody"] = [
                "required": true, "content": ["application/x-www-form-urlencoded": ["schema": form]],
            ]
        } else {
            members["security"] = Self.security
        }
        return [operation.method.lowercased(): .object(members)]
    }

    static let accessToken = ContractSchemas.object(
        [
            "access_token": ["type": "string"],
            "token_type": ["type": "string", "const": "bearer", "default": "bearer"],
        ], required: ["access_token"])

    static let form = ContractSchemas.object(
        [
            "grant_type": ["anyOf": [["type": "string", "const": "password"], ["type": "null"]]],
            "username": text, "password": text,
        ], required: ["username", "password"])

    private static let text: JSONValue = ["type": "string", "maxLength": 1024, "pattern": #"^[^\x00]*$"#]
}
