import CPostgres
import Foundation

/// A message that somebody sent with `NOTIFY`.
package struct PostgresNotification: Sendable, Hashable {
    package let channel: String
    package let payload: String
    /// The process number of the sender's backend.
    package let sender: Int32
}

extension PostgresConnection {
    /// Subscribes to a channel; use a connection of your own for this, not one of a pool.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    package func listen(
        to channel: String, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws {
        try await execute("listen \(identifier: channel)", fileID: fileID, line: line)
    }

    /// The next notification, or nil when none has come in time.
    ///
    /// Other statements of this connection wait until this returns.
    /// - Throws: `PostgresError` when the connection is lost; `CancellationError` as soon as the task is cancelled.
    package func nextNotification(timeout: Duration) async throws -> PostgresNotification? {
        let deadline = ContinuousClock.now + timeout
        var notification: PostgresNotification?
        try await cancellable {
            try Task.checkCancellation()
            notification = try openHandle().nextNotification(until: deadline)
        }
        return notification
    }
}

extension ConnectionHandle {
    fileprivate func nextNotification(until deadline: ContinuousClock.Instant) throws -> PostgresNotification? {
        while true {
            try probe()
            if let found = PQnotifies(pointer) {
                defer { PQfreemem(found) }
                return PostgresNotification(
                    channel: String(cString: found.pointee.relname), payload: String(cString: found.pointee.extra),
                    sender: found.pointee.be_pid)
            }
            guard try wait(for: POLLIN, until: deadline, cancellation: .stops) else { return nil }
        }
    }
}
