import Foundation
import MGECore
import Testing

@Suite struct DiagnosticTests {
    @Test(
        "is written as compilers write it",
        arguments: [
            (Diagnostic(.note, "said"), "note: said"),
            (Diagnostic(.warning, "said", subject: "task", remedy: "mend it"), "warning: said (mend it)"),
            (Diagnostic(.error, "said", at: MGECore.SourceLocation(line: 3, column: 7)), "3:7: error: said"),
            (
                Diagnostic(
                    .error, "said", remedy: "mend it", at: MGECore.SourceLocation(file: "a.md", line: 1, column: 2)),
                "a.md:1:2: error: said (mend it)"
            ),
        ])
    func text(diagnostic: Diagnostic, text: String) {
        #expect(diagnostic.description == text)
    }

    @Test("orders severities")
    func severities() {
        #expect([.error, .note, .warning].sorted() == [Diagnostic.Severity.note, .warning, .error])
        #expect([Diagnostic.Severity.note, .error, .warning].max() == .error)
    }

    @Test("survives encoding")
    func encoding() throws {
        let diagnostic = Diagnostic(
            .warning, "said", subject: "task", remedy: "mend it",
            at: MGECore.SourceLocation(file: "a.md", line: 1, column: 2))
        let data = try CanonicalJSON.encode(diagnostic)
        #expect(try CanonicalJSON.decode(Diagnostic.self, from: data) == diagnostic)
    }
}
