/// How much a description may hold.
package enum ReadingLimits {
    /// The greatest size of a description in bytes of UTF-8.
    package static let bytes = 1 << 20
    package static let entities = 2_000
    /// Fields and relations of one entity.
    package static let fields = 500
    /// Cases of one enumeration.
    package static let cases = 200
    /// Characters in the name of an entity or field.
    package static let nameLength = 63
    /// What sentences say of how rows behave: no more of it could be told.
    package static let behaviours = 1_000
    /// Diagnostics that are told; more are counted.
    package static let diagnostics = 1_000
    /// How many sentences a thread takes at a time.
    static let part = 64
    /// In bytes; of a longer text a sample tells its language before it is divided.
    static let long = 100_000
    /// In characters.
    static let sample = 10_000
}
