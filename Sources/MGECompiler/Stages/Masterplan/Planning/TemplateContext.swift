package import MGECore
package import MGELayers

/// The values that the tasks of a plan give to their templates, each part made once and shared by all tasks.
///
/// `Converted` is the template engine's own value, so that the list of all entities is converted once for a plan of
/// any number of tasks. The vocabulary is described in `Docs/stacks.md`.
package struct TemplateContext<Converted: Sendable>: Sendable {
    private let convert: @Sendable (JSONValue) -> Converted
    private let tasks: [PlannedTask]
    private let project: Converted
    private let entities: Converted
    /// The entity whose rows log in, or none.
    private let account: Converted
    private let entity: [String: Converted]
    private let projectDigest: SHA256Digest
    private let entitiesDigest: SHA256Digest
    private let entityDigests: [String: SHA256Digest]

    /// Prepares the values of a plan.
    /// - Throws: whatever encoding a value throws.
    /// - Parameters:
    ///   - plan: the plan whose tasks are asked for.
    ///   - convert: makes the engine's value of a JSON value.
    ///   - gather: makes the engine's list of values that are converted already.
    package init(
        plan: RenderingPlan, convert: @escaping @Sendable (JSONValue) -> Converted, gather: ([Converted]) -> Converted
    ) throws {
        self.convert = convert
        tasks = plan.tasks
        let projectValue = Self.value(of: plan.project)
        project = convert(projectValue)
        let context = EntityContext(entities: plan.entities)
        let accountValue = plan.entities.first { $0.account != nil }.map(context.value) ?? .null
        account = convert(accountValue)
        projectDigest = try CanonicalJSON.digest(of: [projectValue, accountValue] as JSONValue)
        var converted: [Converted] = []
        var entity: [String: Converted] = [:]
        var digests: [String: SHA256Digest] = [:]
        var summary = ""
        for planned in plan.entities {
            let value = context.value(of: planned)
            let digest = try CanonicalJSON.digest(of: value)
            converted.append(convert(value))
            entity[planned.name] = converted.last
            digests[planned.name] = digest
            summary += digest.hexadecimal
        }
        entities = gather(converted)
        entitiesDigest = SHA256Digest(of: summary)
        self.entity = entity
        entityDigests = digests
    }

    /// The digest of everything that the values of the infrastructure follow from.
    /// - Throws: whatever encoding a provision throws.
    package func infrastructureDigest() throws -> SHA256Digest {
        let provides = try CanonicalJSON.digest(of: tasks.flatMap(\.provides))
        return SHA256Digest(of: "\(projectDigest)\n\(entitiesDigest)\n\(provides)")
    }

    /// The values for a task's template, by their names.
    package func values(for task: PlannedTask) -> [String: Converted] {
        var values: [String: Converted] = [
            "project": project, "entities": entities, "account": account,
            "task": convert([
                "number": .integer(task.number), "kind": .string(task.kind),
                "path": .string(task.targetFiles.first ?? ""),
            ]),
            "provides": convert(.array(provisions(for: task).map(Self.value))),
        ]
        if case .entity(let name) = task.serves { values["entity"] = entity[name] }
        return values
    }

    /// The values for the templates of the infrastructure: the whole project and all that its tasks provide.
    package var infrastructureValues: [String: Converted] {
        [
            "project": project, "entities": entities, "account": account,
            "provides": convert(.array(tasks.flatMap(\.provides).map(Self.value))),
        ]
    }

    /// The digest of everything that a task's output follows from.
    ///
    /// All entities count for a task of the project and for a template that mentions them; else the task's own.
    /// - Throws: whatever encoding the task throws.
    package func inputDigest(of task: PlannedTask, template: TemplateFingerprint) throws -> SHA256Digest {
        var subject = entitiesDigest
        if case .entity(let name) = task.serves, !template.usesEntities, let digest = entityDigests[name] {
            subject = digest
        }
        return try CanonicalJSON.digest(
            of: TaskInput(
                task: task, project: projectDigest, subject: subject, provides: provisions(for: task),
                template: template.digest))
    }

    private func provisions(for task: PlannedTask) -> [Provision] {
        task.dependencies.flatMap { number in
            tasks.indices.contains(number - 1) ? tasks[number - 1].provides : []
        }
    }

    private static func value(of project: ProjectIdentity) -> JSONValue {
        [
            "title": .string(project.title), "slug": .string(project.slug), "summary": .string(project.summary),
            "version": .string(project.version),
        ]
    }

    private static func value(of provision: Provision) -> JSONValue {
        [
            "kind": .string(provision.kind), "module": .string(provision.module),
            "symbol": provision.symbol.map(JSONValue.string) ?? .null,
            "entity": provision.entity.map(JSONValue.string) ?? .null,
        ]
    }
}

/// What a task's output follows from, in the form that its digest is taken of.
private struct TaskInput: Encodable {
    var task: PlannedTask
    var project: SHA256Digest
    var subject: SHA256Digest
    var provides: [Provision]
    var template: SHA256Digest
}
