import Foundation
import MGEPostgres

extension PostgresExecutor {
    /// Leases ready items of a stage to a worker, in the order of the plan.
    ///
    /// The sub-select stands in an `ARRAY`: joined to the `UPDATE` it makes PostgreSQL scan the whole table once
    /// that is analysed. While a stage is planned again, only its planning item is claimed.
    /// - Parameters:
    ///   - stage: whose items.
    ///   - runID: whose stage.
    ///   - worker: the number of the worker's lock.
    ///   - limit: how many items at most.
    ///   - lease: how long the leases last, in seconds.
    ///   - suspicion: how many abandonments make an item a suspect.
    ///   - areSuspects: whether suspects are wanted, or all others.
    /// - Returns: the claims in that order.
    /// - Throws: `PostgresError`.
    func claimItems(
        of stage: StageName, in runID: UUID, for worker: Int32, limit: Int, lease: Double, suspicion: Int,
        areSuspects: Bool
    ) async throws -> [Claim] {
        let rows = try await rows(
            """
            UPDATE work_items
            SET state = 'leased', attempt = attempt + 1, worker_number = \(worker),
                lease_token = nextval('lease_tokens'),
                lease_until = clock_timestamp() + make_interval(secs => \(lease)), started_at = clock_timestamp()
            WHERE item_id = ANY (ARRAY(
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND stage = \(stage) AND state = 'ready' AND not_before <= clock_timestamp()
                  AND (abandonments >= \(suspicion)) = \(areSuspects)
                  AND (SELECT set_config('synchronous_commit', 'off', true)) = 'off'
                  AND (is_planning OR 'running' = (SELECT state FROM stages
                                                   WHERE run_id = \(runID) AND name = \(stage)))
                ORDER BY ordinal, item_id LIMIT \(limit) FOR UPDATE SKIP LOCKED))
            RETURNING item_id, ordinal, key, is_planning, input::text, attempt, lease_token
            """, as: (Int64, Int64, String, Bool, String, Int, Int64).self)
        return rows.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { id, _, key, isPlanning, input, attempt, token in
            Claim(
                itemID: id, stage: stage, key: key, isPlanning: isPlanning, input: input, attempt: attempt,
                token: token)
        }
    }

