import MGEPostgres
import MGETestSupport
import Testing

@Suite struct SQLTests {
    @Test func interpolationBinds() {
        let statement: SQL = "select \(1), \("x") from \(identifier: "a\"b") \(unescaped: "limit 1")"
        #expect(statement.text == "select $1, $2 from \"a\"\"b\" limit 1")
    }

    @Test func fragmentsAreRenumbered() {
        let inner: SQL = "b = \(2) and c = \(3)"
        let statement: SQL = "a = \(1) and (\(inner)) and d = \(4)"
        #expect(statement.text == "a = $1 and (b = $2 and c = $3) and d = $4")
        let joined = [inner, "true", inner].joined(separator: " or ")
        #expect(joined.text == "b = $1 and c = $2 or true or b = $3 and c = $4")
    }

    @Test(
        "hostile text stays data",
        arguments: ["'; drop table victim; --", "$1", "\\'; --", "x\u{0}y".replacing("\u{0}", with: ""), "\" or 1=1"])
    func injection(text: String) async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table victim (\(identifier: text) text)")
            try await pool.execute("insert into victim values (\(text))")
            let stored = try await pool.firstRow("select \(identifier: text) from victim", as: String.self)
            #expect(stored == text)
        }
    }

    @Test func nulIsRefusedBeforeItIsSent() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let error = await #expect(throws: PostgresError.self) { try await pool.execute("select \(1), \("a\0b")") }
            #expect(error?.kind == .encoding)
            #expect(error?.message.hasPrefix("parameter $2: text holds a NUL") == true)
            #expect(pool.leasedCount == 0)
        }
    }
}
