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
            let number = try await lockedNumber(on: connection)
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

    /// A number that no other worker holds, even once the numbers have begun anew.
    private static func lockedNumber(on connection: PostgresConnection) async throws -> Int32 {
        while true {
            let row = try await connection.firstRow(
                """
                SELECT n.number, pg_try_advisory_lock(\(namespace), n.number)
                FROM (SELECT nextval('worker_numbers')::integer AS number OFFSET 0) n
                """, as: (Int32, Bool).self)
            if let (number, isLocked) = row, isLocked { return number }
        }
    }

    /// Ends the registration.
    func release() async {
        await connection.close()
    }
}
