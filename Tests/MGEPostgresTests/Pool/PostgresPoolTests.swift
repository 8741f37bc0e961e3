import MGEPostgres
import MGETestSupport
import Testing

/// How many work at once, and the most so far.
private actor Gauge {
    private var now = 0
    private(set) var peak = 0

    func enter() {
        now += 1
        peak = max(peak, now)
    }

    func leave() {
        now -= 1
    }
}

private actor Record {
    private(set) var numbers: [Int] = []

    func append(_ number: Int) {
        numbers.append(number)
    }
}

@Suite struct PostgresPoolTests {
    private func waitForWaiters(_ count: Int, _ pool: PostgresPool) async {
        while pool.waitingCount != count { await Task.yield() }
    }

    @Test func neverOpensMoreThanItsSize() async throws {
        try await TestDatabase.withPool(size: 3) { pool in
            let gauge = Gauge()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await pool.withConnection { connection in
                            await gauge.enter()
                            try await connection.execute("select pg_sleep(0.001)")
                            await gauge.leave()
                        }
                    }
                }
                try await group.waitForAll()
            }
            let peak = await gauge.peak
            #expect(peak <= 3)
            let backends = try await pool.firstRow(
                "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                as: Int.self)
            #expect(try #require(backends) <= 2)
        }
    }

    @Test(.timeLimit(.minutes(20))) func servesTasksInTheOrderTheyCame() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let record = Record()
            var tasks: [Task<Void, any Error>] = []
            try await pool.withConnection { _ in
                for number in 0..<5 {
                    tasks.append(
                        Task { try await pool.withConnection { _ in await record.append(number) } })
                    await waitForWaiters(number + 1, pool)
                }
            }
            for task in tasks { try await task.value }
            let order = await record.numbers
            #expect(order == [0, 1, 2, 3, 4])
        }
    }

    @Test(.timeLimit(.minutes(20))) func aWaiterCanBeCancelled() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.withConnection { connection in
                let waiting = Task { try await pool.execute("select 1") }
                await waitForWaiters(1, pool)
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
                #expect(pool.waitingCount == 0)
                try await connection.execute("select 1")
            }
            #expect(try await pool.execute("select 1") == 1)
        }
    }

    @Test("gives up a connection that a large message has grown", arguments: [(16, false), (2 << 20, true)])
    func largeMessages(length: Int, isReplaced: Bool) async throws {
        let text = String(repeating: "x", count: length)
        let large: [(SQL, String)] = [
            ("select length(\(text)) > 0", "statement"), ("select repeat('x', \(length)::integer)", "result"),
        ]
        for (sql, name) in large {
            try await TestDatabase.withPool(size: 1) { pool in
                let process = try #require(try await pool.firstRow("select pg_backend_pid()", as: Int.self))
                _ = try await pool.execute(sql)
                let next = try #require(try await pool.firstRow("select pg_backend_pid()", as: Int.self))
                #expect((next != process) == isReplaced, "after a large \(name)")
            }
        }
    }

    @Test func aBackendKilledWhileIdleIsReplaced() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let pool = PostgresPool(configuration, size: 1)
            let other = try await PostgresConnection.connect(configuration)
            for _ in 0..<20 {
                let process = try #require(try await pool.firstRow("select pg_backend_pid()", as: Int.self))
                // With a timeout the function returns once the backend is gone.
                try await other.execute("select pg_terminate_backend(\(process)::int, 60000)")
                let replaced = try #require(try await pool.firstRow("select pg_backend_pid()", as: Int.self))
                #expect(replaced != process)
            }
            await other.close()
            await pool.close()
        }
    }

    @Test func aBackendKilledInAStatementIsToldAndReplaced() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.execute("select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)")
            }
            #expect(error?.isConnectionFailure == true)
            #expect(error?.mayHaveBeenSent == true)
            let last = try await pool.execute("select 1")
            #expect(last == 1)
        }
    }

    @Test func afterClosingItRefuses() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            let running = Task { try await pool.execute("select pg_sleep(0.05)") }
            while pool.leasedCount == 0 { await Task.yield() }
            await pool.close()
            let last = try await running.value
            #expect(last == 1)
            let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
            #expect(error?.kind == .closed)
            await pool.close()
        }
    }

    @Test func aFailedConnectionGivesItsSlotBack() async throws {
        let pool = PostgresPool(
            PostgresConfiguration(socketDirectory: "/nonexistent", user: "u", database: "d"), size: 1)
        for _ in 0..<3 {
            let error = await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
            #expect(error?.kind == .connection)
        }
        #expect(pool.leasedCount == 0)
    }
}
