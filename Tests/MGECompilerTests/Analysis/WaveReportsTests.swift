import Synchronization
import Testing

@testable import MGECompiler
@testable import MGESyntax

@Suite("the reports on a wave's files") struct WaveReportsTests {
    private struct Failure: Error {}

    private static let report = SyntaxReport(path: "a.py", language: nil, problems: [])

    @Test("are made once a wave, and again in the next one")
    func once() async throws {
        let reports = WaveReports()
        let checks = Mutex(0)
        for wave in [1, 1, 2, 2] {
            let report = try await reports.report(onFile: 0, in: wave) {
                checks.withLock { $0 += 1 }
                return Self.report
            }
            #expect(report == Self.report)
        }
        #expect(checks.withLock { $0 } == 2)
    }

    @Test("are made again after a check that failed")
    func failure() async throws {
        let reports = WaveReports()
        await #expect(throws: Failure.self) { try await reports.report(onFile: 0, in: 1) { throw Failure() } }
        #expect(try await reports.report(onFile: 0, in: 1) { Self.report } == Self.report)
    }
}
