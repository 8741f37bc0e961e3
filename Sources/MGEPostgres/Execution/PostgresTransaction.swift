/// An open transaction; it accepts statements until its closure ends.
package struct PostgresTransaction: Sendable {
    let connection: PostgresConnection
    let id: TransactionID

    /// Runs something that can fail without failing the transaction: its effects are kept or undone as a whole.
    /// - Throws: what the body throws, after `rollback to savepoint`; `PostgresTransactionError` when that fails too.
    package func savepoint<Result>(
        fileID: StaticString = #fileID, line: UInt = #line, _ body: () async throws -> Result
    ) async throws -> Result {
        let place = CodePlace(fileID: fileID, line: line)
        let name = SQL(unescaped: "mge_\(await connection.nextNumber())")
        _ = try await connection.run("savepoint \(name)", at: place, in: id)
        let result: Result
        do {
            result = try await body()
            try Task.checkCancellation()
        } catch {
            do {
                try await connection.rollBack(to: name, of: id, at: place)
            } catch let rollbackError {
                throw PostgresTransactionError(closureError: error, rollbackError: rollbackError)
            }
            throw error
        }
        _ = try await connection.run("release savepoint \(name)", at: place, in: id)
        return result
    }
}

extension PostgresTransaction: PostgresExecutor {
    package func result(of sql: SQL, at place: CodePlace) async throws -> PostgresResult {
        try await connection.run(sql, at: place, in: id)
    }

    package func copy(_ source: CopySource, at place: CodePlace) async throws -> Int {
        try await connection.copy(source, at: place, in: id)
    }
}
