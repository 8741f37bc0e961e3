package import Foundation
import MGECore
package import MGEPostgres

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
    /// Items that were not done yet, and are to be done as they were planned before.
    var waiting = 0
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
    /// - Throws: `ItemFailure` when the plan contradicts itself.
    func storePlan(_ items: [EncodedItem], of stage: StageName, in runID: UUID) async throws -> PlanChange {
        let existing = try await lockedItems(of: stage, in: runID)
        let merge = try PlanMerge(planned: items, existing: existing)
        if !merge.removed.isEmpty {
            try await execute("DELETE FROM work_items WHERE item_id = ANY (\(merge.removed))")
        }
        try await resetItems(merge, existing)
        var ids = existing.mapValues(\.id)
        let inserted = try await insertItems(
            merge.added, placements: merge.placements, of: stage, in: runID, parent: nil)
        ids.merge(inserted) { _, new in new }
        let planned = existing.values.filter { $0.parent == nil }.map(\.id)
        if !planned.isEmpty { try await execute("DELETE FROM work_edges WHERE to_item = ANY (\(planned))") }
        try await insertEdges(items, ids)
        try await execute(
            """
            UPDATE stages SET state = 'running', planned_at = clock_timestamp(), progress = (
                SELECT count(*) FROM work_items
                WHERE run_id = \(runID) AND stage = \(stage) AND state = 'done' AND NOT is_planning)
            WHERE run_id = \(runID) AND name = \(stage)
            """)
        return merge.change
    }

    /// Adds items that an item's save asked for; they may depend on each other and on items of the plan.
    ///
    /// They are claimed at their parent's place in the order.
    /// - Throws: `ItemFailure` when a key is taken, or a dependency is not there.
    func addItems(_ items: [EncodedItem], of stage: StageName, in runID: UUID, parent: Int64) async throws {
        let new = Set(items.map(\.key))
        let mentioned = new.union(items.flatMap(\.dependencies))
        let rows = try await rows(
            """
            SELECT key, item_id, input_digest, state FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND key = ANY (\(mentioned.sorted()))
            ORDER BY item_id FOR SHARE
            """, as: (String, Int64, String, ItemState).self)
        if let taken = rows.first(where: { new.contains($0.0) }) {
            throw ItemFailure(
                "it added an item '\(taken.0)', which the stage has already", remedy: "this is a defect of the stage")
        }
        let others = rows.map { EncodedItem(key: $0.0, inputDigest: $0.2) }
        let existing = rows.map { key, id, digest, state in
            // What blocks an item that is there already is not looked at again; it is stuck like a dead one.
            let isStuck = state == .blocked || state == .cancelled
            return (key, PlanMerge.Existing(id: id, digest: digest, state: isStuck ? .dead : state))
        }
        let stored = Dictionary(existing, uniquingKeysWith: { first, _ in first })
        let merge = try PlanMerge(planned: items + others, existing: stored)
        let inserted = try await insertItems(
            merge.added, placements: merge.placements, of: stage, in: runID, parent: parent)
        try await insertEdges(items, stored.mapValues(\.id).merging(inserted) { _, new in new })
    }

    /// All items of a stage but the one that plans it, locked until the transaction ends.
    private func lockedItems(of stage: StageName, in runID: UUID) async throws -> [String: PlanMerge.Existing] {
        // First the locks alone: what the save of a locked item has added shows to a later statement only.
        try await execute(
            """
            SELECT FROM work_items WHERE run_id = \(runID) AND stage = \(stage) AND NOT is_planning
            ORDER BY item_id FOR UPDATE
            """)
        let items = try await rows(
            """
            SELECT key, item_id, input_digest, state, parent_item FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND NOT is_planning ORDER BY item_id FOR UPDATE
            """, as: (String, Int64, String, ItemState, Int64?).self)
        let children = items.filter { $0.4 != nil }.map(\.1)
        let edges =
            children.isEmpty
            ? []
            : try await rows(
                "SELECT to_item, from_item FROM work_edges WHERE to_item = ANY (\(children))", as: (Int64, Int64).self)
        let keys = Dictionary(items.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
        let dependencies = Dictionary(grouping: edges, by: \.0).mapValues { $0.compactMap { keys[$0.1] } }
        let existing = items.map { key, id, digest, state, parent in
            let needed = parent == nil ? [] : dependencies[id] ?? []
            return (key, PlanMerge.Existing(id: id, digest: digest, state: state, parent: parent, dependencies: needed))
        }
        return Dictionary(existing, uniquingKeysWith: { first, _ in first })
    }

    private func insertItems(
        _ items: [(ordinal: Int, item: EncodedItem)], placements: [String: PlanMerge.Placement],
        of stage: StageName, in runID: UUID, parent: Int64?
    ) async throws -> [String: Int64] {
        var ids: [String: Int64] = [:]
        ids.reserveCapacity(items.count)
        for chunk in Self.chunks(of: items) {
            let places = chunk.map {
                placements[$0.item.key] ?? PlanMerge.Placement(state: .ready, dependenciesLeft: 0)
            }
            let inserted = try await rows(
                """
                INSERT INTO work_items (run_id, stage, key, ordinal, parent_item, input, input_digest, state,
                                        dependencies_left)
                SELECT \(runID), \(stage), i.key, coalesce(p.ordinal, i.ordinal), p.item_id, i.input::jsonb, i.digest,
                       i.state, i.left_over
                FROM unnest(\(chunk.map(\.item.key))::text[], \(chunk.map(\.ordinal))::bigint[],
                            \(chunk.map(\.item.input))::text[], \(chunk.map(\.item.inputDigest))::text[],
                            \(places.map(\.state.rawValue))::text[], \(places.map(\.dependenciesLeft))::integer[])
                    WITH ORDINALITY AS i (key, ordinal, input, digest, state, left_over, position)
                    LEFT JOIN work_items p ON p.item_id = \(parent)
                ORDER BY i.position
                RETURNING key, item_id
                """, as: (String, Int64).self)
            for (key, id) in inserted { ids[key] = id }
        }
        return ids
    }

    /// At most 2,000 items and, unless one alone is larger, 8 MB of input, so that no statement becomes too long.
    private static func chunks(
        of items: [(ordinal: Int, item: EncodedItem)]
    ) -> [ArraySlice<(ordinal: Int, item: EncodedItem)>] {
        var chunks: [ArraySlice<(ordinal: Int, item: EncodedItem)>] = []
        var start = 0
        var size = 0
        for (index, entry) in items.enumerated() {
            let length = entry.item.input.utf8.count
            if index > start, index - start == 2_000 || size + length > 8_000_000 {
                chunks.append(items[start..<index])
                (start, size) = (index, 0)
            }
            size += length
        }
        if start < items.count { chunks.append(items[start...]) }
        return chunks
    }

    /// Resets the items whose input changed, together with the items that their saves had added, and gives all others
    /// that are not settled their new states.
    private func resetItems(_ merge: PlanMerge, _ existing: [String: PlanMerge.Existing]) async throws {
        let resetIDs = merge.reset.compactMap { existing[$0.key]?.id }
        if !resetIDs.isEmpty {
            try await execute("DELETE FROM work_items WHERE parent_item = ANY (\(resetIDs))")
        }
        for chunk in Self.chunks(of: merge.reset.map { (ordinal: 0, item: $0) }) {
            let reset = chunk.compactMap { entry in existing[entry.item.key].map { (id: $0.id, item: entry.item) } }
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
            WHERE w.item_id = i.id AND (w.state, w.dependencies_left) IS DISTINCT FROM (i.state, i.left_over)
            """)
    }

    private func insertEdges(_ items: [EncodedItem], _ ids: [String: Int64]) async throws {
        let edges = items.flatMap { item in
            Set(item.dependencies).compactMap { key -> (Int64, Int64)? in
                guard let from = ids[key], let to = ids[item.key] else { return nil }
                return (from, to)
            }
        }
        guard !edges.isEmpty else { return }
        try await copy(into: "work_edges", columns: ["from_item", "to_item"], rows: edges.sorted { $0 < $1 })
    }

    /// Makes dead items of a run ready to be planned anew: all of them, or those that the machine was to blame for.
    func reviveDeadItems(in runID: UUID, all: Bool) async throws {
        try await execute(
            """
            UPDATE work_items SET state = 'waiting', attempt = 0, abandonments = 0, last_error = NULL,
                not_before = '-infinity', completed_at = NULL
            WHERE run_id = \(runID) AND state = 'dead'
              AND (\(all) OR last_error ->> 'cause' = \(ItemFailure.Cause.environment.rawValue))
            """)
    }

    /// Whether items of a run are dead that stay so when it is resumed, unless they are tried again by wish.
    ///
    /// Items that plan a stage are made anew by every resume.
    /// - Throws: `PostgresError`.
    package func keepsDeadItems(in runID: UUID) async throws -> Bool {
        try await firstRow(
            """
            SELECT EXISTS (
                SELECT FROM work_items
                WHERE run_id = \(runID) AND state = 'dead' AND NOT is_planning
                  AND last_error ->> 'cause' IS DISTINCT FROM \(ItemFailure.Cause.environment.rawValue))
            """, as: Bool.self) ?? false
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
