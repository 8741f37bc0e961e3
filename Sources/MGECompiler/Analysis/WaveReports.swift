import MGESyntax
import Synchronization

/// What was found wrong with the files of a wave, so that its batches parse a file that they share once.
final class WaveReports: Sendable {
    private struct State {
        var wave = 0
        /// By the number of the file.
        var reports: [Int: Task<SyntaxReport, any Error>] = [:]
    }

    private let state = Mutex(State())

    /// The report on a file as far as it has got in a wave; callers at the same moment share one check.
    ///
    /// The reports on earlier waves are forgotten, and so is a check that failed: it is made again if somebody asks.
    func report(
        onFile file: Int, in wave: Int, check: @escaping @Sendable () throws -> SyntaxReport
    ) async throws -> SyntaxReport {
        let task = state.withLock { state in
            if state.wave != wave { state = State(wave: wave) }
            if let known = state.reports[file] { return known }
            let task = Task { try check() }
            state.reports[file] = task
            return task
        }
        do {
            return try await task.value
        } catch {
            state.withLock { state in
                if state.reports[file] == task { state.reports[file] = nil }
            }
            throw error
        }
    }
}
