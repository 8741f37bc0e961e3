import Foundation
import MGECompiler
import MGECore

/// `mge status`: shows the runs, or how one run stands.
struct StatusCommand: Command {
    private static let watch = Flag("watch", help: "show it again whenever it changes, until the run comes to rest")

    static let declaration = CommandDeclaration(
        "status", in: .inspect, summary: "list the runs, or show how one stands",
        discussion: """
            Without a run, lists the newest fifty. With one, shows its stages and how many items are in each state, \
            what failed and why, who works on it, and what to type next.
            """,
        positionals: [RunReference.optionalArgument], options: [AnyOption(watch)],
        examples: [
            .init("mge status", "list the runs"),
            .init("mge status last --watch", "look on while the newest run is worked on"),
        ])

    private let run: String?
    private let isWatching: Bool

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.optionalArgument].first
        isWatching = arguments[Self.watch]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        guard let run else { return try await list(context) }
        return try await context.withRun(run) { run, database in
            try await show(context.console) {
                let report = try await RunReport(of: run.id, in: database.pool, workspace: context.settings.workspace)
                return Snapshot(
                    json: [report.json], lines: report.lines(context.console.outputStyle), isFinal: report.isAtRest)
            }
        }
    }

    private func list(_ context: CommandContext) async throws -> ExitCode {
        guard await context.root.hasDatabase() else {
            context.console.note("no runs in \(context.settings.workspace.path) yet: mge submit DESCRIPTION")
            return .done
        }
        return try await context.root.withDatabase { database in
            try await show(context.console) {
                let runs = try await database.pool.runOverviews()
                if runs.isEmpty { context.console.note("no runs yet: mge submit DESCRIPTION") }
                return Snapshot(
                    json: runs.map(\.json), lines: Self.lines(runs, context.console.outputStyle), isFinal: false)
            }
        }
    }

    /// What there is to show at one moment.
    private struct Snapshot {
        let json: [JSONValue]
        let lines: [String]
        /// Whether it will not change by itself.
        let isFinal: Bool
    }

    private func show(_ console: Console, _ take: () async throws -> Snapshot) async throws -> ExitCode {
        var shown: String?
        while true {
            let snapshot = try await take()
            let text = (console.isJSON ? snapshot.json.map(\.text) : snapshot.lines).map { $0 + "\n" }.joined()
            if text != shown {
                let clears = isWatching && console.outputStyle.isTerminal && !console.isJSON
                console.output.write((clears ? "\u{1B}[H\u{1B}[2J" : "") + text)
                shown = text
            }
            if !isWatching || snapshot.isFinal { return .done }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private static func lines(_ runs: [RunOverview], _ style: TerminalStyle) -> [String] {
        guard !runs.isEmpty else { return [] }
        var table = Table("RUN", "STATE", "STAGE", "CREATED", "PROJECT")
        for run in runs {
            let progress = run.allItems > 0 ? " \(run.doneItems)/\(run.allItems)" : ""
            table.add(
                RunAdvice.shortName(of: run.id), run.state.rawValue, run.stage.map { "\($0)\(progress)" } ?? "-",
                run.createdAt.formatted(.iso8601), run.project)
        }
        return table.lines(style)
    }
}
