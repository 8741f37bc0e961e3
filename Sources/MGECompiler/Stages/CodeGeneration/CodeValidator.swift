import MGECore
import MGELayers
import MGESyntax

/// Checks generated files before they are kept: valid text, and no error in the language's grammar.
struct CodeValidator: Sendable {
    let analyses: ProjectAnalyses

    /// - Throws: `GrammarError` when a grammar can't be used.
    func validate(_ files: [SourceFile], of run: Run) throws -> ValidationReport {
        var diagnostics: [Diagnostic] = []
        for file in files { diagnostics += try analyses.check(file, of: run).diagnostics }
        let isText = !files.contains { $0.text.utf8.contains(0) }
        return ValidationReport(
            checks: [
                .init(name: "utf-8", passed: isText),
                .init(name: "syntax", passed: !diagnostics.contains { $0.severity == .error }),
            ],
            diagnostics: diagnostics)
    }
}
