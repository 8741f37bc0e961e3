/// How far a run is; every change is a compare-and-set in the database.
package enum RunState: String, Codable, Sendable, CaseIterable {
    /// Being entered. Can become: queued.
    case draft
    /// The plan is made and somebody has to agree. Can become: queued, cancelled.
    case awaitingApproval = "awaiting_approval"
    /// Ready to be worked on. Can become: running, cancelled.
    case queued
    /// Worked on, or left by a worker that ended. Can become: every state but draft and queued.
    case running
    /// Everything was done. Can become: running, when it is resumed with changed inputs.
    case succeeded
    /// Published, with something missing. Can become: running.
    case partial
    /// Stopped by an error. Can become: running.
    case failed
    /// Given up by its user. Final.
    case cancelled
    /// Stopped by a limit. Can become: running, cancelled.
    case paused

    /// Whether nothing is left to do unless somebody asks for it.
    package var isEnded: Bool {
        switch self {
        case .succeeded, .partial, .failed, .cancelled: true
        case .draft, .awaitingApproval, .queued, .running, .paused: false
        }
    }

    /// The states from which a change to this one is allowed.
    package var predecessors: [RunState] {
        switch self {
        case .draft: []
        case .awaitingApproval: [.running]
        case .queued: [.draft, .awaitingApproval]
        case .running: [.queued, .running, .succeeded, .partial, .failed, .paused]
        case .succeeded, .partial, .failed, .paused: [.running]
        case .cancelled: [.draft, .awaitingApproval, .queued, .running, .paused]
        }
    }
}
