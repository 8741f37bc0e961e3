import CPostgres

/// What libpq needs to ask the server to cancel a connection's running statement.
struct CancelHandle: ~Copyable {
    private let pointer: OpaquePointer

    /// Nil when the connection is not open.
    init?(connection: OpaquePointer) {
        guard let pointer = PQgetCancel(connection) else { return nil }
        self.pointer = pointer
    }

    deinit {
        PQfreeCancel(pointer)
    }

    /// Sends the request; it arrived once this returns, so that no later statement can be hit by it.
    func send() {
        var buffer = [CChar](repeating: 0, count: 256)
        PQcancel(pointer, &buffer, Int32(buffer.count))
    }
}
