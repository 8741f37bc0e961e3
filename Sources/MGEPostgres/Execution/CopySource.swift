/// The rows of a COPY, turned into its text format chunk by chunk (PostgreSQL's manual, COPY, "Text Format").
package struct CopySource: Sendable {
    /// The statement that begins the COPY.
    let statement: String
    private let write: @Sendable (_ row: Int, _ chunk: inout [UInt8]) throws(PostgresError) -> Void
    private let rowCount: Int
    /// Chunks end after the row that passes this size, in bytes.
    private static let chunkSize = 65_536

    init<each Column: PostgresEncodable>(table: String, columns: [String], rows: [(repeat each Column)]) {
        let names = columns.map { Identifier.quote($0) }.joined(separator: ", ")
        statement = "copy \(Identifier.quote(table: table)) (\(names)) from stdin"
        rowCount = rows.count
        write = { index, chunk throws(PostgresError) in
            var column = 0
            for value in repeat each rows[index] {
                if column > 0 { chunk.append(UInt8(ascii: "\t")) }
                do throws(PostgresError) {
                    Self.append(try value.postgresText(), to: &chunk)
                } catch {
                    var error = error
                    let name = column < columns.count ? columns[column] : "\(column + 1)"
                    error.message = "row \(index + 1), column \(name): \(error.message)"
                    throw error
                }
                column += 1
            }
            chunk.append(UInt8(ascii: "\n"))
        }
    }

    /// The rows from an index on, as many as fill a chunk; nil after the last row.
    /// - Throws: `PostgresError` of kind `encoding`, naming row and column.
    func chunk(from row: Int) throws(PostgresError) -> (bytes: [UInt8], next: Int)? {
        guard row < rowCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.chunkSize + 4096)
        var next = row
        while next < rowCount, bytes.count < Self.chunkSize {
            try write(next, &bytes)
            next += 1
        }
        return (bytes, next)
    }

    /// Adds a field, with what has a meaning of its own in the format escaped; runs without that are added whole.
    private static func append(_ text: String?, to chunk: inout [UInt8]) {
        guard var text else {
            chunk += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            return
        }
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let letter = escape(byte) else { continue }
                chunk.append(contentsOf: bytes[start..<index])
                chunk.append(UInt8(ascii: "\\"))
                chunk.append(letter)
                start = index + 1
            }
            chunk.append(contentsOf: bytes[start...])
        }
    }

    /// What stands behind the backslash for a byte that cannot stand for itself.
    private static func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\\"): byte
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        default: nil
        }
    }
}
