import CPostgres
import Foundation
import MGECore

/// Does what `EmbeddedCluster` offers, on a queue of its own, because all of it blocks.
actor ClusterWorker {
    private let executor = QueueExecutor(label: "mge.postgres.cluster")
    private let given: String
    private let binaries: String?
    private let settings: ServerSettings
    private let temporary: String
    private let identities: [ServerIdentity]?
    private static let database = "mge"
    private static let user = "mge"

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(
        directory: String, binaries: String?, settings: ServerSettings, temporary: String,
        identities: [ServerIdentity]?
    ) {
        given = directory
        self.binaries = binaries
        self.settings = settings
        self.temporary = temporary
        self.identities = identities
    }

    func status() -> EmbeddedCluster.Status {
        let data = given + "/data"
        guard FileManager.default.fileExists(atPath: data + "/PG_VERSION") else { return .absent }
        guard let file = runningServer(data) else { return .stopped }
        return .running(process: file.process, since: file.started)
    }

    func start() throws -> PostgresConfiguration {
        if let file = runningServer(given + "/data") {
            let configuration = configuration(file, Self.database)
            if (try? connect(configuration)) != nil { return configuration }
        }
        let directory = try makeDirectory()
        return try FileLock.with(path: directory + "/lock") { try startLocked(directory) }
    }

    private func startLocked(_ directory: String) throws -> PostgresConfiguration {
        let data = directory + "/data"
        let file: PostmasterFile
        if let running = runningServer(data) {
            file = try waitUntilReady(data, process: running.process, log: (directory + "/server.log", 0))
        } else {
            let identity = try chooseIdentity(for: directory)
            let programs = try ServerPrograms.locate(directory: binaries, version: try version(of: data))
            try initialize(directory, programs, identity)
            file = try launch(directory, programs, identity)
        }
        try makeDatabase(configuration(file, "postgres"))
        return configuration(file, Self.database)
    }

    func stop() throws {
        guard FileManager.default.fileExists(atPath: given + "/data") else { return }
        try FileLock.with(path: given + "/lock") { try stopLocked(given + "/data") }
    }

    private func stopLocked(_ data: String) throws {
        guard let process = runningServer(data)?.process else { return }
        // Fast shutdown first; the immediate one loses nothing either, but the next start has to recover.
        for (signal, seconds) in [(SIGINT, 60), (SIGQUIT, 10)] {
            guard kill(process, signal) == 0 || errno == ESRCH else {
                throw PostgresError(.cluster, "the server cannot be stopped: \(String(cString: strerror(errno)))")
            }
            for _ in 0..<(seconds * 100) {
                if !ServerProcess.isRunning(process, in: data) { return }
                usleep(10_000)
            }
        }
        throw PostgresError(
            .cluster, "the server (process \(process)) does not end", hint: "see \(given)/server.log")
    }

    private func configuration(_ file: PostmasterFile, _ database: String) -> PostgresConfiguration {
        PostgresConfiguration(
            socketDirectory: file.socketDirectory, port: file.port, user: Self.user, database: database)
    }

    private func runningServer(_ data: String) -> PostmasterFile? {
        PostmasterFile(dataDirectory: data).flatMap { ServerProcess.isRunning($0.process, in: data) ? $0 : nil }
    }
}

extension ClusterWorker {
    /// Makes the folder and returns its path without links.
    private func makeDirectory() throws -> String {
        do {
            // Private is only the last folder: those above must let the server's user in.
            try FileManager.default.createDirectory(atPath: given, withIntermediateDirectories: true)
        } catch {
            throw PostgresError(
                .cluster, "folder \(given) cannot be made: \(error.localizedDescription)",
                hint: "choose a place that you may write to")
        }
        chmod(given, 0o700)
        guard let resolved = realpath(given, nil) else {
            throw PostgresError(.cluster, "folder \(given): \(String(cString: strerror(errno)))")
        }
        defer { free(resolved) }
        let path = String(cString: resolved)
        // PostgreSQL's MAXPGPATH, less the longest name below the data folder.
        guard path.utf8.count <= 900 else {
            throw PostgresError(
                .cluster, "path of \(path.utf8.count) bytes is too long for PostgreSQL", hint: "shorten it")
        }
        return path
    }

