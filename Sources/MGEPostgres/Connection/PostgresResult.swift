import CPostgres

/// One answer of the server, freed with this value.
///
/// `@unchecked Sendable` because libpq never changes a result once it has handed it out, and this type
/// has no way to change it either ("Behavior in Threaded Programs" in libpq's manual).
package struct PostgresResult: ~Copyable, @unchecked Sendable {
    private let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var rowCount: Int { Int(PQntuples(pointer)) }

    var columnCount: Int { Int(PQnfields(pointer)) }

    /// What the statement did, such as `ROLLBACK` or `INSERT 0 1`.
    var commandTag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

    /// Rows that the statement inserted, changed, deleted or returned.
    var affectedRows: Int { PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0 }

    var isError: Bool { [PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR].contains(status) }

    /// How much memory it takes, in bytes.
    var byteCount: Int { Int(PQresultMemorySize(pointer)) }

    func columnName(_ column: Int) -> String {
        PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? "?"
    }

    /// A field's text; nil for NULL.
    func text(row: Int, column: Int) -> String? {
        let (row, column) = (Int32(row), Int32(column))
        guard PQgetisnull(pointer, row, column) == 0, let start = PQgetvalue(pointer, row, column) else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(pointer, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The error that the server answered with.
    var error: PostgresError {
        let fallback = PQresultErrorMessage(pointer).map { String(cString: $0) } ?? "no message"
        return PostgresError(
            .server, field("M") ?? fallback, sqlState: field("C").map { SQLState(rawValue: $0) }, detail: field("D"),
            hint: field("H"), constraint: field("n"), position: field("P").flatMap { Int($0) }, mayHaveBeenSent: true)
    }

    /// A field of the error report by its letter, section 55.8 of PostgreSQL's manual.
    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(pointer, Int32(code.value)).map { String(cString: $0) }
    }
}

extension PostgresResult {
    /// The rows as tuples.
    /// - Throws: `PostgresError` of kind `decoding`, naming row and column.
    func rows<each Column: PostgresDecodable>(as type: (repeat each Column).Type) throws -> [(repeat each Column)] {
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(rowCount)
        for row in 0..<rowCount { rows.append(try decode(row: row, as: type)) }
        return rows
    }

    /// One row as a tuple.
    /// - Throws: `PostgresError` of kind `decoding`, naming row and column.
    func decode<each Column: PostgresDecodable>(
        row: Int, as type: (repeat each Column).Type
    ) throws -> (repeat each Column) {
        var expected = 0
        for _ in repeat (each Column).self { expected += 1 }
        guard expected == columnCount else {
            throw PostgresError(.decoding, "the result has \(columnCount) columns, and \(expected) were asked for")
        }
        var column = 0
        return (repeat try field(row: row, column: &column, as: (each Column).self))
    }

    private func field<Value: PostgresDecodable>(
        row: Int, column: inout Int, as type: Value.Type
    ) throws(PostgresError) -> Value {
        defer { column += 1 }
        do {
            return try Value.decode(text(row: row, column: column))
        } catch {
            var error = error
            error.message = "column \(columnName(column)) of row \(row + 1): \(error.message)"
            throw error
        }
    }
}
