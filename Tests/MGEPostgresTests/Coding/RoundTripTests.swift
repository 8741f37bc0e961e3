import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Testing

private enum Colour: String, PostgresCodable { case red, green = "gr'een" }
private enum Level: Int, PostgresCodable { case low = -1, high = 7 }
private struct Document: Codable, Hashable, Sendable {
    var title: String
    var tags: [String]
    var count: Int?
}

@Suite struct RoundTripTests {
    /// Sends values and reads them back, alone, as optionals and as an array.
    private func check<Value: PostgresCodable & Equatable>(_ values: [Value]) async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            for value in values {
                let alone = try await pool.firstRow("select \(value)", as: Value.self)
                #expect(alone == value)
            }
            let optionals: [Value?] = [nil] + values
            let array = try await pool.firstRow("select \(optionals)", as: [Value?].self)
            #expect(array == optionals)
            let null = try await pool.firstRow("select \(Value?.none)", as: Value?.self)
            #expect(null == .some(.none))
            let empty = try await pool.firstRow("select \([Value]())", as: [Value].self)
            #expect(empty == [])
        }
    }

    @Test func booleans() async throws { try await check([true, false]) }

    @Test func integers() async throws {
        try await check([Int.min, -1, 0, 1, Int.max])
        try await check([Int16.min, 0, Int16.max])
        try await check([Int32.min, 0, Int32.max])
        try await check([Int64.min, 0, Int64.max])
    }

    @Test func doubles() async throws {
        try await check([
            0, -0.1, 1e-300, .pi, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e22,
        ])
        try await TestDatabase.withPool(size: 1) { pool in
            let nan = try #require(try await pool.firstRow("select \(Double.nan)", as: Double.self))
            #expect(nan.isNaN)
        }
    }

    @Test func texts() async throws {
        try await check([
            "", " ", "NULL", "null", "a,b", "{}", "\"", "\\", "'; drop table x; --", "\t\r\n", "ä€😀", "{\"a\",NULL}",
            "\u{FEFF}x", String(repeating: "x\\\"", count: 50_000),
        ])
    }

    @Test func identifiersAndBytes() async throws {
        try await check([UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))])
        try await check([Data(), Data([0]), Data(0...255), Data(repeating: 0xFF, count: 100_000)])
        try await check([SHA256Digest(of: "a"), SHA256Digest(of: "")])
    }

    @Test func money() async throws {
        try await check([MicroUSD(0), MicroUSD(1), MicroUSD(-1), MicroUSD(.max), MicroUSD(-.max)])
    }

    @Test func dates() async throws {
        let microseconds = [0.0, 0.000_001, 0.999_999, 1_772_000_000.123_457, -0.000_001, -86_400, -12_345_678.5]
        try await check(microseconds.map { Date(timeIntervalSince1970: $0).roundedToMicroseconds })
        try await check([Date.distantPast, Date.distantFuture])
        let years: [Double] = [-62_135_596_800 - 86_400 * 400, -210_866_803_200, 9_224_318_015_999]
        try await check(years.map { Date(timeIntervalSince1970: $0) })
    }

    @Test func datesAsTheServerSeesThem() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let date = Date(timeIntervalSince1970: 951_782_400.000_001)
            let text = try await pool.firstRow("select \(date)::text", as: String.self)
            #expect(text == "2000-02-29 00:00:00.000001+00")
            try await pool.withConnection { connection in
                try await connection.execute("set timezone to 'Asia/Kathmandu'")
                let read = try await connection.firstRow("select \(date)", as: Date.self)
                #expect(read == date.roundedToMicroseconds)
            }
            await #expect(throws: PostgresError.self) {
                try await pool.firstRow("select 'infinity'::timestamptz", as: Date.self)
            }
        }
    }

    @Test func json() async throws {
        try await check([
            JSONValue.null, .bool(true), .integer(.max), .number(0.5), .string("a\"\\\n"), .array([]),
            .object(["ä": .array([.null, .integer(1)])]),
        ])
        try await check([
            JSONB(Document(title: "x", tags: ["\"", "\\"], count: nil)), JSONB(Document(title: "", tags: [], count: 3)),
        ])
    }

    @Test func rawRepresentables() async throws {
        try await check([Colour.red, .green])
        try await check([Level.low, .high])
    }

    @Test func nestedArrays() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let nested: [[String?]] = [["a", "}", nil], ["{", "\"", "\\"]]
            let read = try await pool.firstRow("select \(nested)", as: [[String?]].self)
            #expect(read == nested)
        }
    }

    @Test func numericsReadAsWhatTheyAre() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let row = try await pool.firstRow(
                "select sum(x), sum(x::numeric), count(*), avg(x) from generate_series(1, 4) x",
                as: (Int, Int, Int, Double).self)
            let (sum, numeric, count, mean) = try #require(row)
            #expect((sum, numeric, count, mean) == (10, 10, 4, 2.5))
        }
    }
}

extension Date {
    fileprivate var roundedToMicroseconds: Date {
        Date(timeIntervalSinceReferenceDate: (timeIntervalSinceReferenceDate * 1_000_000).rounded() / 1_000_000)
    }
}
