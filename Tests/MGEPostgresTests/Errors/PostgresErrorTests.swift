import MGEPostgres
import MGETestSupport
import Testing

@Suite struct PostgresErrorTests {
    @Test func serverErrorsCarryStateConstraintAndPlace() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await pool.execute("create table person (id int constraint person_key primary key)")
            try await pool.execute("insert into person values (\(1))")
            let line: UInt = #line + 1
            let insert = { try await pool.execute("insert into person values (\(1))") }
            let error = await #expect(throws: PostgresError.self) { try await insert() }
            #expect(error?.kind == .server)
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.constraint == "person_key")
            #expect(error?.statement == "insert into person values ($1)")
            #expect(error?.fileID == #fileID)
            #expect(error?.line == line)
            let error2 = try #require(error)
            #expect(error2.debugDescription.contains("Key (id)=(1) already exists"))
            #expect(!error2.description.contains("Key (id)"))
            #expect(!error2.isTransient && !error2.isConnectionFailure)
        }
    }

    @Test(
        "wrong decoding names column, row and types",
        arguments: [
            ("select 1 as a, 'x' as b", "column b of row 1: value is no Int"),
            ("select 1 as a, null::int as b", "column b of row 1: NULL where Int was expected"),
            ("select 1 as a, 99999999999999999999999::numeric as b", "column b of row 1: value is no Int"),
            ("select 1 as a", "the result has 1 columns, and 2 were asked for"),
        ])
    func decoding(query: String, message: String) async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let error = await #expect(throws: PostgresError.self) {
                try await pool.rows(SQL(unescaped: query), as: (Int, Int).self)
            }
            #expect(error?.kind == .decoding)
            #expect(error?.message == message)
            #expect(error?.statement == query)
        }
    }

    @Test(
        "passwords never show",
        arguments: [
            "postgres://user:s3cret@host/db", "cannot parse host=x password=s3cret dbname=y",
            "password = 's3cret with \\' quote' host=x", "alter role x password 's3cret'", "postgres://u:s3cret@x@host",
            "postgresql://u@h/d?password=s3cret&x=y", "PASSWORD='s3cret'", "sslpassword=s3cret",
        ])
    func redaction(text: String) {
        let error = PostgresError(.connection, text, hint: text)
        #expect(!error.description.contains("s3cret"), "\(error)")
        #expect(error.description.contains("***"))
    }

    @Test(
        "what may be tried again",
        arguments: [
            ("40001", true, false), ("40P01", true, false), ("55P03", true, false), ("57P01", true, true),
            ("08006", true, true), ("23505", false, false), ("57014", false, false),
        ])
    func transience(state: String, isTransient: Bool, isConnectionFailure: Bool) {
        let error = PostgresError(.server, "x", sqlState: SQLState(rawValue: state))
        #expect(error.isTransient == isTransient)
        #expect(error.isConnectionFailure == isConnectionFailure)
    }
}
