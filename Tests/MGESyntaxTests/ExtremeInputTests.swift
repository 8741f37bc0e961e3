import MGECore
import MGESyntax
import Testing

/// Texts that are long, deep, or broken in many places, in every language.
@Suite struct ExtremeInputTests {
    /// By default Python alone: a debug build takes minutes for all.
    private static let samples = DenseSample.all.filter { SyntaxFixture.isExhaustive || $0.suffix == "py" }

    @Test(arguments: samples)
    func veryLongLines(sample: DenseSample) throws {
        let count = SyntaxFixture.isExhaustive ? 1_000_000 : 20_000
        for text in [
            "x = [\(String(repeating: "1, ", count: count))]\n", String(repeating: "a", count: 10 * count),
            String(repeating: " ", count: 10 * count), "x = \"\(String(repeating: "a b ", count: count))\"",
        ] {
            #expect(try Losslessness.expect(sample.opened(text), path: sample.path).atoms.count <= 2)
        }
    }

    @Test(arguments: samples)
    func manyLines(sample: DenseSample) throws {
        let count = SyntaxFixture.isExhaustive ? 100_000 : 10_000
        let comment = ["py", "txt"].contains(sample.suffix) ? "#" : "//"
        for line in ["\n", "x = f(1);\n", "\(comment) c\n", "}\n"] {
            let bytes = sample.opened(String(repeating: line, count: count))
            #expect(try Losslessness.expect(bytes, path: sample.path).atoms.last?.lines.upperBound ?? 0 >= count)
        }
    }

    @Test(arguments: samples)
    func deepNesting(sample: DenseSample) throws {
        let shapes = [
            ("(", "", ""), ("(", "1", ")"), ("[", "1", "]"), ("{", "", "}"), ("1 + ", "1", ""), ("", "x", ".f()"),
            ("-", "1", ""), ("", "x", "[0]"), ("if (x) ", ";", ""), ("function f() {", "", "}"), ("class A {", "", "}"),
            ("`${", "", "}`"), ("<a>", "", "</a>"), ("A<", "B", ">"), ("f(() => ", "1", ")"), ("lambda: ", "1", ""),
            ("/*", "", "*/"), ("func() {", "", "}"), ("fn f() {", "", "}"), ("mod m {", "", "}"),
        ]
        for (before, middle, after) in SyntaxFixture.isExhaustive ? shapes : Array(shapes.prefix(4)) {
            for levels in SyntaxFixture.isExhaustive ? [1_500, 10_000] : [2_100] {
                let text = String(repeating: before, count: levels) + middle + String(repeating: after, count: levels)
                try Losslessness.expect(sample.opened("x = " + text), path: sample.path, "\(levels) of \(before)")
                try Losslessness.expect(sample.opened(text), path: sample.path, "\(levels) of \(before)")
            }
        }
    }

    @Test func deepIndentation() throws {
        let text = (0..<1_000).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
        try Losslessness.expect(Array((text + String(repeating: " ", count: 1_000) + "y\n").utf8), path: "m.py")
    }

    /// libtree-sitter 0.20 counts a node's children in 16 bits.
    @Test(arguments: samples)
    func moreChildrenThanANodeCanHave(sample: DenseSample) throws {
        let units = [
            "(", "if ", "x = (1 # c\n", "# c\n", "// c\n", "/**/", ")", "{", "f(", "\"", "'", "<", "class A\n",
        ]
        for unit in SyntaxFixture.isExhaustive ? units : Array(units.prefix(3)) {
            let bytes = sample.opened(String(repeating: unit, count: 70_000))
            try Losslessness.expect(bytes, path: sample.path, "many of \(unit)")
        }
    }

    @Test func longTextIsCutByItsSyntaxUnlessItHasAnError() throws {
        let good = String(repeating: "def f(a, b):\n    return [a, b]\n", count: 3_000)
        #expect(try SyntaxFixture.atomize(good).atoms.count == 3_000)
        #expect(try SyntaxFixture.service().check(Array(good.utf8), path: "m.py").isClean)
        let report = try SyntaxFixture.service().check(Array((good + "x = = 1\n" + good).utf8), path: "m.py")
        #expect(report.problems.map(\.line) == [6_001])
    }

    private static let refusal = "the text is too long, nested too deeply or too broken to be cut by its syntax"

    /// Found by mutation: the parser does not come to an end.
    @Test func aRecoveryWithoutEndIsGivenUp() throws {
        let file = try Losslessness.expect(Array("c.\"\";[y:g]o;}r ".utf8), path: "m.ts")
        #expect(file.diagnostics.map(\.message) == [Self.refusal])
    }

    @Test func deepTextIsCutByLinesAndSaysSo() throws {
        let file = try SyntaxFixture.atomize(
            String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000))
        #expect(file.diagnostics.map(\.message) == [Self.refusal])
    }
}

extension DenseSample {
    /// A text behind what the language needs in front of it.
    fileprivate func opened(_ text: String) -> [UInt8] { Array(((suffix == "php" ? "<?php\n" : "") + text).utf8) }
}
