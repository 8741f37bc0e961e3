import CPostgres
import Foundation

/// The owner of a libpq connection: sends, waits with `poll(2)`, collects.
///
/// Not `Sendable`: its `PostgresConnection` calls it on its own queue only. All waiting happens in `wait`, which a
/// `WakeSignal` ends when the task is cancelled or the connection is being closed.
final class ConnectionHandle {
    /// Whether a cancelled task stops what is being waited for.
    enum Cancellation {
        case stops, isIgnored
    }

    let pointer: OpaquePointer
    private let signal: WakeSignal

    /// Opens a connection.
    /// - Throws: `PostgresError` of kind `connection`; `CancellationError` when the task is cancelled meanwhile.
    init(_ configuration: PostgresConfiguration, signal: WakeSignal) throws {
        let parameters = configuration.connectionParameters
        let keywords = parameters.map { strdup($0.keyword) }
        let values = parameters.map { strdup($0.value) }
        defer { (keywords + values).forEach { free($0) } }
        let started = PQconnectStartParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 0)
        guard let started else { throw PostgresError(.connection, "out of memory") }
        pointer = started
        self.signal = signal
        _ = PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        try finishConnecting(before: ContinuousClock.now + configuration.connectTimeout)
        PQsetnonblocking(pointer, 1)
    }

    deinit {
        PQfinish(pointer)
    }

    var isOpen: Bool { PQstatus(pointer) == CONNECTION_OK }

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(pointer) }

    /// libpq's last message about this connection.
    func connectionError(mayHaveBeenSent: Bool) -> PostgresError {
        let text = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
        let message = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        return PostgresError(
            .connection, message.isEmpty ? "connection lost" : Redaction.redact(message),
            mayHaveBeenSent: mayHaveBeenSent)
    }

    private func finishConnecting(before deadline: ContinuousClock.Instant) throws {
        var next = PGRES_POLLING_WRITING
        while PQstatus(pointer) != CONNECTION_BAD {
            if next == PGRES_POLLING_OK { return }
            if next == PGRES_POLLING_FAILED { break }
            let events = next == PGRES_POLLING_READING ? POLLIN : POLLOUT
            guard try wait(for: events, until: deadline, cancellation: .stops) else {
                throw PostgresError(
                    .connection, "the database does not answer",
                    hint: "check that it runs and that its address is right, or set connect_timeout")
            }
            next = PQconnectPoll(pointer)
        }
        throw connectionError(mayHaveBeenSent: false)
    }

    /// Waits until the socket is ready; false once the deadline has passed.
    /// - Throws: `CancellationError`, or a `PostgresError` when the connection is being closed.
    func wait(
        for events: Int32, until deadline: ContinuousClock.Instant? = nil, cancellation: Cancellation
    ) throws -> Bool {
        let socket = PQsocket(pointer)
        guard socket >= 0 else { throw connectionError(mayHaveBeenSent: true) }
        while true {
            var files = [
                pollfd(fd: socket, events: Int16(events), revents: 0),
                pollfd(fd: signal.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let remaining = deadline.map { $0 - ContinuousClock.now }
            if let remaining, remaining < .zero { return false }
            let ready = poll(&files, cancellation == .stops ? 2 : 1, remaining.map(Self.milliseconds) ?? -1)
            guard ready >= 0 || errno == EINTR else {
                throw PostgresError(.connection, "poll: \(String(cString: strerror(errno)))", mayHaveBeenSent: true)
            }
            if files[1].revents != 0 {
                signal.drain()
                if signal.isClosing { throw PostgresError(.closed, "the connection is being closed") }
                try Task.checkCancellation()
            }
            if files[0].revents != 0 { return true }
        }
    }

    /// Whole milliseconds, rounded up so that a wait never ends just before its deadline.
    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        return Int32(clamping: min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
}

extension ConnectionHandle {
    /// Looks whether the server has closed the connection while it was idle.
    /// - Throws: `PostgresError` of kind `connection`; nothing has been sent then.
    func probe() throws(PostgresError) {
        for _ in 0..<8 where isOpen {
            var file = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
            guard poll(&file, 1, 0) > 0 else { return }
            guard PQconsumeInput(pointer) == 1 else { break }
            // Lets libpq digest a farewell message, after which the end of the stream shows.
            _ = PQisBusy(pointer)
        }
        guard isOpen else { throw connectionError(mayHaveBeenSent: false) }
    }

    /// Sends a statement that libpq has accepted, and collects the last of its results.
    ///
    /// When the task is cancelled meanwhile, the server is asked to cancel the statement. That happens here, on the
    /// connection's own queue, and `PQcancel` returns only after the server has taken the request: so
    /// it cannot hit the connection's next statement.
    /// - Throws: `PostgresError`; `CancellationError` when the statement was cancelled for the task's sake.
    func exchange(
        accepted: Int32, cancellation: Cancellation, beginsCopy: Bool = false
    ) throws -> PostgresResult {
        guard accepted == 1 else { throw connectionError(mayHaveBeenSent: true) }
        var request = Request(cancellation: cancellation)
        try flush(&request)
        var last: PostgresResult?
        var wasError = false
        while let result = try nextResult(&request) {
            if result.status == PGRES_COPY_IN {
                if beginsCopy { return result }
                // Without this the server would wait for rows forever; it answers with an error.
                PQputCopyEnd(pointer, "rows can only be sent with copy(into:columns:rows:)")
            } else if result.status == PGRES_COPY_OUT {
                skipCopyOut()
            } else if last == nil || !wasError {
                // A script's first error is the one to tell; what follows it was not executed.
                wasError = result.isError
                last = consume result
            }
        }
        return try settle(last.take(), request)
    }

    private func skipCopyOut() {
        var row: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(pointer, &row, 0) > 0 { PQfreemem(row) }
    }

    /// The end of a statement: its result, or the error that it came to.
    private func settle(_ result: consuming PostgresResult?, _ request: Request) throws -> PostgresResult {
        guard let result = result.take() else { throw connectionError(mayHaveBeenSent: true) }
        guard result.isError else { return result }
        var error = result.error
        if request.wasSent, error.sqlState == .queryCanceled { throw CancellationError() }
        if !isOpen { error.kind = .connection }
        throw error
    }

    /// The state of one exchange's cancellation.
    struct Request {
        var cancellation: Cancellation
        var wasSent = false
    }

    private func nextResult(_ request: inout Request) throws -> PostgresResult? {
        while PQisBusy(pointer) == 1 {
            try waitOrCancel(POLLIN, &request)
            guard PQconsumeInput(pointer) == 1 else { throw connectionError(mayHaveBeenSent: true) }
        }
        return PQgetResult(pointer).map { PostgresResult(owning: $0) }
    }

    /// Sends what libpq has buffered, reading meanwhile so that neither side can block the other.
    func flush(_ request: inout Request) throws {
        while true {
            let left = PQflush(pointer)
            if left == 0 { return }
            guard left > 0 else { throw connectionError(mayHaveBeenSent: true) }
            try waitOrCancel(POLLIN | POLLOUT, &request)
            guard PQconsumeInput(pointer) == 1 else { throw connectionError(mayHaveBeenSent: true) }
        }
    }

    /// Waits, and turns a cancelled task into a request to the server.
    private func waitOrCancel(_ events: Int32, _ request: inout Request) throws {
        do {
            _ = try wait(for: events, cancellation: request.cancellation)
        } catch is CancellationError {
            request.cancellation = .isIgnored
            request.wasSent = true
            CancelHandle(connection: pointer)?.send()
        }
    }
}
