import Foundation
import MGECore
import MGELayers
import MGEPostgres

extension PostgresExecutor {
    /// Stores the execution that the results of all waves belong to.
    func storeWaveExecution(of run: Run) async throws {
        let identifiers = RunIdentifiers(run: run.id)
        try await execute(
            """
            INSERT INTO executions (execution_id, run_id, worker_id, stage, task_description, task_input, status)
            VALUES (\(identifiers.waves), \(run.id), 'all', \(WaveExecutionStage.name), 'wave execution', '{}',
                    'running')
            ON CONFLICT (execution_id) DO UPDATE SET status = 'running', completed_at = NULL
            """)
    }

    func endWaveExecution(of runID: UUID) async throws {
        try await execute(
            """
            UPDATE executions SET status = 'succeeded', completed_at = clock_timestamp(),
                total_duration = extract(epoch FROM clock_timestamp() - created_at)
            WHERE execution_id = \(RunIdentifiers(run: runID).waves)
            """)
    }

    /// Stores what the checks said, in the place of what they said before.
    func storeResults(_ results: [(wave: Int, atom: CheckedAtom)], of runID: UUID) async throws {
        guard !results.isEmpty else { return }
        let identifiers = RunIdentifiers(run: runID)
        try await execute(
            """
            INSERT INTO execution_results (execution_id, masterplan_id, wave_number, atom_id, status, error,
                                           execution_time_seconds)
            SELECT \(identifiers.waves), \(identifiers.masterplan), r.wave, r.atom,
                   CASE WHEN r.error IS NULL THEN 'succeeded' ELSE 'failed' END, r.error, r.seconds
            FROM unnest(\(results.map(\.wave))::integer[],
                        \(results.map { identifiers.atom($0.atom.identity, of: $0.atom.path) })::uuid[],
                        \(results.map { result in
                            result.atom.succeeded ? nil : result.atom.findings.map(\.description).joined(separator: "\n")
                        })::text[],
                        \(results.map(\.atom.seconds))::double precision[])
                AS r (wave, atom, error, seconds)
            ON CONFLICT (execution_id, atom_id) DO UPDATE
                SET wave_number = excluded.wave_number, status = excluded.status, error = excluded.error,
                    execution_time_seconds = excluded.execution_time_seconds, created_at = clock_timestamp()
            """)
    }

    func waveTotals(_ wave: Int, of runID: UUID) async throws -> WaveTotals {
        try await totals(where: "AND wave_number = \(wave)", of: runID)
    }

    func executionTotals(of runID: UUID) async throws -> WaveTotals {
        try await totals(where: "", of: runID)
    }

    private func totals(where condition: SQL, of runID: UUID) async throws -> WaveTotals {
        let row = try await firstRow(
            """
            SELECT coalesce(max(wave_number), 0), count(*) FILTER (WHERE status = 'succeeded'),
                   count(*) FILTER (WHERE status = 'failed'),
                   coalesce(extract(epoch FROM max(created_at) - min(created_at)), 0)::double precision
            FROM execution_results WHERE execution_id = \(RunIdentifiers(run: runID).waves) \(condition)
            """, as: (Int, Int, Int, Double).self)
        return row.map { WaveTotals(waves: $0.0, succeeded: $0.1, failed: $0.2, seconds: $0.3) } ?? WaveTotals()
    }

    /// How many waves are planned.
    func plannedWaves(of runID: UUID) async throws -> Int {
        try await rows(
            """
            SELECT count(*) FROM work_items
            WHERE run_id = \(runID) AND stage = \(WaveExecutionStage.name) AND key ~ '^wave-[0-9]+$'
            """, as: Int.self
        ).first ?? 0
    }

    /// Stores what acceptance expects to be published.
    func storeExpectedRepository(_ manifest: Manifest, bytes: Int, of runID: UUID) async throws {
        try await execute(
            """
            INSERT INTO repositories (run_id, digest, files, bytes)
            VALUES (\(runID), \(manifest.digest), \(manifest.files.count), \(bytes))
            ON CONFLICT (run_id) DO UPDATE
                SET digest = excluded.digest, files = excluded.files, bytes = excluded.bytes
            """)
    }
}
