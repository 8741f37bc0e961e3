import Foundation
import MGECompiler
import MGEPostgres

/// What to type next about a run.
struct RunAdvice: Sendable {
    /// What it takes to go on with a run that did not succeed.
    enum Recovery: Sendable {
        /// Any resume tries again what failed.
        case resume
        /// What failed stays given up, because its input is the same, unless all is tried again.
        case retryDead
        /// The run would fail again whatever is tried: its description has to be another.
        case newDescription
        /// It was not looked up.
        case unknown
    }

    private let run: String
    private let state: RunState
    private let isWorkedOn: Bool
    private let recovery: Recovery

    init(_ runID: UUID, _ state: RunState, isWorkedOn: Bool = false, recovery: Recovery = .unknown) {
        run = Self.shortName(of: runID)
        self.state = state
        self.isWorkedOn = isWorkedOn
        self.recovery = recovery
    }

    /// The advice for a run as it is stored.
    /// - Throws: `PostgresError`.
    init(_ run: Run, isWorkedOn: Bool = false, in store: some PostgresExecutor) async throws {
        let recovery: Recovery =
            if run.state == .failed, run.failure?.cause == .input {
                .newDescription
            } else if run.state == .failed || run.state == .partial {
                try await store.keepsDeadItems(in: run.id) ? .retryDead : .resume
            } else {
                .unknown
            }
        self.init(run.id, run.state, isWorkedOn: isWorkedOn, recovery: recovery)
    }

    /// The beginning of an id that people are shown.
    static func shortName(of runID: UUID) -> String {
        String(runID.uuidString.lowercased().prefix(8))
    }

    /// The command that leads on.
    var next: String {
        switch state {
        case .awaitingApproval: "mge approve \(run)"
        case .draft, .queued, .paused: "mge resume \(run)"
        case .running: isWorkedOn ? "mge status \(run) --watch" : "mge resume \(run)"
        case .failed: recover
        case .partial: "\(recover), or take what there is: mge collect \(run)"
        case .succeeded: "mge collect \(run)"
        case .cancelled: "mge prune \(run)"
        }
    }

    private var recover: String {
        switch recovery {
        case .resume: "mge resume \(run)"
        case .retryDead: "mge resume \(run) --retry-dead"
        case .newDescription: "correct the description and submit it again"
        case .unknown: "mge status \(run)"
        }
    }
}
