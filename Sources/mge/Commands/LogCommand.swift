import Foundation
import MGECompiler
import MGECore

/// `mge log`: shows a run's events, or how one of its items was worked on.
struct LogCommand: Command {
    private static let item = Option<String>("item", "KEY", help: "show the executions of one item, step by step")

    static let declaration = CommandDeclaration(
        "log", in: .inspect, summary: "show what happened in a run",
        discussion: """
            Shows every event that was stored. With --item, shows instead each execution of that item and its steps: \
            what was done, why, and with what result.
            """,
        positionals: [RunReference.argument], options: [AnyOption(item)],
        examples: [
            .init("mge log last", "everything that happened in the newest run"),
            .init("mge log last --json | grep error", "its errors, as they are stored"),
        ])

    private let run: String
    private let item: String?

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
        item = arguments[Self.item]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.withRun(run) { run, database in
            if let item {
                let executions = try await database.pool.executions(of: item, in: run.id)
                guard !executions.isEmpty else {
                    let keys = try await database.pool.executedItems(of: run.id)
                    let nearest = NearestName.of(item, among: keys).map { ["did you mean '\($0)'?"] }
                    let examples = keys.prefix(5).joined(separator: ", ")
                    throw CommandFailure(
                        .usage, "no execution of an item '\(item)' is recorded",
                        details: nearest ?? (keys.isEmpty ? [] : ["recorded are, for example, \(examples)"]),
                        next: "mge log \(RunAdvice.shortName(of: run.id))")
                }
                for execution in executions { show(execution, context.console) }
                return .done
            }
            try await showEvents(of: run, database, context.console)
            return .done
        }
    }

    private func showEvents(of run: Run, _ database: Database, _ console: Console) async throws {
        let recorder: any Recorder =
            console.isJSON ? JSONLinesRecorder { console.output.write($0) } : LogRecorder(console: console)
        let follower = EventFollower(run.id, in: database.pool, recorder: recorder)
        try await follower.drain()
    }

    private func show(_ execution: Execution, _ console: Console) {
        if console.isJSON { return console.result(execution.json) }
        let style = console.outputStyle
        let time = execution.seconds.map { " in \(EventText.duration($0))" } ?? ""
        console.result(
            style.bold("\(execution.stage) \(execution.item)") + "  \(execution.status)\(time), by \(execution.worker)")
        for step in execution.steps {
            let seconds = step.seconds.map { " (\(EventText.duration($0)))" } ?? ""
            console.result("  \(step.number). \(step.kind): \(TextWidth.printable(step.action))\(seconds)")
            if let reasoning = step.reasoning { console.result("     because \(TextWidth.printable(reasoning))") }
            for (name, value) in [("input", step.input), ("output", step.output)] {
                if let value { console.result("     \(name) \(value.text)") }
            }
            guard console.verbosity == .verbose, let code = step.code else { continue }
            console.result(
                code.split(separator: "\n", omittingEmptySubsequences: false).map { "     | \($0)" }
                    .joined(separator: "\n"))
        }
        if let error = execution.error { console.result("  \(style.paint("error:", .red)) \(error)") }
    }
}

/// Writes every event as one line with its time.
private struct LogRecorder: Recorder {
    let console: Console

    func record(_ events: [StoredEvent]) {
        var lines = ""
        for event in events {
            let text = EventText(event)
            let time = event.createdAt.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
            let severity = text.diagnostic.map { "\($0)" } ?? text.summary
            let type = event.type.padding(toLength: max(33, event.type.count), withPad: " ", startingAt: 0)
            lines += "\(time)  \(type)  \(TextWidth.printable(severity))\n"
        }
        console.output.write(lines)
    }

    func finish() {}
}
