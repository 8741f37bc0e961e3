import MGECore
import MGESyntax
import Testing

@Suite struct LosslessTests {
    static let sample = """
        # coding: utf-8
        \"\"\"A module.

        With a docstring.
        \"\"\"
        from __future__ import annotations
        import os, sys
        from app.models import (
            User,
            Post as P,
        )

        X: int = 1
        Y = {
            "a": [1, 2, 3],
            "ñ": "日本",
        }

        @decorator
        class A(Base, metaclass=Meta):
            \"\"\"Doc.\"\"\"
            field: "User"

            def method(self, a=1, *args, **kwargs) -> t.Dict[str, "P"]:
                for i in range(10):
                    if i: print(i)
                    else: continue
                return [x for x in args if (y := x)]

            @staticmethod
            async def other(b): return lambda c: b + c

        if X:
            def g(): pass
        else:
            g = None

        try:
            z = 1; w = 2
        except E as e:
            raise
        match X:
            case A(field=f) | B.C: pass
            case _: pass
        """

    @Test(arguments: [
        "", "\n", "\r", "\r\n", "\t", "x", "\u{feff}", "\u{feff}x = 1\n", "\0", "x = '\0'\n", "x = 1", "x = 1\n\n\n",
        "x = 1\r\ny = 2\r\n", "x = 1\ry = 2\r", "if x:\n\ty = 1\n        z = 2\n", "def f(:\n  pass\n", "class\n",
        "'''unfinished\n\n\n", "((((((((((\n", "    indented\n", "def f():\n# only a comment\n", "\\\n", "@\n",
        "x = (\n\n",
        "\n\n\n# end", "class A:\n\n\n\n    # c\n\n    x = 1\n# d\n    def f(self): pass\n",
    ])
    func oddTexts(text: String) throws {
        try expectLossless(Array(text.utf8))
    }

    @Test func invalidUTF8() throws {
        try expectLossless([0xff, 0xfe, 0x0a, 0x80, 0x80, 0x0a])
        try expectLossless(Array("x = '".utf8) + [0xc3, 0x28, 0x0a] + Array("def f(): pass\n".utf8))
        try expectLossless([0xef, 0xbb])
    }

    @Test(arguments: ["\r\n", "\r", "\n"])
    func lineEndings(end: String) throws {
        let text = Self.sample.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        try expectLossless(Array(text.utf8))
        try expectLossless([0xef, 0xbb, 0xbf] + Array(text.utf8))
    }

    @Test func everyPrefixOfASample() throws {
        let bytes = Array(Self.sample.utf8)
        for length in stride(from: 0, through: bytes.count, by: 7) { try expectLossless(Array(bytes.prefix(length))) }
    }

    @Test func randomMutations() throws {
        var random = RepeatableGenerator(state: 42)
        let original = Array(Self.sample.utf8)
        let inserts: [[UInt8]] = [
            Array("\n".utf8), Array("(".utf8), Array("\"\"\"".utf8), Array("    ".utf8), [0], [0xff],
            Array("\r\n".utf8), Array("def f():".utf8), Array("class B:\n".utf8), Array("@".utf8), Array("#".utf8),
        ]
        for _ in 0..<400 {
            var bytes = original
            for _ in 0...Int(random.next() % 6) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(contentsOf: inserts[Int(random.next() % UInt64(inserts.count))], at: place)
                default: bytes.removeSubrange(place..<min(place + Int(random.next() % 60), bytes.count))
                }
                if bytes.isEmpty { bytes = original }
            }
            try expectLossless(bytes)
        }
    }

    @Test func aVeryLongLine() throws {
        let list = "X = [" + String(repeating: "1, ", count: 100_000) + "]\n"
        let file = try expectLossless(Array(list.utf8))
        #expect(file.atoms.count == 1)
        try expectLossless(Array(repeating: UInt8(ascii: " "), count: 300_000))
    }

    @Test func manyLines() throws {
        try expectLossless(Array(String(repeating: "x = 1\n", count: 30_000).utf8))
        try expectLossless(Array(String(repeating: "# c\n", count: 60_000).utf8))
        try expectLossless(Array(String(repeating: "\n", count: 100_000).utf8))
        let functions = try expectLossless(Array(String(repeating: "def f():\n    pass\n", count: 10_000).utf8))
        #expect(functions.atoms.count == 10_000)
    }

    @Test(arguments: [
        (String(repeating: "(", count: 10_000), ""),
        (String(repeating: "(", count: 10_000), String(repeating: ")", count: 10_000) + "\n"),
        (String(repeating: "[", count: 10_000), "1" + String(repeating: "]", count: 10_000)),
        ("x = 1" + String(repeating: " + 1", count: 10_000), "\n"),
        ("x" + String(repeating: ".f()", count: 10_000), "\n"),
        (String(repeating: "lambda: ", count: 10_000), "1"),
        ("x" + String(repeating: "[0]", count: 1_500), "\n"),
        (
            (0..<1_000).map { String(repeating: " ", count: $0) + "if x:\n" }.joined(),
            String(repeating: " ", count: 1_000) + "y\n"
        ),
    ])
    func deepNesting(before: String, after: String) throws {
        try expectLossless(Array((before + after).utf8))
        _ = try SyntaxFixture.service().check(Array((before + after).utf8), path: "deep.py")
    }

    @Test(arguments: ["(", "if ", "x = (1 # c\n", "# c\n", ")", "{"])
    func moreChildrenThanANodeCanHave(unit: String) throws {
        let bytes = Array(String(repeating: unit, count: 70_000).utf8)
        try expectLossless(bytes)
        _ = try SyntaxFixture.service().check(bytes, path: "long.py")
    }

    @Test func longTextIsCutByItsSyntaxUnlessItHasAnError() throws {
        let good = String(repeating: "def f(a, b):\n    return [a, b]\n", count: 3_000)
        #expect(try SyntaxFixture.atomize(good).atoms.count == 3_000)
        #expect(try SyntaxFixture.service().check(Array(good.utf8), path: "m.py").isClean)
        let report = try SyntaxFixture.service().check(Array((good + "x = = 1\n" + good).utf8), path: "m.py")
        #expect(report.problems.map(\.line) == [6_001])
    }

    @Test func deepTextIsCutByLinesAndSaysSo() throws {
        let file = try SyntaxFixture.atomize(
            String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000))
        #expect(
            file.diagnostics.map(\.message) == ["the text is too long or nested too deeply to be cut by its syntax"])
    }

    @discardableResult
    private func expectLossless(_ bytes: [UInt8], path: String = "pkg/m.py") throws -> AtomizedFile {
        let file = try SyntaxFixture.service().atomize(bytes, path: path)
        var offset = 0
        var line = 1
        var joined: [UInt8] = []
        for atom in file.atoms {
            #expect(atom.offset == offset)
            #expect(atom.lines.lowerBound == line)
            guard atom.offset == offset, atom.length >= 0, offset + atom.length <= bytes.count else { return file }
            joined += bytes[offset..<offset + atom.length]
            offset += atom.length
            line = atom.lines.upperBound + 1
        }
        #expect(joined == bytes)
        #expect(Set(file.atoms.map(\.identity)).count == file.atoms.count)
        return file
    }
}

/// A small repeatable generator (Steele, Lea and Flood's SplitMix64).
struct RepeatableGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