    /// The major version that the data was made by; nil when there is none yet.
    private func version(of data: String) throws -> Int? {
        guard let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8) else {
            guard !FileManager.default.fileExists(atPath: data) else {
                throw PostgresError(
                    .cluster, "\(data) exists and holds no database", hint: "move it away, or choose another folder")
            }
            return nil
        }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The first identity that may write to the folder.
    private func chooseIdentity(for directory: String) throws -> ServerIdentity {
        var candidates = identities ?? ServerIdentity.candidates()
        var status = stat()
        if stat(directory + "/data", &status) == 0 {
            candidates = candidates.filter { $0.owner == status.st_uid }
            guard !candidates.isEmpty else {
                throw PostgresError(
                    .cluster, "\(directory)/data belongs to user \(status.st_uid)", hint: "run as that user")
            }
        }
        for identity in candidates {
            if case .user(let user, let group) = identity { chown(directory, user, group) }
            let check = ProgramRun(
                arguments: identity.prefix + ["test", "-w", directory], directory: "/", output: "/dev/null")
            if try check.run() == 0 { return identity }
        }
        chown(directory, geteuid(), getegid())
        throw PostgresError(
            .cluster,
            geteuid() == 0
                ? "PostgreSQL refuses to run as root, and neither a user namespace nor the user postgres can write to "
                    + directory
                : "\(directory) cannot be written to",
            hint: "run as an ordinary user, use a folder that the user postgres can enter, or set DATABASE_URL")
    }

    /// Makes the data folder, under another name until it is complete.
    private func initialize(_ directory: String, _ programs: ServerPrograms, _ identity: ServerIdentity) throws {
        guard !FileManager.default.fileExists(atPath: directory + "/data") else { return }
        let new = directory + "/data.new"
        let log = directory + "/initdb.log"
        try? FileManager.default.removeItem(atPath: new)
        unlink(log)
        let arguments = [
            programs.initdb, "-D", "data.new", "-U", Self.user, "--auth=trust", "--encoding=UTF8", "--locale=C",
            "--no-sync", "--no-instructions",
        ]
        let status = try ProgramRun(arguments: identity.prefix + arguments, directory: directory, output: log).run()
        guard status == 0, rename(new, directory + "/data") == 0 else {
            let said = tail(of: log, from: 0)
            try? FileManager.default.removeItem(atPath: new)
            throw PostgresError(
                .cluster, "the database cannot be set up in \(directory): \(said)",
                hint: "see that the disk has room and the folder can be written to")
        }
        unlink(log)
    }

    private func launch(
        _ directory: String, _ programs: ServerPrograms, _ identity: ServerIdentity
    ) throws -> PostmasterFile {
        let socket = try SocketDirectory.make(for: directory, below: temporary, owner: identity.owner)
        identity.takeOver(socket)
        clearLeftovers(directory + "/data", socket)
        let log = directory + "/server.log"
        let offset = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
        let run = ProgramRun(
            arguments: identity.prefix + [programs.postgres, "-D", "data", "-k", socket] + settings.arguments,
            directory: directory, output: log)
        return try waitUntilReady(directory + "/data", process: try run.start(), log: (log, offset))
    }

    /// Removes what a server leaves that was killed, or whose folder was removed under it.
    ///
    /// PostgreSQL does so too, unless its process number has been given to another process since.
    private func clearLeftovers(_ data: String, _ socket: String) {
        ServerProcess.end(ServerProcess.all(in: data))
        let socketLock = socket + "/.s.PGSQL.5432.lock"
        if let text = try? String(contentsOfFile: socketLock, encoding: .utf8),
            let process = text.split(separator: "\n").first.flatMap({ pid_t($0) }), ServerProcess.isPostgres(process),
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd"))?
                .hasSuffix(" (deleted)") == true
        {
            ServerProcess.end([process])
        }
        for path in [data + "/postmaster.pid", socketLock, socket + "/.s.PGSQL.5432"] { unlink(path) }
    }

    /// Waits until the server accepts connections, however long its recovery takes.
    private func waitUntilReady(
        _ data: String, process: pid_t, log: (path: String, offset: Int)
    ) throws -> PostmasterFile {
        while true {
            if let file = PostmasterFile(dataDirectory: data), file.process == process,
                (try? connect(configuration(file, "postgres"))) != nil
            {
                return file
            }
            ServerProcess.reap(process)
            guard ServerProcess.isAlive(process) else {
                throw PostgresError(
                    .cluster, "the server did not start: \(tail(of: log.path, from: log.offset))",
                    hint: "see \(log.path)")
            }
            try Task.checkCancellation()
            usleep(10_000)
        }
    }

    private func connect(_ configuration: PostgresConfiguration) throws -> ConnectionHandle {
        try ConnectionHandle(configuration, signal: WakeSignal())
    }

    private func makeDatabase(_ configuration: PostgresConfiguration) throws {
        let handle = try connect(configuration)
        let query = "select 1 from pg_database where datname = '\(Self.database)'"
        let found = try handle.exchange(accepted: PQsendQuery(handle.pointer, query), cancellation: .isIgnored)
        if found.rowCount > 0 { return }
        let command = "create database \(Self.database)"
        _ = try handle.exchange(accepted: PQsendQuery(handle.pointer, command), cancellation: .isIgnored)
    }

    /// The last lines of a log, as one line.
    private func tail(of path: String, from offset: Int) -> String {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { return "it said nothing" }
        let lines = String(decoding: data.dropFirst(offset).suffix(4096), as: UTF8.self).split(separator: "\n")
        return lines.isEmpty ? "it said nothing" : lines.suffix(6).joined(separator: " / ")
    }
}
