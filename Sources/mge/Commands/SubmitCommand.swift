import Foundation
import MGECompiler
import MGECore
import MGELayers
import MGEReading

/// `mge submit`: stores a description as a new run and works on it.
struct SubmitCommand: Command {
    private static let description = Positional(
        "DESCRIPTION", .many, help: "a file, '-' for standard input, or the description itself in words")
    private static let name = Option<String>("name", "NAME", help: "what to call the project")
    private static let stack = Option<String>(
        "stack", "STACK", environment: "MGE_STACK", fallback: "found in the description", isSetting: true,
        help: "the stack to build with")
    private static let check = Option<CompileSettings.CheckLevel>(
        "check", environment: "MGE_CHECK", fallback: CompileSettings().check.rawValue, isSetting: true,
        help: "how much is checked of what is generated")
    private static let strict = Flag("strict", isSetting: true, help: "let any finding of the checks fail the run")
    private static let session = Option<String>(
        "session", "ID", fallback: "the run's id", help: "the session that the run belongs to")
    private static let detach = Flag("detach", help: "only queue the run, and print the command that works on it")

    static let declaration = CommandDeclaration(
        "submit", in: .build, summary: "compile a description into a repository",
        discussion: """
            Reads the description, plans the project, asks for approval, and builds it. The path of the finished \
            repository is printed on standard output. Nothing is stored when the description has errors.

            At a terminal you are asked to approve the plan; elsewhere the run stops there with exit code 3 unless \
            --yes is given. A run that was interrupted is continued with mge resume.
            """,
        positionals: [description],
        options: [
            AnyOption(name), AnyOption(stack), AnyOption(check), AnyOption(strict),
            AnyOption(WorkOptions.concurrency), AnyOption(session), AnyOption(WorkOptions.yes), AnyOption(detach),
        ],
        conflicts: [.init("detach", "yes", remedy: "give --yes to the mge resume that works on the run")],
        examples: [
            .init("mge submit brief.md --yes", "build what a file describes, without asking"),
            .init("mge submit a FastAPI service for tasks with users and comments", "describe it in words"),
            .init("cat brief.md | mge submit - --yes --json", "from a pipe, with every event as a line of JSON"),
        ])

    private let words: [String]
    private let requestedName: String?
    private let requestedStack: String?
    private let compileSettings: CompileSettings
    private let concurrency: Int
    private let sessionID: String?
    private let approves: Bool
    private let isDetached: Bool

    init(_ arguments: ParsedArguments) throws {
        words = arguments[Self.description]
        requestedName = arguments[Self.name]
        requestedStack = arguments[Self.stack]
        compileSettings = CompileSettings(
            check: arguments[Self.check] ?? CompileSettings().check, isStrict: arguments[Self.strict])
        concurrency = arguments[WorkOptions.concurrency] ?? 10
        sessionID = arguments[Self.session]
        approves = arguments[WorkOptions.yes]
        isDetached = arguments[Self.detach]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        let source = try DescriptionSource(words, directory: context.settings.directory)
        let description = Description(
            text: source.text, file: source.file, requestedStack: requestedStack, requestedName: requestedName)
        let tools = try context.root.tools()
        try validate(description, tools, context.console)
        let connections = WorkOptions.connections(for: concurrency)
        return try await context.root.withDatabase(connections: connections) { database in
            let engine = context.root.engine(on: database, tools: tools, concurrency: concurrency)
            let run = try newRun(description, userID: context.settings.userID)
            try await engine.submit(run, kind: Pipeline.compile(tools))
            if isDetached { return detach(run.id, context.console) }
            context.console.note("run \(run.id.uuidString.lowercased())")
            let session = WorkSession(
                context: context, database: database, engine: engine, runID: run.id, description: description)
            return try await session.work(ResumeOptions(approves: approves), showsPast: true)
        }
    }

    /// Reads the description before anything is stored.
    private func validate(_ description: Description, _ tools: CompileTools, _ console: Console) throws {
        let stacks = try tools.stacks.names
        if let stack = requestedStack, !stacks.contains(stack) {
            let nearest = NearestName.of(stack, among: stacks).map { "did you mean '\($0)'?" }
            throw UsageError(
                "--stack: there is no stack '\(stack)'",
                remedy: nearest ?? "the stacks are \(stacks.joined(separator: ", "))", command: "submit")
        }
        do {
            let discovery = try tools.reader.readAhead(description)
            // Names that collide in code or in the table are told before a run is made too.
            _ = try NameResolver.resolve(discovery, reserved: tools.stacks.stack(named: discovery.stack).reserved)
        } catch let error as DiscoveryError {
            if let broken = error.installation { throw CommandFailure(.environment, "\(broken)", next: "mge doctor") }
            throw refusal(of: description, error.diagnostics, console)
        } catch let error as PlanningError {
            throw refusal(of: description, error.diagnostics, console)
        }
    }

    /// Tells what stands against a description.
    private func refusal(
        of description: Description, _ diagnostics: [Diagnostic], _ console: Console
    ) -> CommandFailure {
        let text = DiagnosticText(style: console.errorStyle, source: description.text, file: description.file)
        for diagnostic in diagnostics { console.errors.write(text.render(diagnostic)) }
        let count = diagnostics.count { $0.severity == .error }
        return CommandFailure(
            .usage, "the description has \(count) error\(count == 1 ? "" : "s"); no run was made",
            next: "correct the description and submit it again")
    }

    private func newRun(_ description: Description, userID: String) throws -> NewRun {
        let id = UUID()
        return NewRun(
            id: id, settings: try JSONValue(encoding: compileSettings), input: try JSONValue(encoding: description),
            userID: userID, sessionID: sessionID ?? id.uuidString.lowercased())
    }

    private func detach(_ runID: UUID, _ console: Console) -> ExitCode {
        let command = "mge resume \(runID.uuidString.lowercased())"
        if console.isJSON {
            console.result(["run": .string(runID.uuidString.lowercased()), "command": .string(command)])
        } else {
            console.result(command)
        }
        return .done
    }
}
