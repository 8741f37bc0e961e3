import MGEPostgres
import MGETestSupport
import Testing

@Suite struct PostgresConfigurationTests {
    @Test(
        "URLs and keyword texts are read, and shown without passwords",
        arguments: [
            ("postgres://me:s3cret@host:5433/db", "dbname=db host=host password=*** port=5433 user=me"),
            ("host=/tmp/a dbname='my db' password=s3cret", "dbname='my db' host=/tmp/a password=***"),
        ])
    func reads(url: String, description: String) throws {
        #expect(try PostgresConfiguration(url: url).description == description)
    }

    @Test(
        "what libpq refuses is told without the password",
        arguments: ["postgres//me:s3cret@host", "nonsense", "postgres://me:s3cret@host:x/y?z"])
    func refuses(url: String) {
        let error = #expect(throws: PostgresError.self) { try PostgresConfiguration(url: url) }
        #expect(error?.kind == .configuration)
        #expect(error.map { !$0.debugDescription.contains("s3cret") } == true)
    }

    @Test func schemaAndNameReachTheServer() async throws {
        try await TestDatabase.withConfiguration { configuration in
            var configuration = configuration
            configuration.schema = "odd \"name\\, x"
            configuration.applicationName = "a test"
            let connection = try await PostgresConnection.connect(configuration)
            try await connection.execute("create schema \(identifier: "odd \"name\\, x")")
            let row = try await connection.firstRow(
                "select current_schema()::text, current_setting('application_name')", as: (String, String).self)
            let (schema, name) = try #require(row)
            #expect(schema == "odd \"name\\, x")
            #expect(name == "a test")
            await connection.close()
        }
    }

    @Test func anUnreachableServerIsAConnectionError() async throws {
        let configuration = PostgresConfiguration(socketDirectory: "/nonexistent", user: "u", database: "d")
        let error = await #expect(throws: PostgresError.self) { try await PostgresConnection.connect(configuration) }
        #expect(error?.kind == .connection)
        #expect(error?.isTransient == true)
        #expect(error?.mayHaveBeenSent == false)
    }
}
