import Foundation
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// Stores events of a run in their order, each with the run's event context in its data.
    func storeEvents(_ events: [Event], adding context: [String: JSONValue], to runID: UUID) async throws {
        if !context.isEmpty {
            try await execute(
                """
                UPDATE runs SET event_context = event_context || \(JSONValue.object(context)) WHERE run_id = \(runID)
                """)
        }
        guard !events.isEmpty else { return }
        try await execute(
            """
            INSERT INTO events (run_id, type, data)
            SELECT r.run_id, e.type, r.event_context || e.data
            FROM runs r, unnest(\(events.map(\.type))::text[], \(events.map { JSONValue.object($0.data) })::jsonb[])
                WITH ORDINALITY AS e (type, data, position)
            WHERE r.run_id = \(runID)
            ORDER BY e.position
            """)
    }

    /// The events of a run that were committed after a position, in the order of their transactions.
    ///
    /// Only transactions older than every one still open are looked at, so that none is missed that commits later
    /// with a lower number. Those known to be of another database of the server do not count: they write elsewhere.
    /// The order names the table: an unqualified name is the column of the result, whose order is that of texts.
    func events(of runID: UUID, after position: EventPosition, limit: Int) async throws -> [(
        EventPosition, StoredEvent
    )] {
        let rows = try await rows(
            """
            SELECT id, transaction_id::text, type, data, created_at FROM events e
            WHERE run_id = \(runID)
              AND (transaction_id, id) > (\(position.transaction)::text::xid8, \(position.id)::bigint)
              AND transaction_id < coalesce(
                  (SELECT open FROM pg_snapshot_xip(pg_current_snapshot()) AS open
                   WHERE NOT EXISTS (
                       SELECT FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                       WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock' AND l.granted
                         AND l.transactionid = open::xid AND a.datname <> current_database())
                   ORDER BY open LIMIT 1),
                  pg_snapshot_xmax(pg_current_snapshot()))
            ORDER BY e.transaction_id, id LIMIT \(limit)
            """, as: (Int64, String, String, JSONValue, Date).self)
        return rows.map { id, transaction, type, data, createdAt in
            (
                EventPosition(transaction: transaction, id: id),
                StoredEvent(id: id, runID: runID, type: type, data: data, createdAt: createdAt)
            )
        }
    }
}
