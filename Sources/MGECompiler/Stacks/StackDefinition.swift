package import MGELayers

/// The value of a `stack.json`: what a stack recognises, how its projects are checked, and what they consist of.
///
/// The format is described in `Docs/stacks.md`.
package struct StackDefinition: Codable, Hashable, Sendable {
    /// A command that checks a generated project.
    package struct Check: Codable, Hashable, Sendable {
        /// How deep a check goes; each level includes those before it.
        package enum Level: String, Codable, Sendable {
            case syntax, names, types, tests
        }

        package var name: String
        package var level: Level
        package var command: [String]
    }

    /// A part of the plan, with its milestones in order.
    package struct Phase: Codable, Hashable, Sendable {
        package var name: String
        package var milestones: [String]
    }

    /// A file of the infrastructure: rendered from a template or copied.
    package struct InfrastructureFile: Codable, Hashable, Sendable {
        package var target: String
        package var template: String?
        package var copy: String?
    }

    package var name: String
    package var title: String
    /// What the stack makes, as one sentence.
    package var description: String
    /// The words in a description that speak for the stack, in lower case.
    package var detect: [String]
    package var languages: [String]
    /// Where modules are looked up, relative to the repository's root.
    package var sourceRoots: [String]
    /// The environment that checks run in, besides what they need to find their tools; nil for none.
    package var environment: [String: String]?
    /// The generated file that lists what the checks need installed; nil for none.
    package var requirements: String?
    package var checks: [Check]
    package var phases: [Phase]
    package var blueprint: [BlueprintKind]
    package var infrastructure: [InfrastructureFile]
    /// The file with the stack's reserved words; nil for none.
    package var reserved: String?

    package enum CodingKeys: String, CodingKey {
        case name, title, description, detect, languages, environment, requirements, checks, phases, blueprint,
            infrastructure, reserved
        case sourceRoots = "source_roots"
    }
}

/// One kind of task in a stack's blueprint.
package struct BlueprintKind: Codable, Hashable, Sendable {
    /// How often a kind occurs in a plan.
    package enum Multiplicity: String, Codable, Sendable {
        /// Once.
        case project
        /// Once for every entity.
        case entity
    }

    /// What each task of the kind gives to others; module and symbol are texts with names in braces.
    package struct Provision: Codable, Hashable, Sendable {
        package var kind: String
        package var module: String
        package var symbol: String?
    }

    /// What a plan has to have for a kind to occur in it.
    package enum Condition: String, Codable, Sendable {
        /// An entity whose rows log in.
        case login
    }

    package var kind: String
    package var per: Multiplicity
    /// Nil when the kind occurs in every plan.
    package var when: Condition?
    /// What a task is called; a text with names in braces, as `target` is.
    package var name: String
    /// Why the file is there, as one sentence.
    package var purpose: String
    package var phase: String
    package var milestone: String
    /// The path of the file that a task writes.
    package var target: String
    /// The template, relative to the stack's folder.
    package var template: String
    package var dependsOn: [String]
    package var complexity: PlannedTask.Complexity
    package var provides: [Provision]

    package enum CodingKeys: String, CodingKey {
        case kind, per, when, name, purpose, phase, milestone, target, template, complexity, provides
        case dependsOn = "depends_on"
    }
}
