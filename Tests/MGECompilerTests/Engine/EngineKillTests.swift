import Foundation
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite(.serialized)
struct EngineKillTests {
    /// The acceptance of resuming: killed at any moment, as often as you like, the result is the same.
    @Test(arguments: [5])
    func killedProcessesLoseAndRepeatNothing(kills: Int) async throws {
        try await killing(kills, seed: 11, delay: 15)
    }

    @Test(.exhaustive, arguments: [1, 2, 3])
    func killedTwentyTimes(seed: Int) async throws {
        try await killing(20, seed: seed, delay: 60)
    }

    private func killing(_ kills: Int, seed: Int, delay: Int) async throws {
        try await ProbeFixture.with { probe in
            let settings = ["--items", "200", "--seed", "\(seed)", "--delay", "\(delay)", "--batch", "3"]
            let expected = try await probe.undisturbed(settings)
            let run = try await ProbeProcess.output(["submit"] + settings, on: probe.pool.configuration)
            for _ in 0..<kills {
                let process = try probe.work(run)
                // Not a wait for anything: the moment of the kill is what is random here.
                try await Task.sleep(for: .milliseconds(Int.random(in: 60...500)))
                process.send(SIGKILL)
                _ = try await process.wait()
            }
            let last = try probe.work(run)
            #expect(try await last.wait().output == "succeeded\n")
            #expect(try await probe.status(run) == expected)
            #expect(try await probe.itemsNotDoneOnce(run) == [])
            #expect(try await probe.counts(run).saves == 1)
        }
    }

    @Test
    func anItemThatKillsItsProcessTakesNoOtherWithIt() async throws {
        try await ProbeFixture.with { probe in
            let run = try await probe.submit("graph", "--items", "40", "--shape", "independent", "--poison", "0")
            var endings: [ProbeProcess.Ending] = []
            for _ in 0..<12 {
                endings.append(try await probe.work(run, "--abandonments", "5", "--poll", "100").wait())
                if endings.last?.wasSignalled == false { break }
            }
            #expect(endings.last?.output == "partial\n")
            #expect(endings.count == 7)
            let states = try await probe.pool.rows(
                """
                SELECT key, state, last_error ->> 'message' FROM work_items
                WHERE run_id = \(UUID(uuidString: run)) AND state <> 'done'
                """, as: (String, String, String?).self)
            #expect(states.map(\.0) == ["g0"])
            #expect(states.map(\.1) == ["dead"])
            #expect(states.first?.2 == "every process that worked on it ended without a word")
            let errors = try await probe.pool.rows(
                "SELECT data ->> 'subject' FROM events WHERE run_id = \(UUID(uuidString: run)) AND type = 'error'",
                as: String.self)
            #expect(errors == ["g0"])
        }
    }
}