    /// Locks the items of claims until the transaction ends.
    /// - Returns: the claims whose token is still the item's; the others are fenced off.
    func lockValid(_ claims: [Claim]) async throws -> Set<Int64> {
        let rows = try await rows(
            """
            SELECT item_id, lease_token FROM work_items
            WHERE item_id = ANY (\(claims.map(\.itemID))) AND state = 'leased' ORDER BY item_id FOR UPDATE
            """, as: (Int64, Int64).self)
        let tokens = Dictionary(rows.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        return Set(claims.filter { tokens[$0.itemID] == $0.token }.map(\.itemID))
    }

    /// Marks locked items as done and releases what waited for them.
    /// - Returns: how many items became ready.
    func completeItems(_ items: [Int64]) async throws -> Int {
        let dependants = try await rows(
            """
            WITH completed AS (
                UPDATE work_items SET state = 'done', completions = completions + 1,
                    completed_at = clock_timestamp(), lease_token = NULL, lease_until = NULL, worker_number = NULL,
                    last_error = NULL
                WHERE item_id = ANY (\(items))
            )
            SELECT to_item, count(*) FROM work_edges WHERE from_item = ANY (\(items)) GROUP BY to_item
            """, as: (Int64, Int).self)
        guard !dependants.isEmpty else { return 0 }
        // Locked in one order, so that two batches with common dependants do not wait for each other in a circle.
        try await execute(
            """
            SELECT FROM work_items WHERE item_id = ANY (\(dependants.map(\.0))) AND state = 'waiting'
            ORDER BY item_id FOR UPDATE
            """)
        var released = 0
        // Item by identifier rather than joined: a join scans the table when PostgreSQL misjudges its size.
        for (count, group) in Dictionary(grouping: dependants, by: \.1) {
            let states = try await rows(
                """
                UPDATE work_items SET dependencies_left = dependencies_left - \(count),
                    state = CASE WHEN dependencies_left = \(count) THEN 'ready' ELSE state END
                WHERE item_id = ANY (\(group.map(\.0))) AND state = 'waiting'
                RETURNING state
                """, as: String.self)
            released += states.count { $0 == "ready" }
        }
        return released
    }

    /// Lengthens the leases of a worker, but for those of items that are being saved just now.
    func extendLeases(of worker: Int32, in runID: UUID, lease: Double) async throws {
        try await execute(
            """
            UPDATE work_items SET lease_until = clock_timestamp() + make_interval(secs => \(lease))
            WHERE item_id = ANY (ARRAY(
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND worker_number = \(worker) AND state = 'leased' FOR UPDATE SKIP LOCKED))
            """)
    }

    /// Makes an item ready again as if it had not been claimed.
    func giveBack(_ claim: Claim) async throws {
        try await execute(
            """
            UPDATE work_items SET state = 'ready', attempt = attempt - 1, lease_token = NULL, lease_until = NULL,
                worker_number = NULL
            WHERE item_id = \(claim.itemID) AND lease_token = \(claim.token) AND state = 'leased'
            """)
    }

    /// Makes a failed item ready again after a delay.
    /// - Returns: whether the claim was still valid.
    func retryItem(_ claim: Claim, after delay: Double, failure: StoredFailure) async throws -> Bool {
        let changed = try await execute(
            """
            UPDATE work_items SET state = 'ready', not_before = clock_timestamp() + make_interval(secs => \(delay)),
                lease_token = NULL, lease_until = NULL, worker_number = NULL, last_error = \(JSONB(failure))
            WHERE item_id = \(claim.itemID) AND lease_token = \(claim.token) AND state = 'leased'
            """)
        return changed == 1
    }

    /// Gives up a failed item and blocks what waits for it.
    /// - Returns: whether the claim was still valid, and how many items are blocked by it.
    func buryItem(_ claim: Claim, failure: StoredFailure) async throws -> (valid: Bool, blocked: Int) {
        let changed = try await execute(
            """
            UPDATE work_items SET state = 'dead', completed_at = clock_timestamp(),
                lease_token = NULL, lease_until = NULL, worker_number = NULL, last_error = \(JSONB(failure))
            WHERE item_id = \(claim.itemID) AND lease_token = \(claim.token) AND state = 'leased'
            """)
        guard changed == 1 else { return (false, 0) }
        return (true, try await blockDependants(of: [claim.itemID]))
    }

    /// Blocks everything that waits, directly or not, for items that will never be done.
    /// - Returns: how many items are blocked by it.
    func blockDependants(of items: [Int64]) async throws -> Int {
        var all = 0
        while true {
            let blocked = try await execute(
                """
                WITH RECURSIVE reachable (item_id) AS (
                    SELECT to_item FROM work_edges WHERE from_item = ANY (\(items))
                    UNION
                    SELECT e.to_item FROM reachable r
                    -- OFFSET keeps it from becoming a join, which scans the table for every step once that is analysed.
                    CROSS JOIN LATERAL (
                        SELECT to_item FROM work_edges WHERE from_item = r.item_id OFFSET 0) e
                )
                UPDATE work_items SET state = 'blocked'
                WHERE state IN ('waiting', 'ready') AND item_id = ANY (ARRAY(SELECT item_id FROM reachable))
                """)
            // Once more: somebody may have added an item that waits for one of these before it was locked.
            if blocked == 0 { return all }
            all += blocked
        }
    }

    /// Takes back the leases of workers that ended and the leases that ran out; an item that was abandoned too often
    /// is dead, and what waits for it is blocked.
    func reapLeases(in runID: UUID, policy: RetryPolicy, failure: StoredFailure) async throws -> [ReapedItem] {
        let failure = JSONB(failure)
        let rows = try await rows(
            """
            UPDATE work_items SET
                state = CASE WHEN abandonments >= \(policy.abandonments) THEN 'dead' ELSE 'ready' END,
                last_error = CASE WHEN abandonments >= \(policy.abandonments) THEN \(failure) ELSE last_error END,
                completed_at = CASE WHEN abandonments >= \(policy.abandonments) THEN clock_timestamp() END,
                abandonments = abandonments + 1, attempt = attempt - 1,
                lease_token = NULL, lease_until = NULL, worker_number = NULL
            WHERE item_id = ANY (ARRAY(
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND state = 'leased'
                  AND (lease_until < clock_timestamp() OR worker_number <> ALL (ARRAY(
                        SELECT objid::integer FROM pg_locks
                        WHERE locktype = 'advisory' AND classid = \(WorkerLock.namespace)::bigint::oid
                          AND objsubid = 2 AND granted
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))))
                FOR UPDATE SKIP LOCKED))
            RETURNING item_id, stage, key, state = 'dead'
            """, as: (Int64, StageName, String, Bool).self)
        var items: [ReapedItem] = []
        for (id, stage, key, isDead) in rows {
            let blocked = isDead ? try await blockDependants(of: [id]) : 0
            items.append(ReapedItem(stage: stage, key: key, isDead: isDead, blocked: blocked))
        }
        return items
    }
}

/// An item whose lease was void.
struct ReapedItem: Sendable {
    let stage: StageName
    let key: String
    let isDead: Bool
    /// How many items are blocked because it is dead.
    let blocked: Int
}
