import MGECompiler

/// `mge approve`: approves the plan of a run and works on it.
struct ApproveCommand: Command {
    static let declaration = CommandDeclaration(
        "approve", in: .build, summary: "approve the plan of a run, and build it",
        discussion: "Of two who approve one plan at once, one does and the other is told so.",
        positionals: [RunReference.argument], options: [AnyOption(WorkOptions.concurrency)],
        examples: [.init("mge approve last", "build what the newest run planned")])

    private let run: String
    private let concurrency: Int

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
        concurrency = arguments[WorkOptions.concurrency] ?? 10
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.withRun(run) { run, database in
            let engine = context.root.engine(on: database, tools: try context.root.tools(), concurrency: concurrency)
            try await engine.approve(run.id)
        }
        return try await context.resume(run, ResumeOptions(), concurrency: concurrency)
    }
}
