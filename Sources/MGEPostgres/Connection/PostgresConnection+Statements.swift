import CPostgres

extension PostgresConnection: PostgresExecutor {
    package func result(of sql: SQL, at place: CodePlace) async throws -> PostgresResult {
        try await run(sql, at: place, in: nil)
    }

    /// Runs one statement.
    /// - Parameters:
    ///   - sql: the statement.
    ///   - place: who asks.
    ///   - transaction: the transaction it belongs to, if any.
    ///   - cancellation: whether a cancelled task stops it.
    /// - Returns: the result, with its rows.
    /// - Throws: `PostgresError` with statement and place; `CancellationError`.
    func run(
        _ sql: SQL, at place: CodePlace, in transaction: TransactionID?,
        cancellation: ConnectionHandle.Cancellation = .stops
    ) async throws -> PostgresResult {
        var result: PostgresResult?
        do {
            let statement = try EncodedStatement(sql)
            try await cancellable {
                try check(transaction)
                result = try exchange(statement, cancellation: cancellation)
            }
        } catch let error as PostgresError {
            throw note(error.annotated(statement: sql.text, place: place))
        }
        guard let result = result.take() else { throw PostgresError(.connection, "no result", place: place) }
        return result
    }

    /// Runs several statements, separated by semicolons and without parameters.
    /// - Throws: `PostgresError` of the first one that fails; `CancellationError`.
    func run(script: String, at place: CodePlace, in transaction: TransactionID?) async throws {
        do {
            guard !script.utf8.contains(0) else { throw PostgresError(.encoding, "script holds a NUL character") }
            try await cancellable {
                try check(transaction)
                let handle = try openHandle()
                try handle.probe()
                _ = try handle.exchange(accepted: PQsendQuery(handle.pointer, script), cancellation: .stops)
            }
        } catch let error as PostgresError {
            throw note(error.annotated(statement: script, place: place))
        }
    }

    /// Calls something that waits on the socket, waking it when the task is cancelled.
    func cancellable(_ body: () throws -> Void) async throws {
        let signal = signal
        try await withTaskCancellationHandler {
            // Naming `self` is what makes this closure the actor's; without it, it runs on a cooperative thread.
            try self.call(body)
        } onCancel: {
            signal.signal()
        }
    }

    private func call(_ body: () throws -> Void) throws {
        preconditionIsolated()
        try body()
    }

    /// - Throws: `PostgresError` of kind `closed` when the transaction has ended.
    func check(_ transaction: TransactionID?) throws(PostgresError) {
        guard transaction == nil || transaction == self.transaction else {
            throw PostgresError(.closed, "the transaction has ended")
        }
    }

    /// Remembers the error that aborted a transaction, which the server does not repeat.
    func note(_ error: PostgresError) -> PostgresError {
        guard transaction != nil, error.sqlState != .inFailedTransaction else {
            var error = error
            error.detail = error.detail ?? abortCause.map { "the transaction failed before: \($0.message)" }
            return error
        }
        if error.kind == .server { abortCause = abortCause ?? error }
        return error
    }

    private func exchange(
        _ statement: EncodedStatement, cancellation: ConnectionHandle.Cancellation
    ) throws -> PostgresResult {
        let handle = try openHandle()
        if cancellation == .stops { try Task.checkCancellation() }
        try handle.probe()
        let isOutside = handle.transactionStatus == PQTRANS_IDLE
        largestMessage = max(largestMessage, statement.byteCount)
        do {
            let result = try send(statement, on: handle, cancellation)
            largestMessage = max(largestMessage, result.byteCount)
            return result
        } catch let error as PostgresError where Self.isStalePlan(error) {
            statements.forget(statement.key)
            guard isOutside, handle.isOpen else { throw error }
            return try send(statement, on: handle, cancellation)
        }
    }

    /// Whether the server refused to begin because of a statement prepared earlier: nothing was executed.
    private static func isStalePlan(_ error: PostgresError) -> Bool {
        error.sqlState == .invalidStatementName
            || error.sqlState == .featureNotSupported && error.message.contains("cached plan")
    }

    private func send(
        _ statement: EncodedStatement, on handle: ConnectionHandle, _ cancellation: ConnectionHandle.Cancellation
    ) throws -> PostgresResult {
        if statements.isFull, handle.transactionStatus != PQTRANS_INERROR {
            _ = try handle.exchange(accepted: PQsendQuery(handle.pointer, "deallocate all"), cancellation: cancellation)
            statements.reset()
        }
        let count = Int32(statement.values.count)
        let name: String
        switch statements.use(statement.key) {
        case .direct:
            let accepted = statement.withCValues { values in
                PQsendQueryParams(handle.pointer, statement.text, count, statement.types, values, nil, nil, 0)
            }
            return try handle.exchange(accepted: accepted, cancellation: cancellation)
        case .prepare(let new):
            let accepted = PQsendPrepare(handle.pointer, new, statement.text, count, statement.types)
            _ = try handle.exchange(accepted: accepted, cancellation: cancellation)
            statements.didPrepare(statement.key, name: new)
            name = new
        case .prepared(let known):
            name = known
        }
        let accepted = statement.withCValues { PQsendQueryPrepared(handle.pointer, name, count, $0, nil, nil, 0) }
        return try handle.exchange(accepted: accepted, cancellation: cancellation)
    }
}
