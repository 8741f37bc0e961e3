import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Testing

@Suite struct CopyTests {
    private static let hostile: [String?] = [
        nil, "", "\\N", "\\.", "a\tb", "a\nb", "a\r\nb", "\\", "\\\\", "\u{1}\u{7F}", "ä😀", "NULL", "\"", "{}",
        "\n\\.\n",
    ]

    @Test func hostileTextComesBack() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute(
                "create table t (n bigint, s text, d bytea, a text[], j jsonb, at timestamptz, f float8)")
            let rows = Self.hostile.enumerated().map { index, text in
                (
                    index, text, Data((text ?? "").utf8), [text, "x"], JSONB([text]),
                    Date(timeIntervalSince1970: Double(index)), 0.5
                )
            }
            let count = try await pool.copy(
                into: "public.t", columns: ["n", "s", "d", "a", "j", "at", "f"], rows: rows)
            #expect(count == rows.count)
            let read = try await pool.rows(
                "select n, s, d, a, j, at, f from t order by n",
                as: (Int, String?, Data, [String?], JSONB<[String?]>, Date, Double).self)
            for (row, expected) in zip(read, rows) {
                #expect(row.1 == expected.1)
                #expect(row.2 == expected.2)
                #expect(row.3 == expected.3)
                #expect(row.4 == expected.4)
                #expect(row.5 == expected.5)
            }
            #expect(read.count == rows.count)
        }
    }

    /// Each value as a parameter, in text, and by COPY, in binary: PostgreSQL holds the two for the same.
    @Test func valuesAreTheSameInBulkAsAsParameters() async throws {
        let century = Date(timeIntervalSince1970: 946_684_800)
        let values: [(Bool?, Int16, Int32, Int, Double, MicroUSD, UUID?, Date, [UUID], [Int?])] = [
            (true, .min, .min, .min, -0.1, MicroUSD(.min), UUID(), .distantPast, [], []),
            (false, .max, .max, .max, .infinity, MicroUSD(.max), nil, .distantFuture, [UUID(), UUID()], [nil, -1]),
            (nil, 0, 0, 0, .nan, .zero, nil, Date(timeIntervalSince1970: -0.000001), [], [nil]),
            (nil, 1, -1, 10_000, .leastNonzeroMagnitude, MicroUSD(-1), nil, century, [], [.max]),
            (nil, 1, -1, 10_000, 1e300, MicroUSD(12_345_678_900_100), nil, Date(), [], [0]),
        ]
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
        try await TestDatabase.withPool(size: 1) { pool in
            for table in ["bulk", "single"] {
                try await pool.execute(
                    """
                    create table \(identifier: table) (a boolean, b smallint, c integer, d bigint, e float8, f numeric,
                                                       g uuid, h timestamptz, i uuid[], j bigint[])
                    """)
            }
            try await pool.copy(into: "bulk", columns: names, rows: values)
            for row in values {
                try await pool.execute(
                    """
                    insert into single values (\(row.0), \(row.1), \(row.2), \(row.3), \(row.4), \(row.5),
                                               \(row.6), \(row.7), \(row.8), \(row.9))
                    """)
            }
            let different = try await pool.rows(
                "select t::text from (table bulk except all table single) as t", as: String.self)
            #expect(different == [])
            #expect(
                try await pool.rows("select f::text from bulk", as: String.self)
                    == values.map { $0.5.description })
        }
    }

    @Test func aColumnOfAnotherTypeIsRefused() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table t (n integer, s text)")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.copy(into: "t", columns: ["n"], rows: [1])
            }
            #expect(error?.sqlState == .invalidBinaryRepresentation)
            let nested = await #expect(throws: PostgresError.self) {
                try await pool.copy(into: "t", columns: ["n"], rows: [[[1]]])
            }
            #expect(nested?.message == "row 1, column n: arrays of arrays have no binary form here")
            let large = await #expect(throws: PostgresError.self) {
                try await pool.copy(
                    into: "t", columns: ["n", "s"],
                    rows: [1, Int(Int32.max) + 1].map { (FourByteInteger($0), "number") })
            }
            #expect(large?.message == "row 2, column n: 2147483648 does not fit into a column of type integer")
            #expect(try await pool.firstRow("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func manyRowsInChunks() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table \(identifier: "odd \"t") (n bigint, s text)")
            let rows = (0..<200_000).map { ($0, "row \($0)\n") }
            #expect(try await pool.copy(into: "odd \"t", columns: ["n", "s"], rows: rows) == rows.count)
            let row = try await pool.firstRow(
                "select count(*), sum(n), max(length(s)) from \(identifier: "odd \"t")", as: (Int, Int, Int).self)
            let (count, sum, length) = try #require(row)
            #expect((count, sum, length) == (200_000, 19_999_900_000, 11))
            #expect(try await pool.copy(into: "odd \"t", columns: ["n", "s"], rows: [(Int, String)]()) == 0)
        }
    }

    @Test func nulIsRefusedWithItsPlaceAndNothingIsStored() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table t (n bigint, s text)")
            let rows = (0..<20_000).map { ($0, $0 == 19_998 ? "a\0b" : "ok") }
            let error = await #expect(throws: PostgresError.self) {
                try await pool.copy(into: "t", columns: ["n", "s"], rows: rows)
            }
            #expect(error?.kind == .encoding)
            #expect(error?.message.hasPrefix("row 19999, column s: text holds a NUL") == true)
            #expect(try await pool.firstRow("select count(*) from t", as: Int.self) == 0)
        }
    }

    @Test func theServersRefusalIsTold() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table t (n bigint primary key)")
            let error = await #expect(throws: PostgresError.self) {
                try await pool.transaction { try await $0.copy(into: "t", columns: ["n"], rows: [1, 1]) }
            }
            #expect(error?.sqlState == .uniqueViolation)
            let missing = await #expect(throws: PostgresError.self) {
                try await pool.copy(into: "nowhere", columns: ["n"], rows: [1])
            }
            #expect(missing?.sqlState == .undefinedTable)
            #expect(missing?.statement == "copy \"nowhere\" (\"n\") from stdin (format binary)")
        }
    }

    @Test(.timeLimit(.minutes(20))) func aBlockedCopyCanBeCancelled() async throws {
        try await TestDatabase.withPool(size: 3) { pool in
            try await pool.execute("create table t (n bigint primary key)")
            try await pool.transaction { blocker in
                try await blocker.execute("insert into t values (0)")
                let copying = Task { try await pool.copy(into: "t", columns: ["n"], rows: Array(0..<500_000)) }
                var isBlocked = false
                while !isBlocked {
                    isBlocked =
                        try await pool.firstRow(
                            """
                            select count(*) > 0 from pg_stat_activity
                            where datname = current_database() and wait_event_type = 'Lock'
                            """, as: Bool.self) ?? false
                }
                copying.cancel()
                await #expect(throws: CancellationError.self) { try await copying.value }
            }
            #expect(try await pool.firstRow("select count(*) from t", as: Int.self) == 1)
        }
    }

    @Test(
        "a COPY as a plain statement leaves the connection usable",
        arguments: ["copy t from stdin", "copy (select generate_series(1, 10000)) to stdout"])
    func plainCopy(statement: String) async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table t (n int)")
            _ = try? await pool.execute(SQL(unescaped: statement))
            #expect(try await pool.firstRow("select 1", as: Int.self) == 1)
        }
    }
}
