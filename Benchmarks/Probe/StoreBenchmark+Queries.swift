import Foundation
import MGECompiler
import MGELayers
import MGEPostgres

extension PostgresPool {
    /// Creates a run whose tasks have not made anything yet.
    func createRun(_ run: UUID, tasks: Int) async throws {
        let identifiers = RunIdentifiers(run: run)
        try await execute(
            """
            INSERT INTO runs (run_id, kind, state, settings, input, user_id, session_id)
            VALUES (\(run), 'benchmark', 'running', '{}', '{}', 'benchmark', 'benchmark')
            """)
        try await execute(
            """
            INSERT INTO discovery_documents (discovery_id, run_id, user_id, session_id, domain, bounded_contexts,
                                             aggregates, entities, document)
            VALUES (\(identifiers.discovery), \(run), 'benchmark', 'benchmark', 'benchmark', '[]', '[]', '[]', '{}')
            """)
        try await execute(
            """
            INSERT INTO masterplans (masterplan_id, run_id, discovery_id, user_id, project_name, description, stack,
                                     status, total_phases, total_milestones, total_tasks, plan, contract)
            VALUES (\(identifiers.masterplan), \(run), \(identifiers.discovery), 'benchmark', 'benchmark', '', 'none',
                    'running', 1, 1, \(tasks), '{}', '{}')
            """)
        let numbers = Array(1...tasks)
        try await execute(
            """
            INSERT INTO masterplan_tasks (task_id, masterplan_id, task_number, name, description, phase, milestone,
                                          kind, complexity, target_files, task)
            SELECT id, \(identifiers.masterplan), number, 'task', '', 1, 1, 'benchmark', 'low', '{}', '{}'
            FROM unnest(\(numbers.map { identifiers.task($0) })::uuid[], \(numbers)::integer[]) AS t (id, number)
            """)
    }

    /// How many atoms and edges a run has.
    func counts(of run: UUID) async throws -> (atoms: Int, edges: Int) {
        try await firstRow(
            """
            SELECT (SELECT count(*) FROM atomic_units WHERE run_id = \(run)),
                   (SELECT count(*) FROM atom_dependencies JOIN atomic_units USING (atom_id) WHERE run_id = \(run))
            """, as: (Int, Int).self
        ).map { (atoms: $0.0, edges: $0.1) } ?? (0, 0)
    }
}
