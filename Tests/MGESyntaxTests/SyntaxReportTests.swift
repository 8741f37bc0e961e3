import Foundation
import MGECore
import MGESyntax
import Testing

@Suite struct SyntaxReportTests {
    @Test(arguments: [
        "", "x = 1\n", "def f(): pass", "\u{feff}x = 1\n", "s = 'ñ日本'\r\n", "match x:\n    case 1: pass\n",
    ])
    func clean(text: String) throws {
        #expect(try report(Array(text.utf8)) == [])
    }

    @Test func errorsHavePlaces() throws {
        #expect(try report(Array("x = 1\ny = = 2\n".utf8)) == ["2:5 unexpected"])
        #expect(try report(Array("s = 'ñ'; y = = 2\n".utf8)) == ["1:14 unexpected"])
        #expect(try report(Array("def f(a:\n    pass\n".utf8)).isEmpty == false)
    }

    @Test func encodingIsChecked() throws {
        #expect(try report(Array("x = '".utf8) + [0xff] + Array("'\n".utf8)).contains("1:6 encoding"))
        #expect(try report(Array("x = 1\n# a\0b\n".utf8)).contains("2:4 nul"))
        #expect(try report([0xff], path: "README.md") == ["1:1 encoding"])
        #expect(try report(Array("def f(:\n".utf8), path: "README.md") == [])
    }

    /// Enough of them make a text too long to be parsed without a look at its parts first.
    private static func functions(_ count: Int) -> String {
        (0..<count).map { "def f\($0)(a: int) -> int:\n\n    return a + \($0)\n\n\n" }.joined()
    }

    private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Texts that are whole, though some are cut at a place where something is open.
    @Test(arguments: [
        functions(10_000),
        functions(5_000) + "s = '''\n\n" + functions(5_000) + "'''\n",
        functions(5_000) + "x = [\n" + repeated("1, 2,\n\n3,\n", 20_000) + "]\n",
        "class A:\n" + repeated("    x = 1\n\n", 30_000),
        functions(5_000) + repeated("@d\n\ndef f(): pass\n\n", 10_000),
        repeated("# c\n\n", 30_000) + functions(5_000),
    ])
    func longTextsAreClean(text: String) throws {
        #expect(try report(Array(text.utf8)) == [])
    }

    /// Texts whose parts are whole, or nearly so, where they as a whole are not.
    @Test(arguments: [
        (functions(10_000) + "y = = 2\n", 50001),
        (functions(5_000) + "y = = 2\n\n" + functions(5_000), 25001),
        (
            functions(5_000) + "if x:\n    pass\n\n\n" + functions(1) + "elif y:\n    pass\n\n" + functions(5_000),
            25010
        ),
        (functions(5_000) + "x = (1 +\n\n" + functions(5_000), 25001),
    ])
    func errorsOfLongTextsAreFound(text: String, line: Int) throws {
        #expect(try SyntaxFixture.service().check(Array(text.utf8), path: "m.py").problems.first?.line == line)
    }

    @Test func diagnosticsNameFileAndRemedy() throws {
        let report = try SyntaxFixture.service().check(Array("y = = 2\n".utf8), path: "app/m.py")
        let diagnostic = try #require(report.diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.description.hasPrefix("app/m.py:1:"))
        #expect(diagnostic.remedy != nil)
        #expect(!report.isClean)
    }

    private func report(_ source: [UInt8], path: String = "m.py") throws -> [String] {
        try SyntaxFixture.service().check(source, path: path).problems.map { "\($0.line):\($0.column) \($0.kind)" }
    }
}
