import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// The table in which the probe's stages save: a row for each item, with how often it was saved.
enum ProbeResults {
    /// Makes the table unless it is there.
    static func create(in store: some PostgresExecutor) async throws {
        try await store.execute(
            """
            CREATE TABLE IF NOT EXISTS probe_results (
                run_id uuid, stage text, key text, value bigint NOT NULL, saves integer NOT NULL DEFAULT 1,
                PRIMARY KEY (run_id, stage, key))
            """)
    }

    /// Stores values of items, counting those that were stored before.
    static func save(_ values: [(key: String, value: Int)], in transaction: StageTransaction) async throws {
        try await transaction.database.execute(
            """
            INSERT INTO probe_results (run_id, stage, key, value)
            SELECT \(transaction.run.id), \(transaction.stage.rawValue), v.key, v.value
            FROM unnest(\(values.map(\.key))::text[], \(values.map(\.value))::bigint[]) AS v (key, value)
            ON CONFLICT (run_id, stage, key) DO UPDATE
                SET value = excluded.value, saves = probe_results.saves + 1
            """)
    }

    /// The values of some items of a stage.
    static func values(
        of keys: [String], stage: StageName, in run: Run, from store: any PostgresExecutor
    ) async throws -> [Int] {
        guard !keys.isEmpty else { return [] }
        return try await store.rows(
            """
            SELECT value FROM probe_results
            WHERE run_id = \(run.id) AND stage = \(stage.rawValue) AND key = ANY (\(keys))
            """, as: Int.self)
    }

    /// The digest of everything that a run saved, with the counts.
    static func digest(of runID: UUID, in store: some PostgresExecutor) async throws -> String {
        let rows = try await store.rows(
            "SELECT stage, key, value, saves FROM probe_results WHERE run_id = \(runID) ORDER BY stage, key",
            as: (String, String, Int, Int).self)
        let lines = rows.map { "\($0.0) \($0.1) \($0.2) \($0.3)" }.joined(separator: "\n")
        return SHA256Digest(of: lines).hexadecimal
    }
}
