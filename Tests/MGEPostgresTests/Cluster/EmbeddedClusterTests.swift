import Foundation
import MGETestSupport
import Testing

@testable import MGEPostgres

/// Servers are few and one at a time here, because each takes memory and half a second.
@Suite(.serialized, .timeLimit(.minutes(20))) struct EmbeddedClusterTests {
    /// Gives the body a folder for a cluster, and stops and removes what it made there.
    private func withCluster(
        named name: String = "cluster", identities: [ServerIdentity]? = nil,
        _ body: (EmbeddedCluster) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("mge-\(UUID().uuidString.prefix(8))")
        let directory = root.appendingPathComponent(name).path
        let cluster = EmbeddedCluster(directory: directory, identities: identities)
        do {
            try await body(cluster)
        } catch {
            try? await cluster.stop()
            try? FileManager.default.removeItem(at: root)
            throw error
        }
        try await cluster.stop()
        try FileManager.default.removeItem(at: root)
    }

    private func check(_ configuration: PostgresConfiguration) async throws {
        let connection = try await PostgresConnection.connect(configuration)
        let name = try await connection.firstRow("select current_database()::text", as: String.self)
        #expect(name == "mge")
        await connection.close()
    }

    private func process(of cluster: EmbeddedCluster) async throws -> pid_t {
        guard case .running(let process, _) = await cluster.status() else {
            throw PostgresError(.cluster, "not running")
        }
        return process
    }

    @Test func startsStopsAndKeepsItsData() async throws {
        try await withCluster { cluster in
            #expect(await cluster.status() == .absent)
            let configuration = try await cluster.start()
            try await check(configuration)
            let first = try await process(of: cluster)
            #expect(try await cluster.start() == configuration)
            #expect(try await process(of: cluster) == first)
            let connection = try await PostgresConnection.connect(configuration)
            try await connection.execute("create table kept as select 42 as a")
            try await cluster.stop()
            #expect(await cluster.status() == .stopped)
            try await cluster.stop()
            let again = try await PostgresConnection.connect(try await cluster.start())
            let kept = try await again.firstRow("select a from kept", as: Int.self)
            #expect(kept == 42)
            await again.close()
            await connection.close()
        }
    }

    @Test func eightStartsAtOnceShareOneServer() async throws {
        try await withCluster { cluster in
            let directory = cluster.directory
            let configurations = try await withThrowingTaskGroup(of: PostgresConfiguration.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await EmbeddedCluster(directory: directory, identities: nil).start() }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(configurations).count == 1)
            try await check(configurations[0])
        }
    }

    @Test func aPoolSurvivesARestart() async throws {
        try await withCluster { cluster in
            let pool = PostgresPool(try await cluster.start(), size: 3)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { try await pool.execute("select pg_sleep(0.05)") } }
                try await group.waitForAll()
            }
            try await cluster.stop()
            await #expect(throws: PostgresError.self) { try await pool.execute("select 1") }
            _ = try await cluster.start()
            for _ in 0..<3 { #expect(try await pool.execute("select 1") == 1) }
            await pool.close()
        }
    }

    @Test func startsAfterAKilledPostmaster() async throws {
        try await withCluster { cluster in
            let connection = try await PostgresConnection.connect(try await cluster.start())
            try await connection.execute("create table kept as select 42 as a")
            let killed = try await process(of: cluster)
            #expect(kill(killed, SIGKILL) == 0)
            let configuration = try await cluster.start()
            #expect(try await process(of: cluster) != killed)
            let again = try await PostgresConnection.connect(configuration)
            let kept = try await again.firstRow("select a from kept", as: Int.self)
            #expect(kept == 42)
            await again.close()
            await connection.close()
        }
    }

    @Test func aNumberGivenToAnotherProcessIsNoServer() async throws {
        try await withCluster { cluster in
            let configuration = try await cluster.start()
            try await cluster.stop()
            let data = cluster.directory + "/data"
            let socket = cluster.directory + "/socket"
            try Data("\(getpid())\n\(data)\n1700000000\n5432\n\(socket)\n\n  1 1\nready\n".utf8)
                .write(to: URL(fileURLWithPath: data + "/postmaster.pid"))
            try Data("\(getpid())\n\(data)\n1700000000\n5432\n\(socket)\n".utf8)
                .write(to: URL(fileURLWithPath: socket + "/.s.PGSQL.5432.lock"))
            #expect(await cluster.status() == .stopped)
            #expect(try await cluster.start() == configuration)
            try await check(configuration)
        }
    }

    @Test func aRemovedFoldersServerMakesRoom() async throws {
        try await withCluster { cluster in
            _ = try await cluster.start()
            let orphan = try await process(of: cluster)
            try FileManager.default.removeItem(atPath: cluster.directory + "/data")
            try await check(try await cluster.start())
            #expect(!ServerProcess.isPostgres(orphan))
        }
    }

    @Test(
        "odd places",
        arguments: [
            "with space", "quo'te \"and\" $HOME", "ünï-😀", "comma,semi;colon",
            Array(repeating: String(repeating: "long", count: 30), count: 5).joined(separator: "/"),
        ])
    func places(name: String) async throws {
        try await withCluster(named: name) { cluster in
            try await check(try await cluster.start())
            #expect(try await process(of: cluster) > 0)
        }
    }

    @Test func aFailedSetUpIsBegunAnew() async throws {
        try await withCluster { cluster in
            try FileManager.default.createDirectory(
                atPath: cluster.directory + "/data.new/base", withIntermediateDirectories: true)
            try await check(try await cluster.start())
        }
    }

    @Test func anotherVersionsDataIsRefused() async throws {
        try await withCluster { cluster in
            _ = try await cluster.start()
            try await cluster.stop()
            let file = URL(fileURLWithPath: cluster.directory + "/data/PG_VERSION")
            let version = try Data(contentsOf: file)
            try Data("9\n".utf8).write(to: file)
            let error = await #expect(throws: PostgresError.self) { try await cluster.start() }
            #expect(error?.message.contains("PostgreSQL 9 server programs not found") == true)
            try version.write(to: file)
        }
    }

    @Test func missingProgramsAreNamed() async throws {
        let error = #expect(throws: PostgresError.self) { try ServerPrograms.locate(directory: "/nonexistent") }
        #expect(error?.hint?.contains("apt-get install postgresql") == true)
    }

    @Test func aPlaceThatCannotBeMadeIsTold() async throws {
        let cluster = EmbeddedCluster(directory: "/proc/nowhere/cluster")
        let error = await #expect(throws: PostgresError.self) { try await cluster.start() }
        #expect(error?.kind == .cluster)
        #expect(error?.message.contains("/proc/nowhere/cluster") == true)
    }

    @Test func somebodyElsesSocketFolderIsRefused() throws {
        let temporary = "/tmp/mge-squat-\(UUID().uuidString.prefix(8))"
        mkdir(temporary, 0o700)
        defer { try? FileManager.default.removeItem(atPath: temporary) }
        let path = try SocketDirectory.make(for: "/with space", below: temporary, owner: getuid())
        rmdir(path)
        symlink("/tmp", path)
        #expect(throws: PostgresError.self) {
            try SocketDirectory.make(for: "/with space", below: temporary, owner: getuid())
        }
    }

    /// Root has two ways; the suite above takes the first one.
    @Test(.enabled(if: geteuid() == 0 && getpwnam("postgres") != nil))
    func asRootThroughTheUserPostgres() async throws {
        guard case .user(let user, let group)? = ServerIdentity.candidates().last else {
            Issue.record("no way through the user postgres")
            return
        }
        try await withCluster(identities: [.user(user: user, group: group)]) { cluster in
            // The folders above are made as well.
            let configuration = try await cluster.start()
            try await check(configuration)
            var status = stat()
            #expect(stat(cluster.directory, &status) == 0 && status.st_mode & 0o777 == 0o700)
            #expect(stat(cluster.directory + "/data", &status) == 0 && status.st_uid == user)
            // The usual choice finds whose data it is.
            try await cluster.stop()
            try await check(try await EmbeddedCluster(directory: cluster.directory).start())
        }
    }

    @Test(.enabled(if: geteuid() == 0))
    func whereNobodyCanWriteItSaysSo() async throws {
        try await withCluster(identities: [.user(user: 65_534, group: 65_534)]) { cluster in
            let root = URL(fileURLWithPath: cluster.directory).deletingLastPathComponent().path
            try FileManager.default.createDirectory(
                atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let error = await #expect(throws: PostgresError.self) { try await cluster.start() }
            #expect(error?.message.contains("refuses to run as root") == true)
        }
    }
}
