import MGEPostgres
import MGETestSupport
import Testing

@Suite struct CancellationTests {
    /// Waits until the number of backends that run such a statement is as expected.
    private func waitForSleepers(_ expected: Int, in pool: PostgresPool) async throws {
        while true {
            let row = try await pool.firstRow(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and state = 'active' and wait_event = 'PgSleep'
                """, as: Int.self)
            if row == expected { return }
        }
    }

    @Test(.timeLimit(.minutes(20))) func theServerStopsTheStatement() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            let sleeping = Task { try await pool.execute("select pg_sleep(3600)") }
            try await waitForSleepers(1, in: pool)
            sleeping.cancel()
            await #expect(throws: CancellationError.self) { try await sleeping.value }
            try await waitForSleepers(0, in: pool)
            #expect(pool.leasedCount == 0)
            #expect(try await pool.firstRow("select 1", as: Int.self) == 1)
        }
    }

    @Test(.timeLimit(.minutes(20))) func aCancelledTransactionIsRolledBack() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            try await pool.execute("create table t (a int)")
            let working = Task {
                try await pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    try await transaction.execute("select pg_sleep(3600)")
                }
            }
            try await waitForSleepers(1, in: pool)
            working.cancel()
            await #expect(throws: CancellationError.self) { try await working.value }
            #expect(try await pool.firstRow("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func whatIsCancelledBeforeIsNeverSent() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create sequence s")
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await pool.withConnection { _ = try await $0.execute("select nextval('s')") }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await pool.firstRow("select is_called from s", as: Bool.self) == false)
        }
    }

    /// A request that came late would hit the next statement.
    @Test(.timeLimit(.minutes(20))) func manyCancellationsNeverHitAnotherStatement() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let connection = try await PostgresConnection.connect(configuration)
            for round in 0..<200 {
                let task = Task { try await connection.execute("select pg_sleep(0.0005)") }
                // Not by yields, each of which may wait for whatever other tests compute.
                try await Task.sleep(for: .microseconds(40 * (round % 20)))
                task.cancel()
                do { _ = try await task.value } catch is CancellationError {}
                #expect(try await connection.firstRow("select \(round)", as: Int.self) == round)
            }
            await connection.close()
        }
    }
}
