import Foundation
import MGECompiler
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// Calls, tokens and dollars of each stage of a run, in the order of stages.
    func stageCosts(of runID: UUID) async throws -> [StageCost] {
        let rows = try await rows(
            """
            WITH plan AS (SELECT masterplan_id, generation_cost_usd FROM masterplans WHERE run_id = \(runID)),
            used AS (
                SELECT e.stage, count(DISTINCT c.call_id) AS calls, coalesce(sum(c.llm_tokens_used), 0)::bigint AS tokens
                FROM executions e JOIN chain_of_work c USING (execution_id)
                WHERE e.run_id = \(runID) GROUP BY e.stage)
            SELECT s.name, coalesce(u.calls, 0), coalesce(u.tokens, 0),
                   coalesce(CASE s.name
                       WHEN 'discovery' THEN (SELECT llm_cost_usd FROM discovery_documents WHERE run_id = \(runID))
                       WHEN 'masterplan' THEN (SELECT generation_cost_usd FROM plan)
                       WHEN 'code_generation' THEN (
                           SELECT sum(llm_cost_usd) FROM masterplan_tasks
                           WHERE masterplan_id = (SELECT masterplan_id FROM plan))
                   END, 0)::numeric(12,6)
            FROM stages s LEFT JOIN used u ON u.stage = s.name
            WHERE s.run_id = \(runID) ORDER BY s.ordinal
            """, as: (StageName, Int, Int, MicroUSD).self)
        return rows.map { StageCost(stage: $0.0, calls: $0.1, tokens: $0.2, dollars: $0.3) }
    }
}
