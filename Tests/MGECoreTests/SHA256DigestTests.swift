import MGECore
import Testing

@Suite struct SHA256DigestTests {
    @Test(
        "agrees with the published vectors of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256Digest(of: text).hexadecimal == digest)
        #expect(SHA256Digest(hexadecimal: digest) == SHA256Digest(of: text))
    }

    @Test("refuses what is no digest", arguments: ["", "ab", String(repeating: "g", count: 64)])
    func refused(text: String) {
        #expect(SHA256Digest(hexadecimal: text) == nil)
    }
}
