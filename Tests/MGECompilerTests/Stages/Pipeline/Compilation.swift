import Foundation
import MGECore
import MGELayers
import MGEPostgres
import MGETestSupport
import Testing

@testable import MGECompiler

/// A run of the whole pipeline in this process, with a database and a workspace of its own.
struct Compilation: Sendable {
    static let root: URL = {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        return (0..<5).reduce(file) { url, _ in url.deletingLastPathComponent() }
    }()

    static let seed = "Create a FastAPI REST API for task management with users, tasks, and comments"

    let pool: PostgresPool
    let workspace: TemporaryFolder
    /// The folder that holds `templates`.
    let home: URL
    let runID: UUID

    /// Submits a description to an empty database, and gives the body the run.
    static func with<Result>(
        _ description: String = seed, stack: String? = nil, settings: CompileSettings = CompileSettings(),
        home: URL = root, concurrency: Int = 4, _ body: (Compilation) async throws -> Result
    ) async throws -> Result {
        let migrator = try PostgresMigrator(directory: root.appending(path: "migrations").path)
        return try await TestDatabase.withPool(size: concurrency + 2, migrator: migrator) { pool in
            let compilation = Compilation(pool: pool, workspace: try TemporaryFolder(), home: home, runID: UUID())
            try await compilation.submit(Description(text: description, requestedStack: stack), settings)
            return try await body(compilation)
        }
    }

    private func submit(_ description: Description, _ settings: CompileSettings) async throws {
        let run = NewRun(
            id: runID, settings: try JSONValue(encoding: settings), input: try JSONValue(encoding: description),
            userID: "user 4711", sessionID: "session of \(runID.uuidString.lowercased().prefix(8))")
        try await engine().submit(run, kind: Pipeline.compile(try tools()))
    }

    /// The same description as a run of its own in the same database and workspace.
    func again() async throws -> Compilation {
        let other = Compilation(pool: pool, workspace: workspace, home: home, runID: UUID())
        let input = try #require(try await pool.run(runID)).input
        try await other.submit(try input.decoded(as: Description.self), CompileSettings())
        return other
    }

    func tools() throws -> CompileTools {
        let named = ProcessInfo.processInfo.environment["MGE_GRAMMARS"].map { URL(fileURLWithPath: $0) }
        let grammars = named ?? Self.root.appending(path: ".tools/grammars")
        return try CompileTools(home: home, grammars: [grammars], workspace: workspace.path)
    }

    private func engine() throws -> Engine {
        let settings = EngineSettings(
            concurrency: 4, poll: .milliseconds(100), retries: RetryPolicy(attempts: 3, base: 0.01))
        return Engine(
            pool: pool, configuration: pool.configuration, kinds: [Pipeline.compile(try tools())], settings: settings)
    }

    /// Works on the run until it ends or waits; templates are read anew.
    @discardableResult
    func work(_ options: ResumeOptions = ResumeOptions(approves: true)) async throws -> WorkOutcome {
        try await engine().work(on: runID, options, until: StopSignal())
    }

    var run: Run {
        get async throws { try #require(try await pool.run(runID)) }
    }

    /// The run's events, in order.
    var events: [StoredEvent] {
        get async throws {
            // Not as followers read them: these wait for transactions of other tests too.
            try await pool.rows(
                """
                SELECT id, type, data, created_at FROM events WHERE run_id = \(runID) ORDER BY transaction_id, id
                """, as: (Int64, String, JSONValue, Date).self
            ).map { StoredEvent(id: $0.0, runID: runID, type: $0.1, data: $0.2, createdAt: $0.3) }
        }
    }

    /// The folder of the published repository.
    var repository: String {
        get async throws { "\(workspace.path)/\(try #require(try await pool.publishedPath(of: runID)))" }
    }

    /// The bytes of every file of the published repository.
    var published: [String: Data] {
        get async throws {
            let root = try await repository
            let files = try TemporaryFolder.files(in: root)
            return Dictionary(
                uniqueKeysWithValues: try files.map {
                    ($0, try Data(contentsOf: URL(fileURLWithPath: "\(root)/\($0)")))
                })
        }
    }

    /// One number.
    func count(_ sql: SQL) async throws -> Int {
        try #require(try await pool.firstRow(sql, as: Int.self))
    }

    /// How often each item of a stage was completed.
    func completions(of stage: StageName) async throws -> [String: Int] {
        let rows = try await pool.rows(
            "SELECT key, completions FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND NOT is_planning",
            as: (String, Int).self)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
    }
}
