package import Foundation
package import MGEPostgres

/// A process that works on a run just now.
package struct LiveWorker: Sendable, Hashable {
    package let host: String
    package let process: Int
    package let startedAt: Date
}

extension PostgresExecutor {
    /// The processes that work on a run just now: those whose advisory lock is held.
    /// - Throws: `PostgresError`.
    package func liveWorkers(of runID: UUID) async throws -> [LiveWorker] {
        try await rows(
            """
            SELECT host, process, started_at FROM workers
            WHERE run_id = \(runID) AND worker_number IN (
                SELECT objid::integer FROM pg_locks
                WHERE locktype = 'advisory' AND classid = \(WorkerLock.namespace)::bigint::oid AND objsubid = 2
                  AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
            ORDER BY worker_number
            """, as: (String, Int, Date).self
        ).map { LiveWorker(host: $0.0, process: $0.1, startedAt: $0.2) }
    }
}
