package import Foundation

/// Identifiers that follow from what they identify, so that saving the same thing twice saves it once.
package enum DerivedIdentifier {
    /// A version 8 UUID (RFC 9562) from the digest of some parts.
    package static func uuid(_ parts: String...) -> UUID {
        var bytes = SHA256Digest(of: parts.joined(separator: "\u{0}")).bytes
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        return UUID(
            uuid: (
                bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
            ))
    }
}
