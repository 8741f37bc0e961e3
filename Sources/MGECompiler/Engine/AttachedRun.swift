import Synchronization

/// The run that a worker works on, as it was when the worker last looked.
final class AttachedRun: Sendable {
    private let state: Mutex<Run>

    init(_ run: Run) {
        state = Mutex(run)
    }

    var value: Run {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
