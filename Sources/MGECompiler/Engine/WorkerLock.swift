import Foundation
import MGEPostgres

/// A worker's proof of life: a session advisory lock, which PostgreSQL gives up the moment its process ends.
struct WorkerLock: Sendable {
    /// The first key of every worker's lock, spelling `MGE1`; the second is the worker's number.
    static let namespace: Int32 = 0x4D47_4531

    let number: Int32
    /// The connection that holds the lock; it carries heartbeats besides.
    let connection: PostgresConnection

    /// Registers this process as a worker of a run.
    static func acquire(on configuration: PostgresConfiguration, for runID: UUID) async throws -> WorkerLock {
        let connection = try await PostgresConnection.connect(configuration)
        do {
            let numbers = try await connection.rows("SELECT nextval('worker_numbers')::integer", as: Int32.self)
            let number = numbers.first ?? 0
            _ = try await connection.rows("SELECT pg_advisory_lock(\(namespace), \(number))::text", as: String.self)
            let process = ProcessInfo.processInfo
            try await connection.execute(
                """
                INSERT INTO workers (worker_number, run_id, host, process)
                VALUES (\(number), \(runID), \(process.hostName), \(process.processIdentifier))
                ON CONFLICT (worker_number) DO UPDATE
                    SET run_id = excluded.run_id, host = excluded.host, process = excluded.process,
                        started_at = clock_timestamp()
                """)
            return WorkerLock(number: number, connection: connection)
        } catch {
            await connection.close()
            throw error
        }
    }

    /// Ends the registration.
    func release() async {
        await connection.close()
    }
}
