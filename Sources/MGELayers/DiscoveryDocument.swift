package import MGECore

/// What the description asks for, before anything is planned: the first boundary value of the pipeline.
package struct DiscoveryDocument: Codable, Hashable, Sendable {
    /// The project's title as people say it: `Task management`.
    package var title: String
    /// One sentence or paragraph that says what the project is.
    package var summary: String
    /// The business domain in one or two words: `task management`.
    package var domain: String
    /// The language of the description.
    package var language: Description.Language
    /// The stack's name: `fastapi`.
    package var stack: String
    package var boundedContexts: [BoundedContext]
    package var aggregates: [Aggregate]
    package var entities: [Entity]
    package var relationships: [Relationship]
    package var useCases: [UseCase]
    package var businessRules: [BusinessRule]
    /// Nil when nobody logs in.
    package var authentication: Authentication?
    /// What was decided without being asked for, each as one sentence.
    package var assumptions: [String]
    /// What was ambiguous, guessed or not used, with its place.
    package var diagnostics: [Diagnostic]

    package init(
        title: String, summary: String, domain: String, language: Description.Language, stack: String,
        boundedContexts: [BoundedContext] = [], aggregates: [Aggregate] = [], entities: [Entity] = [],
        relationships: [Relationship] = [], useCases: [UseCase] = [], businessRules: [BusinessRule] = [],
        authentication: Authentication? = nil, assumptions: [String] = [], diagnostics: [Diagnostic] = []
    ) {
        self.title = title
        self.summary = summary
        self.domain = domain
        self.language = language
        self.stack = stack
        self.boundedContexts = boundedContexts
        self.aggregates = aggregates
        self.entities = entities
        self.relationships = relationships
        self.useCases = useCases
        self.businessRules = businessRules
        self.authentication = authentication
        self.assumptions = assumptions
        self.diagnostics = diagnostics
    }
}

/// A part of the domain with a language of its own.
package struct BoundedContext: Codable, Hashable, Sendable {
    package var name: String
    /// The names of its aggregates' roots.
    package var aggregates: [String]

    package init(name: String, aggregates: [String]) {
        self.name = name
        self.aggregates = aggregates
    }
}

/// Entities that are created and deleted together, under one root.
package struct Aggregate: Codable, Hashable, Sendable {
    /// The name of the root entity, which names the aggregate too.
    package var root: String
    /// The names of all its entities, the root first.
    package var members: [String]

    package init(root: String, members: [String]) {
        self.root = root
        self.members = members
    }
}

/// What somebody does with the system.
package struct UseCase: Codable, Hashable, Sendable {
    /// A verb phrase: `Create a task`.
    package var name: String
    /// The entity that it works on.
    package var entity: String

    package init(name: String, entity: String) {
        self.name = name
        self.entity = entity
    }
}

/// A rule of the domain that holds whatever is done.
package struct BusinessRule: Codable, Hashable, Sendable {
    /// The rule as one sentence.
    package var statement: String
    /// The entities that it speaks of.
    package var entities: [String]

    package init(statement: String, entities: [String]) {
        self.statement = statement
        self.entities = entities
    }
}
