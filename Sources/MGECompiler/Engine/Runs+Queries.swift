package import Foundation
package import MGECore
package import MGEPostgres

extension PostgresExecutor {
    /// Stores a new run and its stages.
    func insertRun(_ run: NewRun, kind: RunKind) async throws {
        try await execute(
            """
            INSERT INTO runs (run_id, kind, state, settings, input, user_id, session_id, event_context)
            VALUES (\(run.id), \(kind.name), \(RunState.queued), \(run.settings), \(run.input), \(run.userID),
                    \(run.sessionID), \(JSONValue.object(["session_id": .string(run.sessionID)])))
            """)
        try await insertStages(of: kind, in: run.id)
    }

    /// Makes the stage rows agree with the kind's stages, all of them to be planned.
    func insertStages(of kind: RunKind, in runID: UUID) async throws {
        try await execute(
            "DELETE FROM stages WHERE run_id = \(runID) AND name <> ALL (\(kind.stages.map(\.name.rawValue)))")
        try await execute(
            """
            INSERT INTO stages (run_id, name, ordinal, version)
            SELECT \(runID), s.name, s.ordinal, s.version
            FROM unnest(\(kind.stages.map(\.name.rawValue))::text[], \(kind.stages.map(\.version))::integer[])
                WITH ORDINALITY AS s (name, version, ordinal)
            ON CONFLICT (run_id, name) DO UPDATE
                SET ordinal = excluded.ordinal, version = excluded.version, state = 'pending',
                    planned_at = NULL, completed_at = NULL
            """)
    }

    /// A run by its identifier; nil when there is none.
    /// - Throws: `PostgresError`.
    package func run(_ runID: UUID) async throws -> Run? {
        try await runs(where: "run_id = \(runID)").first
    }

    /// The run's row, locked until the transaction ends; rows that refer to it can be stored meanwhile.
    func lockedRun(_ runID: UUID) async throws -> (run: Run, toolchain: String?)? {
        guard
            let (toolchain) = try await firstRow(
                "SELECT toolchain FROM runs WHERE run_id = \(runID) FOR NO KEY UPDATE", as: (String?).self)
        else { return nil }
        return try await run(runID).map { ($0, toolchain) }
    }

    /// The runs that fulfil a condition, newest first.
    /// - Throws: `PostgresError`.
    package func runs(where condition: SQL, limit: Int = 1_000) async throws -> [Run] {
        let rows = try await rows(
            """
            SELECT run_id, kind, state, settings, input, user_id, session_id, epoch, approved_at IS NOT NULL,
                   created_at, started_at, finished_at, failure
            FROM runs WHERE \(condition) ORDER BY created_at DESC, run_id LIMIT \(limit)
            """,
            as: (
                UUID, String, RunState, JSONValue, JSONValue, String, String, Int64, Bool, Date, Date?, Date?,
                JSONB<RunFailure>?
            ).self)
        return rows.map { row in
            Run(
                id: row.0, kind: row.1, state: row.2, settings: row.3, input: row.4, userID: row.5, sessionID: row.6,
                epoch: row.7, isApproved: row.8, createdAt: row.9, startedAt: row.10, finishedAt: row.11,
                failure: row.12?.value)
        }
    }

    /// Changes a run's state if it is in a state from which that is allowed.
    /// - Returns: whether it was.
    func changeState(of runID: UUID, to state: RunState, failure: RunFailure? = nil) async throws -> Bool {
        let changed = try await execute(
            """
            UPDATE runs SET state = \(state), failure = \(failure.map { JSONB($0) }),
                started_at = CASE WHEN \(state == .running) THEN coalesce(started_at, clock_timestamp())
                                  ELSE started_at END,
                finished_at = CASE WHEN \(state.isEnded) THEN clock_timestamp() END
            WHERE run_id = \(runID) AND state = ANY (\(state.predecessors)::text[])
            """)
        return changed == 1
    }

    /// Marks a waiting run as approved and queues it.
    /// - Returns: whether it was waiting.
    func approveRun(_ runID: UUID) async throws -> Bool {
        let changed = try await execute(
            """
            UPDATE runs SET state = \(RunState.queued), approved_at = clock_timestamp()
            WHERE run_id = \(runID) AND state = \(RunState.awaitingApproval)
            """)
        return changed == 1
    }

    /// Marks a run as approved before its plan is made.
    func approveInAdvance(_ runID: UUID) async throws {
        try await execute(
            "UPDATE runs SET approved_at = clock_timestamp() WHERE run_id = \(runID) AND approved_at IS NULL")
    }

    /// Starts a new epoch: all stages are planned again, and plans that somebody is making just now are void.
    func beginEpoch(of runID: UUID, toolchain: String) async throws {
        try await execute(
            "UPDATE runs SET epoch = epoch + 1, toolchain = \(toolchain) WHERE run_id = \(runID)")
        try await execute(
            """
            UPDATE work_items SET state = 'cancelled', lease_token = NULL, lease_until = NULL, worker_number = NULL
            WHERE run_id = \(runID) AND is_planning AND state IN ('waiting', 'ready', 'leased')
            """)
    }

    /// What a worker has to know of its run from time to time; nil when the run is gone.
    func pulse(of runID: UUID) async throws -> RunPulse? {
        try await firstRow(
            "SELECT state, epoch, toolchain FROM runs WHERE run_id = \(runID)", as: (RunState, Int64, String?).self
        ).map { RunPulse(state: $0.0, epoch: $0.1, toolchain: $0.2) }
    }
}

/// The part of a run that others may change while a worker works on it.
struct RunPulse: Sendable {
    let state: RunState
    let epoch: Int64
    let toolchain: String?
}

/// What a run is made of when it is submitted.
package struct NewRun: Sendable {
    package let id: UUID
    package let settings: JSONValue
    package let input: JSONValue
    package let userID: String
    package let sessionID: String

    package init(id: UUID, settings: JSONValue, input: JSONValue, userID: String, sessionID: String) {
        self.id = id
        self.settings = settings
        self.input = input
        self.userID = userID
        self.sessionID = sessionID
    }
}
