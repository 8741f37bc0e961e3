import Synchronization

/// How many claims are worked on, what failed, and the signal that wakes the worker's loop.
final class WorkSlots: Sendable {
    private struct State {
        var busy = 0
        var failure: (any Error)?
        var outcome: WorkOutcome?
    }

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
    var free: Int { count - busy }
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
