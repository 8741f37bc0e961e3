import Foundation
import MGECore
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("the tables after the seed sentence", .seedCompilation) struct SeedTablesTests {
    private var compilation: Compilation {
        get throws { try #require(Compilation.shared) }
    }

    /// Whether a condition holds for the run, in the words of SQL.
    private func holds(_ condition: SQL) async throws -> Bool {
        try await compilation.pool.firstRow("SELECT \(condition)", as: Bool.self) == true
    }

    @Test func discovery() async throws {
        let compilation = try compilation
        let identifiers = RunIdentifiers(run: compilation.runID)
        #expect(
            try await holds(
                """
                count(*) = 1 AND bool_and(discovery_id = \(identifiers.discovery) AND user_id = 'user 4711'
                    AND session_id LIKE 'session of %' AND domain = 'task management' AND llm_cost_usd = 0
                    AND jsonb_array_length(entities) = 3 AND jsonb_array_length(aggregates) > 0
                    AND jsonb_array_length(bounded_contexts) > 0 AND entities = document -> 'entities')
                FROM discovery_documents WHERE run_id = \(compilation.runID)
                """))
        let document = try #require(try await compilation.pool.discovery(of: compilation.runID))
        #expect(Set(document.entities.map(\.name)) == ["user", "task", "comment"])
        #expect(document.stack == "fastapi")
    }

    @Test func masterplan() async throws {
        let compilation = try compilation
        let plan = try #require(try await compilation.pool.masterplan(of: compilation.runID))
        #expect(
            try await holds(
                """
                count(*) = 1 AND bool_and(m.masterplan_id = \(RunIdentifiers(run: compilation.runID).masterplan)
                    AND m.status = 'succeeded' AND m.total_tasks = \(plan.tasks.count)
                    AND m.total_phases = \(plan.phases.count) AND m.total_milestones = \(plan.milestoneCount)
                    AND m.stack = 'fastapi' AND m.project_name = \(plan.project.title) AND m.description <> ''
                    AND m.generation_cost_usd = 0 AND m.llm_tokens_total = 0 AND d.run_id = m.run_id
                    AND m.contract -> 'document' ->> 'openapi' LIKE '3.1%')
                FROM masterplans m JOIN discovery_documents d USING (discovery_id)
                """))
        #expect(plan.tasks.map(\.number) == Array(1...plan.tasks.count))
        #expect(plan.phases.flatMap(\.milestones).flatMap(\.tasks).sorted() == plan.tasks.map(\.number))
    }

    @Test func tasks() async throws {
        let compilation = try compilation
        let plan = try #require(try await compilation.pool.masterplan(of: compilation.runID))
        #expect(
            try await holds(
                """
                count(*) = \(plan.tasks.count) AND max(task_number) = count(*) AND min(task_number) = 1
                    AND bool_and(t.origin = 'template' AND t.origin_reason LIKE '%template%' AND t.name <> ''
                    AND t.description <> '' AND t.llm_response = f.content AND t.target_files = ARRAY[f.path]
                    AND t.llm_model IS NULL AND t.llm_prompt IS NULL AND t.llm_cost_usd = 0
                    AND t.llm_tokens_input + t.llm_tokens_output + t.llm_cached_tokens = 0 AND t.last_error IS NULL)
                FROM masterplan_tasks t LEFT JOIN files f USING (task_id)
                """))
        let stored = try await compilation.pool.rows(
            "SELECT task_number, depends_on FROM task_dependencies ORDER BY 1, 2", as: (Int, Int).self)
        let planned = plan.tasks.flatMap { task in task.dependencies.sorted().map { [task.number, $0] } }
        #expect(stored.map { [$0.0, $0.1] } == planned)
    }

    @Test func files() async throws {
        let compilation = try compilation
        #expect(
            try await holds(
                """
                count(*) > 20 AND count(DISTINCT path) = count(*) AND bool_and(revision = 1
                    AND bytes = octet_length(content) AND run_id = \(compilation.runID)
                    AND digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')) FROM files
                """))
    }

    @Test("atoms are lossless, numbered and without gaps")
    func atoms() async throws {
        #expect(
            try await holds(
                """
                count(*) = 0 FROM files f LEFT JOIN LATERAL (
                    SELECT string_agg(code_to_generate, '' ORDER BY atom_number) AS text, max(atom_number) AS last,
                           count(*) AS count, bool_and(byte_length = octet_length(code_to_generate)) AS is_measured,
                           bool_and(revision = f.revision AND task_id = f.task_id) AS is_owned
                    FROM atomic_units a WHERE a.run_id = f.run_id AND a.path = f.path) a ON true
                WHERE a.text IS DISTINCT FROM f.content OR a.last <> a.count OR NOT a.is_measured OR NOT a.is_owned
                """))
        #expect(
            try await holds(
                """
                count(*) = 0 FROM (
                    SELECT byte_offset, start_line, lag(byte_offset + byte_length) OVER w AS end_offset,
                           lag(end_line) OVER w AS end_line
                    FROM atomic_units WINDOW w AS (PARTITION BY path ORDER BY atom_number)) a
                WHERE byte_offset <> coalesce(end_offset, 0) OR start_line <> coalesce(end_line, 0) + 1
                """))
        #expect(
            try await holds(
                """
                count(DISTINCT identity) = count(*) AND max(estimated_loc) <= 30 AND avg(estimated_loc) BETWEEN 2 AND 15
                    AND bool_or(cardinality(dependencies_raw) > 0) AND bool_and(metadata ? 'defines')
                    AND bool_and(estimated_loc = greatest(0, end_line - start_line + 1)) FROM atomic_units
                """))
    }

    @Test("edges lead to other atoms of the run, never to a later wave")
    func dependencies() async throws {
        #expect(
            try await holds(
                """
                count(*) > 50 AND bool_and(d.atom_id <> d.depends_on AND b.wave_number <= a.wave_number)
                FROM atom_dependencies d JOIN execution_results a USING (atom_id)
                JOIN execution_results b ON b.atom_id = d.depends_on
                """))
        #expect(try await holds("(SELECT count(*) FROM atom_dependencies WHERE NOT is_ambiguous) > 50"))
    }

    @Test("every atom has one result, in waves without gaps")
    func results() async throws {
        let compilation = try compilation
        let waves = RunIdentifiers(run: compilation.runID).waves
        #expect(
            try await holds(
                """
                count(*) = (SELECT count(*) FROM atomic_units) AND count(DISTINCT atom_id) = count(*)
                    AND bool_and(execution_id = \(waves) AND status = 'succeeded' AND error IS NULL
                        AND execution_time_seconds >= 0)
                    AND min(wave_number) = 1 AND count(DISTINCT wave_number) = max(wave_number) FROM execution_results
                """))
    }

    @Test("executions are told step by step")
    func journal() async throws {
        let compilation = try compilation
        #expect(
            try await holds(
                """
                bool_and(e.status = 'succeeded' AND e.completed_at >= e.created_at AND e.error_message IS NULL
                    AND e.total_duration >= 0 AND e.task_description <> '') FROM executions e
                """))
        #expect(
            try await holds(
                """
                bool_and(first = 1 AND last = count) FROM (
                    SELECT min(step_number) AS first, max(step_number) AS last, count(*) AS count
                    FROM chain_of_work GROUP BY execution_id) s
                """))
        let rows = try await compilation.pool.rows(
            """
            SELECT e.stage, string_agg(DISTINCT c.step_type, ' ' ORDER BY c.step_type), count(DISTINCT e.execution_id)
            FROM executions e JOIN chain_of_work c USING (execution_id) GROUP BY e.stage
            """, as: (String, String, Int).self)
        let steps = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
        #expect(
            steps == [
                "discovery": "plan", "masterplan": "plan", "code_generation": "code_gen validation",
                "wave_execution": "validation", "infrastructure": "execution",
            ])
        let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.2) })
        #expect(counts["code_generation"] == (try await compilation.count("SELECT count(*) FROM masterplan_tasks")))
    }

    @Test func repository() async throws {
        let compilation = try compilation
        let text = try #require(try await compilation.published[Manifest.path])
        let manifest = try JSONDecoder().decode(Manifest.self, from: text)
        #expect(
            try await holds(
                """
                count(*) = 1 AND bool_and(digest = \(manifest.digest) AND files = \(manifest.files.count)
                    AND path LIKE \(compilation.runID.uuidString.lowercased() + "/%")
                    AND published_at IS NOT NULL AND bytes > 0) FROM repositories
                """))
    }

    @Test func items() async throws {
        #expect(
            try await holds("bool_and(state = 'done' AND (is_planning OR completions = 1)) FROM work_items"))
        #expect(try await holds("count(*) = 7 AND bool_and(state = 'done') FROM stages"))
    }
}
