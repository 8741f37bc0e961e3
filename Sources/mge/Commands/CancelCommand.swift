import Foundation
import MGECompiler
import MGECore

/// `mge cancel`: gives up a run.
struct CancelCommand: Command {
    static let declaration = CommandDeclaration(
        "cancel", in: .build, summary: "give up a run",
        discussion: """
            Whoever works on the run stops within a second or so. A cancelled run can't be resumed; what it left is \
            removed with mge prune.
            """,
        positionals: [RunReference.argument], examples: [.init("mge cancel last", "give up the newest run")])

    private let run: String

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.withRun(run, connections: 2) { run, database in
            let engine = context.root.engine(on: database, tools: try context.root.tools(), concurrency: 1)
            try await engine.cancel(run.id)
            let id = run.id.uuidString.lowercased()
            context.console.note("run \(id) is cancelled")
            if context.console.isJSON { context.console.result(["run": .string(id), "state": "cancelled"]) }
        }
        return .done
    }
}
