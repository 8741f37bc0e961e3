import MGETestSupport
import Testing

@testable import MGEPostgres

@Suite struct StatementCacheTests {
    @Test func preparesTheSecondTime() {
        var cache = StatementCache(capacity: 2)
        let key = StatementCache.Key(text: "select $1", types: [20])
        #expect(cache.use(key) == .direct)
        #expect(cache.use(key) == .prepare(name: "mge_1"))
        cache.didPrepare(key, name: "mge_1")
        #expect(cache.use(key) == .prepared(name: "mge_1"))
        #expect(cache.use(StatementCache.Key(text: "select $1", types: [25])) == .direct)
        #expect(cache.isFull)
        cache.reset()
        #expect(!cache.isFull)
        #expect(cache.use(key) == .direct)
    }

    @Test func theServersStatementsStayBounded() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            for number in 0..<600 {
                for _ in 0..<2 { try await pool.execute("select \(unescaped: String(number))") }
            }
            let row = try await pool.firstRow("select count(*) from pg_prepared_statements", as: Int.self)
            #expect(try #require(row) <= 256)
            #expect(try #require(row) > 0)
        }
    }

    @Test func aChangedTableIsPreparedAnew() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            try await pool.execute("create table changing (a int)")
            try await pool.execute("insert into changing values (1)")
            for _ in 0..<3 { #expect(try await pool.rows("select * from changing", as: Int.self) == [1]) }
            try await pool.execute("alter table changing add b text")
            let rows = try await pool.rows("select * from changing", as: (Int, String?).self)
            #expect(rows.count == 1)
            try await pool.withConnection { connection in
                try await connection.execute("select 1 as forgotten")
                try await connection.execute("select 1 as forgotten")
                try await connection.execute("deallocate all")
                #expect(try await connection.execute("select 1 as forgotten") == 1)
            }
        }
    }

    @Test func insideATransactionTheErrorIsTold() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table changing (a int)")
            for _ in 0..<3 { try await pool.execute("select * from changing") }
            try await pool.execute("alter table changing add b text")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try await $0.execute("select * from changing") }
            }
            #expect(error?.sqlState == .featureNotSupported)
            try await pool.transaction { _ = try await $0.execute("select * from changing") }
        }
    }
}
