package import Foundation
import MGECore
package import MGEPostgres

/// Runs items of runs, written once for all stages and kinds.
///
/// There is no coordinator: to resume a run is to work on it, and any number of processes may do so at once. All state
/// is in PostgreSQL, and every transition is one transaction guarded by a lease's token or by a compare-and-set.
package struct Engine: Sendable {
    let pool: PostgresPool
    let configuration: PostgresConfiguration
    let kinds: [RunKind]
    let settings: EngineSettings

    /// - Parameters:
    ///   - pool: for claims, results and reading; one connection for each concurrent claim, and two more.
    ///   - configuration: for the connections that a worker holds of its own.
    ///   - kinds: the kinds of runs that can be worked on.
    ///   - settings: how to work.
    package init(
        pool: PostgresPool, configuration: PostgresConfiguration, kinds: [RunKind], settings: EngineSettings
    ) {
        self.pool = pool
        self.configuration = configuration
        self.kinds = kinds
        self.settings = settings
    }

    /// Stores a new run, ready to be worked on.
    /// - Throws: `PostgresError`.
    package func submit(_ run: NewRun, kind: RunKind) async throws {
        try await pool.transaction { transaction in
            try await transaction.insertRun(run, kind: kind)
        }
    }

    /// Approves the plan of a run that waits for it.
    /// - Throws: `EngineError.notAllowed` when the run does not wait, as when somebody else has just approved it.
    package func approve(_ runID: UUID) async throws {
        let isApproved = try await pool.retryingTransaction { transaction in
            let isApproved = try await transaction.approveRun(runID)
            if isApproved {
                let event = Event.status(phase: "approval", "approved")
                try await transaction.storeEvents([event], adding: [:], to: runID)
            }
            return isApproved
        }
        if !isApproved { throw try await refusal(of: "approved", runID) }
    }

    /// Gives up a run; its workers stop at their next look at the database.
    /// - Throws: `EngineError.notAllowed` when the run has ended.
    package func cancel(_ runID: UUID) async throws {
        guard let run = try await pool.run(runID) else { throw EngineError.unknownRun(runID) }
        let kind = try kind(of: run)
        let isCancelled = try await pool.retryingTransaction { transaction in
            guard try await transaction.changeState(of: runID, to: .cancelled) else { return false }
            try await transaction.cancelItems(of: runID)
            let stage = kind.stages.last?.name ?? "cancel"
            let conclusion = StageTransaction(run: run, stage: stage, database: transaction)
            _ = try await kind.conclude(.cancelled, nil, conclusion)
            try await conclusion.flush()
            try await transaction.notifyWorkers(of: runID)
            return true
        }
        if !isCancelled { throw try await refusal(of: "cancelled", runID) }
    }

    private func refusal(of action: String, _ runID: UUID) async throws -> EngineError {
        guard let run = try await pool.run(runID) else { return .unknownRun(runID) }
        return .notAllowed(action: action, state: run.state, run: runID)
    }

    func kind(of run: Run) throws -> RunKind {
        guard let kind = kinds.first(where: { $0.name == run.kind }) else {
            throw EngineError.unknownKind(run.kind, run: run.id)
        }
        return kind
    }
}

extension PostgresExecutor {
    /// Tells the workers of a run that there may be something to do; a hint, sent when the transaction commits.
    ///
    /// PostgreSQL lets one transaction with a notification commit at a time, in the whole server. What happens often
    /// is therefore told in a transaction of its own, which does not wait for the disk.
    func notifyWorkers(of runID: UUID) async throws {
        _ = try await rows(
            "SELECT pg_notify(\(workChannel), \(runID.uuidString.lowercased()))::text", as: String.self)
    }
}

extension PostgresPool {
    /// Tells the workers of a run that there may be something to do, in a transaction of its own.
    func hintWorkers(of runID: UUID) async throws {
        _ = try await rows(
            """
            SELECT set_config('synchronous_commit', 'off', true),
                   pg_notify(\(workChannel), \(runID.uuidString.lowercased()))::text
            """, as: (String, String).self)
    }
}

/// The channel on which workers are told that there may be something to do.
let workChannel = "mge_work"
