import Foundation
import MGECompiler

/// `mge resume`: works on a run, together with whoever else does.
struct ResumeCommand: Command {
    private static let from = Option<String>(
        "from", "STAGE", help: "do this stage and all later ones again, whatever was done")
    private static let retryDead = Flag(
        "retry-dead", help: "try all items again that were given up, not only those the machine was to blame for")

    static let declaration = CommandDeclaration(
        "resume", in: .build, summary: "work on a run, from wherever it stopped",
        discussion: """
            Does whatever is ready. What is done stays done, unless the templates or the program changed what it \
            depends on. Any number of processes may resume one run at once and share its work.
            """,
        positionals: [RunReference.argument],
        options: [
            AnyOption(from), AnyOption(retryDead), AnyOption(WorkOptions.concurrency), AnyOption(WorkOptions.yes),
        ],
        examples: [
            .init("mge resume last", "go on with the newest run"),
            .init("mge resume 3f2a --retry-dead", "try what failed once more"),
            .init("mge resume last --from infrastructure", "do the last stage again"),
        ])

    private let run: String
    private let options: ResumeOptions
    private let concurrency: Int

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
        options = ResumeOptions(
            from: arguments[Self.from].map { StageName(rawValue: $0) }, retriesDead: arguments[Self.retryDead],
            approves: arguments[WorkOptions.yes])
        concurrency = arguments[WorkOptions.concurrency] ?? 10
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.resume(run, options, concurrency: concurrency)
    }
}

extension CommandContext {
    /// Works on a run that is there already, showing its events from now on.
    /// - Throws: `CommandFailure`; `EngineError`; `PostgresError`.
    func resume(_ text: String, _ options: ResumeOptions, concurrency: Int) async throws -> ExitCode {
        try await withRun(text, connections: WorkOptions.connections(for: concurrency)) { run, database in
            let engine = root.engine(on: database, tools: try root.tools(), concurrency: concurrency)
            console.note("run \(run.id.uuidString.lowercased())")
            let session = WorkSession(
                context: self, database: database, engine: engine, runID: run.id, description: run.submittedDescription)
            return try await session.work(options, showsPast: false)
        }
    }
}
