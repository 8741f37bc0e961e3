import Foundation
import MGECompiler

/// What to type next about a run.
struct RunAdvice: Sendable {
    private let run: String
    private let state: RunState
    private let isWorkedOn: Bool

    init(_ runID: UUID, _ state: RunState, isWorkedOn: Bool = false) {
        run = Self.shortName(of: runID)
        self.state = state
        self.isWorkedOn = isWorkedOn
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
        case .failed: "mge resume \(run) --retry-dead"
        case .partial: "mge resume \(run) --retry-dead, or take what there is: mge collect \(run)"
        case .succeeded: "mge collect \(run)"
        case .cancelled: "mge prune \(run)"
        }
    }
}
