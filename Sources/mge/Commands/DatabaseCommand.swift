import Foundation
import MGECompiler
import MGECore
import MGEPostgres

/// `mge database`: starts, stops and looks after the database.
struct DatabaseCommand: Command {
    /// What can be done with it.
    enum Action: String, CaseIterable, Sendable {
        case start, stop, status, migrate
    }

    private static let action = Positional(
        "ACTION", words: Action.allCases.map(\.rawValue),
        help: "start or stop the private server, show how the database is, or bring it to this version")

    static let declaration = CommandDeclaration(
        "database", in: .maintain, summary: "start, stop and migrate the database",
        discussion: """
            Without --database, each workspace has a private PostgreSQL server in its folder .postgres, which \
            listens on a Unix socket only. It is started when it is needed and goes on until it is stopped. A \
            database that is older than the program is migrated by every command.
            """,
        positionals: [action],
        examples: [
            .init("mge database status", "see whether it runs and which migrations it has"),
            .init("mge database stop", "end the private server; its data stays"),
        ])

    private let action: Action

    init(_ arguments: ParsedArguments) throws {
        action = arguments[Self.action].first.flatMap { Action(rawValue: $0) } ?? .status
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        switch action {
        case .start:
            try requirePrivate(context)
            let configuration = try await context.root.databaseConfiguration()
            tell(context.console, ["state": "running", "connection": .string("\(configuration)")], "\(configuration)")
        case .stop:
            try requirePrivate(context)
            try await context.root.cluster.stop()
            tell(context.console, ["state": "stopped"], "stopped")
        case .status: try await showStatus(context)
        case .migrate: try await migrate(context)
        }
        return .done
    }

    private func requirePrivate(_ context: CommandContext) throws(CommandFailure) {
        guard context.settings.database == nil else {
            throw CommandFailure(
                .usage, "the database that --database or DATABASE_URL names is not MGE's to \(action.rawValue)",
                next: "unset DATABASE_URL to use the private server of the workspace")
        }
    }

    private func migrate(_ context: CommandContext) async throws {
        let migrator = try context.root.migrator()
        let pool = PostgresPool(try await context.root.databaseConfiguration(), size: 1)
        do {
            let applied = try await migrator.migrate(pool)
            for migration in applied {
                tell(context.console, ["applied": .string(migration.fileName)], "applied \(migration.fileName)")
            }
            if applied.isEmpty { context.console.note("the database is up to date") }
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    private func showStatus(_ context: CommandContext) async throws {
        if context.settings.database == nil {
            switch await context.root.cluster.status() {
            case .absent:
                let folder = context.root.cluster.directory
                return tell(context.console, ["state": "absent"], "absent: \(folder) is made by the first mge submit")
            case .stopped:
                return tell(context.console, ["state": "stopped"], "stopped; start it with: mge database start")
            case .running(let process, let since):
                let line = "running as process \(process) since \(since.formatted(.iso8601))"
                tell(
                    context.console,
                    [
                        "state": "running", "process": .integer(Int(process)),
                        "since": .string(since.formatted(.iso8601)),
                    ], line)
            }
        }
        let configuration = try await context.root.databaseConfiguration()
        let migrator = try context.root.migrator()
        let pool = PostgresPool(configuration, size: 1)
        do {
            let status = try await migrator.status(on: pool)
            let pending = status.pending.map(\.fileName)
            tell(
                context.console,
                [
                    "connection": .string("\(configuration)"), "applied": .integer(status.applied.count),
                    "pending": .array(pending.map { .string($0) }),
                ],
                "\(configuration)\n\(status.applied.count) migrations applied, "
                    + (pending.isEmpty ? "none pending" : "pending: \(pending.joined(separator: ", "))"))
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    private func tell(_ console: Console, _ json: JSONValue, _ line: String) {
        if console.isJSON { console.result(json) } else { console.result(line) }
    }
}
