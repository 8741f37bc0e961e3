/// One unit of code generation: it owns its target files.
package struct PlannedTask: Codable, Hashable, Sendable {
    /// How much thought a task takes.
    package enum Complexity: String, Codable, Sendable {
        case low, medium, high
    }

    /// What a task is for.
    package enum Subject: Codable, Hashable, Sendable {
        case project
        case context(String)
        /// The singular name of an entity.
        case entity(String)
    }

    /// From 1.
    package var number: Int
    package var name: String
    package var summary: String
    /// The kind in the stack's blueprint.
    package var kind: String
    package var complexity: Complexity
    /// Paths relative to the repository's root.
    package var targetFiles: [String]
    /// The numbers of the tasks that must be done before.
    package var dependencies: [Int]
    package var serves: Subject
    package var provides: [Provision]
    /// The stack's template that renders it, relative to the stack's folder.
    package var template: String
    /// The number of its phase.
    package var phase: Int
    /// The number of its milestone.
    package var milestone: Int

    package init(
        number: Int, name: String, summary: String, kind: String, complexity: Complexity, targetFiles: [String],
        dependencies: [Int], serves: Subject, provides: [Provision], template: String, phase: Int, milestone: Int
    ) {
        self.number = number
        self.name = name
        self.summary = summary
        self.kind = kind
        self.complexity = complexity
        self.targetFiles = targetFiles
        self.dependencies = dependencies
        self.serves = serves
        self.provides = provides
        self.template = template
        self.phase = phase
        self.milestone = milestone
    }
}

/// Something that a task gives to the tasks that depend on it: a module, a symbol, a route.
package struct Provision: Codable, Hashable, Sendable {
    /// What it is to the stack's templates: `model`, `router`.
    package var kind: String
    /// The module to import it from.
    package var module: String
    /// The name in that module; nil for the module itself.
    package var symbol: String?
    /// The variable name of the entity that it is for; nil for the project.
    package var entity: String?

    package init(kind: String, module: String, symbol: String? = nil, entity: String? = nil) {
        self.kind = kind
        self.module = module
        self.symbol = symbol
        self.entity = entity
    }
}
