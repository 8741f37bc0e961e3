import Foundation
import MGELayers
import MGEPostgres

extension PostgresExecutor {
    /// Stores where the code of some tasks came from, and the code itself.
    func storeOrigins(of codes: [GeneratedCode], in runID: UUID) async throws {
        let identifiers = RunIdentifiers(run: runID)
        try await execute(
            """
            UPDATE masterplan_tasks t SET origin = c.origin, origin_reason = c.reason, llm_response = c.code,
                last_error = NULL
            FROM unnest(\(codes.map { identifiers.task($0.task) })::uuid[], \(codes.map(\.origin.rawValue))::text[],
                        \(codes.map(\.reason))::text[],
                        \(codes.map { $0.files.map(\.text).joined(separator: "\n") })::text[])
                AS c (task, origin, reason, code)
            WHERE t.task_id = c.task
            """)
    }

    func taskNames(_ tasks: [Int], in runID: UUID) async throws -> [Int: String] {
        let identifiers = RunIdentifiers(run: runID)
        let rows = try await rows(
            """
            SELECT task_number, name FROM masterplan_tasks
            WHERE task_id = ANY (\(tasks.map { identifiers.task($0) })::uuid[])
            """, as: (Int, String).self)
        return Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }

    func generationTotals(of runID: UUID) async throws -> GenerationTotals {
        let row = try await firstRow(
            """
            SELECT count(*), count(*) FILTER (WHERE state = 'done'), count(*) FILTER (WHERE state <> 'done'),
                   coalesce(extract(epoch FROM max(completed_at) - min(started_at)), 0)::double precision
            FROM work_items WHERE run_id = \(runID) AND stage = \(CodeGenerationStage.name) AND NOT is_planning
            """, as: (Int, Int, Int, Double).self)
        return row.map { GenerationTotals(tasks: $0.0, succeeded: $0.1, failed: $0.2, seconds: $0.3) }
            ?? GenerationTotals()
    }
}
