import Dispatch
import Glibc
import MGECompiler
import Synchronization

/// What SIGINT and SIGTERM do: the first asks work to stop cleanly where there is work, every other ends the process.
final class Interruption: Sendable {
    private struct State {
        var stop: StopSignal?
        var farewell: String?
        var sources: [any DispatchSourceSignal] = []
    }

    private let state = Mutex(State())
    private let errors: TextOutput

    init(errors: TextOutput) {
        self.errors = errors
    }

    /// Takes the signals over; SIGPIPE becomes an error of the write.
    ///
    /// They are blocked until the sources are there, so that one which comes meanwhile waits and is not lost; to ignore them
    /// would discard what waits. Only a thread itself can lift its mask, so that this one waits for the sources: it is
    /// the main thread, and nothing else runs yet.
    @MainActor func install() {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "mge.signals")
        let numbers = [SIGINT, SIGTERM]
        var (taken, before) = (sigset_t(), sigset_t())
        sigemptyset(&taken)
        for number in numbers { sigaddset(&taken, number) }
        pthread_sigmask(SIG_BLOCK, &taken, &before)
        let registered = DispatchSemaphore(value: 0)
        for number in numbers {
            state.withLock { state in
                let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
                source.setEventHandler { @Sendable in self.receive() }
                source.setRegistrationHandler { @Sendable in registered.signal() }
                source.resume()
                state.sources.append(source)
            }
        }
        for _ in numbers { registered.wait() }
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    /// Runs work that heeds a stop signal.
    func heeding<Result>(_ work: (StopSignal) async throws -> Result) async rethrows -> Result {
        let stop = StopSignal()
        state.withLock { $0.stop = stop }
        defer { state.withLock { $0.stop = nil } }
        return try await work(stop)
    }

    /// Sets what is said when the process ends by a signal.
    func setFarewell(_ text: String?) {
        state.withLock { $0.farewell = text }
    }

    private func receive() {
        let (stop, farewell) = state.withLock { ($0.stop, $0.farewell) }
        if let stop, !stop.isRequested {
            errors.write("\nstopping when what was begun is done; interrupt again to stop at once\n")
            stop.request()
            return
        }
        errors.write("\ninterrupted\n" + (farewell.map { "\($0)\n" } ?? ""))
        _exit(ExitCode.interrupted.rawValue)
    }
}
