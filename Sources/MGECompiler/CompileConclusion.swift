import Foundation
import MGECore
import MGEPostgres

/// Ends a compilation: decides whether it is whole, and says what it came to.
struct CompileConclusion: Sendable {
    let workspace: Workspace

    func conclude(
        _ proposed: RunState, _ failure: RunFailure?, in transaction: StageTransaction
    ) async throws -> RunState {
        let totals = try await transaction.database.compileTotals(of: transaction.run.id)
        let state = proposed == .succeeded && totals.failedAtoms > 0 ? .partial : proposed
        let path = totals.path.map { JSONValue.string("\(workspace.path)/\($0)") } ?? .null
        transaction.post(
            Event(
                "complete",
                [
                    "total_tasks": .integer(totals.tasks), "total_atoms": .integer(totals.atoms),
                    "total_waves": .integer(totals.waves), "precision": .number(totals.precision),
                    "execution_time": .number(totals.seconds), "workspace_path": path, "cost_usd": 0,
                    "total_tokens": 0, "outcome": .string(state.rawValue),
                ]))
        return state
    }
}

/// What a compilation came to.
struct CompileTotals: Sendable {
    var tasks: Int
    var atoms: Int
    var waves: Int
    var passedAtoms: Int
    var failedAtoms: Int
    /// Since the run began.
    var seconds: Double
    /// Where the repository is, relative to the workspace; nil when none was published.
    var path: String?

    /// The share of all atoms that passed every check of the run's level.
    var precision: Double { atoms == 0 ? 0 : Double(passedAtoms) / Double(atoms) }
}
