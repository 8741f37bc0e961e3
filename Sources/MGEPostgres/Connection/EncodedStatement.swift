/// A statement as it goes to the server: text, types and values.
struct EncodedStatement: Sendable {
    let text: String
    let types: [UInt32]
    let values: [String?]

    /// - Throws: `PostgresError` of kind `encoding`, naming the parameter.
    init(_ sql: SQL) throws(PostgresError) {
        text = sql.text
        let all = sql.values
        guard all.count <= 65_535 else {
            throw PostgresError(.encoding, "\(all.count) parameters; PostgreSQL allows 65535", hint: "pass an array")
        }
        types = all.map { type(of: $0).postgresType.oid }
        var values: [String?] = []
        values.reserveCapacity(all.count)
        for (index, value) in all.enumerated() {
            do {
                values.append(try value.postgresText())
            } catch {
                var error = error
                error.message = "parameter $\(index + 1): \(error.message)"
                throw error
            }
        }
        self.values = values
    }

    var key: StatementCache.Key { StatementCache.Key(text: text, types: types) }

    /// The length of all values with their ends, in bytes.
    var byteCount: Int { values.reduce(0) { $0 + ($1?.utf8.count ?? 0) + 1 } }

    /// The values as C strings, valid during the call.
    func withCValues<Result>(_ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        var offsets: [Int?] = []
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        for value in values {
            guard let value else {
                offsets.append(nil)
                continue
            }
            offsets.append(bytes.count)
            bytes.append(contentsOf: value.utf8)
            bytes.append(0)
        }
        return bytes.withUnsafeBytes { buffer in
            let characters = buffer.assumingMemoryBound(to: CChar.self)
            return body(offsets.map { offset in offset.flatMap { start in characters.baseAddress.map { $0 + start } } })
        }
    }
}
