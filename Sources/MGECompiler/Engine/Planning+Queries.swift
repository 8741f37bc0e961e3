import Foundation
import MGECore
import MGEPostgres

/// What storing a plan changed.
struct PlanChange: Sendable, Equatable {
    /// Items that were not there before.
    var added = 0
    /// Items that are done again because their input changed.
    var redone = 0
    /// Items that stay done.
    var kept = 0
    /// Items that the plan no longer has.
    var removed = 0
}

extension PostgresExecutor {
    /// Inserts the item that plans a stage, or makes it ready again.
    func insertPlanningItem(of stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            INSERT INTO work_items (run_id, stage, key, ordinal, is_planning, input, input_digest, state)
            VALUES (\(runID), \(stage), '@plan', -1, true, '{}', '', 'ready')
            ON CONFLICT (run_id, stage, key) DO UPDATE
                SET state = 'ready', attempt = 0, abandonments = 0, not_before = '-infinity', last_error = NULL,
                    lease_token = NULL, lease_until = NULL, worker_number = NULL
            """)
        try await execute(
            "UPDATE stages SET state = 'planning' WHERE run_id = \(runID) AND name = \(stage)")
    }

    /// Makes the items of a stage agree with a plan: new ones are added, those whose input changed are reset, those
    /// that the plan lacks are deleted, and all others keep their state.
    func storePlan(_ items: [EncodedItem], of stage: StageName, in runID: UUID) async throws -> PlanChange {
        var change = PlanChange()
        let existing = try await rows(
            """
            SELECT key, input_digest, state FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND parent_item IS NULL AND NOT is_planning
            """, as: (String, String, String).self)
        let planned = Dictionary(items.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        precondition(planned.count == items.count, "two items of stage \(stage) have one key")
        let known = Dictionary(
            existing.map { ($0.0, (digest: $0.1, state: $0.2)) }, uniquingKeysWith: { first, _ in first })

        let removed = existing.map(\.0).filter { planned[$0] == nil }
        let changed = items.filter { item in known[item.key].map { $0.digest != item.inputDigest } ?? false }
        let added = items.filter { known[$0.key] == nil }
        change.added = added.count
        change.removed = removed.count
        change.redone = changed.count
        change.kept = existing.count { row in row.2 == "done" && planned[row.0]?.inputDigest == row.1 }

        if !removed.isEmpty { try await deleteItems(removed, of: stage, in: runID) }
        if !changed.isEmpty { try await resetItems(changed, of: stage, in: runID) }
        let ordinals = Dictionary(items.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        try await insertItems(added, of: stage, in: runID, parent: nil) { ordinals[$0.key] ?? 0 }
        if !existing.isEmpty { try await deletePlannedEdges(of: stage, in: runID) }
        try await insertEdges(items, of: stage, in: runID)
        try await recomputeStates(of: stage, in: runID)
        try await execute(
            """
            UPDATE stages SET state = 'running', planned_at = clock_timestamp()
            WHERE run_id = \(runID) AND name = \(stage)
            """)
        return change
    }

    /// Adds items that an item's save asked for.
    func addItems(_ items: [EncodedItem], of stage: StageName, in runID: UUID, parent: Int64) async throws {
        guard !items.isEmpty else { return }
        let last = try await rows(
            "SELECT coalesce(max(ordinal), 0) FROM work_items WHERE run_id = \(runID) AND stage = \(stage)",
            as: Int.self)
        let first = (last.first ?? 0) + 1
        let ordinals = Dictionary(
            items.enumerated().map { ($1.key, first + $0) }, uniquingKeysWith: { first, _ in first })
        try await insertItems(items, of: stage, in: runID, parent: parent) { ordinals[$0.key] ?? 0 }
        try await insertEdges(items, of: stage, in: runID)
        try await recomputeStates("AND t.key = ANY (\(items.map(\.key))::text[])", of: stage, in: runID)
    }

    private func insertItems(
        _ items: [EncodedItem], of stage: StageName, in runID: UUID, parent: Int64?, ordinal: (EncodedItem) -> Int
    ) async throws {
        for chunk in items.chunks(of: 2_000) {
            try await execute(
                """
                INSERT INTO work_items (run_id, stage, key, ordinal, parent_item, input, input_digest, state)
                SELECT \(runID), \(stage), i.key, i.ordinal, \(parent), i.input::jsonb, i.digest, 'waiting'
                FROM unnest(\(chunk.map(\.key))::text[], \(chunk.map { ordinal($0) })::bigint[],
                            \(chunk.map(\.input))::text[], \(chunk.map(\.inputDigest))::text[])
                    AS i (key, ordinal, input, digest)
                """)
        }
    }

    private func deleteItems(_ keys: [String], of stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            DELETE FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND key = ANY (\(keys)::text[])
            """)
    }

    private func resetItems(_ items: [EncodedItem], of stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            DELETE FROM work_items WHERE parent_item IN (
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND stage = \(stage) AND key = ANY (\(items.map(\.key))::text[]))
            """)
        try await execute(
            """
            UPDATE work_items w SET state = 'waiting', input = i.input::jsonb, input_digest = i.digest, attempt = 0,
                abandonments = 0, not_before = '-infinity', last_error = NULL, lease_token = NULL,
                lease_until = NULL, worker_number = NULL, completed_at = NULL
            FROM unnest(\(items.map(\.key))::text[], \(items.map(\.input))::text[],
                        \(items.map(\.inputDigest))::text[]) AS i (key, input, digest)
            WHERE w.run_id = \(runID) AND w.stage = \(stage) AND w.key = i.key
            """)
    }

    private func deletePlannedEdges(of stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            DELETE FROM work_edges WHERE to_item IN (
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND stage = \(stage) AND parent_item IS NULL)
            """)
    }

    private func insertEdges(_ items: [EncodedItem], of stage: StageName, in runID: UUID) async throws {
        let edges = items.flatMap { item in Set(item.dependencies).sorted().map { (from: $0, to: item.key) } }
        for chunk in edges.chunks(of: 10_000) {
            let inserted = try await execute(
                """
                INSERT INTO work_edges (from_item, to_item)
                SELECT f.item_id, t.item_id
                FROM unnest(\(chunk.map(\.from))::text[], \(chunk.map(\.to))::text[]) AS e (from_key, to_key)
                JOIN work_items f ON f.run_id = \(runID) AND f.stage = \(stage) AND f.key = e.from_key
                JOIN work_items t ON t.run_id = \(runID) AND t.stage = \(stage) AND t.key = e.to_key
                """)
            precondition(inserted == chunk.count, "an item of stage \(stage) depends on a key that is not there")
        }
    }

    /// Counts the open dependencies of the items that fulfil a condition and are not settled, and derives their states.
    ///
    /// Leased items stay as they are: their workers lock them, and nothing that they wait for is open.
    private func recomputeStates(_ condition: SQL = "", of stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            UPDATE work_items w
            SET dependencies_left = c.left_over, state = CASE WHEN c.left_over = 0 THEN 'ready' ELSE 'waiting' END
            FROM (SELECT t.item_id, count(f.item_id) FILTER (WHERE f.state <> 'done') AS left_over
                  FROM work_items t
                  LEFT JOIN work_edges e ON e.to_item = t.item_id
                  LEFT JOIN work_items f ON f.item_id = e.from_item
                  WHERE t.run_id = \(runID) AND t.stage = \(stage) AND NOT t.is_planning
                    AND t.state IN ('waiting', 'ready', 'blocked') \(condition)
                  GROUP BY t.item_id) c
            WHERE w.item_id = c.item_id
            """)
        let dead = try await rows(
            "SELECT item_id FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND state = 'dead'",
            as: Int64.self)
        if !dead.isEmpty { _ = try await blockDependants(of: dead) }
    }

    /// Makes the dead items of a run, and what they block, ready to be planned anew.
    func reviveDeadItems(in runID: UUID) async throws -> Int {
        try await execute(
            """
            UPDATE work_items SET state = 'waiting', attempt = 0, abandonments = 0, last_error = NULL,
                not_before = '-infinity', completed_at = NULL
            WHERE run_id = \(runID) AND state = 'dead'
            """)
    }

    /// Deletes the items of a stage and of all later ones, so that they are done again.
    func deleteItems(from stage: StageName, in runID: UUID) async throws {
        try await execute(
            """
            DELETE FROM work_items w USING stages s
            WHERE w.run_id = \(runID) AND s.run_id = w.run_id AND s.name = w.stage AND s.ordinal >= (
                SELECT ordinal FROM stages WHERE run_id = \(runID) AND name = \(stage))
            """)
    }
}
