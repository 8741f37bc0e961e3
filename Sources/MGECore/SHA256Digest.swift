import CCrypto
package import Foundation

/// A SHA-256 digest, written as 64 lowercase hexadecimal digits.
package struct SHA256Digest: Hashable, Sendable {
    /// The 32 bytes of the digest.
    package let bytes: [UInt8]

    /// The digest of some bytes.
    package init(of data: some ContiguousBytes) {
        self = data.withUnsafeBytes { buffer in
            var output = [UInt8](repeating: 0, count: 32)
            var length: UInt32 = 0
            EVP_Digest(buffer.baseAddress, buffer.count, &output, &length, EVP_sha256(), nil)
            return SHA256Digest(bytes: output)
        }
    }

    /// The digest of a text's UTF-8.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// Reads 64 hexadecimal digits; nil for anything else.
    package init?(hexadecimal: String) {
        guard hexadecimal.utf8.count == 64, let bytes = Hexadecimal.decode(hexadecimal.utf8) else { return nil }
        self.bytes = bytes
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The digest as lowercase hexadecimal digits.
    package var hexadecimal: String { Hexadecimal.encode(bytes) }
}

extension SHA256Digest: CustomStringConvertible {
    package var description: String { hexadecimal }
}

extension SHA256Digest: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let digest = SHA256Digest(hexadecimal: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 digest: \(text)")
        }
        self = digest
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}
