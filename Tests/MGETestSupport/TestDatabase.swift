import Foundation
package import MGEPostgres

/// Fresh databases for tests, on one server that all test processes of a user share.
package enum TestDatabase {
    /// Gives the body a pool on an empty database, which is dropped afterwards.
    /// - Parameters:
    ///   - size: how many connections the pool may open.
    ///   - migrator: what to apply to the database first.
    ///   - body: the test.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws; `PostgresError` when the server cannot be had.
    package static func withPool<Result>(
        size: Int = 8, migrator: PostgresMigrator? = nil, _ body: (PostgresPool) async throws -> Result
    ) async throws -> Result {
        try await withConfiguration { configuration in
            let pool = PostgresPool(configuration, size: size)
            do {
                try await migrator?.migrate(pool)
                let result = try await body(pool)
                await pool.close()
                return result
            } catch {
                await pool.close()
                throw error
            }
        }
    }

    /// Gives the body the address of an empty database, which is dropped afterwards.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws; `PostgresError` when the server cannot be had.
    package static func withConfiguration<Result>(
        _ body: (PostgresConfiguration) async throws -> Result
    ) async throws -> Result {
        var configuration = try await cluster.start()
        let server = try await PostgresConnection.connect(configuration)
        try await dropLeftovers(server)
        let name = "test_\(getpid())_" + UUID().uuidString.prefix(8).lowercased()
        try await server.execute("create database \(identifier: name) template template0")
        configuration.database = name
        do {
            let result = try await body(configuration)
            try await drop(name, server)
            return result
        } catch {
            // The test's own failure is the one to tell; the next process drops what is left.
            try? await drop(name, server)
            throw error
        }
    }

    /// The server: it stays up between test runs, and loses nothing but speed when it is stopped.
    package static var cluster: EmbeddedCluster {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("mge-tests-\(getuid())")
        return EmbeddedCluster(directory: directory.path, settings: .disposable)
    }

    private static func drop(_ name: String, _ server: PostgresConnection) async throws {
        // A task of its own, so that the database goes even when the test's task was cancelled.
        try await Task { _ = try await server.execute("drop database if exists \(identifier: name) with (force)") }
            .value
        await server.close()
    }

    /// Drops the databases of test processes that were killed.
    private static func dropLeftovers(_ server: PostgresConnection) async throws {
        let names = try await server.rows(
            "select datname::text from pg_database where datname like 'test\\_%'", as: String.self)
        for name in names {
            let parts = name.split(separator: "_")
            guard parts.count == 3, let process = pid_t(parts[1]), kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            try await server.execute("drop database if exists \(identifier: name) with (force)")
        }
    }
}
