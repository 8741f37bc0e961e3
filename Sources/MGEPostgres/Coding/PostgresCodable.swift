/// A value that can be a parameter of a statement or a field of a COPY.
///
/// As a parameter a value travels in PostgreSQL's text form, which serves columns of any width. In bulk it travels in
/// the binary form of its declared type, which neither side has to print, escape or parse.
package protocol PostgresEncodable: Sendable {
    /// The type that a parameter of this Swift type is declared with.
    static var postgresType: PostgresType { get }

    /// The value in PostgreSQL's text form; nil for NULL.
    /// - Throws: `PostgresError` of kind `encoding` when PostgreSQL has no such value.
    func postgresText() throws(PostgresError) -> String?

    /// Appends the value in PostgreSQL's binary form of `postgresType`, without its length.
    /// - Returns: false for NULL, for which nothing is appended.
    /// - Throws: `PostgresError` of kind `encoding` when PostgreSQL has no such value.
    func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool
}

/// A value that can be read from a column of a result.
package protocol PostgresDecodable: Sendable {
    /// The value that NULL stands for; nil when NULL is not allowed.
    static var postgresNull: Self? { get }

    /// Reads PostgreSQL's text form.
    /// - Throws: `PostgresError` of kind `decoding` when the text is no such value.
    init(postgresText text: String) throws(PostgresError)
}

/// A value that travels both ways.
package typealias PostgresCodable = PostgresEncodable & PostgresDecodable

extension PostgresDecodable {
    package static var postgresNull: Self? { nil }

    /// Reads a field that may be NULL.
    static func decode(_ text: String?) throws(PostgresError) -> Self {
        if let text { return try Self(postgresText: text) }
        guard let null = postgresNull else {
            throw PostgresError(.decoding, "NULL where \(Self.self) was expected")
        }
        return null
    }

    static func refusal(of text: String) -> PostgresError {
        PostgresError(.decoding, "value is no \(Self.self)", detail: "the value is \(text.prefix(200))")
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresType: PostgresType { Wrapped.postgresType }

    package func postgresText() throws(PostgresError) -> String? {
        guard let self else { return nil }
        return try self.postgresText()
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        guard let self else { return false }
        return try self.appendPostgresBinary(to: &bytes)
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package static var postgresNull: Self? { .some(.none) }

    package init(postgresText text: String) throws(PostgresError) {
        self = try Wrapped(postgresText: text)
    }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    package static var postgresType: PostgresType { RawValue.postgresType }

    package func postgresText() throws(PostgresError) -> String? {
        try rawValue.postgresText()
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        try rawValue.appendPostgresBinary(to: &bytes)
    }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    package init(postgresText text: String) throws(PostgresError) {
        guard let value = Self(rawValue: try RawValue(postgresText: text)) else { throw Self.refusal(of: text) }
        self = value
    }
}
