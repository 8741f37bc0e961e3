/// The five characters by which PostgreSQL names an error condition (appendix A of its manual).
package struct SQLState: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the class of the condition.
    package var errorClass: Substring { rawValue.prefix(2) }

    package static let connectionFailure = SQLState(rawValue: "08006")
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    package static let numericValueOutOfRange = SQLState(rawValue: "22003")
    package static let invalidBinaryRepresentation = SQLState(rawValue: "22P03")
    package static let divisionByZero = SQLState(rawValue: "22012")
    package static let notNullViolation = SQLState(rawValue: "23502")
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    package static let uniqueViolation = SQLState(rawValue: "23505")
    package static let checkViolation = SQLState(rawValue: "23514")
    package static let inFailedTransaction = SQLState(rawValue: "25P02")
    package static let invalidStatementName = SQLState(rawValue: "26000")
    package static let invalidDatabaseName = SQLState(rawValue: "3D000")
    package static let serializationFailure = SQLState(rawValue: "40001")
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    package static let syntaxError = SQLState(rawValue: "42601")
    package static let duplicateDatabase = SQLState(rawValue: "42P04")
    package static let undefinedTable = SQLState(rawValue: "42P01")
    package static let diskFull = SQLState(rawValue: "53100")
    package static let tooManyConnections = SQLState(rawValue: "53300")
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let queryCanceled = SQLState(rawValue: "57014")
    package static let adminShutdown = SQLState(rawValue: "57P01")
    package static let crashShutdown = SQLState(rawValue: "57P02")
    package static let cannotConnectNow = SQLState(rawValue: "57P03")
}

extension SQLState: CustomStringConvertible {
    package var description: String { rawValue }
}
