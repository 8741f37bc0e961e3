import Foundation
package import MGECore

/// What the binary form begins with, before the text (`jsonb_recv` of PostgreSQL).
private let jsonbVersion: UInt8 = 1

/// A Swift value that is stored as `jsonb`, in the canonical encoding.
package struct JSONB<Value: Codable & Sendable>: Sendable {
    package var value: Value

    package init(_ value: Value) {
        self.value = value
    }
}

extension JSONB: Equatable where Value: Equatable {}
extension JSONB: Hashable where Value: Hashable {}

extension JSONB: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .jsonb }

    package func postgresText() throws(PostgresError) -> String? {
        do {
            return String(decoding: try CanonicalJSON.encode(value), as: UTF8.self)
        } catch {
            throw PostgresError(.encoding, "\(Value.self) cannot be written as JSON", detail: "\(error)")
        }
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(jsonbVersion)
        return try postgresText()?.appendPostgresBinary(to: &bytes) ?? false
    }

    package init(postgresText text: String) throws(PostgresError) {
        do {
            value = try CanonicalJSON.decode(Value.self, from: Data(text.utf8))
        } catch {
            throw PostgresError(.decoding, "JSON is no \(Value.self)", detail: "\(error)")
        }
    }
}

extension JSONValue: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .jsonb }

    package func postgresText() throws(PostgresError) -> String? {
        do {
            return try canonicalText()
        } catch {
            throw PostgresError(.encoding, "the value cannot be written as JSON", detail: "\(error)")
        }
    }

    package func appendPostgresBinary(to bytes: inout [UInt8]) throws(PostgresError) -> Bool {
        bytes.append(jsonbVersion)
        return try postgresText()?.appendPostgresBinary(to: &bytes) ?? false
    }

    package init(postgresText text: String) throws(PostgresError) {
        self = try JSONB<JSONValue>(postgresText: text).value
    }
}
