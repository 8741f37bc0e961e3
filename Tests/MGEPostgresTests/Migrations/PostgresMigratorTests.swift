import Foundation
import MGECore
import MGEPostgres
import MGETestSupport
import Testing

@Suite struct PostgresMigratorTests {
    private let first = Migration(number: 1, name: "one", sql: "create table one (a int); insert into one values (1);")
    private let second = Migration(number: 2, name: "two", sql: "create table two (a int)")

    @Test func appliesInOrderOnce() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            #expect(try await PostgresMigrator(migrations: [first]).migrate(pool) == [first])
            let migrator = try PostgresMigrator(migrations: [first, second])
            #expect(try await migrator.status(on: pool).pending == [second])
            #expect(try await migrator.migrate(pool) == [second])
            #expect(try await migrator.migrate(pool) == [])
            #expect(try await migrator.status(on: pool).applied.map(\.digest) == [first.digest, second.digest])
            #expect(try await pool.rows("select a from one", as: Int.self) == [1])
        }
    }

    @Test func eightAtOnceApplyOnce() async throws {
        try await TestDatabase.withConfiguration { configuration in
            let migrator = try PostgresMigrator(migrations: [first, second])
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        let connection = try await PostgresConnection.connect(configuration)
                        let count = try await migrator.migrate(connection).count
                        await connection.close()
                        return count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.sorted() == [0, 0, 0, 0, 0, 0, 0, 2])
        }
    }

    @Test func aFailingScriptLeavesNothing() async throws {
        try await TestDatabase.withPool(size: 2) { pool in
            let wrong = Migration(number: 2, name: "wrong", sql: "create table two (a int);\nselect * from nowhere;")
            let error = await #expect(throws: MigrationError.self) {
                try await PostgresMigrator(migrations: [first, wrong]).migrate(pool)
            }
            #expect(error?.description.contains("0002_wrong.sql:2") == true)
            #expect(error?.cause?.sqlState == .undefinedTable)
            let tables = try await pool.rows(
                "select tablename::text from pg_tables where schemaname = 'public' order by 1", as: String.self)
            #expect(tables == ["one", "schema_migrations"])
            #expect(try await PostgresMigrator(migrations: [first, second]).migrate(pool) == [second])
        }
    }

    @Test func aChangedMigrationIsRefused() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await PostgresMigrator(migrations: [first]).migrate(pool)
            let changed = Migration(number: 1, name: "one", sql: "create table other ()")
            let error = await #expect(throws: MigrationError.self) {
                try await PostgresMigrator(migrations: [changed, second]).migrate(pool)
            }
            #expect(error?.subject == "0001_one.sql")
            #expect(error?.message.contains(first.digest.hexadecimal) == true)
            #expect(error?.message.contains(changed.digest.hexadecimal) == true)
        }
    }

    @Test func aNewerDatabaseIsRefused() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            try await PostgresMigrator(migrations: [first, second]).migrate(pool)
            let error = await #expect(throws: MigrationError.self) {
                try await PostgresMigrator(migrations: [first]).migrate(pool)
            }
            #expect(error?.subject == "0002_two.sql")
            #expect(error?.message.contains("newer version") == true)
            #expect(error?.remedy.contains("upgrade") == true)
        }
    }

    @Test func aScriptThatCommitsIsToldOf() async throws {
        try await TestDatabase.withPool(size: 1) { pool in
            let committing = Migration(number: 1, name: "commits", sql: "create table x (); commit;")
            let error = await #expect(throws: MigrationError.self) {
                try await PostgresMigrator(migrations: [committing]).migrate(pool)
            }
            #expect(error?.message.contains("ended its transaction") == true)
            let last = try await pool.firstRow("select count(*) from schema_migrations", as: Int.self)
            #expect(last == 0)
        }
    }

    @Test func gapsAndDoublesAreRefused() {
        let gap = #expect(throws: MigrationError.self) { try PostgresMigrator(migrations: [second]) }
        #expect(gap?.message.contains("1 is missing") == true)
        let double = #expect(throws: MigrationError.self) {
            try PostgresMigrator(migrations: [first, Migration(number: 1, name: "again", sql: "")])
        }
        #expect(double?.subject == "0001_again.sql")
    }

    @Test func readsAFolder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("migrations-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("select 2".utf8).write(to: folder.appendingPathComponent("0002_two.sql"))
        try Data("select 1".utf8).write(to: folder.appendingPathComponent("0001_one.sql"))
        try Data("notes".utf8).write(to: folder.appendingPathComponent("README.md"))
        let migrations = try PostgresMigrator(directory: folder.path).migrations
        #expect(migrations.map(\.fileName) == ["0001_one.sql", "0002_two.sql"])
        #expect(migrations.map(\.sql) == ["select 1", "select 2"])
        try Data("x".utf8).write(to: folder.appendingPathComponent("3_x.sql"))
        let error = #expect(throws: MigrationError.self) { try PostgresMigrator(directory: folder.path) }
        #expect(error?.subject == "3_x.sql")
        #expect(throws: MigrationError.self) { try PostgresMigrator(directory: folder.path + "/nowhere") }
    }
}
