package import Foundation
package import MGECore

extension String: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }

    package func postgresText() throws(PostgresError) -> String? {
        let hasNUL = utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0)
        guard !hasNUL else { throw Self.refusalOfNUL }
        return self
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        var text = self
        let isText = text.withUTF8 { own in
            guard let start = own.baseAddress else { return true }
            bytes.append(contentsOf: own)
            return memchr(start, 0, own.count) == nil
        }
        guard isText else { throw Self.refusalOfNUL }
        return true
    }

    private static var refusalOfNUL: PostgresError {
        PostgresError(
            .encoding, "text holds a NUL character, which PostgreSQL's text cannot",
            hint: "store it as Data (bytea) or remove the character")
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

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        withUnsafeBytes(of: uuid) { bytes.append(contentsOf: $0) }
        return true
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = UUID(uuidString: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension Data: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .bytea }

    package func postgresText() throws(PostgresError) -> String? { "\\x" + Hexadecimal.encode(self) }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(contentsOf: self)
        return true
    }

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

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        NumericBinary.append(self, to: &bytes)
        return true
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = MicroUSD(dollars: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension SHA256Digest: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .text }

    package func postgresText() throws(PostgresError) -> String? { hexadecimal }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        try hexadecimal.appendPostgresBinary(to: &bytes)
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = SHA256Digest(hexadecimal: text) else { throw Self.refusal(of: text) }
        self = value
    }
}

extension Date: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .timestamptz }

    package func postgresText() throws(PostgresError) -> String? {
        guard let text = TimestampText.format(self) else { throw Self.refusalOfRange }
        return text
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        guard let microseconds = TimestampText.microsecondsFrom2000(of: self) else { throw Self.refusalOfRange }
        bytes.append(bigEndian: microseconds)
        return true
    }

    private static var refusalOfRange: PostgresError {
        PostgresError(.encoding, "date is outside what PostgreSQL's timestamps can hold")
    }

    package init(postgresText text: String) throws(PostgresError) {
        guard let value = TimestampText.parse(text) else { throw Self.refusal(of: text) }
        self = value
    }
}
