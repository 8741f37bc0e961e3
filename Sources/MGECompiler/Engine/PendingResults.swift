import Synchronization

/// Results of single items that wait to be saved together (group commit).
///
/// Whoever brings one while nobody saves is the one to save, until nothing is left; the others need not wait.
final class PendingResults: Sendable {
    private struct State {
        var results: [PerformedItem] = []
        var isSaving = false
    }

    private let state = Mutex(State())

    /// Adds results.
    /// - Returns: whether the caller is to save what `next` gives, until that is nothing.
    func add(_ results: [PerformedItem]) -> Bool {
        state.withLock { state in
            state.results += results
            defer { state.isSaving = state.isSaving || !state.results.isEmpty }
            return !state.isSaving && !state.results.isEmpty
        }
    }

    /// Takes what is to be saved next, in the order in which it came; all of it is of one stage.
    /// - Returns: nothing when all is saved: whoever brings the next result saves it.
    func next() -> [PerformedItem] {
        state.withLock { state in
            let stage = state.results.first?.claim.stage
            let next = Array(state.results.prefix { $0.claim.stage == stage })
            state.results.removeFirst(next.count)
            if next.isEmpty { state.isSaving = false }
            return next
        }
    }
}
