import Foundation
import MGECompiler
import MGEPostgres
import MGESyntax

/// Puts the parts together: the one place that knows which database, templates and stages are used.
struct CompositionRoot: Sendable {
    let settings: Settings
    /// The path of this program, without links.
    let program: URL

    init(settings: Settings) {
        self.settings = settings
        program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    }

    /// The folder of migrations and templates.
    /// - Throws: `CommandFailure`.
    func home() throws(CommandFailure) -> Home {
        try Home(named: settings.home, program: program)
    }

    /// The private server of the workspace.
    var cluster: EmbeddedCluster {
        EmbeddedCluster(directory: settings.workspace.path + "/.postgres")
    }

    /// Whether there may be runs: a database was named, or the workspace has one.
    func hasDatabase() async -> Bool {
        if settings.database != nil { return true }
        return await cluster.status() != .absent
    }

    /// How to connect; starts the private server if that is what is used.
    /// - Throws: `PostgresError`; a file error when the workspace can't be made.
    func databaseConfiguration() async throws -> PostgresConfiguration {
        var configuration: PostgresConfiguration
        if let url = settings.database {
            configuration = try PostgresConfiguration(url: url)
        } else {
            // Before the server makes it, closed to others as its own folder is.
            try FileManager.default.createDirectory(
                atPath: settings.workspace.path, withIntermediateDirectories: true)
            configuration = try await cluster.start()
        }
        configuration.applicationName = "mge"
        return configuration
    }

    /// The migrations of this version.
    /// - Throws: `CommandFailure`; `MigrationError`.
    func migrator() throws -> PostgresMigrator {
        try PostgresMigrator(directory: home().migrations)
    }

    /// Lends the database, of the right version.
    /// - Parameters:
    ///   - connections: how many connections may be open at once.
    ///   - body: what needs it.
    /// - Returns: what the body returns.
    /// - Throws: `PostgresError`; `MigrationError`; what the body throws.
    func withDatabase<Result>(
        connections: Int = 2, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        let migrator = try migrator()
        let configuration = try await databaseConfiguration()
        let pool = PostgresPool(configuration, size: connections)
        do {
            try await migrator.migrate(pool)
            let result = try await body(Database(pool: pool, configuration: configuration))
            await pool.close()
            return result
        } catch {
            await pool.close()
            throw error
        }
    }

    /// Templates, grammars and the reader of descriptions.
    /// - Throws: `CommandFailure` when something of them is missing.
    func tools() throws -> CompileTools {
        let home = try home().url
        do {
            return try CompileTools(home: home, grammars: grammarFolders(home), workspace: settings.workspace.path)
        } catch {
            throw CommandFailure(.environment, "\(error)", next: "mge doctor")
        }
    }

    /// What cuts sources into atoms, without anything that a compilation needs besides.
    /// - Throws: `CommandFailure` when a grammar is missing.
    func syntaxService() throws -> SyntaxService {
        let home = try home().url
        do {
            return try SyntaxService(grammars: GrammarLibrary(searchPath: grammarFolders(home)), languages: .bundled())
        } catch {
            throw CommandFailure(.environment, "\(error)", next: "mge doctor")
        }
    }

    /// Where grammars are searched, the first folder first.
    func grammarFolders(_ home: URL) -> [URL] {
        settings.grammars.map { URL(fileURLWithPath: $0, isDirectory: true) }
            + [home.appendingPathComponent(".tools/grammars", isDirectory: true)]
    }

    /// The engine with the kinds of runs that there are.
    func engine(on database: Database, tools: CompileTools, concurrency: Int) -> Engine {
        Engine(
            pool: database.pool, configuration: database.configuration, kinds: [Pipeline.compile(tools)],
            settings: EngineSettings(concurrency: concurrency))
    }
}

/// A database that is open.
struct Database: Sendable {
    let pool: PostgresPool
    let configuration: PostgresConfiguration
}
