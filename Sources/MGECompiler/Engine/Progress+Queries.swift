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

    /// Whether items of a stage are worked on or will be; while it is planned, whether its plan will be.
    ///
    /// The first of each state in the order of the plan is looked at, which is the planning item where there is one:
    /// asking whether any is there makes PostgreSQL scan the table when it expects to find one soon.
    func hasOpenItems(of stage: StageName, in runID: UUID) async throws -> Bool {
        try await firstRow(
            """
            SELECT EXISTS (
                SELECT FROM unnest(ARRAY['leased', 'ready', 'waiting']) AS s (state)
                CROSS JOIN LATERAL (
                    SELECT is_planning FROM work_items
                    WHERE run_id = \(runID) AND stage = \(stage) AND state = s.state ORDER BY ordinal LIMIT 1) i
                WHERE i.is_planning OR 'running' = (SELECT state FROM stages
                                                    WHERE run_id = \(runID) AND name = \(stage)))
            """, as: Bool.self) ?? false
    }

    /// Counts results of a stage; whoever else does so waits until this transaction ends.
    /// - Returns: how many there are now, those that the last planning kept included.
    func advanceProgress(of stage: StageName, in runID: UUID, by count: Int) async throws -> Int {
        try await firstRow(
            """
            UPDATE stages SET progress = progress + \(count) WHERE run_id = \(runID) AND name = \(stage)
            RETURNING progress
            """, as: Int.self) ?? count
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
    func deadItems(of runID: UUID) async throws -> [DeadItem] {
        try await rows(
            """
            SELECT w.stage, w.key, w.is_planning, w.last_error FROM stages s
            JOIN work_items w ON w.run_id = s.run_id AND w.stage = s.name AND w.state = 'dead'
            WHERE s.run_id = \(runID) ORDER BY s.ordinal, w.ordinal, w.item_id
            """, as: (StageName, String, Bool, JSONB<StoredFailure>?).self
        ).map { DeadItem(stage: $0.0, key: $0.1, isPlanning: $0.2, failure: $0.3?.value) }
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

/// An item that was given up.
struct DeadItem: Sendable {
    let stage: StageName
    let key: String
    let isPlanning: Bool
    let failure: StoredFailure?

    /// Whether the run has to stop at the end of the stage: nothing can be right without a plan.
    var stopsRun: Bool { isPlanning || failure?.stopsRun ?? true }
}
