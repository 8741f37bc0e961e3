import MGECore
package import MGELayers

/// Derives the interface of the generated system, an OpenAPI 3.1 document, from the planned entities.
package struct ContractBuilder {
    /// The beginning of every path of an entity.
    static let root = "/api/v1"

    let project: ProjectIdentity
    let entities: [PlannedEntity]
    let rules: [BusinessRule]
    private let deletions: RestrictedDeletions
    /// The entity whose rows log in.
    private let account: PlannedEntity?

    package init(project: ProjectIdentity, entities: [PlannedEntity], rules: [BusinessRule] = []) {
        self.project = project
        self.entities = entities
        self.rules = rules
        account = entities.first { $0.account != nil }
        deletions = RestrictedDeletions(among: entities)
    }

    /// The contract of the entities' interface; the operations are those of entities, without the health checks.
    package var contract: Contract {
        var operations: [Contract.Operation] = []
        var paths = HealthPaths.all
        if let account {
            let login = LoginPaths(account: account)
            operations += login.operations
            paths.merge(login.items) { first, _ in first }
        }
        for entity in entities {
            let own = self.operations(of: entity)
            operations += own
            for operation in own {
                var methods: [String: JSONValue] = [:]
                if case .object(let members)? = paths[operation.path] { methods = members }
                methods[operation.method.lowercased()] =
                    OperationDocument(
                        operation: operation, entity: entity, isProtected: operation.problems.contains(401)
                    ).value
                paths[operation.path] = .object(methods)
            }
        }
        return Contract(operations: operations, document: document(paths), unprobed: UnprobedRules(self).sentences)
    }

    private func document(_ paths: [String: JSONValue]) -> JSONValue {
        var components: [String: JSONValue] = ["schemas": .object(ContractSchemas(entities: entities).schemas)]
        if account != nil { components["securitySchemes"] = LoginPaths.schemes }
        let login: [JSONValue] = account == nil ? [] : [["name": "auth"]]
        let names = entities.map { entity in
            ["name": .string(entity.names.path), "description": .string(entity.summary ?? entity.names.pluralLabel)]
                as JSONValue
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": .string(project.title), "version": .string(project.version),
                "description": .string(project.summary),
            ],
            "tags": .array(names + login + [["name": "health"]]),
            "paths": .object(paths),
            "components": .object(components),
        ]
    }

    private func operations(of entity: PlannedEntity) -> [Contract.Operation] {
        let names = entity.names
        let collection = "\(Self.root)/\(names.path)"
        let member = "\(collection)/{\(names.variable)_id}"
        let refers = entity.relations.contains(where: entity.isWritable)
        // Who is logged in, and whether the row is theirs.
        let login = account == nil ? [] : [401]
        let owner = entity.owner != nil || entity.account != nil ? [403] : []
        let isUnique =
            !entity.uniqueTogether.isEmpty || entity.fields.contains(where: \.isUnique)
            || entity.relations.contains(where: \.isUnique)
        let conflicts = isUnique || !entity.relations.isEmpty ? [409] : []
        let refusals = isUnique || !entity.relations.isEmpty || entity.hasStates ? [409] : []
        func operation(_ method: String, _ path: String, _ name: String, _ success: Int, _ problems: [Int])
            -> Contract.Operation
        {
            Contract.Operation(
                method: method, path: path, identifier: name, entity: entity.name, success: success,
                problems: problems)
        }
        let all = [
            operation("GET", collection, "list_\(names.pluralVariable)", 200, login + [422]),
            operation(
                "POST", collection, "create_\(names.variable)", 201,
                [400] + (entity.account == nil ? login : []) + (refers ? [404] : []) + conflicts + [422]),
            operation("GET", member, "read_\(names.variable)", 200, login + [404, 422]),
            operation(
                "PATCH", member, "update_\(names.variable)", 200, [400] + login + owner + [404] + refusals + [422]),
            operation(
                "DELETE", member, "delete_\(names.variable)", 204,
                login + owner + [404] + (deletions.restrict(entity) ? [409] : []) + [422]),
        ]
        return entity.isReadOnly == true ? all.filter { $0.method == "GET" } : all
    }
}
