import MGECore
import MGESyntax
import Testing

@Suite struct LosslessTests {
    @Test(arguments: [
        "", "\n", "\r", "\r\n", "\t", "x", "\u{feff}", "\u{feff}x = 1\n", "\0", "x = '\0'\n", "x = 1", "x = 1\n\n\n",
        "x = 1\r\ny = 2\r\n", "x = 1\ry = 2\r", "if x:\n\ty = 1\n        z = 2\n", "def f(:\n  pass\n", "class\n",
        "'''unfinished\n\n\n", "((((((((((\n", "    indented\n", "def f():\n# only a comment\n", "\\\n", "@\n",
        "x = (\n\n",
        "\n\n\n# end", "class A:\n\n\n\n    # c\n\n    x = 1\n# d\n    def f(self): pass\n",
    ])
    func oddTexts(text: String) throws {
        for sample in DenseSample.all { try Losslessness.expect(Array(text.utf8), path: sample.path) }
    }

    @Test(arguments: DenseSample.all)
    func invalidUTF8(sample: DenseSample) throws {
        try Losslessness.expect([0xff, 0xfe, 0x0a, 0x80, 0x80, 0x0a], path: sample.path)
        try Losslessness.expect(
            Array("x = '".utf8) + [0xc3, 0x28, 0x0a] + Array("def f(): pass\n".utf8), path: sample.path)
        try Losslessness.expect([0xef, 0xbb], path: sample.path)
    }

    @Test(arguments: DenseSample.all)
    func samplesAreSound(sample: DenseSample) throws {
        let report = try SyntaxFixture.service().check(sample.bytes(), path: sample.path)
        #expect(report.problems.map { "\($0.line):\($0.column) \($0.excerpt)" } == [])
    }

    @Test(arguments: DenseSample.all)
    func lineEndings(sample: DenseSample) throws {
        let lines = try sample.bytes().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for end in ["\r\n", "\r", "\n"] {
            let bytes = Array(lines.joined(separator: end.utf8))
            try Losslessness.expect(bytes, path: sample.path)
            try Losslessness.expect([0xef, 0xbb, 0xbf] + bytes, path: sample.path)
        }
    }

    @Test(arguments: DenseSample.all)
    func prefixesOfASample(sample: DenseSample) throws {
        let bytes = try sample.bytes()
        for length in stride(from: 0, through: bytes.count, by: SyntaxFixture.isExhaustive ? 1 : 97) {
            try Losslessness.expect(Array(bytes.prefix(length)), path: sample.path, "of \(length) bytes")
        }
    }

    /// More than 10,000 in all, of which a few run by default.
    @Test(arguments: DenseSample.all)
    func mutatedSamples(sample: DenseSample) throws {
        for seed in 0..<UInt64(SyntaxFixture.isExhaustive ? 1_200 : 24) {
            try Losslessness.expect(try sample.mutated(seed: seed), path: sample.path, "mutated(seed: \(seed))")
        }
    }
}
