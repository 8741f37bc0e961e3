import Foundation
import MGECompiler
import MGECore

/// `mge cost`: shows what a run's model calls cost.
struct CostCommand: Command {
    static let declaration = CommandDeclaration(
        "cost", in: .inspect, summary: "show what a run has cost, by stage",
        discussion: """
            Counts model calls, tokens and dollars as they are recorded in the database. A run that used no model \
            has cost nothing.
            """,
        positionals: [RunReference.argument], examples: [.init("mge cost last", "the cost of the newest run")])

    private let run: String

    init(_ arguments: ParsedArguments) throws {
        run = arguments[RunReference.argument].first ?? ""
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        try await context.withRun(run) { run, database in
            let costs = try await database.pool.stageCosts(of: run.id)
            let total = StageCost(
                stage: "total", calls: costs.reduce(0) { $0 + $1.calls }, tokens: costs.reduce(0) { $0 + $1.tokens },
                dollars: costs.reduce(.zero) { $0 + $1.dollars })
            if context.console.isJSON {
                let id = run.id.uuidString.lowercased()
                for cost in costs + [total] { context.console.result(cost.json(run: id)) }
                return .done
            }
            var table = Table("STAGE", "CALLS", "TOKENS", "DOLLARS", numbers: [1, 2, 3])
            for cost in costs + [total] {
                table.add(cost.stage.rawValue, "\(cost.calls)", "\(cost.tokens)", "\(cost.dollars)")
            }
            context.console.result(table.lines(context.console.outputStyle).joined(separator: "\n"))
            return .done
        }
    }
}

/// What the model calls of a stage cost.
struct StageCost: Sendable {
    let stage: StageName
    let calls: Int
    let tokens: Int
    let dollars: MicroUSD

    /// A line of JSON, the dollars with six decimals.
    func json(run: String) -> String {
        """
        {"run":"\(run)","stage":"\(stage)","calls":\(calls),"tokens":\(tokens),"cost_usd":\(dollars)}
        """
    }
}
