import Foundation
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// The position behind the events of a run that cannot be followed by an earlier one any more.
    func lastEventPosition(of runID: UUID) async throws -> EventPosition {
        let row = try await firstRow(
            """
            SELECT transaction_id::text, id FROM events e
            WHERE run_id = \(runID) AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY e.transaction_id DESC, id DESC LIMIT 1
            """, as: (String, Int64).self)
        return row.map { EventPosition(transaction: $0.0, id: $0.1) } ?? .start
    }

    /// All committed events of a run after a position; one that commits later may belong before them.
    func committedEvents(of runID: UUID, after position: EventPosition) async throws -> [StoredEvent] {
        try await rows(
            """
            SELECT id, type, data, created_at FROM events
            WHERE run_id = \(runID)
              AND (transaction_id, id) > (\(position.transaction)::text::xid8, \(position.id)::bigint)
            ORDER BY transaction_id, id
            """, as: (Int64, String, JSONValue, Date).self
        ).map { StoredEvent($0, of: runID) }
    }

    /// The newest event of a type; none when there is none.
    func newestEvents(of type: String, in runID: UUID) async throws -> [StoredEvent] {
        try await rows(
            """
            SELECT id, type, data, created_at FROM events
            WHERE run_id = \(runID) AND type = \(type) ORDER BY id DESC LIMIT 1
            """, as: (Int64, String, JSONValue, Date).self
        ).map { StoredEvent($0, of: runID) }
    }
}

extension StoredEvent {
    fileprivate init(_ row: (id: Int64, type: String, data: JSONValue, createdAt: Date), of runID: UUID) {
        self.init(id: row.id, runID: runID, type: row.type, data: row.data, createdAt: row.createdAt)
    }
}
