import MGECore

/// The paths by which an operator asks whether the system works.
enum HealthPaths {
    /// The path items by their paths.
    static var all: [String: JSONValue] {
        [
            "/health": item("health", isReady: true), "/health/live": item("live", isReady: false),
            "/health/ready": item("ready", isReady: true),
        ]
    }

    private static func item(_ identifier: String, isReady: Bool) -> JSONValue {
        let status: JSONValue = [
            "type": "object", "properties": ["status": ["type": "string"]], "required": ["status"],
        ]
        var responses: [String: JSONValue] = [
            "200": ["description": "OK", "content": ["application/json": ["schema": status]]]
        ]
        if isReady {
            responses["503"] = [
                "description": "Service Unavailable",
                "content": ["application/problem+json": ["schema": OperationDocument.reference("ProblemDetails")]],
            ]
        }
        return [
            "get": ["operationId": .string(identifier), "tags": ["health"], "responses": .object(responses)]
        ]
    }
}
