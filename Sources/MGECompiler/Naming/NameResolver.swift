package import MGECore
package import MGELayers

/// Resolves every name of a discovery once: on the wire, in code and in the database.
///
/// What somebody wrote is kept on the wire; identifiers are folded to ASCII, mangled where the stack reserves a word,
/// and shortened where they are too long. Names that collide after that are errors that cite both places; everything
/// that was changed beyond style is a diagnostic. The rules are described in `Docs/stacks.md`.
package struct NameResolver {
    /// The entities of a plan, targets of relations first, and what there is to tell about them.
    package struct Resolution: Sendable {
        package var entities: [PlannedEntity]
        package var diagnostics: [Diagnostic]
    }

    let reserved: ReservedWords
    var diagnostics: [Diagnostic] = []
    var classes = NameScope(of: "class")
    var modules = NameScope(of: "module")
    var pluralModules = NameScope(of: "module of many")
    var tables = NameScope(of: "table")
    /// The owners of the enumerations of the entity that is being resolved, in order.
    var enumerations: [NameScope.Owner] = []

    private init(reserved: ReservedWords) {
        self.reserved = reserved
    }

    /// Resolves the names of a discovery.
    /// - Throws: `PlanningError` with all collisions and contradictions.
    package static func resolve(_ document: DiscoveryDocument, reserved: ReservedWords) throws -> Resolution {
        var resolver = NameResolver(reserved: reserved)
        let indices = resolver.entityIndices(document.entities)
        // Everything else would collide too.
        try PlanningError.check(resolver.diagnostics)
        let entities = resolver.entities(of: document, indices)
        try PlanningError.check(resolver.diagnostics)
        return Resolution(entities: entities, diagnostics: resolver.diagnostics)
    }

    /// Whether a field is one that every entity has anyway, so that none is planned for it.
    package static func isStandard(_ field: String) -> Bool {
        MemberScope.always.contains(NameWords(field).snake)
    }

    private mutating func entities(of document: DiscoveryDocument, _ indices: [String: Int]) -> [PlannedEntity] {
        let names = document.entities.map { entityNames(of: $0) }
        let references = references(of: document, among: indices)
        let reserved = reserved
        // What an entity's members are called depends on no other entity, but for the classes of enumerations.
        let resolved = document.entities.indices.parallelMap(inPartsOf: 16) { index in
            var resolver = NameResolver(reserved: reserved)
            let entity = document.entities[index]
            let login = document.authentication.flatMap { $0.account == entity.name ? $0 : nil }
            let planned = resolver.entity(entity, names: names[index], references: references[index], login: login)
            return (planned, resolver.enumerations, resolver.diagnostics)
        }
        var planned: [PlannedEntity] = []
        for (entity, owners, found) in resolved {
            diagnostics += found
            var entity = entity
            claimEnumerations(of: &entity, owners: owners)
            planned.append(entity)
        }
        return ordered(planned, references: references, indices: indices)
    }

    private mutating func entityIndices(_ entities: [Entity]) -> [String: Int] {
        var indices: [String: Int] = [:]
        for (index, entity) in entities.enumerated() {
            guard let earlier = indices[entity.name] else {
                indices[entity.name] = index
                continue
            }
            var scope = NameScope(of: "entity")
            _ = scope.claim(entity.name, by: owner(of: entities[earlier]))
            report(scope.claim(entity.name, by: owner(of: entity)))
        }
        return indices
    }

    private mutating func references(of document: DiscoveryDocument, among indices: [String: Int]) -> [[Relationship]] {
        var references = [[Relationship]](repeating: [], count: document.entities.count)
        for relationship in document.relationships {
            let unknown = [relationship.source, relationship.target].first { indices[$0] == nil }
            if let unknown {
                report(
                    Diagnostic(
                        .error, "the relation \(relationship.name) speaks of \(unknown), which is no entity",
                        subject: relationship.name, remedy: "describe \(unknown) or leave the relation out",
                        at: relationship.origin.location))
            } else if let source = indices[relationship.source] {
                references[source].append(relationship)
            }
        }
        return references
    }

    /// Brings entities into the order of their relations, and marks the relations that close a cycle.
    private mutating func ordered(
        _ entities: [PlannedEntity], references: [[Relationship]], indices: [String: Int]
    ) -> [PlannedEntity] {
        let edges = entities.map { entity in
            entity.relations.map { relation in
                EntityOrder.Edge(target: indices[relation.target] ?? 0, isRequired: relation.isRequired)
            }
        }
        let order = EntityOrder(edges: edges)
        var entities = entities
        for position in order.deferred {
            entities[position.entity].relations[position.edge].isDeferred = true
        }
        for relaxation in order.relaxed {
            let position = relaxation.position
            entities[position.entity].relations[position.edge].isRequired = false
            let relation = entities[position.entity].relations[position.edge]
            let members = relaxation.cycle.map { entities[$0].name }.joined(separator: ", ")
            report(
                Diagnostic(
                    .warning,
                    "no first row could be stored in the cycle of required relations of \(members), so "
                        + "\(relation.label) of \(entities[position.entity].name) is optional",
                    subject: entities[position.entity].name, remedy: "say which of these relations is optional",
                    at: references[position.entity][position.edge].origin.location))
        }
        return order.entities.map { entities[$0] }
    }

    func owner(of entity: Entity) -> NameScope.Owner {
        NameScope.Owner("entity \(WireName.label(entity.name))", at: entity.origin.location)
    }

    mutating func report(_ diagnostic: Diagnostic?) {
        if let diagnostic { diagnostics.append(diagnostic) }
    }
}
