package import Foundation

/// The one JSON encoding that digests are taken of: sorted keys, no white space, slashes as they are.
package enum CanonicalJSON {
    /// Encodes a value.
    /// - Throws: whatever `encode(to:)` of the value throws.
    package static func encode(_ value: some Encodable) throws -> Data {
        if let value = value as? JSONValue {
            var text: [UInt8] = []
            try value.write(to: &text)
            return Data(text)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(value)
    }

    /// Decodes what `encode(_:)` wrote.
    /// - Throws: `DecodingError` when the text does not describe a `Value`.
    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(type, from: data)
    }

    /// The digest of a value's canonical encoding.
    /// - Throws: whatever `encode(to:)` of the value throws.
    package static func digest(of value: some Encodable) throws -> SHA256Digest {
        SHA256Digest(of: try encode(value))
    }
}
