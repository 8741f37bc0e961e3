import Foundation
import MGECompiler
import MGEPostgres

extension PostgresTransaction {
    /// Locks a run that nobody works on.
    /// - Returns: whether nobody does.
    func lockForRemoval(_ runID: UUID) async throws -> Bool {
        _ = try await rows("SELECT run_id FROM runs WHERE run_id = \(runID) FOR UPDATE", as: UUID.self)
        return try await liveWorkers(of: runID).isEmpty
    }

    /// Deletes a run with everything that belongs to it.
    func removeRun(_ runID: UUID) async throws {
        // Results refer to plans and executions both; deleting them first spares looking for each twice.
        try await execute(
            """
            DELETE FROM execution_results
            WHERE masterplan_id IN (SELECT masterplan_id FROM masterplans WHERE run_id = \(runID))
            """)
        try await execute("DELETE FROM runs WHERE run_id = \(runID)")
    }
}
