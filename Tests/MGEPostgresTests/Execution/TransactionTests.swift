import MGEPostgres
import MGETestSupport
import Testing

private struct Stop: Error {}

@Suite struct TransactionTests {
    private func withTable(_ body: (PostgresPool) async throws -> Void) async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            try await pool.execute("create table t (a int unique deferrable initially deferred)")
            try await body(pool)
        }
    }

    private func stored(_ pool: PostgresPool) async throws -> [Int] {
        try await pool.rows("select a from t order by a", as: Int.self)
    }

    @Test func commitsAndReturns() async throws {
        try await withTable { pool in
            let count = try await pool.transaction { try await $0.execute("insert into t values (1), (2)") }
            #expect(count == 2)
            #expect(try await stored(pool) == [1, 2])
        }
    }

    @Test func rollsBackAndThrowsTheBodysError() async throws {
        try await withTable { pool in
            await #expect(throws: Stop.self) {
                try await pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    throw Stop()
                }
            }
            let last = try await stored(pool)
            #expect(last == [])
            #expect(pool.leasedCount == 0)
        }
    }

    @Test func savepointsUndoOnlyTheirOwn() async throws {
        try await withTable { pool in
            try await pool.transaction { transaction in
                try await transaction.execute("insert into t values (1)")
                await #expect(throws: PostgresError.self) {
                    try await transaction.savepoint {
                        try await transaction.execute("insert into t values (2)")
                        try await transaction.execute("select 1/0")
                    }
                }
                let inner = try await transaction.savepoint {
                    try await transaction.savepoint { try await transaction.execute("insert into t values (3)") }
                }
                #expect(inner == 1)
            }
            #expect(try await stored(pool) == [1, 3])
        }
    }

    @Test func aFailingCommitIsTold() async throws {
        try await withTable { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try await $0.execute("insert into t values (1), (1)") }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.statement == "commit")
            let last = try await stored(pool)
            #expect(last == [])
        }
    }

    @Test func aSwallowedErrorCannotCommit() async throws {
        try await withTable { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { transaction in
                    try await transaction.execute("insert into t values (1)")
                    _ = try? await transaction.execute("select 1/0")
                }
            }
            #expect(error?.sqlState == .inFailedTransaction)
            #expect(error?.detail == "division by zero in: select 1/0")
            let last = try await stored(pool)
            #expect(last == [])
        }
    }

    @Test func bodyAndRollbackErrorsAreBothKept() async throws {
        try await withTable { pool in
            let error = await #expect(throws: PostgresTransactionError.self) {
                try await pool.transaction { transaction in
                    _ = try? await transaction.execute("select pg_terminate_backend(pg_backend_pid())")
                    throw Stop()
                }
            }
            #expect(error?.closureError is Stop)
            #expect((error?.rollbackError as? PostgresError)?.kind == .connection)
            #expect(error?.isConnectionFailure == true)
            let last = try await stored(pool)
            #expect(last == [])
        }
    }

    @Test func anEscapedTransactionIsRefused() async throws {
        try await withTable { pool in
            let escaped = try await pool.transaction { $0 }
            let error = await #expect(throws: PostgresError.self) {
                try await escaped.execute("insert into t values (1)")
            }
            #expect(error?.kind == .closed)
            #expect(try await stored(pool) == [])
        }
    }

    @Test(
        "the isolation is what was asked for",
        arguments: zip(PostgresIsolation.allCases, ["read committed", "repeatable read", "serializable"]))
    func isolation(isolation: PostgresIsolation, name: String) async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.transaction(isolation: isolation) { transaction in
                let shown = try await transaction.firstRow(
                    "select current_setting('transaction_isolation')", as: String.self)
                #expect(shown == name)
            }
        }
    }

    @Test func aSerializationFailureIsTransient() async throws {
        try await withTable { pool in
            try await pool.execute("insert into t values (1)")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction(isolation: .repeatableRead) { transaction in
                    try await transaction.execute("select * from t")
                    try await pool.execute("update t set a = 2")
                    try await transaction.execute("update t set a = 3")
                }
            }
            #expect(error?.sqlState == .serializationFailure)
            #expect(error?.isTransient == true)
        }
    }

    @Test func aTransactionLeftOpenByHandIsNotPassedOn() async throws {
        try await withTable { pool in
            try await pool.withConnection { connection in
                try await connection.execute("begin")
                try await connection.execute("insert into t values (1)")
            }
            #expect(try await stored(pool) == [])
        }
    }
}
