import MGEPostgres

extension Error {
    /// Whether the database went away: nothing can be recorded then, so the worker has to end.
    package var isDatabaseFailure: Bool {
        switch self {
        case let error as PostgresError: error.isConnectionFailure
        case let error as PostgresTransactionError: error.isConnectionFailure
        default: false
        }
    }

    /// Whether the same work in the database, begun anew, may well succeed.
    var isTransient: Bool {
        switch self {
        case let error as PostgresError: error.isTransient
        case let error as PostgresTransactionError: error.isTransient
        default: false
        }
    }
}
