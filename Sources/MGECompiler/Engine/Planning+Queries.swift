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
        let existing = try await existingItems(of: stage, in: runID)
        let merge = PlanMerge(planned: items, existing: existing)
        if !merge.removed.isEmpty {
            try await execute("DELETE FROM work_items WHERE item_id = ANY (\(merge.removed))")
        }
        try await resetItems(merge, existing)
        var ids = existing.mapValues(\.id)
        for chunk in merge.added.chunks(of: 2_000) {
            let inserted = try await insertItems(
                Array(chunk), placements: merge.placements, of: stage, in: runID, parent: nil)
            ids.merge(inserted) { _, new in new }
        }
        if !existing.isEmpty {
            try await execute(
                "DELETE FROM work_edges WHERE to_item = ANY (\(existing.values.map(\.id)))")
        }
        try await insertEdges(items, ids)
        try await execute(
            """
            UPDATE stages SET state = 'running', planned_at = clock_timestamp()
            WHERE run_id = \(runID) AND name = \(stage)
            """)
        return merge.change
    }

    /// Adds items that an item's save asked for; they may depend on each other and on items of the plan.
    func addItems(_ items: [EncodedItem], of stage: StageName, in runID: UUID, parent: Int64) async throws {
        let needed = Set(items.flatMap(\.dependencies)).subtracting(items.map(\.key))
        let rows = try await rows(
            """
            SELECT key, item_id, input_digest, state FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND key = ANY (\(needed.sorted())) FOR SHARE
            """, as: (String, Int64, String, ItemState).self)
        precondition(rows.count == needed.count, "an added item of stage \(stage) depends on a key that is not there")
        let others = rows.map { EncodedItem(key: $0.0, inputDigest: $0.2) }
        let existing = Dictionary(
            rows.map { ($0.0, PlanMerge.Existing(id: $0.1, digest: $0.2, state: $0.3)) },
            uniquingKeysWith: { first, _ in first })
        let merge = PlanMerge(planned: items + others, existing: existing)
        let last = try await self.rows(
            "SELECT coalesce(max(ordinal), 0) FROM work_items WHERE run_id = \(runID) AND stage = \(stage)",
            as: Int.self)
        let placed = merge.added.map { (ordinal: (last.first ?? 0) + 1 + $0.ordinal, item: $0.item) }
        let inserted = try await insertItems(
            placed, placements: merge.placements, of: stage, in: runID, parent: parent)
        try await insertEdges(items, existing.mapValues(\.id).merging(inserted) { _, new in new })
    }

    private func existingItems(of stage: StageName, in runID: UUID) async throws -> [String: PlanMerge.Existing] {
        let rows = try await rows(
            """
            SELECT key, item_id, input_digest, state FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND parent_item IS NULL AND NOT is_planning
            """, as: (String, Int64, String, ItemState).self)
        return Dictionary(
            rows.map { ($0.0, PlanMerge.Existing(id: $0.1, digest: $0.2, state: $0.3)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func insertItems(
        _ items: [(ordinal: Int, item: EncodedItem)], placements: [String: PlanMerge.Placement],
        of stage: StageName, in runID: UUID, parent: Int64?
    ) async throws -> [String: Int64] {
        let places = items.map { placements[$0.item.key] ?? PlanMerge.Placement(state: .ready, dependenciesLeft: 0) }
        let inserted = try await rows(
            """
            INSERT INTO work_items (run_id, stage, key, ordinal, parent_item, input, input_digest, state,
                                    dependencies_left)
            SELECT \(runID), \(stage), i.key, i.ordinal, \(parent), i.input::jsonb, i.digest, i.state, i.left_over
            FROM unnest(\(items.map(\.item.key))::text[], \(items.map(\.ordinal))::bigint[],
                        \(items.map(\.item.input))::text[], \(items.map(\.item.inputDigest))::text[],
                        \(places.map(\.state.rawValue))::text[], \(places.map(\.dependenciesLeft))::integer[])
                AS i (key, ordinal, input, digest, state, left_over)
            RETURNING key, item_id
            """, as: (String, Int64).self)
        return Dictionary(inserted.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    }

    /// Resets the items whose input changed, together with the items that their saves had added, and gives all others
    /// that are not settled their new states.
    private func resetItems(_ merge: PlanMerge, _ existing: [String: PlanMerge.Existing]) async throws {
        let reset = merge.reset.compactMap { item in existing[item.key].map { (id: $0.id, item: item) } }
        if !reset.isEmpty {
            try await execute("DELETE FROM work_items WHERE parent_item = ANY (\(reset.map(\.id)))")
            try await execute(
                """
                UPDATE work_items w SET input = i.input::jsonb, input_digest = i.digest, attempt = 0,
                    abandonments = 0, not_before = '-infinity', last_error = NULL, lease_token = NULL,
                    lease_until = NULL, worker_number = NULL, completed_at = NULL, state = 'waiting'
                FROM unnest(\(reset.map(\.id))::bigint[], \(reset.map(\.item.input))::text[],
                            \(reset.map(\.item.inputDigest))::text[]) AS i (id, input, digest)
                WHERE w.item_id = i.id
                """)
        }
        let placed = merge.placements.compactMap { key, place in existing[key].map { (id: $0.id, place: place) } }
        guard !placed.isEmpty else { return }
        try await execute(
            """
            UPDATE work_items w SET state = i.state, dependencies_left = i.left_over
            FROM unnest(\(placed.map(\.id))::bigint[], \(placed.map(\.place.state.rawValue))::text[],
                        \(placed.map(\.place.dependenciesLeft))::integer[]) AS i (id, state, left_over)
            WHERE w.item_id = i.id
            """)
    }

    private func insertEdges(_ items: [EncodedItem], _ ids: [String: Int64]) async throws {
        let edges = items.flatMap { item in
            Set(item.dependencies).sorted().map { key -> (Int64, Int64) in
                guard let from = ids[key], let to = ids[item.key] else {
                    preconditionFailure("the item \(item.key) depends on \(key), which is not there")
                }
                return (from, to)
            }
        }
        guard !edges.isEmpty else { return }
        try await copy(into: "work_edges", columns: ["from_item", "to_item"], rows: edges)
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
