import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Testing

/// A workspace of a test's own, with a database of its own.
struct Site: Sendable {
    /// A temporary folder, in which processes start.
    let folder: URL
    let workspace: URL
    /// Nil when the workspace has its private server.
    let database: PostgresConfiguration?
    /// What processes get besides `Installation.processEnvironment`.
    var environment: [String: String] = [:]

    /// Gives the body a workspace whose runs are in an empty database of the server that tests share.
    static func with<Result>(_ body: (Site) async throws -> Result) async throws -> Result {
        try await TestDatabase.withConfiguration { configuration in
            try await withFolder { folder in
                try await body(Site(folder: folder, workspace: folder.appending(path: "ws"), database: configuration))
            }
        }
    }

    /// Gives the body a workspace with its private server, which is stopped afterwards.
    static func withPrivateServer<Result>(_ body: (Site) async throws -> Result) async throws -> Result {
        try await withFolder { folder in
            let site = Site(folder: folder, workspace: folder.appending(path: "ws"), database: nil)
            let result: Swift.Result<Result, any Error>
            do {
                result = .success(try await body(site))
            } catch {
                result = .failure(error)
            }
            _ = try await site.mge("database", "stop")
            return try result.get()
        }
    }

    private static func withFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        // Short, as the path of a socket has to be.
        let folder = URL(fileURLWithPath: "/tmp/mge-\(UUID().uuidString.prefix(8).lowercased())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// The same place for processes with other variables.
    func with(_ variables: [String: String]) -> Site {
        var site = self
        site.environment.merge(variables) { $1 }
        return site
    }

    /// The arguments that name this place.
    var options: [String] {
        ["--workspace", workspace.path] + (database.map { ["--database", "\($0)"] } ?? [])
    }

    func start(_ arguments: [String], input: Data? = nil) throws -> RunningProgram {
        try RunningProgram(
            Installation.program, arguments + options, in: folder,
            environment: Installation.processEnvironment.merging(environment) { $1 }, input: input)
    }

    func mge(_ arguments: String..., input: Data? = nil) async throws -> Outcome {
        try await start(arguments, input: input).outcome()
    }

    /// Compiles a description that has to succeed.
    /// - Returns: the path that was printed.
    @discardableResult
    func compile(_ description: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws -> URL {
        let outcome = try await mge("submit", description, "--yes")
        try #require(outcome.status == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
        return URL(fileURLWithPath: outcome.output.trimmingCharacters(in: .newlines), isDirectory: true)
    }

    /// Runs a script of the shell, as root in a mount name space of its own, whose variables `M` and `W` are a folder to
    /// mount on and the program with the options that name this place.
    func unshared(_ script: String) async throws -> Outcome {
        let mount = folder.appending(path: "mount")
        try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: true)
        return try await RunningProgram(
            URL(fileURLWithPath: "/usr/bin/unshare"),
            ["--mount", "sh", "-c", "M=\(mount.path)\nmge() { \"$MGE\" \"$@\" --database \"$DATABASE\"; }\n" + script],
            in: folder,
            environment: Installation.processEnvironment.merging(environment) { $1 }.merging([
                "MGE": Installation.program.path, "DATABASE": database.map { "\($0)" } ?? "",
            ]) { $1 }
        ).outcome()
    }

    /// Lends a pool on the database.
    func query<Result>(_ body: (PostgresPool) async throws -> Result) async throws -> Result {
        let configuration =
            if let database { database } else {
                try await EmbeddedCluster(directory: workspace.path + "/.postgres").start()
            }
        let pool = PostgresPool(configuration, size: 1)
        do {
            let result = try await body(pool)
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw error
        }
    }

    /// The first value of the first row.
    func value<Value: PostgresDecodable>(_ sql: SQL, as type: Value.Type) async throws -> Value {
        try await query { try #require(try await $0.firstRow(sql, as: type)) }
    }

    /// The folders of runs in the workspace.
    var runFolders: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: workspace.path)) ?? []).filter { !$0.hasPrefix(".") }
    }
}
