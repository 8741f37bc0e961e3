import Foundation
import Glibc
import MGEPostgres
import Testing

/// Processes that end without a word, and what others make of what they left.
@Suite(.serialized) struct CrashTests {
    /// One compilation that is killed again and again: at random moments of its whole length.
    @Test func aRunThatIsKilledAgainAndAgain() async throws {
        let reference = try await Reference.large.value
        try await Site.with { site in
            var process = try site.start(["submit", Installation.example("large.md"), "--yes"])
            try await site.waitForRun(by: process)
            for _ in 0..<4 {
                let moment = reference.duration * Double.random(in: 0.02...0.3)
                try await kill(process, after: moment)
                process = try site.start(["resume", "last", "--yes"])
            }
            let outcome = try await process.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            try await site.expectSame(as: reference)
        }
    }

    /// Each compilation is killed once and resumed; the moments are spread over its whole length.
    @Test(.enabled(if: Installation.isExhaustive), arguments: 0..<20)
    func aRunThatIsKilledOnce(part: Int) async throws {
        let reference = try await Reference.large.value
        var moment = reference.duration * (Double(part) + .random(in: 0..<1)) / 20
        // The reference may have taken longer than this run does: what had ended before its kill proves nothing.
        while try await !killAndResume(after: moment, reference) { moment = moment * 2 / 3 }
    }

    /// Kills a run, resumes it and compares; false when it had ended before the kill.
    private func killAndResume(after moment: Duration, _ reference: Reference) async throws -> Bool {
        try await Site.with { site in
            let process = try site.start(["submit", Installation.example("large.md"), "--yes"])
            try await site.waitForRun(by: process)
            try await kill(process, after: moment)
            guard try await site.value("SELECT state FROM runs", as: String.self) != "succeeded" else { return false }
            let resumed = try await site.mge("resume", "last", "--yes")
            #expect(resumed.status == 0, "killed after \(moment): \(resumed.errors)")
            try await site.expectSame(as: reference)
            return true
        }
    }

    @Test func whatADeadProcessHeldIsTakenUpWhileItsLeasesRun() async throws {
        try await Site.with { site in
            let process = try site.start(["submit", Installation.example("large.md"), "--yes"])
            try await site.waitForRun(by: process)
            try await site.wait(
                until: """
                    SELECT count(*) FILTER (WHERE state = 'done') > 20 AND count(*) FILTER (WHERE state = 'leased') > 0
                    FROM work_items WHERE stage = 'code_generation'
                    """, by: process)
            try await kill(process, after: .zero)
            let held = try await site.query { pool in
                try await pool.rows(
                    "SELECT item_id, lease_until FROM work_items WHERE state = 'leased'", as: (Int64, Date).self)
            }
            try #require(!held.isEmpty)

            let resumed = try await site.mge("resume", "last", "--yes")
            #expect(resumed.status == 0, "\(resumed.errors)")
            let late = try await site.query { pool in
                try await pool.rows(
                    """
                    SELECT i.stage || ' ' || i.key FROM work_items i
                    JOIN unnest(\(held.map(\.0)), \(held.map(\.1))) AS h (item_id, lease_until) USING (item_id)
                    WHERE i.started_at >= h.lease_until
                    """, as: String.self)
            }
            #expect(late.isEmpty, "waited for the leases of a dead process: \(late)")
        }
    }

    private func kill(_ process: RunningProgram, after moment: Duration) async throws {
        try await Task.sleep(for: moment)
        process.send(SIGKILL)
        let outcome = try await process.outcome()
        #expect([0, 128 + SIGKILL].contains(outcome.status), "\(outcome.errors)")
    }
}
