import CPostgres
import Foundation
import Synchronization

/// Ends a `poll(2)` on another thread: an event counter in the set of files it waits for.
final class WakeSignal: Sendable {
    /// The descriptor to wait for.
    let descriptor: Int32
    private let closing = Atomic(false)

    /// - Throws: `PostgresError` when the process has no descriptor left.
    init() throws(PostgresError) {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard descriptor >= 0 else {
            throw PostgresError(.connection, "no event descriptor: \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Whether the connection's end was asked for.
    var isClosing: Bool { closing.load(ordering: .acquiring) }

    /// Wakes the waiting thread, which then looks whether its task was cancelled.
    func signal() {
        eventfd_write(descriptor, 1)
    }

    /// Asks a waiting thread to give up because the connection is being closed.
    func signalClosing() {
        closing.store(true, ordering: .releasing)
        signal()
    }

    /// Forgets earlier signals.
    func drain() {
        var count: eventfd_t = 0
        eventfd_read(descriptor, &count)
    }
}
