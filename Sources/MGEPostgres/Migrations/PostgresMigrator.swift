import MGECore

/// Brings a database to the version of this program.
///
/// Each migration runs in its own transaction, which also records its digest in `schema_migrations`. An advisory lock
/// lets one process work while the others wait and then find it done. A database that is up to date costs one query.
package struct PostgresMigrator: Sendable {
    /// The known migrations, numbered from 1 without gaps.
    package let migrations: [Migration]
    /// The number of the advisory lock: "migrate0" in ASCII.
    private static let lock: Int64 = 0x6D69_6772_6174_6530

    /// Takes the migrations of a folder with files named `NNNN_name.sql`.
    /// - Throws: `MigrationError` when a file cannot be read, or a number is missing or used twice.
    package init(directory: String) throws {
        try self.init(migrations: Migration.read(directory: directory))
    }

    /// Takes migrations in order.
    /// - Throws: `MigrationError` when a number is missing or used twice.
    package init(migrations: [Migration]) throws(MigrationError) {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            let isTwice = index > 0 && migrations[index - 1].number == migration.number
            throw MigrationError(
                migration.fileName,
                isTwice ? "has the number of another migration" : "follows a gap: \(index + 1) is missing",
                remedy: "number migrations from 0001 without gaps")
        }
        self.migrations = migrations
    }

    /// What has been applied and what has not.
    /// - Throws: `MigrationError` when the database is of a newer version or an applied migration has changed;
    ///   `PostgresError`.
    package func status(on database: some PostgresExecutor) async throws -> MigrationStatus {
        let applied = try await applied(on: database)
        for (applied, index) in zip(applied, 0...) {
            guard index < migrations.count else { throw MigrationError.newer(applied, known: migrations.count) }
            let migration = migrations[index]
            guard applied.number == migration.number, applied.digest == migration.digest, applied.name == migration.name
            else { throw MigrationError.changed(migration, applied: applied) }
        }
        return MigrationStatus(applied: applied, pending: Array(migrations.dropFirst(applied.count)))
    }

    /// Applies what is pending.
    /// - Returns: what this call applied.
    /// - Throws: `MigrationError`; `PostgresError`; `CancellationError` between two migrations.
    @discardableResult
    package func migrate(_ pool: PostgresPool) async throws -> [Migration] {
        guard try await !status(on: pool).pending.isEmpty else { return [] }
        return try await pool.withConnection { try await migrateLocked($0) }
    }

    /// Applies what is pending.
    /// - Returns: what this call applied.
    /// - Throws: `MigrationError`; `PostgresError`; `CancellationError` between two migrations.
    @discardableResult
    package func migrate(_ connection: PostgresConnection) async throws -> [Migration] {
        guard try await !status(on: connection).pending.isEmpty else { return [] }
        return try await migrateLocked(connection)
    }

    private func migrateLocked(_ connection: PostgresConnection) async throws -> [Migration] {
        try await connection.execute("select pg_advisory_lock(\(Self.lock))")
        do {
            let done = try await applyPending(connection)
            try await unlock(connection)
            return done
        } catch {
            // The lock ends with the connection, should this fail; the first error is the one to tell.
            do { try await unlock(connection) } catch { await connection.close() }
            throw error
        }
    }

    private func unlock(_ connection: PostgresConnection) async throws {
        _ = try await connection.run(
            "select pg_advisory_unlock(\(Self.lock))", at: CodePlace(), in: nil, cancellation: .isIgnored)
    }

    private func applyPending(_ connection: PostgresConnection) async throws -> [Migration] {
        try await connection.execute(
            """
            create table if not exists schema_migrations (
                number integer primary key, name text not null, digest text not null,
                applied_at timestamptz not null default now())
            """)
        let pending = try await status(on: connection).pending
        for migration in pending { try await apply(migration, connection) }
        return pending
    }

    private func apply(_ migration: Migration, _ connection: PostgresConnection) async throws {
        do {
            try await connection.transaction { transaction in
                try await connection.run(script: migration.sql, at: CodePlace(), in: transaction.id)
                guard await connection.isInTransaction else {
                    throw MigrationError(
                        migration.fileName, "ended its transaction by itself and is not recorded",
                        remedy: "remove commit and rollback from the script, and restore the database")
                }
                try await transaction.execute(
                    """
                    insert into schema_migrations (number, name, digest)
                    values (\(migration.number), \(migration.name), \(migration.digest))
                    """)
            }
        } catch let error as PostgresError where error.kind == .server {
            throw MigrationError.failed(migration, error)
        }
    }

    private func applied(on database: some PostgresExecutor) async throws -> [AppliedMigration] {
        do {
            return try await database.rows(
                "select number, name, digest from schema_migrations order by number",
                as: (Int, String, SHA256Digest).self
            ).map { AppliedMigration(number: $0, name: $1, digest: $2) }
        } catch let error as PostgresError where error.sqlState == .undefinedTable {
            return []
        }
    }
}
