package import Foundation

/// Identifiers that follow from what they identify, so that saving the same thing twice saves it once.
package enum DerivedIdentifier {
    /// A version 8 UUID (RFC 9562) from the digest of some parts.
    package static func uuid(_ parts: String...) -> UUID {
        version8(SHA256Digest(of: parts.joined(separator: "\u{0}")).bytes)
    }

    /// A version 8 UUID that begins as all others of its scope and group do, so that an index keeps them together.
    ///
    /// The scope gives the first 32 bits and the group the next 28: rows of one group are found, and added, on one page.
    package static func uuid(_ part: String, of group: String, in scope: SHA256Digest) -> UUID {
        let bytes =
            scope.bytes.prefix(4) + SHA256Digest(of: group).bytes.prefix(4) + SHA256Digest(of: part).bytes.prefix(8)
        return version8(Array(bytes))
    }

    private static func version8(_ digest: [UInt8]) -> UUID {
        var bytes = digest
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
