/// What can run statements: a pool, a connection, a transaction.
package protocol PostgresExecutor: Sendable {
    /// Runs one statement; the calls below decode what it returns.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    func result(of sql: SQL, at place: CodePlace) async throws -> PostgresResult

    /// Runs one COPY with the rows that a source supplies.
    /// - Returns: the number of rows copied.
    /// - Throws: `PostgresError`, after which no row was stored; `CancellationError`, likewise.
    func copy(_ source: CopySource, at place: CodePlace) async throws -> Int
}

extension PostgresExecutor {
    /// Runs a statement for its effect.
    /// - Returns: the number of rows it inserted, changed, deleted or returned.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    @discardableResult
    package func execute(_ sql: SQL, fileID: StaticString = #fileID, line: UInt = #line) async throws -> Int {
        try await result(of: sql, at: CodePlace(fileID: fileID, line: line)).affectedRows
    }

    /// Runs a query and returns all rows as tuples, such as `as: (Int, String?).self`.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    package func rows<each Column: PostgresDecodable>(
        _ sql: SQL, as type: (repeat each Column).Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> [(repeat each Column)] {
        let place = CodePlace(fileID: fileID, line: line)
        let result = try await result(of: sql, at: place)
        do {
            return try result.rows(as: type)
        } catch let error as PostgresError {
            throw error.annotated(statement: sql.text, place: place)
        }
    }

    /// Runs a query and returns its first row, or nil when there is none.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    package func firstRow<each Column: PostgresDecodable>(
        _ sql: SQL, as type: (repeat each Column).Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> (repeat each Column)? {
        let place = CodePlace(fileID: fileID, line: line)
        let result = try await result(of: sql, at: place)
        guard result.rowCount > 0 else { return nil }
        do {
            let row: (repeat each Column) = try result.decode(row: 0, as: type)
            return row
        } catch let error as PostgresError {
            throw error.annotated(statement: sql.text, place: place)
        }
    }

    /// Runs a query of one column and returns all its values; a spelling apart, for the type checker's sake.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    package func rows<Column: PostgresDecodable>(
        _ sql: SQL, as type: Column.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> [Column] {
        let place = CodePlace(fileID: fileID, line: line)
        let result = try await result(of: sql, at: place)
        do {
            return try result.rows(as: type)
        } catch let error as PostgresError {
            throw error.annotated(statement: sql.text, place: place)
        }
    }

    /// Runs a query of one column and returns its first value, or nil when there is no row.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    package func firstRow<Column: PostgresDecodable>(
        _ sql: SQL, as type: Column.Type, fileID: StaticString = #fileID, line: UInt = #line
    ) async throws -> Column? {
        let place = CodePlace(fileID: fileID, line: line)
        let result = try await result(of: sql, at: place)
        guard result.rowCount > 0 else { return nil }
        do {
            let value: Column = try result.decode(row: 0, as: type)
            return value
        } catch let error as PostgresError {
            throw error.annotated(statement: sql.text, place: place)
        }
    }

    /// Stores many rows with one `COPY … FROM STDIN`, all or none.
    ///
    /// Each column must be of the type that its Swift type is declared with: `Int` goes to `bigint`, `Int32` and
    /// `FourByteInteger` to `integer`.
    /// - Parameters:
    ///   - table: the table's name; a dot separates a schema.
    ///   - columns: the columns that the tuples' elements go to.
    ///   - rows: the rows.
    ///   - fileID: who asks.
    ///   - line: who asks.
    /// - Returns: the number of rows stored.
    /// - Throws: `PostgresError`; `CancellationError` when the task is cancelled.
    @discardableResult
    package func copy<each Column: PostgresEncodable>(
        into table: String, columns: [String], rows: [(repeat each Column)], fileID: StaticString = #fileID,
        line: UInt = #line
    ) async throws -> Int {
        try await copy(
            CopySource(table: table, columns: columns, rows: rows), at: CodePlace(fileID: fileID, line: line))
    }
}
