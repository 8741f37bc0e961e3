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

    private func functions(between: String) -> [String] {
        (0..<Self.count).map { "def f\($0)(a, b):\n    return [a + b, f\($0)(a, b), (a, b)]\n\n\n\(between)" }
    }

    private static func file(_ text: String, path: String) throws -> AtomizedFile {
        try Losslessness.expect(Array(text.utf8), path: path)
    }
}
