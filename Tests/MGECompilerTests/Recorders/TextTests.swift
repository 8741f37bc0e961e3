import MGECore
import Testing

@testable import MGECompiler

@Suite("Text on a terminal")
struct TextTests {
    @Test(
        "Wide characters take two columns",
        arguments: [("abc", 3), ("日本", 4), ("é", 1), ("e\u{301}", 1), ("😀", 2), ("", 0)])
    func width(_ text: String, _ columns: Int) {
        #expect(TextWidth.of(text) == columns)
    }

    @Test(
        "Text is shortened to whole characters",
        arguments: [("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("ab", 0, ""), ("ab", 1, "…")])
    func fit(_ text: String, _ width: Int, _ expected: String) {
        #expect(TextWidth.fit(text, to: width) == expected)
        #expect(TextWidth.of(expected) <= max(width, 0))
    }

    @Test(
        "The mark of a diagnostic stands below its place, in short and in long lines",
        arguments: [3, 60, 256, 300, 1_025, 70_001])
    func mark(_ column: Int) throws {
        let line = String(repeating: "x", count: column - 1) + "!" + String(repeating: "y", count: 200)
        let style = TerminalStyle(isTerminal: false, isColoured: false) { 80 }
        let text = DiagnosticText(style: style, source: line).render(
            Diagnostic(.error, "wrong", at: SourceLocation(line: 1, column: column)))
        let lines = text.split(separator: "\n").map(Array.init)
        let mark = try #require(lines[2].firstIndex(of: "^"))
        #expect(lines[1][mark] == "!")
        #expect(lines[1].count <= 80)
    }

    @Test("A place outside the text has no excerpt", arguments: [0, 9])
    func outside(_ line: Int) {
        let style = TerminalStyle(isTerminal: false, isColoured: false) { 80 }
        let text = DiagnosticText(style: style, source: "one").render(
            Diagnostic(.note, "see", at: SourceLocation(line: line, column: 1)))
        #expect(text == "description:\(line):1: note: see\n")
    }

    @Test(
        "Time spans are told as people do",
        arguments: [
            (0.04, "0.0 s"), (9.94, "9.9 s"), (12.4, "12 s"), (59.6, "1 min 0 s"), (200, "3 min 20 s"),
            (7_500, "2 h 5 min"),
        ])
    func durations(_ seconds: Double, _ expected: String) {
        #expect(EventText.duration(seconds) == expected)
    }

    @Test(
        "A share is never rounded up to all", arguments: [(1.0, "100%"), (0.99999, "99.9%"), (0.5, "50%"), (0, "0%")])
    func percent(_ share: Double, _ expected: String) {
        #expect(EventText.percent(share) == expected)
    }
}
