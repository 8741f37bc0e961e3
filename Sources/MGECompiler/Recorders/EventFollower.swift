package import Foundation
package import MGEPostgres

/// Hands a run's events to a recorder while they are committed, each exactly once and in order.
package actor EventFollower {
    private let runID: UUID
    private let store: any PostgresExecutor
    private let recorder: any Recorder
    private let interval: Duration
    private var position = EventPosition.start
    /// What was delivered or skipped beyond `position`.
    private var delivered: Set<Int64> = []

    /// - Parameters:
    ///   - runID: whose events.
    ///   - store: where to read them.
    ///   - recorder: who shows them.
    ///   - interval: how often to look.
    package init(
        _ runID: UUID, in store: any PostgresExecutor, recorder: any Recorder,
        every interval: Duration = .milliseconds(150)
    ) {
        self.runID = runID
        self.store = store
        self.recorder = recorder
        self.interval = interval
    }

    /// Takes everything that is committed now as seen.
    /// - Throws: `PostgresError`.
    package func skip() async throws {
        position = try await store.lastEventPosition(of: runID)
        delivered = Set(try await store.committedEvents(of: runID, after: position).map(\.id))
    }

    /// Shows the newest event of a type again, however old it is; for who comes when all is over.
    /// - Throws: `PostgresError`.
    package func showAgain(_ type: String) async throws {
        recorder.record(try await store.newestEvents(of: type, in: runID))
        recorder.finish()
    }

    /// Follows while a body runs, and shows everything that was committed by its end.
    /// - Throws: what the body throws; else `PostgresError`.
    package func following<Result: Sendable>(
        _ body: @Sendable () async throws -> Result
    ) async throws -> Result {
        let looking = Task { try await self.look() }
        do {
            let result = try await body()
            looking.cancel()
            _ = await looking.result
            try await drain()
            return result
        } catch {
            looking.cancel()
            _ = await looking.result
            // What failed may have been the database; its error is the one to tell.
            try? await drain()
            throw error
        }
    }

    private func look() async throws {
        while !Task.isCancelled {
            // A failed look is not the end: the work that is followed decides what a lost database means.
            try? await poll()
            try await Task.sleep(for: interval)
        }
    }

    /// Shows what was committed since the last look, up to the oldest transaction that is still open.
    /// - Throws: `PostgresError`.
    package func poll() async throws {
        let (events, next) = try await EventLog(of: runID, in: store).events(after: position)
        show(events)
        position = next
        delivered.subtract(events.map(\.id))
    }

    /// Shows everything that is committed now, whatever other transactions are open, and lets the recorder finish.
    /// - Throws: `PostgresError`.
    package func drain() async throws {
        try await poll()
        let events = try await store.committedEvents(of: runID, after: position)
        show(events)
        delivered.formUnion(events.map(\.id))
        recorder.finish()
    }

    private func show(_ events: [StoredEvent]) {
        let new = events.filter { !delivered.contains($0.id) }
        if !new.isEmpty { recorder.record(new) }
    }
}
