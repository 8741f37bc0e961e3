import Foundation
import MGESyntax
import Testing

/// A parser is used for one text after the other: what one leaves behind must not be seen in the next.
@Suite struct ParserReuseTests {
    /// Python's scanner remembers that it is inside of an f-string, and forgets it with no other text.
    @Test(arguments: DenseSample.all)
    func aTextThatEndsEarlyChangesNoOther(sample: DenseSample) throws {
        let bytes = try sample.bytes()
        // One of its own, whose only parser of the language is the one that is used again.
        let service = try SyntaxFixture.newService()
        let whole = try service.atomize(bytes, path: sample.path)
        let step = SyntaxFixture.isExhaustive ? 1 : max(1, bytes.count / 60)
        for end in stride(from: 0, to: bytes.count, by: step) {
            _ = try service.atomize(Array(bytes[..<end]), path: sample.path)
            let again = try service.atomize(bytes, path: sample.path)
            try #require(again.diagnostics == whole.diagnostics, "after \(end) bytes of it")
            try #require(again.atoms == whole.atoms, "after \(end) bytes of it")
        }
    }

    @Test(arguments: ["x = f'{a", "x = f\"", "f'''{\n", "f'{f\"", "(((", "if x:\n    'a", "'''", "x = rb'\\"])
    func anOpenTextChangesNoOther(open: String) throws {
        let service = try SyntaxFixture.newService()
        // Without a string of its own, which would end what is left open.
        let text = "class A:\n    def f(a):\n        if a:\n            return a\n    def g(b):\n        pass\n"
        let good = Array(text.utf8)
        let whole = try service.atomize(good, path: "m.py")
        #expect(whole.diagnostics.isEmpty)
        _ = try service.atomize(Array(open.utf8), path: "m.py")
        let again = try service.atomize(good, path: "m.py")
        #expect(again.diagnostics.isEmpty)
        #expect(again.atoms == whole.atoms)
    }
}
