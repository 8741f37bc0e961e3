import Synchronization

/// How many claims are worked on, what failed, and the signal that wakes the worker's loop.
final class WorkSlots: Sendable {
    private struct State {
        var busy = 0
        var unsaved = 0
        var failure: (any Error)?
        var outcome: WorkOutcome?
    }

    /// So many results are never lost together when a process is killed.
    private static let unsavedLimit = 64

    let count: Int
    private let state = Mutex(State())
    private let waker: AsyncStream<Void>.Continuation
    /// Yields at least once after every `wake()`; several wakes may become one.
    let wakes: AsyncStream<Void>

    init(count: Int) {
        self.count = count
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        waker.yield()
    }

    var busy: Int { state.withLock { $0.busy } }
    /// How many claims may be begun: none while too many results wait to be saved.
    var free: Int { state.withLock { min(count - $0.busy, max(0, Self.unsavedLimit - $0.unsaved)) } }
    /// Whether nothing is worked on and nothing waits to be saved.
    var isIdle: Bool { state.withLock { $0.busy == 0 && $0.unsaved == 0 } }
    /// The first error that ends the worker.
    var failure: (any Error)? { state.withLock { $0.failure } }

    /// How work on the run ended while this worker held items.
    var outcome: WorkOutcome? { state.withLock { $0.outcome } }

    func occupy(_ slots: Int) {
        state.withLock { $0.busy += slots }
    }

    func release(_ slots: Int) {
        state.withLock { $0.busy -= slots }
        wake()
    }

    /// Makes room for the next claims while results of the last ones wait to be saved.
    func release(_ slots: Int, keepingUnsaved results: Int) {
        state.withLock { state in
            state.busy -= slots
            state.unsaved += results
        }
        wake()
    }

    func didSave(_ results: Int) {
        state.withLock { $0.unsaved -= results }
        wake()
    }

    /// Ends the worker without an error.
    func end(_ outcome: WorkOutcome) {
        state.withLock { $0.outcome = outcome }
        wake()
    }

    func wake() {
        waker.yield()
    }

    /// Runs a part of the worker and keeps the error that ends it; being cancelled is none.
    func guarding(_ body: () async throws -> Void) async {
        do {
            try await body()
        } catch is CancellationError {
            wake()
        } catch {
            state.withLock { if $0.failure == nil { $0.failure = error } }
            wake()
        }
    }
}
