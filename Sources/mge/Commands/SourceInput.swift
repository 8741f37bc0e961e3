import Foundation
import MGECompiler
import MGECore
import MGESyntax

/// The sources that a command looks into: paths, or the files of a run.
struct SourceInput: Sendable {
    static let paths = Positional("PATH", .any, help: "a file or a directory")
    static let run = Option<String>(
        "run", "RUN", help: "take the files of a run: its id, the beginning of one, or 'last'")
    static let threads = Option<Int>(
        "threads", "N", in: 1...256,
        help: "how many threads read files and resolve names (default: one for each processor)")

    /// What was read.
    struct Sources: Sendable {
        let files: [AtomizedFile]
        let diagnostics: [Diagnostic]
        let bytes: Int
        let start: ContinuousClock.Instant
        /// How many threads work on them; as many as there are processors when nil.
        let threads: Int?

        /// The time since reading began.
        var seconds: Double {
            let elapsed = ContinuousClock.now - start
            return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        }

        var timeText: String { String(format: "%.2f s", seconds) }

        func project(keepsReferences: Bool, keepsAllUses: Bool = false) -> ProjectNames {
            ProjectNames(
                files: files, width: threads, keepsReferences: keepsReferences, keepsAllUses: keepsAllUses,
                findsProblems: false)
        }
    }

    private let paths: [String]
    private let run: String?
    private let threads: Int?

    /// - Throws: `UsageError` when there is nothing to look into, or two things.
    init(_ arguments: ParsedArguments, of command: CommandDeclaration) throws {
        paths = arguments[Self.paths]
        run = arguments[Self.run]
        threads = arguments[Self.threads]
        guard paths.isEmpty != (run == nil) else {
            throw UsageError(
                paths.isEmpty ? "there is nothing to look into" : "paths and --run can't be given together",
                remedy: "give a file, a directory, or --run with a run", command: command.name)
        }
    }

    /// Reads the sources and cuts them into atoms.
    /// - Throws: `CommandFailure` when a path, the run or the grammars are missing; `PostgresError`.
    func load(in context: CommandContext, keepsAllUses: Bool = false) async throws -> Sources {
        let start = ContinuousClock.now
        let service = try context.root.syntaxService()
        guard let run else { return try await loadPaths(service, keepsAllUses, start) }
        return try await context.withRun(run) { run, database in
            var files: [AtomizedFile] = []
            var bytes = 0
            while case let page = try await database.pool.lastRevisions(in: run.id, after: files.last?.path),
                !page.isEmpty
            {
                bytes += page.reduce(0) { $0 + $1.text.utf8.count }
                files += try await page.concurrentMap {
                    try service.survey(Array($0.text.utf8), path: $0.path, keepsAllUses: keepsAllUses)
                }
            }
            return Sources(files: files, diagnostics: [], bytes: bytes, start: start, threads: threads)
        }
    }

    private func loadPaths(
        _ service: SyntaxService, _ keepsAllUses: Bool, _ start: ContinuousClock.Instant
    ) async throws -> Sources {
        let tree: SourceTree
        do {
            let directory = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
            tree = try SourceTree(paths: paths, from: directory)
        } catch {
            throw CommandFailure(.usage, "\(error)", next: "check the path: ls \(error.path)")
        }
        let outcome = try await TreeAtomizer(
            service: service, width: threads, keepsAllUses: keepsAllUses
        ).atomize(tree)
        return Sources(
            files: outcome.files, diagnostics: outcome.diagnostics, bytes: outcome.bytes, start: start, threads: threads
        )
    }
}
