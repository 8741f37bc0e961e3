import Foundation
import MGECompiler
import MGECore
import MGEPostgres

extension PostgresExecutor {
    /// The newest runs.
    func runOverviews(where condition: SQL = "true", limit: Int = 50) async throws -> [RunOverview] {
        let rows = try await rows(
            """
            WITH chosen AS (
                SELECT run_id, state, input, created_at, finished_at FROM runs WHERE \(condition)
                ORDER BY created_at DESC, run_id LIMIT \(limit))
            SELECT r.run_id, r.state,
                   coalesce(m.project_name, r.input->>'requestedName', left(r.input->>'text', 200), ''),
                   s.name, i.done, i.total, r.created_at, r.finished_at
            FROM chosen r
            LEFT JOIN masterplans m ON m.run_id = r.run_id
            LEFT JOIN LATERAL (
                SELECT name FROM stages WHERE run_id = r.run_id AND state <> 'done' ORDER BY ordinal LIMIT 1) s ON true
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'done') AS done, count(*) AS total FROM work_items
                WHERE run_id = r.run_id AND stage = s.name AND NOT is_planning) i
            ORDER BY r.created_at DESC, r.run_id
            """, as: (UUID, RunState, String, StageName?, Int, Int, Date, Date?).self)
        return rows.map { row in
            let line = row.2.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            return RunOverview(
                id: row.0, state: row.1, project: TextWidth.printable(line), stage: row.3, doneItems: row.4,
                allItems: row.5, createdAt: row.6, finishedAt: row.7)
        }
    }

    /// The stages of a run in their order, with how many items are in each state.
    func stageOverviews(of runID: UUID) async throws -> [StageOverview] {
        let rows = try await rows(
            """
            SELECT s.name, s.state,
                   coalesce((SELECT jsonb_object_agg(c.state, c.count) FROM (
                       SELECT w.state, count(*) FROM work_items w
                       WHERE w.run_id = s.run_id AND w.stage = s.name AND NOT w.is_planning GROUP BY w.state) c), '{}'),
                   (SELECT extract(epoch FROM max(coalesce(w.completed_at, clock_timestamp())) - min(w.started_at))
                    FROM work_items w
                    WHERE w.run_id = s.run_id AND w.stage = s.name AND w.started_at IS NOT NULL)::double precision
            FROM stages s WHERE s.run_id = \(runID) ORDER BY s.ordinal
            """, as: (StageName, String, JSONB<[String: Int]>, Double?).self)
        return rows.map { StageOverview(name: $0.0, state: $0.1, counts: $0.2.value, seconds: $0.3) }
    }

    /// The items of a run that were given up, in the order of stages, each with how many wait for it.
    func failedItems(of runID: UUID, limit: Int = 100) async throws -> [FailedItem] {
        let rows = try await rows(
            """
            SELECT w.stage, w.key, w.last_error,
                   (SELECT count(*) FROM work_edges e JOIN work_items b ON b.item_id = e.to_item
                    WHERE e.from_item = w.item_id AND b.state = 'blocked')
            FROM work_items w JOIN stages s ON s.run_id = w.run_id AND s.name = w.stage
            WHERE w.run_id = \(runID) AND w.state = 'dead' ORDER BY s.ordinal, w.ordinal LIMIT \(limit)
            """, as: (StageName, String, JSONB<StoredFailure>?, Int).self)
        return rows.map { FailedItem(stage: $0.0, key: $0.1, failure: $0.2?.value, blocked: $0.3) }
    }

    /// Why items of a run were given up, each reason once for a stage, in the order of stages.
    func failureCauses(of runID: UUID, limit: Int = 100) async throws -> [FailureCause] {
        let rows = try await rows(
            """
            SELECT w.stage, (array_agg(w.key ORDER BY w.ordinal, w.item_id))[1],
                   w.last_error ->> 'message', w.last_error ->> 'remedy',
                   count(DISTINCT w.item_id), count(DISTINCT b.item_id)
            FROM work_items w JOIN stages s ON s.run_id = w.run_id AND s.name = w.stage
            LEFT JOIN work_edges e ON e.from_item = w.item_id
            LEFT JOIN work_items b ON b.item_id = e.to_item AND b.state = 'blocked'
            WHERE w.run_id = \(runID) AND w.state = 'dead'
            GROUP BY s.ordinal, 1, 3, 4 ORDER BY s.ordinal, min(w.ordinal) LIMIT \(limit)
            """, as: (StageName, String, String?, String?, Int, Int).self)
        return rows.map {
            FailureCause(stage: $0.0, firstItem: $0.1, message: $0.2, remedy: $0.3, count: $0.4, blocked: $0.5)
        }
    }

    /// Where a run's repository was published, relative to the workspace, and what it holds; nil before that.
    func publishedRepository(of runID: UUID) async throws -> (path: String, files: Int, publishedAt: Date)? {
        try await firstRow(
            """
            SELECT path, files, published_at FROM repositories
            WHERE run_id = \(runID) AND path IS NOT NULL AND published_at IS NOT NULL
            """,
            as: (String, Int, Date).self
        ).map { (path: $0.0, files: $0.1, publishedAt: $0.2) }
    }
}
