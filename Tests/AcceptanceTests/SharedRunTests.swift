import Foundation
import MGEPostgres
import Testing

/// Several processes on one run.
@Suite struct SharedRunTests {
    @Test func fourProcessesShareOneRun() async throws {
        let reference = try await Reference.small.value
        try await share(Installation.example("task-manager.md"), reference)
    }

    @Test(.enabled(if: Installation.isExhaustive)) func fourProcessesShareALargeRun() async throws {
        let reference = try await Reference.large.value
        try await share(Installation.example("large.md"), reference)
    }

    private func share(_ description: String, _ reference: Reference) async throws {
        try await Site.with { site in
            let submitted = try await site.mge("submit", description, "--detach")
            #expect(submitted.status == 0, "\(submitted.errors)")
            let command = try #require(submitted.lines.first?.split(separator: " ").map(String.init))
            #expect(command.prefix(2) == ["mge", "resume"] && submitted.lines.count == 1)
            #expect(try await site.value("SELECT state FROM runs", as: String.self) == "queued")

            let processes = try (0..<4).map { _ in try site.start(command.dropFirst() + ["--yes"]) }
            for process in processes {
                let outcome = try await process.outcome()
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(outcome.lines.count == 1)
            }
            try await site.expectSame(as: reference)
        }
    }
}
