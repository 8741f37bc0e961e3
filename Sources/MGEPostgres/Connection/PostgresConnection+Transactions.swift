extension PostgresConnection {
    /// Runs something in a transaction: committed when the body returns, rolled back when it throws or the task is
    /// cancelled.
    /// - Throws: what failed. When two things failed, such as body and rollback, a `PostgresTransactionError`. After a
    ///   connection failure in `commit` it is unknown whether the work was stored.
    package nonisolated func transaction<Result>(
        isolation: PostgresIsolation = .readCommitted, fileID: StaticString = #fileID, line: UInt = #line,
        _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        let place = CodePlace(fileID: fileID, line: line)
        let id = try await begin(isolation, at: place)
        let result: Result
        do {
            result = try await body(PostgresTransaction(connection: self, id: id))
            try Task.checkCancellation()
        } catch {
            do {
                try await rollBack(id, at: place)
            } catch let rollbackError {
                throw PostgresTransactionError(closureError: error, rollbackError: rollbackError)
            }
            throw error
        }
        try await commit(id, at: place)
        return result
    }

    func nextNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }

    private func begin(_ isolation: PostgresIsolation, at place: CodePlace) async throws -> TransactionID {
        guard transaction == nil else {
            throw PostgresError(
                .closed, "a transaction is open on this connection already", hint: "use savepoint", place: place)
        }
        let id = TransactionID(number: nextNumber())
        transaction = id
        abortCause = nil
        do {
            _ = try await run("begin isolation level \(unescaped: isolation.rawValue)", at: place, in: id)
        } catch {
            // The statement may have taken effect although the wait for its answer was cut short.
            try? await rollBack(id, at: place)
            throw error
        }
        return id
    }

    /// Never cut short, so that its outcome is known whenever the connection holds.
    private func commit(_ id: TransactionID, at place: CodePlace) async throws {
        defer { transaction = nil }
        let result = try await run("commit", at: place, in: id, cancellation: .isIgnored)
        // The server answers a commit of an aborted transaction with a rollback, and without an error.
        guard result.commandTag == "ROLLBACK" else { return }
        throw PostgresError(
            .server, "nothing was committed, because a statement of the transaction had failed",
            sqlState: .inFailedTransaction, detail: abortCause.map { "\($0.message) in: \($0.statement ?? "?")" },
            hint: "use savepoint for a statement that may fail", statement: "commit", place: place,
            mayHaveBeenSent: true)
    }

    private func rollBack(_ id: TransactionID, at place: CodePlace) async throws {
        defer { transaction = nil }
        _ = try await run("rollback", at: place, in: id, cancellation: .isIgnored)
    }

    func rollBack(to savepoint: SQL, of id: TransactionID, at place: CodePlace) async throws {
        _ = try await run("rollback to savepoint \(savepoint)", at: place, in: id, cancellation: .isIgnored)
        _ = try await run("release savepoint \(savepoint)", at: place, in: id, cancellation: .isIgnored)
        abortCause = nil
    }
}
