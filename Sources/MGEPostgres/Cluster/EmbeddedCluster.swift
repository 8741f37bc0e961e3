package import Foundation

/// A private PostgreSQL server in a folder of its own, shared by every process that uses the folder.
///
/// `data` holds the database, `server.log` what the server says, `lock` the lock under which it is set up, started and
/// stopped. It listens on a Unix socket only, in a folder closed to other users, which is the whole
/// authentication. It outlives the process that started it.
package struct EmbeddedCluster: Sendable {
    /// What the server is doing.
    package enum Status: Sendable, Hashable {
        case running(process: Int32, since: Date)
        case stopped
        /// It was never set up.
        case absent
    }

    /// The folder, as given.
    package let directory: String
    private let worker: ClusterWorker

    /// Describes a cluster; nothing happens yet.
    /// - Parameters:
    ///   - directory: its folder, made when needed; at most about 900 bytes long.
    ///   - binaries: the folder of the server programs; nil searches the usual places.
    ///   - settings: the server's parameters.
    ///   - temporaryDirectory: where the socket's folder goes when the cluster's own path does not fit a socket.
    package init(
        directory: String, binaries: String? = nil, settings: ServerSettings = .durable,
        temporaryDirectory: String = "/tmp"
    ) {
        self.init(
            directory: directory, binaries: binaries, settings: settings, temporaryDirectory: temporaryDirectory,
            identities: nil)
    }

    init(
        directory: String, binaries: String? = nil, settings: ServerSettings = .durable,
        temporaryDirectory: String = "/tmp", identities: [ServerIdentity]?
    ) {
        self.directory = directory
        worker = ClusterWorker(
            directory: directory, binaries: binaries, settings: settings, temporary: temporaryDirectory,
            identities: identities)
    }

    /// Sets up and starts the server unless it runs already, and makes the database `mge`.
    /// - Returns: how to connect.
    /// - Throws: `PostgresError` of kind `cluster` that says what is in the way.
    package func start() async throws -> PostgresConfiguration {
        try await worker.start()
    }

    /// Stops the server, ending its connections; its data stays.
    /// - Throws: `PostgresError` of kind `cluster` when it does not end.
    package func stop() async throws {
        try await worker.stop()
    }

    /// Looks whether the server runs.
    package func status() async -> Status {
        await worker.status()
    }
}
