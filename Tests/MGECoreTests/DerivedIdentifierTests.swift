import Foundation
import MGECore
import Testing

@Suite struct DerivedIdentifierTests {
    @Test("follows from the parts, their order and their borders")
    func derived() {
        let parts = [
            DerivedIdentifier.uuid("a", "b"), DerivedIdentifier.uuid("b", "a"), DerivedIdentifier.uuid("ab"),
            DerivedIdentifier.uuid("a", "b", ""), DerivedIdentifier.uuid(""),
        ]
        #expect(Set(parts).count == parts.count)
        #expect(DerivedIdentifier.uuid("a", "b") == parts[0])
    }

    @Test("is a UUID of version 8 and the variant of RFC 9562", arguments: 0..<20)
    func form(number: Int) {
        let bytes = DerivedIdentifier.uuid("task", String(number)).uuid
        #expect(bytes.6 >> 4 == 8)
        #expect(bytes.8 >> 6 == 0b10)
    }

    @Test("stays what it was, because it is stored")
    func stable() {
        // The first 16 bytes of the digest of "task\0run\01", with version and variant set.
        let digest = SHA256Digest(of: "task\u{0}run\u{0}1").hexadecimal
        let text = DerivedIdentifier.uuid("task", "run", "1").uuidString.lowercased().replacing("-", with: "")
        #expect(text.prefix(12) == digest.prefix(12))
        #expect(text.suffix(14) == digest.prefix(32).suffix(14))
    }

    @Test("begins with its scope and its group, and differs with each part of it")
    func grouped() {
        let (scope, other) = (SHA256Digest(of: "a run"), SHA256Digest(of: "another run"))
        let text = DerivedIdentifier.uuid("f", of: "a.py", in: scope).uuidString
        #expect(DerivedIdentifier.uuid("g", of: "a.py", in: scope).uuidString.prefix(18) == text.prefix(18))
        #expect(DerivedIdentifier.uuid("f", of: "b.py", in: scope).uuidString.prefix(8) == text.prefix(8))
        let all = [
            DerivedIdentifier.uuid("f", of: "a.py", in: scope), DerivedIdentifier.uuid("g", of: "a.py", in: scope),
            DerivedIdentifier.uuid("f", of: "b.py", in: scope), DerivedIdentifier.uuid("f", of: "a.py", in: other),
        ]
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.uuid.6 >> 4 == 8 && $0.uuid.8 >> 6 == 0b10 })
    }
}
