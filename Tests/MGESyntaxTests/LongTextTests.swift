import MGECore
import MGESyntax
import Testing

/// Texts that are parsed in parts, because one node of them might have more children than libtree-sitter can count.
@Suite struct LongTextTests {
    private static let count = 1_500

    /// What stands between the functions, so that some parts end inside of it.
    private static let between = [
        "", "if f0:\n    x = 1\n\nelse:\n    x = 2\n\n", "\"\"\"\none\n\ntwo\n\"\"\"\n\n",
        "y = [\n    1,\n\n2,\n\n]\n\n",
    ]

    @Test(arguments: between)
    func whereverPartsEnd(between: String) throws {
        let file = try Self.file(functions(between: between).joined(), path: "m.py")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.count { $0.name.hasPrefix("f") } == Self.count)
    }

    @Test(arguments: [0, 1, count / 2, count - 1])
    func anErrorSpoilsLittle(at place: Int) throws {
        var functions = functions(between: "")
        functions[place] += "broken = = 1\n\n"
        let file = try Self.file(functions.joined(), path: "m.py")
        #expect(file.diagnostics.map(\.location?.line) == [4 * place + 5])
        #expect(file.definitions.count { $0.name.hasPrefix("f") } == Self.count)
    }

    @Test func errorsInManyParts() throws {
        let functions = functions(between: "").enumerated().map { $0 % 100 == 50 ? $1 + "broken = = 1\n\n" : $1 }
        let file = try Self.file(functions.joined(), path: "m.py")
        #expect(file.diagnostics.map(\.location?.line) == [4 * 50 + 5])
        #expect(file.definitions.count { $0.name.hasPrefix("f") } == Self.count)
    }

    @Test func aTextThatBeginsWithWhatTellsItsMeaning() throws {
        let functions = (0..<Self.count).map { "function f\($0)($a)\n{\n    return [$a, f\($0)($a), $a, $a];\n}\n\n" }
        let file = try Self.file("<?php\n\n" + functions.joined(), path: "m.php")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.count == Self.count)
    }

    @Test(arguments: ["\n", "\r\n"], ["    ", "\t"])
    func aClassThatCannotBeCut(newline: String, indentation: String) throws {
        let text = longClass().joined().replacing("    ", with: indentation).replacing("\n", with: newline)
        let file = try Self.file(text, path: "m.py")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.count { $0.kind == .method } == Self.count)
    }

    @Test(arguments: [
        (0, "broken = = 1", 14), (count / 2, "broken = = 1", 14), (count - 1, "broken = = 1", 14),
        (count / 2, "broken = [1, 2", 12), (count / 2, "\"\"\" open", 5),
    ])
    func anErrorInAClassThatCannotBeCut(at place: Int, error: String, column: Int) throws {
        var parts = longClass()
        parts[place + 1] += "    \(error)\n\n"
        let file = try Self.file(parts.joined(), path: "m.py")
        #expect(file.diagnostics.map(\.location?.line) == [3 * place + 5])
        #expect(file.diagnostics.map(\.location?.column) == [column])
    }

    @Test func classesInsideOfEachOther() throws {
        let inner = longClass().map { $0.replacing("    ", with: "        ").replacing("class", with: "    class") }
        let text = "@decorator\nclass Around:\n\(inner.joined())    def last(self):\n        pass\n"
        let file = try Self.file(text, path: "m.py")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.count { $0.name.hasPrefix("Around.Long.f") } == Self.count)
        #expect(file.definitions.last?.name == "Around.last")
    }

    @Test(arguments: ["", "@decorator\n", "class Around:\n    pass\n\n\nasync "])
    func aFunctionOfOneLongStatement(before: String) throws {
        let text = "\(before)def rows():\n    return [\n\(Self.rows)    ]\n\n\ndef last():\n    return rows()\n"
        let file = try Self.file(text, path: "m.py")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.map(\.name).suffix(2) == ["rows", "last"])
    }

    /// What is skipped, or what is open where the error is, would be the children of one node.
    @Test(arguments: [
        ("    x = [\n", "        a b c\n", 20_000, 3), ("", "    x = (1,\n", 15_000, 3),
    ])
    func errorsWithoutEnd(before: String, row: String, count: Int, line: Int) throws {
        let text = "class A:\n" + before + String(repeating: row, count: count)
        let report = try SyntaxFixture.service().check(Array(text.utf8), path: "m.py")
        #expect(report.problems.map(\.line) == [line])
        let file = try Self.file(text, path: "m.py")
        #expect(file.diagnostics.map(\.message).first?.hasPrefix("a syntax error keeps this long text") == true)
    }

    @Test func moreCommentsThanANodeMayHave() throws {
        let body = String(repeating: "    x = 1\n    # a comment\n", count: 70_000)
        let file = try Self.file("class A:\n\(body)    def f(self):\n        pass\n", path: "m.py")
        #expect(file.diagnostics.isEmpty)
        #expect(file.definitions.last?.name == "A.f")
    }

    private static let rows = (0..<6_000).map { "        [x\($0), \($0), (1, 2)],\n" }.joined()

    private func longClass() -> [String] {
        let methods = (0..<Self.count).map {
            "    def f\($0)(self, a):\n        return [a + \($0), self.f\($0)(a), (a, 1)]\n\n"
        }
        return ["class Long(Base):\n"] + methods
    }

    private func functions(between: String) -> [String] {
        (0..<Self.count).map { "def f\($0)(a, b):\n    return [a + b, f\($0)(a, b), (a, b)]\n\n\n\(between)" }
    }

    private static func file(_ text: String, path: String) throws -> AtomizedFile {
        try Losslessness.expect(Array(text.utf8), path: path)
    }
}
