import Foundation
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite(.serialized)
struct EngineProcessTests {
    @Test
    func fourProcessesShareARun() async throws {
        try await sharing(items: "200", killed: 0)
    }

    @Test
    func twoOfFourProcessesAreKilled() async throws {
        try await sharing(items: "200", killed: 2)
    }

    private func sharing(items: String, killed: Int) async throws {
        try await ProbeFixture.with { probe in
            let settings = ["--items", items, "--seed", "5", "--delay", "5", "--batch", "2"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            let processes = try (0..<4).map { _ in try probe.work(run) }
            if killed > 0 { try await probe.untilDone(30, in: run) }
            for process in processes.prefix(killed) { process.send(SIGKILL) }
            for process in processes.dropFirst(killed) {
                #expect(try await process.wait().output == "succeeded\n")
            }
            for process in processes.prefix(killed) { _ = try await process.wait() }
            #expect(try await probe.status(run) == expected)
            let counts = try await probe.counts(run)
            #expect(counts.other == 0)
            #expect(counts.saves == 1)
        }
    }

    @Test
    func aProcessThatSleptPastItsLeaseIsFencedOff() async throws {
        try await ProbeFixture.with { probe in
            let settings = ["graph", "--items", "12", "--shape", "independent", "--delay", "700"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            let sleeper = try probe.work(run, "--lease", "1", "--heartbeat", "200")
            try await probe.until(
                "EXISTS (SELECT FROM work_items WHERE run_id = \(UUID(uuidString: run)) "
                    + "AND state = 'leased' AND NOT is_planning)")
            sleeper.send(SIGSTOP)
            let other = try probe.work(run, "--lease", "1", "--heartbeat", "200", "--poll", "100")
            #expect(try await other.wait().output == "succeeded\n")
            sleeper.send(SIGCONT)
            #expect(try await sleeper.wait().output == "succeeded\n")
            #expect(try await probe.status(run) == expected)
            let counts = try await probe.counts(run)
            #expect(counts.other == 0)
            #expect(counts.saves == 1)
        }
    }

    @Test
    func terminationGivesBackWhatIsNotDoneInTime() async throws {
        try await ProbeFixture.with { probe in
            let run = try await probe.submit(
                "graph", "--items", "8", "--shape", "independent", "--delay", "60000")
            let process = try probe.work(run, "--grace", "300", "--poll", "100")
            let id = UUID(uuidString: run)
            try await probe.until(
                "(SELECT count(*) FROM work_items WHERE run_id = \(id) AND state = 'leased' AND NOT is_planning) = 4")
            process.send(SIGTERM)
            let end = try await process.wait(atMost: .seconds(20))
            #expect(end.status == 130)
            let rows = try await probe.pool.rows(
                "SELECT state, attempt, abandonments FROM work_items WHERE run_id = \(id) AND NOT is_planning",
                as: (String, Int, Int).self)
            #expect(rows.count == 8)
            #expect(rows.allSatisfy { $0 == ("ready", 0, 0) })
        }
    }

    @Test
    func aSecondSignalEndsTheProcessAtOnce() async throws {
        try await ProbeFixture.with { probe in
            let run = try await probe.submit("graph", "--items", "4", "--shape", "independent", "--delay", "60000")
            let process = try probe.work(run)
            let id = UUID(uuidString: run)
            try await probe.until(
                "EXISTS (SELECT FROM work_items WHERE run_id = \(id) AND state = 'leased' AND NOT is_planning)")
            process.send(SIGTERM)
            // Two of one kind that arrive together are one; so the second is another kind.
            process.send(SIGINT)
            #expect(try await process.wait(atMost: .seconds(15)).status == 131)
        }
    }

    @Test
    func cutConnectionsEndTheWorkerAndTheRunIsResumed() async throws {
        try await ProbeFixture.with { probe in
            let settings = ["--items", "400", "--seed", "3", "--delay", "30"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            for round in 1...3 {
                let process = try probe.work(run, "--poll", "100")
                try await probe.untilDone(round * 25, in: run)
                try await probe.pool.execute(
                    """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """)
                let end = try await process.wait(atMost: .seconds(30))
                #expect(end.status == 1)
                #expect(end.errors.contains("PostgreSQL connection error"), "\(end.errors)")
            }
            #expect(try await probe.work(run).wait().output == "succeeded\n")
            #expect(try await probe.status(run) == expected)
            #expect(try await probe.counts(run).other == 0)
        }
    }

    @Test
    func aRestartedServerEndsTheWorkersAndTheRunIsResumed() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("mge-restart-\(UUID())")
        let cluster = EmbeddedCluster(directory: directory.path, settings: .durable)
        let probe = ProbeFixture(pool: PostgresPool(try await cluster.start(), size: 4))
        do {
            try await EngineFixture.migrator.migrate(probe.pool)
            let settings = ["--items", "300", "--seed", "8", "--delay", "30"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            for round in 1...2 {
                let processes = try (0..<2).map { _ in try probe.work(run, "--poll", "100") }
                try await probe.untilDone(round * 30, in: run)
                try await cluster.stop()
                for process in processes {
                    let end = try await process.wait(atMost: .seconds(60))
                    #expect(end.status == 1)
                    #expect(end.errors.contains("PostgreSQL connection error"), "\(end.errors)")
                }
                _ = try await cluster.start()
            }
            #expect(try await probe.work(run).wait().output == "succeeded\n")
            #expect(try await probe.status(run) == expected)
            let counts = try await probe.counts(run)
            #expect(counts.other == 0)
            #expect(counts.saves == 1)
        } catch {
            Issue.record(error)
        }
        await probe.pool.close()
        try await cluster.stop()
        try FileManager.default.removeItem(at: directory)
    }

    @Test
    func layersOfManyDependenciesNeitherDeadlockNorHang() async throws {
        try await ProbeFixture.with { probe in
            let settings = ["graph", "--items", "300", "--shape", "dense"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            let processes = try (0..<8).map { _ in try probe.work(run) }
            for process in processes { #expect(try await process.wait().output == "succeeded\n") }
            #expect(try await probe.status(run) == expected)
            #expect(try await probe.counts(run).other == 0)
        }
    }

    @Test
    func itemsWithLargeInputsAreStoredAndDone() async throws {
        try await ProbeFixture.with { probe in
            let run = try await probe.submit(
                "graph", "--items", "12", "--shape", "independent", "--padding", "400000", "--batch", "4")
            #expect(try await probe.work(run).wait().output == "succeeded\n")
            #expect(try await probe.counts(run).other == 0)
        }
    }
}
