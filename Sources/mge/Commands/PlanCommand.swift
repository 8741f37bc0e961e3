import Foundation
import MGECompiler
import MGECore

/// `mge plan`: shows what was understood of a description and what will be built.
struct PlanCommand: Command {
    private static let diagram = Flag(
        "diagram", help: "print only the entities and how they relate, as a diagram in the language of Mermaid")
    static let declaration = CommandDeclaration(
        "plan", in: .inspect, summary: "show what a run understood and will build",
        discussion: """
            Shows the entities, their fields and relations, each with the words and the place that it comes from, \
            what was assumed, the interface, and the tasks with the files that they make.
            """,
        positionals: [RunReference.argument], options: [AnyOption(diagram)],
        examples: [
            .init("mge plan last", "look at the plan of the newest run before approving it"),
            .init("mge plan last --json", "the discovery, the plan and what was understood as lines of JSON"),
            .init("mge plan last --diagram", "a picture of the entities, in the language of Mermaid"),
        ])

    private let run: String
    private let drawsDiagram: Bool

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
        drawsDiagram = arguments[Self.diagram]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.withRun(run) { run, database in
            guard let discovery = try await database.pool.discovery(of: run.id) else {
                throw CommandFailure(
                    .failure, "run \(RunAdvice.shortName(of: run.id)) has not read its description yet",
                    next: try await RunAdvice(run, in: database.pool).next)
            }
            let plan = try await database.pool.masterplan(of: run.id)
            if drawsDiagram {
                guard let plan else {
                    throw CommandFailure(
                        .failure, "run \(RunAdvice.shortName(of: run.id)) is not planned yet",
                        next: try await RunAdvice(run, in: database.pool).next)
                }
                let text = DiagramText(plan).lines.joined(separator: "\n")
                if context.console.isJSON {
                    context.console.result(["run": .string(run.id.uuidString.lowercased()), "diagram": .string(text)])
                } else {
                    context.console.result(text)
                }
                return .done
            }
            if context.console.isJSON {
                let id = JSONValue.string(run.id.uuidString.lowercased())
                context.console.result(["run": id, "discovery": try JSONValue(encoding: discovery)])
                if let plan { context.console.result(["run": id, "plan": try JSONValue(encoding: plan)]) }
                let understood = try UnderstoodEntity.all(of: discovery, in: plan).map { try $0.json() }
                context.console.result(["run": id, "understood": .array(understood)])
                return .done
            }
            let style = context.console.outputStyle
            let text =
                DiscoveryText(discovery, plan: plan, style: style).lines
                + (plan.map { PlanText($0, style: style).lines } ?? [])
            context.console.result(text.joined(separator: "\n"))
            if plan == nil {
                let advice = try await RunAdvice(run, in: database.pool)
                context.console.note("nothing is planned yet; next: \(advice.next)")
            }
            return .done
        }
    }
}
