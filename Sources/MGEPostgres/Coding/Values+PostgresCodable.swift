package import Foundation
package import MGECore

extension String: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }

    package func postgresText() throws(PostgresError) -> String? {
        let hasNUL = utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0)
        guard !hasNUL else {
            throw PostgresError(
                .encoding, "text holds a NUL character, which PostgreSQL's text cannot",
                hint: "store it as Data (bytea) or remove the character")
        }
        return self
    }

    package init(postgresText text: String) throws(PostgresError) {
        self = text
    }
}

extension UUID: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .uuid }

    package func postgresText() throws(PostgresError) -> String? {
        // Foundation prints its text with a format, which is slow for the many identifiers of bulk rows.
        withUnsafeBytes(of: uuid) { Hexadecimal.encode($0) }
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = UUID(uuidString: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension Data: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .bytea }

    package func postgresText() throws(PostgresError) -> String? { "\\x" + Hexadecimal.encode(self) }

    package init(postgresText text: String) throws(PostgresError) {
        guard text.hasPrefix("\\x"), let bytes = Hexadecimal.decode(text.utf8.dropFirst(2)) else {
            throw Self.refusal(of: text)
        }
        self = Data(bytes)
    }
}

extension MicroUSD: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .numeric }

    package func postgresText() throws(PostgresError) -> String? { description }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = MicroUSD(dollars: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension SHA256Digest: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }

    package func postgresText() throws(PostgresError) -> String? { hexadecimal }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = SHA256Digest(hexadecimal: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension Date: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .timestamptz }

    package func postgresText() throws(PostgresError) -> String? {
        guard let text = TimestampText.format(self) else {
            throw PostgresError(.encoding, "date is outside what PostgreSQL's timestamps can hold")
        }
        return text
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = TimestampText.parse(text) else { throw Self.refusal(of: text) }
        self = value
    }
}
