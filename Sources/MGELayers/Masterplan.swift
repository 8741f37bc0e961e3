package import MGECore

/// The plan of a compilation: everything that is generated follows from it.
package struct Masterplan: Codable, Hashable, Sendable {
    package var project: ProjectIdentity
    /// The stack's name.
    package var stack: String
    /// The entities with every name resolved, targets of relations first where there is no cycle.
    package var entities: [PlannedEntity]
    package var contract: Contract
    package var phases: [Phase]
    /// All tasks; `tasks[i].number == i + 1`, and a task depends on tasks of lower numbers only.
    package var tasks: [PlannedTask]
    package var diagnostics: [Diagnostic]

    package init(
        project: ProjectIdentity, stack: String, entities: [PlannedEntity], contract: Contract, phases: [Phase],
        tasks: [PlannedTask], diagnostics: [Diagnostic] = []
    ) {
        self.project = project
        self.stack = stack
        self.entities = entities
        self.contract = contract
        self.phases = phases
        self.tasks = tasks
        self.diagnostics = diagnostics
    }

    /// How many milestones all phases have.
    package var milestoneCount: Int {
        phases.reduce(0) { $0 + $1.milestones.count }
    }
}

/// What a project is called.
package struct ProjectIdentity: Codable, Hashable, Sendable {
    /// As people say it: `Task management`.
    package var title: String
    /// As a folder or package is called: `task-management`.
    package var slug: String
    package var summary: String
    package var version: String

    package init(title: String, slug: String, summary: String, version: String) {
        self.title = title
        self.slug = slug
        self.summary = summary
        self.version = version
    }
}

/// A part of the plan that ends with something usable.
package struct Phase: Codable, Hashable, Sendable {
    /// From 1.
    package var number: Int
    package var name: String
    package var milestones: [Milestone]

    package init(number: Int, name: String, milestones: [Milestone]) {
        self.number = number
        self.name = name
        self.milestones = milestones
    }
}

/// Tasks that are done together within a phase.
package struct Milestone: Codable, Hashable, Sendable {
    /// From 1, within the whole plan.
    package var number: Int
    package var name: String
    /// The numbers of its tasks.
    package var tasks: [Int]

    package init(number: Int, name: String, tasks: [Int]) {
        self.number = number
        self.name = name
        self.tasks = tasks
    }
}
