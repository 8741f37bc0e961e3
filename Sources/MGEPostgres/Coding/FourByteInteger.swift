/// A number for a column of type `integer`; one that needs more than four bytes is refused.
package struct FourByteInteger: PostgresEncodable {
    package let value: Int

    package init(_ value: Int) {
        self.value = value
    }

    package static var postgresType: PostgresType { .int4 }

    package func postgresText() throws(PostgresError) -> String? { try narrowed().postgresText() }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        try narrowed().appendPostgresBinary(to: &bytes)
    }

    private func narrowed() throws(PostgresError) -> Int32 {
        guard let narrow = Int32(exactly: value) else {
            throw PostgresError(.encoding, "\(value) does not fit into a column of type integer")
        }
        return narrow
    }
}
