import Foundation
import MGEPostgres

/// What to do differently when a run is resumed.
package struct ResumeOptions: Sendable {
    /// Do this stage and all later ones again.
    package var from: StageName?
    /// Try items again that were given up, though their input is the same.
    package var retriesDead: Bool
    /// Do not wait for an approval.
    package var approves: Bool

    package init(from: StageName? = nil, retriesDead: Bool = false, approves: Bool = false) {
        self.from = from
        self.retriesDead = retriesDead
        self.approves = approves
    }
}

extension Engine {
    /// What attaching to a run found.
    enum Attachment {
        case attached(Run)
        case awaitingApproval(Run)
        /// The run has succeeded, and doing it again would change nothing.
        case unchanged
    }

    /// Makes a run ready to be worked on: one that ended, or whose stages, templates or settings are others by now, is
    /// planned again, unless nothing could change; one that is running is just joined.
    func attach(to runID: UUID, _ options: ResumeOptions) async throws -> Attachment {
        try await pool.retryingTransaction { transaction in
            guard let (run, toolchain) = try await transaction.lockedRun(runID) else {
                throw EngineError.unknownRun(runID)
            }
            let kind = try kind(of: run)
            if let stage = options.from, kind.stage(named: stage) == nil {
                throw EngineError.unknownStage(stage.rawValue, known: kind.stages.map(\.name.rawValue))
            }
            if options.approves { try await transaction.approveInAdvance(runID) }
            switch run.state {
            case .draft, .cancelled:
                throw EngineError.notAllowed(action: "resumed", state: run.state, run: runID)
            case .awaitingApproval:
                guard options.approves else { return .awaitingApproval(run) }
                _ = try await transaction.approveRun(runID)
            case .queued, .running, .paused, .succeeded, .partial, .failed: break
            }
            let isOutdated = toolchain != kind.toolchain
            if run.state == .succeeded, !isOutdated, options.from == nil, try await kind.isIntact(run, transaction) {
                return .unchanged
            }
            if run.state.isEnded || isOutdated || options.from != nil || options.retriesDead {
                if let stage = options.from { try await transaction.deleteItems(from: stage, in: runID) }
                // The machine may be in order by now; every other failure comes back as long as the input is the same.
                try await transaction.reviveDeadItems(in: runID, all: options.retriesDead)
                try await transaction.beginEpoch(of: runID, toolchain: kind.toolchain)
                try await transaction.insertStages(of: kind, in: runID)
                if isOutdated, toolchain != nil {
                    let message = "templates or stages changed since this run was planned; planning it again"
                    let event = Event.status(phase: "resume", message)
                    try await transaction.storeEvents([event], adding: [:], to: runID)
                }
            }
            guard try await transaction.changeState(of: runID, to: .running),
                let attached = try await transaction.run(runID)
            else { throw EngineError.notAllowed(action: "resumed", state: run.state, run: runID) }
            return .attached(attached)
        }
    }
}
