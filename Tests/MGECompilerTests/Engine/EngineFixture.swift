import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Synchronization
import Testing

@testable import MGECompiler

/// A database with the engine's tables, and runs of a test's own kinds on it.
struct EngineFixture: Sendable {
    let pool: PostgresPool
    var settings: EngineSettings

    static var migrator: PostgresMigrator {
        get throws {
            let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
            return try PostgresMigrator(directory: root.appendingPathComponent("migrations").path)
        }
    }

    static func with(
        concurrency: Int = 4, _ body: (EngineFixture) async throws -> Void
    ) async throws {
        try await TestDatabase.withPool(size: concurrency + 4, migrator: try migrator) { pool in
            let retries = RetryPolicy(attempts: 3, base: 0.01)
            let settings = EngineSettings(concurrency: concurrency, poll: .milliseconds(50), retries: retries)
            try await body(EngineFixture(pool: pool, settings: settings))
        }
    }

    func engine(_ kinds: RunKind...) -> Engine {
        Engine(pool: pool, configuration: pool.configuration, kinds: kinds, settings: settings)
    }

    /// Stores a new run of a kind.
    func submit(_ kind: RunKind) async throws -> UUID {
        let run = NewRun(id: UUID(), settings: .object([:]), input: .object([:]), userID: "me", sessionID: "s")
        try await engine(kind).submit(run, kind: kind)
        return run.id
    }

    /// Submits a run of a kind and works on it until it ends.
    func run(_ kind: RunKind) async throws -> (id: UUID, outcome: WorkOutcome) {
        let id = try await submit(kind)
        return (id, try await engine(kind).work(on: id, until: StopSignal()))
    }

    /// The states of a stage's items by key.
    func states(of runID: UUID, _ stage: StageName = "first") async throws -> [String: String] {
        let rows = try await pool.rows(
            "SELECT key, state FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND NOT is_planning",
            as: (String, String).self)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }

    /// How often each item of a stage was completed, by key.
    func completions(of runID: UUID, _ stage: StageName = "first") async throws -> [String: Int] {
        let rows = try await pool.rows(
            "SELECT key, completions FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND NOT is_planning",
            as: (String, Int).self)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }

    func events(of runID: UUID, type: String) async throws -> [JSONValue] {
        let count = try await pool.rows(
            "SELECT data FROM events WHERE run_id = \(runID) AND type = \(type) ORDER BY id", as: JSONValue.self)
        return count
    }
}

/// What happened in a test, in order.
final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
    func count(_ line: String) -> Int { all.count { $0 == line } }
    /// Where a line is; nil when it is not there.
    func position(of line: String) -> Int? { all.firstIndex(of: line) }
}

/// A gate that tasks wait at until it is opened.
final class Gate: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func open() { continuation.finish() }
    /// Waits until it is open, or the task is cancelled.
    func pass() async throws {
        for await _ in stream {}
        try Task.checkCancellation()
    }
}

extension Trait where Self == ConditionTrait {
    /// Only when the exhaustive tests are asked for.
    static var exhaustive: Self {
        .enabled(if: ProcessInfo.processInfo.environment["MGE_TEST_ALL"] == "1", "exhaustive: set MGE_TEST_ALL=1")
    }
}
