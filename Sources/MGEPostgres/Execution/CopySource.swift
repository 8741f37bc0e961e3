/// The rows of a COPY, turned into its binary format chunk by chunk (PostgreSQL's manual, COPY, "Binary Format").
package struct CopySource: Sendable {
    /// The statement that begins the COPY.
    let statement: String
    private let write: @Sendable (_ row: Int, _ chunk: inout [UInt8]) throws(PostgresError) -> Void
    private let rowCount: Int
    /// Chunks end after the row that passes this size, in bytes.
    private static let chunkSize = 65_536

    init<each Column: PostgresEncodable>(table: String, columns: [String], rows: [(repeat each Column)]) {
        let names = columns.map { Identifier.quote($0) }.joined(separator: ", ")
        statement = "copy \(Identifier.quote(table: table)) (\(names)) from stdin (format binary)"
        rowCount = rows.count
        var fieldCount: Int16 = 0
        for _ in repeat (each Column).self { fieldCount += 1 }
        let fields = fieldCount
        write = { index, chunk throws(PostgresError) in
            chunk.append(bigEndian: fields)
            var column = 0
            for value in repeat each rows[index] {
                do throws(PostgresError) {
                    try chunk.appendPostgresField(value)
                } catch {
                    var error = error
                    let name = column < columns.count ? columns[column] : "\(column + 1)"
                    error.message = "row \(index + 1), column \(name): \(error.message)"
                    throw error
                }
                column += 1
            }
        }
    }

    /// What the data begin with: a signature, no flags, and no extension.
    private static let header: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
    /// What they end with in the place of a number of fields.
    private static let trailer: [UInt8] = [0xFF, 0xFF]

    /// The rows from an index on, as many as fill a chunk, with what comes before the first and behind the last one;
    /// nil when all was said.
    /// - Throws: `PostgresError` of kind `encoding`, naming row and column.
    func chunk(from row: Int) throws(PostgresError) -> (bytes: [UInt8], next: Int)? {
        guard row <= rowCount else { return nil }
        var bytes = row == 0 ? Self.header : []
        bytes.reserveCapacity(Self.chunkSize + 4096)
        var next = row
        while next < rowCount, bytes.count < Self.chunkSize {
            try write(next, &bytes)
            next += 1
        }
        if next == rowCount, bytes.count < Self.chunkSize {
            bytes += Self.trailer
            next += 1
        }
        return (bytes, next)
    }
}
