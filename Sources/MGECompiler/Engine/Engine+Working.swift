package import Foundation
import MGECore
import MGEPostgres

/// How working on a run ended.
package enum WorkOutcome: Sendable, Equatable {
    /// The plan waits for somebody's approval.
    case awaitingApproval
    case ended(RunState)
    /// The run had succeeded before, and nothing it depends on has changed since.
    case unchanged
    /// Somebody asked to stop; what was begun is finished or given back.
    case interrupted
}

extension Engine {
    /// Works on a run, together with whoever else does, until it ends, waits, or somebody asks to stop.
    /// - Throws: `EngineError` when the run's state does not allow it; `PostgresError` when the database goes away: the
    ///   run can be resumed then.
    package func work(
        on runID: UUID, _ options: ResumeOptions = ResumeOptions(), until stop: StopSignal
    ) async throws -> WorkOutcome {
        let run: Run
        switch try await attach(to: runID, options) {
        case .attached(let attached): run = attached
        case .awaitingApproval: return .awaitingApproval
        case .unchanged: return .unchanged
        }
        let lock = try await WorkerLock.acquire(on: configuration, for: runID)
        do {
            let worker = Worker(
                engine: self, attached: AttachedRun(run), kind: try kind(of: run), lock: lock, stop: stop)
            let outcome = try await worker.work()
            await lock.release()
            return outcome
        } catch {
            await lock.release()
            throw error
        }
    }
}
