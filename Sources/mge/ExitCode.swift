import MGECompiler

/// What the shell is told.
enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    case failure = 1
    case usage = 2
    case awaitingApproval = 3
    case budget = 4
    case validation = 6
    case partial = 7
    case environment = 8
    case interrupted = 130

    /// For help.
    var meaning: String {
        switch self {
        case .done: "done"
        case .failure: "another failure"
        case .usage: "bad usage or input"
        case .awaitingApproval: "the plan waits for approval"
        case .budget: "paused by a limit"
        case .validation: "what was generated failed its checks"
        case .partial: "built, with something missing"
        case .environment: "the machine: database, workspace, a missing program, a full disk"
        case .interrupted: "interrupted"
        }
    }

    /// The codes that a command of this version can end with.
    static let documented = allCases.filter { $0 != .budget }

    /// The code of a run that came to rest in a state.
    init(of state: RunState, cause: ItemFailure.Cause?) {
        switch state {
        case .succeeded: self = .done
        case .partial: self = .partial
        case .paused: self = .budget
        case .awaitingApproval: self = .awaitingApproval
        case .failed:
            switch cause {
            case .input: self = .usage
            case .environment: self = .environment
            case .validation: self = .validation
            case .other, nil: self = .failure
            }
        case .draft, .queued, .running, .cancelled: self = .failure
        }
    }
}
