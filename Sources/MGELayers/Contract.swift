package import MGECore

/// The interface that the generated system promises: an OpenAPI 3.1 document and what it cannot express.
package struct Contract: Codable, Hashable, Sendable {
    /// One operation of the interface.
    package struct Operation: Codable, Hashable, Sendable {
        /// In capitals: `GET`.
        package var method: String
        /// With parameters in braces: `/api/v1/tasks/{task_id}`.
        package var path: String
        /// `create_task`.
        package var identifier: String
        /// The singular name of the entity that it works on.
        package var entity: String
        /// The status of success.
        package var success: Int
        /// The other statuses that it may answer.
        package var problems: [Int]

        package init(
            method: String, path: String, identifier: String, entity: String, success: Int, problems: [Int]
        ) {
            self.method = method
            self.path = path
            self.identifier = identifier
            self.entity = entity
            self.success = success
            self.problems = problems
        }
    }

    package var operations: [Operation]
    /// The OpenAPI 3.1 document.
    package var document: JSONValue
    /// Rules that the document cannot express, so that no probe of it covers them.
    package var unprobed: [String]

    package init(operations: [Operation], document: JSONValue, unprobed: [String]) {
        self.operations = operations
        self.document = document
        self.unprobed = unprobed
    }
}

extension Contract {
    /// What the contract encodes to, made around the document as it is: with hundreds of entities in it, an
    /// encoder's own tree of it would be most of the memory that planning takes.
    package var json: JSONValue {
        [
            "operations": .array(operations.map(\.json)), "document": document,
            "unprobed": .array(unprobed.map { .string($0) }),
        ]
    }
}

extension Contract.Operation {
    fileprivate var json: JSONValue {
        [
            "method": .string(method), "path": .string(path), "identifier": .string(identifier),
            "entity": .string(entity), "success": .integer(success), "problems": .array(problems.map { .integer($0) }),
        ]
    }
}
