import Foundation
import MGEPostgres

/// How long a lease lasts without a heartbeat, in seconds of the database's clock.
let leaseSeconds: Double = 60

extension PostgresExecutor {
    /// Leases ready items of a stage to a worker, oldest first.
    ///
    /// The sub-select stands in an `ARRAY`: joined to the `UPDATE` it makes PostgreSQL scan the whole table once
    /// that is analysed.
    func claimItems(
        of stage: StageName, in runID: UUID, for worker: Int32, limit: Int, lease: Double
    ) async throws -> [Claim] {
        let rows = try await rows(
            """
            UPDATE work_items
            SET state = 'leased', attempt = attempt + 1, worker_number = \(worker),
                lease_token = nextval('lease_tokens'),
                lease_until = clock_timestamp() + make_interval(secs => \(lease)), started_at = clock_timestamp()
            WHERE item_id = ANY (ARRAY(
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND state = 'ready' AND stage = \(stage) AND not_before <= now()
                ORDER BY ordinal LIMIT \(limit) FOR UPDATE SKIP LOCKED))
            RETURNING item_id, ordinal, key, is_planning, input::text, attempt, lease_token
            """, as: (Int64, Int64, String, Bool, String, Int, Int64).self)
        return rows.sorted { $0.1 < $1.1 }.map { id, _, key, isPlanning, input, attempt, token in
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
        try await execute(
            """
            UPDATE work_items SET state = 'done', completions = completions + 1, completed_at = clock_timestamp(),
                lease_token = NULL, lease_until = NULL, worker_number = NULL, last_error = NULL
            WHERE item_id = ANY (\(items))
            """)
        // Locked in one order, so that two batches with common dependants do not wait for each other in a circle.
        let dependants = try await rows(
            """
            SELECT item_id FROM work_items
            WHERE state = 'waiting'
              AND item_id = ANY (ARRAY(SELECT DISTINCT to_item FROM work_edges WHERE from_item = ANY (\(items))))
            ORDER BY item_id FOR UPDATE
            """, as: Int64.self)
        guard !dependants.isEmpty else { return 0 }
        let states = try await rows(
            """
            UPDATE work_items w SET dependencies_left = w.dependencies_left - d.count,
                state = CASE WHEN w.dependencies_left = d.count THEN 'ready' ELSE w.state END
            FROM (SELECT to_item, count(*) AS count FROM work_edges
                  WHERE from_item = ANY (\(items)) AND to_item = ANY (\(dependants)) GROUP BY to_item) d
            WHERE w.item_id = d.to_item
            RETURNING w.state
            """, as: String.self)
        return states.count { $0 == "ready" }
    }

    /// Lengthens the leases of a worker.
    func extendLeases(of worker: Int32, in runID: UUID, lease: Double) async throws {
        try await execute(
            """
            UPDATE work_items SET lease_until = clock_timestamp() + make_interval(secs => \(lease))
            WHERE run_id = \(runID) AND worker_number = \(worker) AND state = 'leased'
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
    func blockDependants(of items: [Int64]) async throws -> Int {
        try await execute(
            """
            WITH RECURSIVE reachable (item_id) AS (
                SELECT to_item FROM work_edges WHERE from_item = ANY (\(items))
                UNION
                SELECT e.to_item FROM work_edges e JOIN reachable r ON e.from_item = r.item_id
            )
            UPDATE work_items SET state = 'blocked'
            WHERE state IN ('waiting', 'ready') AND item_id IN (SELECT item_id FROM reachable)
            """)
    }

    /// Takes back the leases of workers that ended and the leases that ran out.
    /// - Returns: the items that were taken back, and whether each is dead now.
    func reapLeases(in runID: UUID, policy: RetryPolicy) async throws -> [(itemID: Int64, key: String, isDead: Bool)] {
        let failure = JSONB(
            StoredFailure(
                ItemFailure(
                    "every process that worked on it ended without a word",
                    remedy: "look into the kernel's log for a lack of memory, then resume with --retry-dead")))
        let rows = try await rows(
            """
            UPDATE work_items SET
                state = CASE WHEN abandonments + 1 >= \(policy.abandonments) THEN 'dead' ELSE 'ready' END,
                last_error = CASE WHEN abandonments + 1 >= \(policy.abandonments) THEN \(failure)
                                  ELSE last_error END,
                abandonments = abandonments + 1, attempt = attempt - 1,
                lease_token = NULL, lease_until = NULL, worker_number = NULL
            WHERE item_id = ANY (ARRAY(
                SELECT item_id FROM work_items
                WHERE run_id = \(runID) AND state = 'leased'
                  AND (lease_until < clock_timestamp() OR worker_number <> ALL (
                        SELECT objid::integer FROM pg_locks
                        WHERE locktype = 'advisory' AND classid = \(WorkerLock.namespace)::bigint::oid
                          AND objsubid = 2 AND granted
                          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
                FOR UPDATE SKIP LOCKED))
            RETURNING item_id, key, state = 'dead'
            """, as: (Int64, String, Bool).self)
        let dead = rows.filter(\.2).map(\.0)
        if !dead.isEmpty { _ = try await blockDependants(of: dead) }
        return rows.map { (itemID: $0.0, key: $0.1, isDead: $0.2) }
    }

    /// How many items of a stage are done.
    func doneItems(of stage: StageName, in runID: UUID) async throws -> Int {
        try await firstRow(
            """
            SELECT count(*) FROM work_items
            WHERE run_id = \(runID) AND stage = \(stage) AND state = 'done' AND NOT is_planning
            """, as: Int.self) ?? 0
    }
}
