package import MGELayers

/// A text of a blueprint, with names in braces: `src/app/models/{{ entity.module }}.py`.
///
/// Names are looked up, never computed, so that a stack's targets can be checked when it is loaded.
package struct BlueprintText: Hashable, Sendable {
    /// What a text may name of a project.
    private static let projectNames: [String: @Sendable (ProjectIdentity) -> String] = [
        "project.title": { $0.title }, "project.slug": { $0.slug }, "project.summary": { $0.summary },
        "project.version": { $0.version },
    ]
    /// What a text may name of an entity.
    private static let entityNames: [String: @Sendable (PlannedEntity.Names) -> String] = [
        "entity.wire": { $0.wire }, "entity.class_name": { $0.className }, "entity.module": { $0.module },
        "entity.plural_module": { $0.pluralModule }, "entity.variable": { $0.variable },
        "entity.plural_variable": { $0.pluralVariable }, "entity.table": { $0.table }, "entity.path": { $0.path },
        "entity.label": { $0.label }, "entity.plural_label": { $0.pluralLabel },
    ]

    private enum Part: Hashable {
        case text(String)
        case name(String)
    }

    private let parts: [Part]

    /// Reads a text.
    /// - Throws: `BlueprintTextError` for a name that there is not, and for an unclosed brace.
    package init(_ source: String, per: BlueprintKind.Multiplicity) throws {
        var parts: [Part] = []
        var rest = source[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw BlueprintTextError(message: "{{ is not closed by }}")
            }
            parts.append(.text(String(rest[..<open.lowerBound])))
            let name = rest[open.upperBound..<close.lowerBound].split(separator: " ").joined(separator: " ")
            let isEntityName = Self.entityNames[name] != nil
            guard Self.projectNames[name] != nil || isEntityName && per == .entity else {
                throw BlueprintTextError(message: Self.unknown(name, isEntityName: isEntityName, per: per))
            }
            parts.append(.name(name))
            rest = rest[close.upperBound...]
        }
        parts.append(.text(String(rest)))
        self.parts = parts
    }

    /// The text for a project and, where it names one, an entity.
    package func text(project: ProjectIdentity, entity: PlannedEntity.Names?) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .name(let name):
                Self.projectNames[name]?(project) ?? entity.flatMap { Self.entityNames[name]?($0) } ?? ""
            }
        }.joined()
    }

    private static func unknown(_ name: String, isEntityName: Bool, per: BlueprintKind.Multiplicity) -> String {
        if isEntityName { return "\(name) has no value in what is there once for the project" }
        let names = projectNames.keys.sorted() + (per == .entity ? entityNames.keys.sorted() : [])
        return "\(name) is no name that can stand here; there are \(names.joined(separator: ", "))"
    }
}

/// A text of a blueprint that cannot be read.
package struct BlueprintTextError: Error, CustomStringConvertible, Sendable {
    package let message: String
    package var description: String { message }
}
