import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Synchronization
import Testing

@testable import MGECompiler

@Suite("Following events")
struct EventFollowerTests {
    private final class Collector: Recorder {
        private let kept = Mutex<[String]>([])
        var messages: [String] { kept.withLock { $0 } }

        func record(_ events: [StoredEvent]) {
            kept.withLock { $0 += events.map { EventText($0).summary } }
        }

        func finish() {}
    }

    private static let schema = """
        CREATE TABLE events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run_id uuid NOT NULL, type text NOT NULL,
            data jsonb NOT NULL, transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
            created_at timestamptz NOT NULL DEFAULT clock_timestamp());
        """

    private func withEvents(_ body: (PostgresPool) async throws -> Void) async throws {
        let migrator = try PostgresMigrator(migrations: [Migration(number: 1, name: "events", sql: Self.schema)])
        try await TestDatabase.withPool(migrator: migrator, body)
    }

    private func post(_ message: String, _ executor: some PostgresExecutor) async throws {
        let data = JSONValue.object(["message": .string(message)])
        try await executor.execute(
            "INSERT INTO events (run_id, type, data) VALUES (\(SampleEvents.run), 'status', \(data))")
    }

    @Test("Events are shown once and in order, whatever commits late")
    func lateCommit() async throws {
        try await withEvents { pool in
            let collector = Collector()
            let follower = EventFollower(SampleEvents.run, in: pool, recorder: collector)
            try await post("first", pool)
            try await pool.transaction { transaction in
                try await post("late", transaction)
                try await post("second", pool)
                try await poll(follower) { collector.messages.count >= 1 }
                #expect(collector.messages == ["first"])
                try await follower.drain()
                #expect(collector.messages == ["first", "second"])
                try await follower.drain()
                #expect(collector.messages == ["first", "second"])
            }
            try await poll(follower) { collector.messages.count >= 3 }
            #expect(collector.messages == ["first", "second", "late"])
            try await post("third", pool)
            try await follower.drain()
            #expect(collector.messages == ["first", "second", "late", "third"])
        }
    }

    /// Polls until something was shown; other tests' transactions on the same server may hold an event back at first.
    private func poll(_ follower: EventFollower, until isShown: () -> Bool) async throws {
        for _ in 0..<5_000 where !isShown() { try await follower.poll() }
    }

    @Test("Everything that a body posts is shown by its end, also when it fails")
    func following() async throws {
        struct Failure: Error {}
        try await withEvents { pool in
            let collector = Collector()
            let follower = EventFollower(SampleEvents.run, in: pool, recorder: collector, every: .milliseconds(1))
            try await follower.following {
                for number in 1...50 { try await post("\(number)", pool) }
            }
            #expect(collector.messages == (1...50).map { "\($0)" })
            await #expect(throws: Failure.self) {
                try await follower.following {
                    try await post("last", pool)
                    throw Failure()
                }
            }
            #expect(collector.messages.suffix(2) == ["50", "last"])
        }
    }

    @Test("Who attaches later sees what comes from then on")
    func attaching() async throws {
        try await withEvents { pool in
            try await post("before", pool)
            let collector = Collector()
            let follower = EventFollower(SampleEvents.run, in: pool, recorder: collector)
            try await pool.transaction { transaction in
                try await post("begun before", transaction)
                try await post("committed before", pool)
                try await follower.skip()
            }
            try await post("after", pool)
            try await follower.drain()
            #expect(collector.messages == ["begun before", "after"])
        }
    }
}
