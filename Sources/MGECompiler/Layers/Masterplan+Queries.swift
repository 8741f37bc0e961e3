package import Foundation
import MGECore
package import MGELayers
package import MGEPostgres

/// The part of a masterplan that is stored in one document; its tasks are rows of their own.
private struct StoredPlan: Codable, Sendable {
    var project: ProjectIdentity
    var entities: [PlannedEntity]
    var phases: [Phase]
    var diagnostics: [Diagnostic]
}

extension PostgresExecutor {
    /// Stores the plan of a run in the place of an earlier one; tasks that the new one lacks go, with their files.
    func storeMasterplan(_ plan: Masterplan, of run: Run) async throws {
        let identifiers = RunIdentifiers(run: run.id)
        let stored = StoredPlan(
            project: plan.project, entities: plan.entities, phases: plan.phases, diagnostics: plan.diagnostics)
        try await execute(
            """
            INSERT INTO masterplans (masterplan_id, run_id, discovery_id, user_id, project_name, description, stack,
                                     status, total_phases, total_milestones, total_tasks, plan, contract)
            VALUES (\(identifiers.masterplan), \(run.id), \(identifiers.discovery), \(run.userID),
                    \(plan.project.title), \(plan.project.summary), \(plan.stack), \(run.state),
                    \(plan.phases.count), \(plan.milestoneCount), \(plan.tasks.count), \(JSONB(stored)),
                    \(plan.contract.json))
            ON CONFLICT (masterplan_id) DO UPDATE
                SET project_name = excluded.project_name, description = excluded.description, stack = excluded.stack,
                    total_phases = excluded.total_phases, total_milestones = excluded.total_milestones,
                    total_tasks = excluded.total_tasks, plan = excluded.plan, contract = excluded.contract
            """)
        try await execute(
            """
            DELETE FROM masterplan_tasks
            WHERE masterplan_id = \(identifiers.masterplan) AND task_number > \(plan.tasks.count)
            """)
        for tasks in plan.tasks.chunks(of: 2_000) { try await storeTasks(Array(tasks), identifiers) }
        try await execute("DELETE FROM task_dependencies WHERE masterplan_id = \(identifiers.masterplan)")
        let dependencies = plan.tasks.flatMap { task in
            task.dependencies.map { (identifiers.masterplan, FourByteInteger(task.number), FourByteInteger($0)) }
        }
        try await copy(
            into: "task_dependencies", columns: ["masterplan_id", "task_number", "depends_on"], rows: dependencies)
    }

    private func storeTasks(_ tasks: [PlannedTask], _ identifiers: RunIdentifiers) async throws {
        try await execute(
            """
            INSERT INTO masterplan_tasks (task_id, masterplan_id, task_number, name, description, phase, milestone,
                                          kind, complexity, target_files, task)
            SELECT t.id, \(identifiers.masterplan), t.number, t.name, t.description, t.phase, t.milestone, t.kind,
                   t.complexity, ARRAY(SELECT jsonb_array_elements_text(t.task -> 'targetFiles')), t.task
            FROM unnest(\(tasks.map { identifiers.task($0.number) })::uuid[], \(tasks.map(\.number))::integer[],
                        \(tasks.map(\.name))::text[], \(tasks.map(\.summary))::text[],
                        \(tasks.map(\.phase))::integer[], \(tasks.map(\.milestone))::integer[],
                        \(tasks.map(\.kind))::text[], \(tasks.map(\.complexity.rawValue))::text[],
                        \(tasks.map { JSONB($0) })::jsonb[])
                AS t (id, number, name, description, phase, milestone, kind, complexity, task)
            ON CONFLICT (masterplan_id, task_number) DO UPDATE
                SET name = excluded.name, description = excluded.description, phase = excluded.phase,
                    milestone = excluded.milestone, kind = excluded.kind, complexity = excluded.complexity,
                    target_files = excluded.target_files, task = excluded.task
            """)
    }

    /// What rendering needs of the plan of a run; nil before that stage.
    func renderingPlan(of runID: UUID) async throws -> RenderingPlan? {
        guard
            let row = try await firstRow(
                "SELECT stack, plan -> 'project' FROM masterplans WHERE run_id = \(runID)",
                as: (String, JSONB<ProjectIdentity>).self)
        else { return nil }
        // One by one: decoding all of a large project at once takes several times their room.
        let entities = try await rows(
            """
            SELECT e.value FROM masterplans m
            CROSS JOIN LATERAL jsonb_array_elements(m.plan -> 'entities') WITH ORDINALITY AS e (value, number)
            WHERE m.run_id = \(runID) ORDER BY e.number
            """, as: JSONB<PlannedEntity>.self
        ).map(\.value)
        let tasks = try await plannedTasks(of: runID)
        return RenderingPlan(project: row.1.value, stack: row.0, entities: entities, tasks: tasks)
    }

    /// The whole plan of a run; nil before that stage.
    /// - Throws: `PostgresError`.
    package func masterplan(of runID: UUID) async throws -> Masterplan? {
        guard
            let row = try await firstRow(
                "SELECT stack, plan, contract FROM masterplans WHERE run_id = \(runID)",
                as: (String, JSONB<StoredPlan>, JSONB<Contract>).self)
        else { return nil }
        let plan = row.1.value
        return Masterplan(
            project: plan.project, stack: row.0, entities: plan.entities, contract: row.2.value, phases: plan.phases,
            tasks: try await plannedTasks(of: runID), diagnostics: plan.diagnostics)
    }

    /// How many tasks the plan of a run has.
    func taskCount(of runID: UUID) async throws -> Int {
        try await rows("SELECT total_tasks FROM masterplans WHERE run_id = \(runID)", as: Int.self).first ?? 0
    }

    private func plannedTasks(of runID: UUID) async throws -> [PlannedTask] {
        try await rows(
            """
            SELECT t.task FROM masterplan_tasks t JOIN masterplans m USING (masterplan_id)
            WHERE m.run_id = \(runID) ORDER BY t.task_number
            """, as: JSONB<PlannedTask>.self
        ).map(\.value)
    }
}

/// The part of a masterplan that templates are rendered from: all but phases and contract.
package struct RenderingPlan: Sendable {
    package var project: ProjectIdentity
    package var stack: String
    package var entities: [PlannedEntity]
    /// `tasks[i].number == i + 1`.
    package var tasks: [PlannedTask]

    package init(project: ProjectIdentity, stack: String, entities: [PlannedEntity], tasks: [PlannedTask]) {
        self.project = project
        self.stack = stack
        self.entities = entities
        self.tasks = tasks
    }

    package init(_ plan: Masterplan) {
        self.init(project: plan.project, stack: plan.stack, entities: plan.entities, tasks: plan.tasks)
    }
}
