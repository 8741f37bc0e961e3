package import Foundation
package import MGEPostgres

/// A place in a run's events: everything up to it was seen.
package struct EventPosition: Sendable, Hashable {
    /// The transaction's number, in decimal digits.
    let transaction: String
    let id: Int64

    /// Before the first event.
    package static let start = EventPosition(transaction: "0", id: 0)
}

/// Reads a run's events as they are committed, by whichever process.
package struct EventLog: Sendable {
    private let store: any PostgresExecutor
    private let runID: UUID

    package init(of runID: UUID, in store: any PostgresExecutor) {
        self.runID = runID
        self.store = store
    }

    /// Every event after a position that was committed by now, and the position behind the last of them.
    /// - Throws: `PostgresError`.
    package func events(after position: EventPosition) async throws -> ([StoredEvent], EventPosition) {
        var position = position
        var all: [StoredEvent] = []
        let page = 1_000
        while true {
            let rows = try await store.events(of: runID, after: position, limit: page)
            all += rows.map(\.1)
            position = rows.last?.0 ?? position
            if rows.count < page { return (all, position) }
        }
    }
}
