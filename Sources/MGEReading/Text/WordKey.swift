/// A number made of a word's bytes: different words have different ones, save by rare chance.
struct WordKey: Hashable, Sendable {
    /// Never zero, which marks what is empty in tables.
    let value: UInt64

    /// The FNV-1a digest of a word.
    init(_ word: String) {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 {
            digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        value = digest == 0 ? 1 : digest
    }
}
