import MGESyntax
import Synchronization

/// What was found wrong with the files of a wave, so that its batches parse a file that they share once.
final class WaveReports: Sendable {
    private struct State {
        var wave = 0
        /// By the number of the file.
        var reports: [Int: SyntaxReport] = [:]
    }

    private let state = Mutex(State())

    /// The report on a file as far as it has got in a wave; those on earlier waves are forgotten.
    func report(
        onFile file: Int, in wave: Int, check: () throws -> SyntaxReport
    ) rethrows -> SyntaxReport {
        if let known = state.withLock({ $0.wave == wave ? $0.reports[file] : nil }) { return known }
        let report = try check()
        state.withLock { state in
            if state.wave < wave { state = State(wave: wave) }
            if state.wave == wave { state.reports[file] = report }
        }
        return report
    }
}
