import Foundation
import MGECompiler
import MGEPostgres
import MGETestSupport
import Testing

/// Runs of the probe in a database of their own.
struct ProbeFixture: Sendable {
    let pool: PostgresPool

    static func with(_ body: (ProbeFixture) async throws -> Void) async throws {
        try await TestDatabase.withPool(migrator: try EngineFixture.migrator) { try await body(ProbeFixture(pool: $0)) }
    }

    func submit(_ arguments: String...) async throws -> String {
        try await ProbeProcess.output(["submit"] + arguments, on: pool.configuration)
    }

    func work(_ run: String, _ arguments: String...) throws -> ProbeProcess {
        try ProbeProcess(["work", run] + arguments, on: pool.configuration)
    }

    /// The run's state and the digest of what it saved.
    func status(_ run: String) async throws -> String {
        try await ProbeProcess.output(["status", run], on: pool.configuration)
    }

    /// The status of a run of the same settings that nothing disturbed.
    func undisturbed(_ arguments: [String]) async throws -> String {
        let run = try await ProbeProcess.output(["submit"] + arguments, on: pool.configuration)
        #expect(try await work(run).wait().output == "succeeded\n")
        return try await status(run)
    }

    /// The items of a run that are not done exactly once; stages are planned again when a finished run is worked on.
    func itemsNotDoneOnce(_ run: String) async throws -> [String] {
        try await pool.rows(
            """
            SELECT concat_ws(' ', stage, key, state, 'completed', completions, 'attempt', attempt, 'abandoned',
                             abandonments, last_error ->> 'message')
            FROM work_items WHERE run_id = \(UUID(uuidString: run))
              AND (state <> 'done' OR completions <> 1 AND NOT is_planning)
            ORDER BY item_id
            """, as: String.self)
    }

    /// How many items of a run are done, or are not done exactly once.
    func counts(_ run: String) async throws -> (done: Int, other: Int, saves: Int) {
        let row = try await pool.firstRow(
            """
            SELECT count(*) FILTER (WHERE state = 'done' AND completions = 1),
                   count(*) FILTER (WHERE state <> 'done' OR completions <> 1),
                   (SELECT coalesce(max(saves), 0) FROM probe_results WHERE run_id = \(UUID(uuidString: run)))
            FROM work_items WHERE run_id = \(UUID(uuidString: run))
            """, as: (Int, Int, Int).self)
        return row.map { (done: $0.0, other: $0.1, saves: $0.2) } ?? (0, 0, 0)
    }

    /// Waits until a condition over the database holds.
    func until(_ condition: SQL) async throws {
        for _ in 0..<3_000 {
            if try await pool.firstRow("SELECT \(condition)", as: Bool.self) == true { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("never came true: \(condition)")
    }

    /// Waits until a number of a run's items are done.
    func untilDone(_ count: Int, in run: String) async throws {
        try await until(
            "(SELECT count(*) FROM work_items WHERE run_id = \(UUID(uuidString: run)) AND state = 'done') >= \(count)")
    }
}
