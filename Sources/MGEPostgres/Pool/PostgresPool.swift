import Synchronization

/// Connections to one database, opened when needed, shared fairly, replaced when broken.
///
/// A statement runs on whichever connection is free; what belongs together goes through `transaction` or
/// `withConnection`. A connection that the server closed while it was idle is replaced before anything is sent; a
/// statement that may have reached the server is never repeated.
package final class PostgresPool: Sendable {
    /// Where the connections go.
    package let configuration: PostgresConfiguration
    private typealias Machine = PoolStateMachine<PostgresConnection>

    private struct State {
        var machine: Machine
        var lastWaiter = 0
        var waiters: [Int: CheckedContinuation<Machine.Grant, any Error>] = [:]
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    /// Makes a pool; nothing is opened yet.
    /// - Parameters:
    ///   - configuration: where the connections go.
    ///   - size: how many connections may be open at once, at least 1.
    package init(_ configuration: PostgresConfiguration, size: Int) {
        self.configuration = configuration
        state = Mutex(State(machine: Machine(size: size)))
    }

    /// How many connections are in use just now.
    package var leasedCount: Int { state.withLock { $0.machine.leased } }

    /// How many tasks wait for a connection just now.
    package var waitingCount: Int { state.withLock { $0.machine.waitingCount } }

    /// Lends a connection to the body.
    /// - Throws: what the body throws; `PostgresError` when no connection can be had; `CancellationError` when the task
    ///   is cancelled while it waits.
    package func withConnection<Result>(
        _ body: (PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await acquire()
        do {
            let result = try await body(connection)
            await giveBack(connection)
            return result
        } catch {
            await giveBack(connection)
            throw error
        }
    }

    /// Runs something in a transaction, as `PostgresConnection.transaction` describes.
    /// - Throws: what failed; `PostgresTransactionError` when more than one thing did.
    package func transaction<Result>(
        isolation: PostgresIsolation = .readCommitted, fileID: StaticString = #fileID, line: UInt = #line,
        _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        try await withConnection { connection in
            try await connection.transaction(isolation: isolation, fileID: fileID, line: line, body)
        }
    }

    /// Closes the pool: refuses new work, lets running work end, closes every connection.
    package func close() async {
        let (connections, waiters) = state.withLock { state in
            let ended = state.machine.close()
            return (ended.connections, ended.waiters.compactMap { state.waiters.removeValue(forKey: $0) })
        }
        for waiter in waiters { waiter.resume(returning: .closed) }
        for connection in connections { await connection.close() }
        await withCheckedContinuation { continuation in
            let isFinished = state.withLock { state in
                if state.machine.leased > 0 { state.closers.append(continuation) }
                return state.machine.leased == 0
            }
            if isFinished { continuation.resume() }
        }
    }

    private func acquire() async throws -> PostgresConnection {
        while true {
            switch try await grant() {
            case .closed:
                throw PostgresError(.closed, "the connection pool is closed")
            case .connection(let connection):
                if await connection.isAlive() { return connection }
                await connection.close()
                perform(state.withLock { $0.machine.discard() })
            case .slot:
                do {
                    return try await PostgresConnection.connect(configuration)
                } catch {
                    perform(state.withLock { $0.machine.discard() })
                    throw error
                }
            }
        }
    }

    private func grant() async throws -> Machine.Grant {
        try Task.checkCancellation()
        let waiter = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let granted: Machine.Grant? = state.withLock { state in
                    if case .granted(let grant) = state.machine.acquire(waiter) { return grant }
                    state.waiters[waiter] = continuation
                    return nil
                }
                if let granted {
                    continuation.resume(returning: granted)
                } else if Task.isCancelled {
                    cancel(waiter)
                }
            }
        } onCancel: {
            cancel(waiter)
        }
    }

    private func cancel(_ waiter: Int) {
        let continuation = state.withLock { state in
            state.machine.cancel(waiter) ? state.waiters.removeValue(forKey: waiter) : nil
        }
        continuation?.resume(throwing: CancellationError())
    }

    private func giveBack(_ connection: PostgresConnection) async {
        guard await connection.isReusable else {
            await connection.close()
            perform(state.withLock { $0.machine.discard() })
            return
        }
        let action = state.withLock { $0.machine.release(connection) }
        if case .close = action {
            await connection.close()
            perform(state.withLock { $0.machine.discard() })
        } else {
            perform(action)
        }
    }

    private func perform(_ action: Machine.Action) {
        switch action {
        case .none, .close:
            break
        case .resume(let waiter, let grant):
            state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume(returning: grant)
        case .finished:
            let closers = state.withLock { state in
                defer { state.closers = [] }
                return state.closers
            }
            for closer in closers { closer.resume() }
        }
    }
}

extension PostgresPool: PostgresExecutor {
    package func result(of sql: SQL, at place: CodePlace) async throws -> PostgresResult {
        let connection = try await acquire()
        let result: PostgresResult
        do {
            result = try await connection.result(of: sql, at: place)
        } catch {
            await giveBack(connection)
            throw error
        }
        await giveBack(connection)
        return result
    }

    package func copy(_ source: CopySource, at place: CodePlace) async throws -> Int {
        try await withConnection { try await $0.copy(source, at: place) }
    }
}
