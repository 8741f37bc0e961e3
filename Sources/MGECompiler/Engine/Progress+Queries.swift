import Foundation
import MGEPostgres

extension PostgresExecutor {
    /// The stages of a run in their order.
    func stageStates(of runID: UUID) async throws -> [(name: StageName, state: String)] {
        try await rows(
            "SELECT name, state FROM stages WHERE run_id = \(runID) ORDER BY ordinal", as: (StageName, String).self
        ).map { (name: $0.0, state: $0.1) }
    }

    /// When a stage was planned last, as a text that differs from one planning to the next; empty when it has to be.
    func plannedAt(_ stage: StageName, in runID: UUID) async throws -> String {
        try await firstRow(
            "SELECT coalesce(planned_at::text, '') FROM stages WHERE run_id = \(runID) AND name = \(stage)",
            as: String.self) ?? ""
    }

    /// How many items of a stage are in each state.
    func itemCounts(of stage: StageName, in runID: UUID) async throws -> ItemCounts {
        let rows = try await rows(
            """
            SELECT state, count(*) FROM work_items WHERE run_id = \(runID) AND stage = \(stage) GROUP BY state
            """, as: (String, Int).self)
        return ItemCounts(Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: +))
    }

    /// Ends a stage.
    func completeStage(_ stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            UPDATE stages SET state = 'done', completed_at = clock_timestamp()
            WHERE run_id = \(runID) AND name = \(stage)
            """)
    }

    /// The dead items of a run, in the order of stages and plans.
    func deadItems(of runID: UUID) async throws -> [(stage: StageName, key: String, failure: StoredFailure?)] {
        try await rows(
            """
            SELECT w.stage, w.key, w.last_error FROM work_items w
            JOIN stages s ON s.run_id = w.run_id AND s.name = w.stage
            WHERE w.run_id = \(runID) AND w.state = 'dead' ORDER BY s.ordinal, w.ordinal
            """, as: (StageName, String, JSONB<StoredFailure>?).self
        ).map { (stage: $0.0, key: $0.1, failure: $0.2?.value) }
    }

    /// Gives up what is not done yet.
    func cancelItems(of runID: UUID) async throws {
        try await execute(
            """
            UPDATE work_items SET state = 'cancelled', lease_token = NULL, lease_until = NULL, worker_number = NULL
            WHERE run_id = \(runID) AND state IN ('waiting', 'ready', 'leased', 'blocked')
            """)
    }
}

/// How many items of a stage are in each state.
struct ItemCounts: Sendable {
    private let counts: [String: Int]

    init(_ counts: [String: Int]) {
        self.counts = counts
    }

    /// Items that are worked on or will be.
    var open: Int { self["waiting"] + self["ready"] + self["leased"] }
    /// Items that somebody could claim now or later without another item being done first.
    var ready: Int { self["ready"] }
    var dead: Int { self["dead"] }
    var blocked: Int { self["blocked"] }

    private subscript(state: String) -> Int { counts[state] ?? 0 }
}
