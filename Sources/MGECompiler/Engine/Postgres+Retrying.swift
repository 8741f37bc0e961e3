import MGEPostgres

extension PostgresPool {
    /// A transaction that is begun again when PostgreSQL asks for it: after a deadlock or a failed serialization.
    /// - Parameters:
    ///   - survivesConnectionLoss: whether it is begun again on another connection too; only for a body that does
    ///     nothing a second time, because a lost connection may have committed the first.
    ///   - body: the transaction.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws; `PostgresError` when PostgreSQL asks for it again and again.
    func retryingTransaction<Result: Sendable>(
        survivesConnectionLoss: Bool = false, _ body: (PostgresTransaction) async throws -> Result
    ) async throws -> Result {
        var attempt = 1
        while true {
            do {
                return try await transaction { try await body($0) }
            } catch  where attempt < 6 && error.isTransient && (survivesConnectionLoss || !error.isDatabaseFailure) {
                attempt += 1
            }
        }
    }
}
