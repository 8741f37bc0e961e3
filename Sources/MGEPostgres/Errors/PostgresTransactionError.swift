/// A transaction in which more than one thing failed.
///
/// A transaction with a single failure throws that failure itself; this type keeps the others from being lost.
package struct PostgresTransactionError: Error, Sendable {
    /// What `begin` threw.
    package var beginError: (any Error)?
    /// What the body threw.
    package var closureError: (any Error)?
    /// What `rollback` threw.
    package var rollbackError: (any Error)?
    /// What `commit` threw.
    package var commitError: (any Error)?

    package init(
        beginError: (any Error)? = nil, closureError: (any Error)? = nil, rollbackError: (any Error)? = nil,
        commitError: (any Error)? = nil
    ) {
        self.beginError = beginError
        self.closureError = closureError
        self.rollbackError = rollbackError
        self.commitError = commitError
    }

    /// Whether the connection was lost on the way.
    package var isConnectionFailure: Bool {
        errors.contains { ($0.error as? PostgresError)?.isConnectionFailure == true }
    }

    /// Whether the same transaction, begun anew, may well succeed.
    package var isTransient: Bool {
        errors.first.map { ($0.error as? PostgresError)?.isTransient == true } ?? false
    }

    private var errors: [(step: String, error: any Error)] {
        [("begin", beginError), ("body", closureError), ("commit", commitError), ("rollback", rollbackError)]
            .compactMap { step, error in error.map { (step, $0) } }
    }
}

extension PostgresTransactionError: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        "transaction failed: " + errors.map { "\($0.step): \(Redaction.redact("\($0.error)"))" }.joined(separator: "; ")
    }

    package var debugDescription: String {
        "transaction failed\n" + errors.map { "\($0.step): \(String(reflecting: $0.error))" }.joined(separator: "\n")
    }
}
