import Foundation
import MGEPostgres

extension Engine {
    /// What looking for the next step of a run found.
    enum Advance: Equatable {
        /// Items of this stage can be claimed, or others work on them.
        case working(StageName)
        /// Something changed; look again.
        case advanced
        case awaitingApproval
        case ended(RunState)
    }

    /// What a stage's or a kind's conclusion threw.
    private struct ConclusionError: Error {
        let stage: StageName
        let error: any Error
    }

    /// Takes the next step that no item takes: plans the next stage, ends one, or ends the run.
    func advance(_ runID: UUID) async throws -> Advance {
        guard let run = try await pool.run(runID) else { throw EngineError.unknownRun(runID) }
        switch run.state {
        case .running: break
        case .awaitingApproval: return .awaitingApproval
        case .queued:
            // Somebody approved while this worker was looking elsewhere.
            _ = try await pool.changeState(of: runID, to: .running)
            return .advanced
        case .draft, .succeeded, .partial, .failed, .cancelled, .paused: return .ended(run.state)
        }
        // Without the lock first: idle workers ask every second, and most of the time there is nothing to do.
        let stages = try await pool.stageStates(of: runID)
        if let current = stages.first(where: { $0.state != "done" }), current.state != "pending",
            try await pool.hasOpenItems(of: current.name, in: runID)
        {
            return .working(current.name)
        }
        do {
            return try await pool.retryingTransaction { try await takeStep(of: runID, in: $0) }
        } catch let conclusion as ConclusionError {
            // What it threw may have failed its transaction, so that the run ends in another.
            return try await pool.retryingTransaction { try await fail(runID, because: conclusion, in: $0) }
        }
    }

    private func takeStep(of runID: UUID, in transaction: PostgresTransaction) async throws -> Advance {
        guard let (run, _) = try await transaction.lockedRun(runID), run.state == .running else { return .advanced }
        let stages = try await transaction.stageStates(of: runID)
        guard let current = stages.first(where: { $0.state != "done" }) else {
            return try await finish(run, in: transaction)
        }
        if current.state == "pending" {
            try await transaction.insertPlanningItem(of: current.name, in: runID)
            return .working(current.name)
        }
        if try await transaction.hasOpenItems(of: current.name, in: runID) { return .working(current.name) }
        let ended = try await end(current.name, of: run, in: transaction)
        guard ended == .advanced, let next = stages.first(where: { $0.state != "done" && $0.name != current.name }),
            next.state == "pending"
        else { return ended }
        // In the same transaction, so that nobody looks for it in between.
        try await transaction.insertPlanningItem(of: next.name, in: runID)
        return .working(next.name)
    }

    private func end(_ stage: StageName, of run: Run, in transaction: PostgresTransaction) async throws -> Advance {
        let dead = try await transaction.deadItems(of: run.id).filter { $0.stage == stage }
        if let first = dead.first(where: \.stopsRun) {
            let failure = RunFailure(
                stage: stage, item: first.isPlanning ? nil : first.key,
                message: first.failure?.message ?? "the item failed", remedy: first.failure?.remedy,
                failedItems: dead.count, cause: first.failure?.cause ?? .other)
            return try await finish(run, as: .failed, failure, in: transaction)
        }
        let kind = try kind(of: run)
        try await transaction.completeStage(stage, in: run.id)
        let conclusion = StageTransaction(run: run, stage: stage, database: transaction)
        try await concluding(stage) { try await kind.stage(named: stage)?.complete(conclusion) }
        let isGated = kind.gates.contains(stage) && !run.isApproved
        if isGated {
            conclusion.post(.status(phase: "approval", "the plan waits for approval"))
            _ = try await transaction.changeState(of: run.id, to: .awaitingApproval)
        }
        try await conclusion.flush()
        try await transaction.notifyWorkers(of: run.id)
        return isGated ? .awaitingApproval : .advanced
    }

    private func finish(_ run: Run, in transaction: PostgresTransaction) async throws -> Advance {
        let dead = try await transaction.deadItems(of: run.id)
        let last = try kind(of: run).stages.last?.name ?? "finish"
        return try await concluding(last) {
            try await finish(run, as: dead.isEmpty ? .succeeded : .partial, nil, in: transaction)
        }
    }

    private func finish(
        _ run: Run, as state: RunState, _ failure: RunFailure?, in transaction: PostgresTransaction
    ) async throws -> Advance {
        let kind = try kind(of: run)
        let stage = failure?.stage ?? kind.stages.last?.name ?? "finish"
        let conclusion = StageTransaction(run: run, stage: stage, database: transaction)
        let decided = try await kind.conclude(state, failure, conclusion)
        _ = try await transaction.changeState(of: run.id, to: decided, failure: failure)
        try await conclusion.flush()
        try await transaction.notifyWorkers(of: run.id)
        return .ended(decided)
    }

    /// Ends the run as failed, because it would fail at the same place whenever somebody resumed it.
    private func fail(
        _ runID: UUID, because conclusion: ConclusionError, in transaction: PostgresTransaction
    ) async throws -> Advance {
        guard let (run, _) = try await transaction.lockedRun(runID), run.state == .running else { return .advanced }
        let reason = ItemFailure(describing: conclusion.error)
        let failure = RunFailure(
            stage: conclusion.stage, item: nil, message: reason.message, remedy: reason.remedy, failedItems: 0,
            cause: reason.cause)
        let event = Event.error(
            phase: conclusion.stage.rawValue, reason.message, subject: reason.subject, remedy: reason.remedy,
            at: reason.location)
        try await transaction.storeEvents([event], adding: [:], to: runID)
        return try await finish(run, as: .failed, failure, in: transaction)
    }

    /// Tells what a conclusion threw from what befell the transaction around it.
    private func concluding<Result>(_ stage: StageName, _ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch  where !(error is CancellationError) && !error.isDatabaseFailure && !error.isTransient {
            throw ConclusionError(stage: stage, error: error)
        }
    }
}
