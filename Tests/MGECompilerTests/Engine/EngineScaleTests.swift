import Foundation
import MGEPostgres
import MGETestSupport
import Testing

@testable import MGECompiler

/// What large stages cost: neither the claims nor the completions may look at the whole table.
@Suite(.serialized)
struct EngineScaleTests {
    /// Chains of ten, and a thousandth of the items waiting for a hundred others each.
    private static func plan(_ count: Int) -> [Planned<ScriptedItem>] {
        (0..<count).map { number in
            if number % 1_000 == 999 {
                return planned("i\(number)", after: (number - 100..<number).map { "i\($0)" })
            }
            return planned("i\(number)", after: number % 10 > 0 ? ["i\(number - 1)"] : [])
        }
    }

    @Test(arguments: [false, true])
    func statementsOfTheMainLoopUseIndexes(isAnalysed: Bool) async throws {
        let stage = ScriptedStage<First>(batchSize: 50, planning: { _ in Self.plan(20_000) })
        try await EngineFixture.with { fixture in
            let kind = RunKind(name: "k", stages: [AnyStage(stage)])
            let id = try await fixture.submit(kind)
            guard case .attached(let run) = try await fixture.engine(kind).attach(to: id, ResumeOptions()) else {
                return #expect(Bool(false), "not attached")
            }
            try await fixture.pool.transaction { transaction in
                let items = try Self.plan(20_000).map(EncodedItem.init)
                _ = try await transaction.storePlan(items, of: "first", in: run.id)
            }
            if isAnalysed { try await fixture.pool.execute("ANALYZE") }
            await fixture.pool.close()
            let observer = try await PostgresConnection.connect(fixture.pool.configuration)
            try await Self.awaitOtherSessions(than: observer)
            try await observer.execute("SELECT pg_stat_reset()")
            try await Self.loop(rounds: 30, of: run, in: fixture)
            try await Self.awaitOtherSessions(than: observer)
            let scans = try await Self.scans(of: ["work_items", "work_edges"], observer)
            #expect(scans.ofIndexes >= 600)
            #expect(scans.sequential == 0)
            await observer.close()
        }
    }

    /// Claims, completes, buries, reaps and looks for work as a worker does; more than five times, so that PostgreSQL
    /// has had its occasion to choose generic plans.
    private static func loop(rounds: Int, of run: Run, in fixture: EngineFixture) async throws {
        let connection = try await PostgresConnection.connect(fixture.pool.configuration)
        for _ in 0..<rounds {
            let claims = try await connection.claimItems(
                of: "first", in: run.id, for: 1, limit: 20, lease: 600, suspicion: 3, areSuspects: false)
            #expect(claims.count == 20)
            try await connection.transaction { transaction in
                _ = try await transaction.lockValid(claims)
                _ = try await transaction.completeItems(claims.dropFirst(2).map(\.itemID))
            }
            try await connection.giveBack(claims[0])
            let failure = StoredFailure(ItemFailure("no"))
            _ = try await connection.buryItem(claims[1], failure: failure)
            _ = try await connection.reapLeases(in: run.id, policy: RetryPolicy(), failure: failure)
            try await connection.extendLeases(of: 1, in: run.id, lease: 60)
            #expect(try await connection.hasOpenItems(of: "first", in: run.id))
        }
        await connection.close()
    }

    /// Waits until all other sessions have ended.
    ///
    /// What a session counted shows to others when it ends, but before that at times of the server's choice, so a count
    /// is that of the main loop only while no other session is there.
    private static func awaitOtherSessions(than observer: PostgresConnection) async throws {
        var others = 1
        for _ in 0..<500 where others > 0 {
            others =
                try await observer.firstRow(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                    """, as: Int.self) ?? 0
            if others > 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(others == 0)
    }

    private static func scans(
        of tables: [String], _ observer: PostgresConnection
    ) async throws -> (ofIndexes: Int, sequential: Int) {
        try await observer.firstRow(
            """
            SELECT sum(idx_scan)::bigint, sum(seq_scan)::bigint FROM pg_stat_user_tables
            WHERE relname = ANY (\(tables))
            """, as: (Int, Int).self) ?? (0, -1)
    }

    @Test(.exhaustive)
    func aHundredThousandItemsAreDoneOnce() async throws {
        let stage = ScriptedStage<First>(batchSize: 100, planning: { _ in Self.plan(100_000) })
        try await EngineFixture.with { fixture in
            let (id, outcome) = try await fixture.run(RunKind(name: "k", stages: [AnyStage(stage)]))
            #expect(outcome == .ended(.succeeded))
            let done = try await fixture.pool.firstRow(
                "SELECT count(*) FROM work_items WHERE run_id = \(id) AND completions = 1 AND NOT is_planning",
                as: Int.self)
            #expect(done == 100_000)
        }
    }
}
