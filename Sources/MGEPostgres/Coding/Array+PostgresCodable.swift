extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresType: PostgresType { Element.postgresType.array }

    package func postgresText() throws(PostgresError) -> String? {
        let isNested = Element.postgresType.isArray
        var text = [UInt8(ascii: "{")]
        for element in self {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            if let value = try element.postgresText() {
                if isNested { text.append(contentsOf: value.utf8) } else { ArrayText.appendQuoted(value, to: &text) }
            } else {
                text.append(contentsOf: "NULL".utf8)
            }
        }
        text.append(UInt8(ascii: "}"))
        return String(decoding: text, as: UTF8.self)
    }

    /// One dimension that begins at 1 (`array_recv` of PostgreSQL).
    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        guard !Element.postgresType.isArray else {
            throw PostgresError(
                .encoding, "arrays of arrays have no binary form here", hint: "store them as jsonb, or one by one")
        }
        bytes.append(bigEndian: Int32(isEmpty ? 0 : 1))
        let mayHoldNull = bytes.count
        bytes.append(bigEndian: Int32(0))
        bytes.append(bigEndian: Element.postgresType.oid)
        guard !isEmpty else { return true }
        bytes.append(bigEndian: Int32(count))
        bytes.append(bigEndian: Int32(1))
        for element in self where try !bytes.appendPostgresField(element) { bytes[mayHoldNull + 3] = 1 }
        return true
    }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    package init(postgresText text: String) throws(PostgresError) {
        guard let elements = ArrayText.parse(text) else { throw Self.refusal(of: text) }
        self = []
        reserveCapacity(elements.count)
        for element in elements { append(try Element.decode(element)) }
    }
}
