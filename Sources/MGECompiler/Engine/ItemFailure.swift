package import MGECore

/// Why an item could not be planned, performed or saved, and what follows from it.
package struct ItemFailure: Error, Sendable {
    /// What follows from a failure.
    package enum Disposition: Sendable {
        /// The same may succeed later: try again with backoff.
        case retry
        /// Trying again is useless: leave the item and what depends on it, go on with the rest.
        case leaveItem
        /// Nothing later can be right: finish what is independent in this stage, then stop the run.
        case stopRun
    }

    /// What kind of thing is at fault; it decides the exit status of the command line.
    package enum Cause: String, Codable, Sendable {
        /// The description or a flag.
        case input
        /// The machine: a full disk, a missing program, the database.
        case environment
        /// What was generated did not pass its checks.
        case validation
        /// Something else, mostly a defect in a stack or in the program.
        case other
    }

    package var message: String
    package var subject: String?
    package var remedy: String?
    package var location: SourceLocation?
    package var disposition: Disposition
    package var cause: Cause

    package init(
        _ message: String, subject: String? = nil, remedy: String? = nil, at location: SourceLocation? = nil,
        disposition: Disposition = .stopRun, cause: Cause = .other
    ) {
        self.message = message
        self.subject = subject
        self.remedy = remedy
        self.location = location
        self.disposition = disposition
        self.cause = cause
    }

    /// What any error of an item means to the engine.
    package init(describing error: any Error) {
        switch error {
        case let failure as ItemFailure:
            self = failure
        case is CancellationError:
            self.init("the work was cut short", disposition: .retry)
        case let error where error.isTransient:
            self.init("\(error)", disposition: .retry, cause: .environment)
        default:
            self.init("\(error)")
        }
    }
}

extension ItemFailure: CustomStringConvertible {
    package var description: String {
        let place = location.map { "\($0): " } ?? ""
        return place + message + (remedy.map { " (\($0))" } ?? "")
    }
}

/// The stored form of a failure.
package struct StoredFailure: Codable, Hashable, Sendable {
    package var message: String
    package var subject: String?
    package var remedy: String?
    package var location: SourceLocation?
    package var cause: ItemFailure.Cause
    /// Whether the run has to stop at the end of the stage.
    package var stopsRun: Bool

    package init(_ failure: ItemFailure) {
        message = failure.message
        subject = failure.subject
        remedy = failure.remedy
        location = failure.location
        cause = failure.cause
        stopsRun = failure.disposition == .stopRun
    }
}
