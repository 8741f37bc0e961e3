import Foundation
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// Stores the journals of saved items: a row of `executions` for each that has steps, and its steps.
    func storeJournals(of results: [PerformedItem], in run: Run, worker: Int32) async throws {
        let rows = results.compactMap { result -> ExecutionRow? in
            let steps = result.journal.steps
            guard !steps.isEmpty else { return nil }
            return ExecutionRow(
                claim: result.claim, steps: steps, status: "succeeded", seconds: result.seconds, error: nil)
        }
        try await storeExecutions(rows, in: run, worker: worker)
    }

    /// Stores the journal of an item that was given up, with the error as its last step.
    func storeFailedJournal(
        _ journal: Journal, of claim: Claim, _ failure: ItemFailure, in run: Run, worker: Int32
    ) async throws {
        let last = Journal.Step(.execution, "failed", reasoning: failure.message)
        let row = ExecutionRow(
            claim: claim, steps: journal.steps + [last], status: "failed", seconds: nil, error: "\(failure)")
        try await storeExecutions([row], in: run, worker: worker)
    }

    private func storeExecutions(_ rows: [ExecutionRow], in run: Run, worker: Int32) async throws {
        guard let stage = rows.first?.claim.stage else { return }
        try await execute(
            """
            INSERT INTO executions (execution_id, run_id, worker_id, stage, item_key, task_description, task_input,
                                    status, created_at, completed_at, total_duration, error_message)
            SELECT e.id, \(run.id), \("worker \(worker)"), \(stage), e.key, e.description, e.input::jsonb, e.status,
                   n.now - make_interval(secs => coalesce(e.seconds, 0)), n.now, e.seconds, e.error
            FROM (SELECT clock_timestamp() AS now) AS n, unnest(\(rows.map(\.id))::uuid[], \(rows.map(\.claim.key))::text[],
                        \(rows.map(\.description))::text[], \(rows.map(\.claim.input))::text[],
                        \(rows.map(\.status))::text[], \(rows.map(\.seconds))::double precision[],
                        \(rows.map(\.error))::text[])
                AS e (id, key, description, input, status, seconds, error)
            """)
        let steps = rows.flatMap { row in row.steps.enumerated().map { (row.id, $0 + 1, $1) } }
        try await execute(
            """
            INSERT INTO chain_of_work (execution_id, step_number, step_type, action, reasoning, input_data,
                                       output_data, code_generated, execution_time)
            SELECT * FROM unnest(
                \(steps.map(\.0))::uuid[], \(steps.map(\.1))::integer[], \(steps.map(\.2.kind.rawValue))::text[],
                \(steps.map(\.2.action))::text[], \(steps.map(\.2.reasoning))::text[],
                \(steps.map(\.2.input))::jsonb[], \(steps.map(\.2.output))::jsonb[], \(steps.map(\.2.code))::text[],
                \(steps.map(\.2.seconds))::double precision[])
            """)
    }
}

/// A row of `executions` with its steps.
private struct ExecutionRow {
    let id = UUID()
    let claim: Claim
    let steps: [Journal.Step]
    let status: String
    let seconds: Double?
    let error: String?

    var description: String { "\(claim.stage) \(claim.key)" }
}
