/// Something that went wrong between us and PostgreSQL.
///
/// `description` is one line for users, with passwords masked and without the values of rows or parameters;
/// `debugDescription` adds the statement, the server's detail and the place that issued it.
package struct PostgresError: Error, Sendable {
    /// What sort of failure it is.
    package enum Kind: String, Sendable {
        /// The server could not be reached, or the connection broke.
        case connection
        /// The server answered with an error.
        case server
        /// A value of a result is not what the caller asked for.
        case decoding
        /// A value cannot be sent to PostgreSQL.
        case encoding
        /// The connection, pool or transaction was used after its end.
        case closed
        /// The description of a connection is wrong.
        case configuration
        /// The private server could not be set up, started or stopped.
        case cluster
    }

    package var kind: Kind
    package var sqlState: SQLState?
    /// The primary message.
    package var message: String
    /// The server's detail; it may hold values of rows.
    package var detail: String?
    /// How to mend it.
    package var hint: String?
    /// The constraint that was violated.
    package var constraint: String?
    /// Where in the statement the error is, in characters from 1.
    package var position: Int?
    /// The text of the statement, with `$n` for its parameters.
    package var statement: String?
    /// The place in our source that issued the statement.
    package var place: CodePlace?
    /// Whether the server may have received the statement: if so, it must not be repeated blindly.
    package var mayHaveBeenSent: Bool

    package init(
        _ kind: Kind, _ message: String, sqlState: SQLState? = nil, detail: String? = nil, hint: String? = nil,
        constraint: String? = nil, position: Int? = nil, statement: String? = nil, place: CodePlace? = nil,
        mayHaveBeenSent: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.detail = detail
        self.hint = hint
        self.constraint = constraint
        self.position = position
        self.statement = statement
        self.place = place
        self.mayHaveBeenSent = mayHaveBeenSent
    }
}

extension PostgresError {
    /// The source file that issued the statement, as `#fileID` spells it.
    package var fileID: String? { place.map { "\($0.fileID)" } }

    /// The source line that issued the statement.
    package var line: UInt? { place?.line }

    /// Whether the connection is gone, so that another one is needed.
    package var isConnectionFailure: Bool {
        if kind == .connection { return true }
        guard let sqlState else { return false }
        return sqlState.errorClass == "08"
            || [.adminShutdown, .crashShutdown, .cannotConnectNow].contains(sqlState)
    }

    /// Whether the same work, begun anew, may well succeed.
    package var isTransient: Bool {
        guard let sqlState else { return kind == .connection }
        if isConnectionFailure { return true }
        return [.serializationFailure, .deadlockDetected, .lockNotAvailable, .tooManyConnections].contains(sqlState)
    }

    /// The error with the statement and place filled in where they were unknown.
    func annotated(statement: String, place: CodePlace) -> PostgresError {
        var error = self
        error.statement = error.statement ?? statement
        error.place = error.place ?? place
        return error
    }
}

extension PostgresError: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String {
        var text = "PostgreSQL \(kind.rawValue) error"
        if let sqlState { text += " \(sqlState)" }
        text += ": \(message)"
        if let constraint { text += " [constraint \(constraint)]" }
        if let hint { text += " (\(hint))" }
        if let place { text += " at \(place)" }
        return Redaction.redact(text)
    }

    package var debugDescription: String {
        var lines = ["PostgreSQL \(kind.rawValue) error" + (sqlState.map { " \($0)" } ?? "") + ": \(message)"]
        if let detail { lines.append("detail: \(detail)") }
        if let hint { lines.append("hint: \(hint)") }
        if let constraint { lines.append("constraint: \(constraint)") }
        if let statement { lines.append("statement: \(statement)") }
        if let place { lines.append("at: \(place)") }
        return lines.joined(separator: "\n")
    }
}
