import Foundation
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// The executions of the items with a key, in the order of time, each with its steps.
    func executions(of item: String, in runID: UUID) async throws -> [Execution] {
        var executions = try await rows(
            """
            SELECT execution_id, stage, item_key, worker_id, status, total_duration, error_message FROM executions
            WHERE run_id = \(runID) AND item_key = \(item) ORDER BY created_at, execution_id
            """, as: (UUID, String, String, String, String, Double?, String?).self
        ).map { row in
            Execution(
                id: row.0.uuidString.lowercased(), stage: row.1, item: row.2, worker: row.3, status: row.4,
                seconds: row.5, error: row.6)
        }
        let steps = try await rows(
            """
            SELECT c.execution_id, c.step_number, c.step_type, c.action, c.reasoning, c.input_data, c.output_data,
                   c.code_generated, c.execution_time
            FROM chain_of_work c JOIN executions e USING (execution_id)
            WHERE e.run_id = \(runID) AND e.item_key = \(item) ORDER BY c.execution_id, c.step_number
            """,
            as: (UUID, Int, String, String, String?, JSONValue?, JSONValue?, String?, Double?).self)
        let byExecution = Dictionary(grouping: steps) { $0.0.uuidString.lowercased() }
        for index in executions.indices {
            executions[index].steps = (byExecution[executions[index].id] ?? []).map { row in
                Execution.Step(
                    number: row.1, kind: row.2, action: row.3, reasoning: row.4, input: row.5, output: row.6,
                    code: row.7, seconds: row.8)
            }
        }
        return executions
    }

    /// The keys of items whose executions are recorded.
    func executedItems(of runID: UUID) async throws -> [String] {
        try await rows(
            """
            SELECT DISTINCT item_key FROM executions WHERE run_id = \(runID) AND item_key IS NOT NULL
            ORDER BY item_key LIMIT 1000
            """, as: String.self)
    }
}
