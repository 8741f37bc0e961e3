import Foundation
import MGELayers
import MGEPostgres

extension PostgresExecutor {
    func compileTotals(of runID: UUID) async throws -> CompileTotals {
        let waves = RunIdentifiers(run: runID).waves
        let row = try await firstRow(
            """
            SELECT coalesce((SELECT total_tasks FROM masterplans WHERE run_id = r.run_id), 0),
                   (SELECT count(*) FROM atomic_units WHERE run_id = r.run_id),
                   coalesce(e.waves, 0), coalesce(e.passed, 0), coalesce(e.failed, 0),
                   coalesce(extract(epoch FROM clock_timestamp() - r.started_at), 0)::double precision,
                   (SELECT path FROM repositories WHERE run_id = r.run_id)
            FROM runs r, (
                SELECT max(wave_number) AS waves, count(*) FILTER (WHERE status = 'succeeded') AS passed,
                       count(*) FILTER (WHERE status = 'failed') AS failed
                FROM execution_results WHERE execution_id = \(waves)) e
            WHERE r.run_id = \(runID)
            """, as: (Int, Int, Int, Int, Int, Double, String?).self)
        return row.map {
            CompileTotals(
                tasks: $0.0, atoms: $0.1, waves: $0.2, passedAtoms: $0.3, failedAtoms: $0.4, seconds: $0.5, path: $0.6)
        } ?? CompileTotals(tasks: 0, atoms: 0, waves: 0, passedAtoms: 0, failedAtoms: 0, seconds: 0, path: nil)
    }
}
