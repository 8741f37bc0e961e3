import Foundation
import MGECore
package import MGELayers

/// Makes the plan of a discovery: names, tasks and contract, as a pure function of the discovery and the stack.
package struct MasterplanBuilder {
    private let stack: Stack
    private let project: ProjectIdentity
    private let entities: [PlannedEntity]
    /// The numbers of each kind's tasks, for a kind per entity in the entities' order.
    private var numbers: [String: Range<Int>] = [:]
    private var tasks: [PlannedTask] = []
    private var phases: [Phase] = []
    private var milestoneCount = 0

    private init(stack: Stack, project: ProjectIdentity, entities: [PlannedEntity]) {
        self.stack = stack
        self.project = project
        self.entities = entities
    }

    /// Plans a discovery for a stack, in time linear in entities and kinds.
    /// - Throws: `PlanningError` when names collide, contradict each other, or two tasks would write one file.
    package static func build(_ document: DiscoveryDocument, with stack: Stack) throws -> Masterplan {
        let resolution = try NameResolver.resolve(document, reserved: stack.reserved)
        let project = identity(of: document)
        var builder = MasterplanBuilder(stack: stack, project: project, entities: resolution.entities)
        try builder.unroll()
        try builder.checkTargets()
        let contract = ContractBuilder(
            project: project, entities: resolution.entities, rules: document.businessRules
        ).contract
        return Masterplan(
            project: project, stack: stack.name, entities: resolution.entities, contract: contract,
            phases: builder.phases, tasks: builder.tasks, diagnostics: resolution.diagnostics)
    }

    private static func identity(of document: DiscoveryDocument) -> ProjectIdentity {
        let slug = NameLimits.shortened(NameWords(document.title).kebab, to: NameLimits.code, separator: "-")
        return ProjectIdentity(
            title: WireName.label(document.title).nonempty ?? "Project", slug: slug.nonempty ?? "project",
            summary: WireName.label(document.summary), version: "0.1.0")
    }
}

extension MasterplanBuilder {
    private mutating func unroll() throws {
        let kinds = Dictionary(stack.kinds.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        for kind in stack.kinds where occurs(kind) {
            let subjects: [PlannedEntity?] = kind.per == .entity ? entities.map(Optional.some) : [nil]
            let first = tasks.count + 1
            numbers[kind.kind] = first..<first + subjects.count
            guard !subjects.isEmpty else { continue }
            openMilestone(of: kind)
            let texts = try BlueprintTexts(of: kind)
            for (position, entity) in subjects.enumerated() {
                tasks.append(
                    task(kind, texts: texts, entity: entity, dependencies: dependencies(of: kind, at: position, kinds)))
            }
            let phase = phases.count - 1
            let milestone = phases[phase].milestones.count - 1
            phases[phase].milestones[milestone].tasks += Array(first..<first + subjects.count)
        }
    }

    private func occurs(_ kind: BlueprintKind) -> Bool {
        switch kind.when {
        case .login: entities.contains { $0.account != nil }
        case nil: true
        }
    }

    /// Begins the kind's phase and milestone, unless its predecessor was in them.
    private mutating func openMilestone(of kind: BlueprintKind) {
        if phases.last?.name != kind.phase {
            phases.append(Phase(number: phases.count + 1, name: kind.phase, milestones: []))
        }
        let phase = phases.count - 1
        guard phases[phase].milestones.last?.name != kind.milestone else { return }
        milestoneCount += 1
        phases[phase].milestones.append(Milestone(number: milestoneCount, name: kind.milestone, tasks: []))
    }

    /// The tasks that a task needs: of a kind per entity its own entity's, or, for the project, those of all.
    private func dependencies(of kind: BlueprintKind, at position: Int, _ kinds: [String: BlueprintKind]) -> [Int] {
        var result: Set<Int> = []
        for name in kind.dependsOn {
            guard let range = numbers[name], let needed = kinds[name] else { continue }
            if kind.per == .entity, needed.per == .entity {
                result.insert(range.lowerBound + position)
            } else {
                result.formUnion(range)
            }
        }
        return result.sorted()
    }

    private func task(
        _ kind: BlueprintKind, texts: BlueprintTexts, entity: PlannedEntity?, dependencies: [Int]
    ) -> PlannedTask {
        let target = texts.target.text(project: project, entity: entity?.names)
        return PlannedTask(
            number: tasks.count + 1, name: texts.name.text(project: project, entity: entity?.names),
            summary: kind.purpose, kind: kind.kind, complexity: kind.complexity,
            targetFiles: [target], dependencies: dependencies,
            serves: entity.map { .entity($0.name) } ?? .project,
            provides: texts.provisions(project: project, entity: entity?.names), template: kind.template,
            phase: phases.count, milestone: milestoneCount)
    }

    private func checkTargets() throws {
        var targets = TargetPaths()
        for task in tasks {
            for path in task.targetFiles { targets.claim(path, by: "task \(task.number) (\(task.name))") }
        }
        for file in stack.definition.infrastructure {
            let path = try BlueprintText(file.target, per: .project).text(project: project, entity: nil)
            targets.claim(path, by: "the infrastructure file \(file.template ?? file.copy ?? path)")
        }
        try PlanningError.check(targets.problems())
    }
}
