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

    /// Takes the next step that no item takes: plans the next stage, ends one, or ends the run.
    func advance(_ runID: UUID) async throws -> Advance {
        guard let run = try await pool.run(runID) else { throw EngineError.unknownRun(runID) }
        guard run.state == .running else {
            return run.state == .awaitingApproval ? .awaitingApproval : .ended(run.state)
        }
        let stages = try await pool.stageStates(of: runID)
        // Without the lock first: idle workers ask every second, and most of the time there is nothing to do.
        if let current = stages.first(where: { $0.state != "done" }), current.state != "pending",
            try await pool.itemCounts(of: current.name, in: runID).open > 0
        {
            return .working(current.name)
        }
        return try await pool.transaction { transaction in
            guard let (run, _) = try await transaction.lockedRun(runID), run.state == .running else { return .advanced }
            let stages = try await transaction.stageStates(of: runID)
            guard let current = stages.first(where: { $0.state != "done" }) else {
                return try await finish(run, in: transaction)
            }
            if current.state == "pending" {
                try await transaction.insertPlanningItem(of: current.name, in: runID)
                return .advanced
            }
            let counts = try await transaction.itemCounts(of: current.name, in: runID)
            return counts.open > 0 ? .working(current.name) : try await end(current.name, of: run, in: transaction)
        }
    }

    private func end(_ stage: StageName, of run: Run, in transaction: PostgresTransaction) async throws -> Advance {
        let dead = try await transaction.deadItems(of: run.id).filter { $0.stage == stage }
        if let first = dead.first(where: { $0.failure?.stopsRun ?? true }) {
            let failure = RunFailure(
                stage: stage, item: first.key == "@plan" ? nil : first.key,
                message: first.failure?.message ?? "the item failed", remedy: first.failure?.remedy,
                failedItems: dead.count, cause: first.failure?.cause ?? .other)
            return try await finish(run, as: .failed, failure, in: transaction)
        }
        let kind = try kind(of: run)
        try await transaction.completeStage(stage, in: run.id)
        let conclusion = StageTransaction(run: run, stage: stage, database: transaction)
        try await kind.stage(named: stage)?.complete(conclusion)
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
        return try await finish(run, as: dead.isEmpty ? .succeeded : .partial, nil, in: transaction)
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
}
