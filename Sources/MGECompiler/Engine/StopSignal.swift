import Synchronization

/// Asks workers to stop claiming, finish or give back what they hold, and return.
package final class StopSignal: Sendable {
    private struct State {
        var isRequested = false
        var listeners: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Whether somebody asked to stop.
    package var isRequested: Bool {
        state.withLock { $0.isRequested }
    }

    /// Asks to stop; safe to call more than once and from any thread.
    package func request() {
        let listeners = state.withLock { state in
            state.isRequested = true
            defer { state.listeners = [] }
            return state.listeners
        }
        for listener in listeners { listener() }
    }

    /// Calls a closure once when somebody asks to stop; at once if somebody has.
    func onRequest(_ listener: @escaping @Sendable () -> Void) {
        let isRequested = state.withLock { state in
            if !state.isRequested { state.listeners.append(listener) }
            return state.isRequested
        }
        if isRequested { listener() }
    }
}
