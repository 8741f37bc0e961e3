import CPostgres
import MGECore

/// One connection to a database, on a queue of its own.
///
/// libpq's calls block that queue, never Swift's cooperative threads. Statements of several tasks run one after
/// the other. A cancelled task cancels its running statement in the server and throws `CancellationError`.
package actor PostgresConnection {
    private let executor: QueueExecutor
    let signal: WakeSignal
    private let configuration: PostgresConfiguration
    var handle: ConnectionHandle?
    var statements = StatementCache()
    /// The transaction whose statements are accepted; nil outside of `transaction`.
    var transaction: TransactionID?
    /// The number given to the last transaction or savepoint.
    var lastNumber = 0
    /// The size of the largest statement or result so far, in bytes.
    var largestMessage = 0
    /// The error that made the server refuse everything until the end of the transaction.
    var abortCause: PostgresError?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(_ configuration: PostgresConfiguration) throws {
        self.configuration = configuration
        executor = QueueExecutor(label: "mge.postgres")
        signal = try WakeSignal()
    }

    /// Opens a connection.
    /// - Throws: `PostgresError` of kind `connection`; `CancellationError` when the task is cancelled meanwhile.
    package static func connect(_ configuration: PostgresConfiguration) async throws -> PostgresConnection {
        let connection = try PostgresConnection(configuration)
        let signal = connection.signal
        try await withTaskCancellationHandler {
            try await connection.open()
        } onCancel: {
            signal.signal()
        }
        return connection
    }

    private func open() throws {
        try Task.checkCancellation()
        let handle = try ConnectionHandle(configuration, signal: signal)
        // PGDATESTYLE in the environment overrides what the configuration asks for.
        if PQparameterStatus(handle.pointer, "DateStyle").map({ String(cString: $0).hasPrefix("ISO") }) == false {
            _ = try handle.exchange(accepted: PQsendQuery(handle.pointer, "set datestyle to iso"), cancellation: .stops)
        }
        self.handle = handle
    }

    /// Whether statements can be run; a broken connection stays broken.
    package var isOpen: Bool { handle?.isOpen == true }

    /// Closes the connection, ending what another task waits for on it.
    package nonisolated func close() async {
        signal.signalClosing()
        await finish()
    }

    private func finish() {
        handle = nil
    }

    /// Looks whether the server still holds the connection, without sending anything.
    func isAlive() -> Bool {
        guard let handle else { return false }
        return (try? handle.probe()) != nil
    }

    /// Whether the connection can be given to somebody else: open, outside of any transaction, and not grown by a large
    /// message, whose room libpq keeps as long as the connection.
    var isReusable: Bool {
        handle.map { $0.isOpen && $0.transactionStatus == PQTRANS_IDLE && largestMessage <= Self.messageLimit } ?? false
    }

    private static let messageLimit = 1 << 20

    /// Whether a transaction is open and sound.
    var isInTransaction: Bool { handle?.transactionStatus == PQTRANS_INTRANS }

    func openHandle() throws(PostgresError) -> ConnectionHandle {
        guard let handle else { throw PostgresError(.closed, "the connection is closed") }
        return handle
    }
}

/// Tells one transaction of a connection from the next.
struct TransactionID: Hashable, Sendable {
    let number: Int
}
