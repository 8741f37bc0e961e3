import Foundation
import MGECore
import MGELayers
import MGEPostgres
import MGETestSupport
import Testing

@testable import MGECompiler

/// A database with one run, whose boundary values tests store and read.
struct LayersFixture: Sendable {
    let pool: PostgresPool
    let run: Run

    static func with(_ body: (LayersFixture) async throws -> Void) async throws {
        let migrator = try PostgresMigrator(directory: Compilation.root.appending(path: "migrations").path)
        try await TestDatabase.withPool(size: 3, migrator: migrator) { pool in
            let new = NewRun(id: UUID(), settings: [:], input: [:], userID: "somebody", sessionID: "session")
            try await pool.transaction { try await $0.insertRun(new, kind: RunKind(name: "test", stages: [])) }
            try await body(LayersFixture(pool: pool, run: try #require(try await pool.run(new.id))))
        }
    }

    /// Stores a discovery and a plan of some tasks, each depending on the one before.
    func storePlan(tasks count: Int) async throws {
        try await pool.storeDiscovery(Discoveries.tasks, of: run)
        try await pool.storeMasterplan(Self.plan(tasks: count), of: run)
    }

    static func plan(tasks count: Int) -> Masterplan {
        let tasks = (0..<count).map { index in
            PlannedTask(
                number: index + 1, name: "task \(index + 1)", summary: "é \"quoted\", {braced}", kind: "model",
                complexity: .medium, targetFiles: ["src/\(index + 1), a.py", "src/\"\(index + 1)\".py"],
                dependencies: index == 0 ? [] : [index], serves: .entity("task"), provides: [],
                template: "code/model.j2", phase: 1, milestone: 1)
        }
        return Masterplan(
            project: ProjectIdentity(title: "Tasks", slug: "tasks", summary: "Tasks.", version: "0.1.0"),
            stack: "sample", entities: [],
            contract: Contract(operations: [], document: ["openapi": "3.1.0"], unprobed: []),
            phases: [
                Phase(
                    number: 1, name: "All", milestones: [Milestone(number: 1, name: "All", tasks: tasks.map(\.number))])
            ], tasks: tasks)
    }

    /// Stores the files of tasks by their numbers.
    func storeFiles(_ texts: [Int: [String: String]]) async throws {
        let codes = texts.sorted { $0.key < $1.key }.map { task, files in
            GeneratedCode(
                task: task, files: files.sorted { $0.key < $1.key }.map { SourceFile(path: $0, text: $1) },
                origin: .template, reason: "because", validation: ValidationReport(checks: [], diagnostics: []))
        }
        try await pool.storeFiles(of: codes, in: run.id)
    }

    /// Every revision that is stored: `path@revision=text`.
    var revisions: [String] {
        get async throws {
            try await pool.rows(
                "SELECT path || '@' || revision || '=' || content FROM files ORDER BY path, revision", as: String.self)
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try #require(try await pool.firstRow(sql, as: Int.self))
    }
}
