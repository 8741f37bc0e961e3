import MGECore
import MGELayers

/// Says what was not used, and decides whether the discovery stands: the last step of reading.
enum DiagnoseDiscovery {
    /// An example of each form, for those whose description names nothing.
    static let examples =
        "write a sentence such as `Create a FastAPI REST API for task management with users, tasks and comments`, or a "
        + "brief such as `## Entities`, `### Task`, `- title: string(100)`, each on a line of its own"

    /// The document with its diagnostics.
    /// - Throws: `DiscoveryError` with all diagnostics when one of them is an error.
    static func verdict(
        on document: DiscoveryDocument, statements: [Statement], findings: Findings
    ) throws(DiscoveryError) -> DiscoveryDocument {
        var findings = findings
        reportUnused(statements, isDescribed: isDescribed(statements), &findings)
        let hasErrors = findings.diagnostics.contains { $0.severity == .error }
        if document.entities.isEmpty, !hasErrors {
            findings.add(
                .error, "the description names no entity: nothing that the system should keep", remedy: examples,
                at: LocatedText.Place(line: 1, column: 1))
        }
        let diagnostics = ordered(findings)
        if diagnostics.contains(where: { $0.severity == .error }) { throw DiscoveryError(diagnostics: diagnostics) }
        var document = document
        document.diagnostics = diagnostics
        return document
    }

    private static func isDescribed(_ statements: [Statement]) -> Bool {
        statements.contains { statement in
            guard case .entity(let entity) = statement else { return false }
            return !entity.isInSentence
        }
    }

    private static func reportUnused(_ statements: [Statement], isDescribed: Bool, _ findings: inout Findings) {
        for statement in statements {
            switch statement {
            case .unused(let words, let isInSummary) where !(isInSummary && isDescribed):
                findings.add(
                    .warning, "not used: “\(shortened(words.text))”",
                    remedy: "say it in a form that Docs/briefs.md shows, or remove it", at: words.place)
            case .summary(let words, isUnderstood: false) where !isDescribed:
                findings.add(
                    .warning, "kept in the summary only: “\(shortened(words.text))”",
                    remedy: "describe entities with headings and items to be sure", at: words.place)
            case .rule(let words):
                findings.add(
                    .note, "kept as a business rule that no generated code enforces: “\(shortened(words.text))”",
                    remedy: "use unique, min, max, enum or on delete where they say it", at: words.place)
            default: break
            }
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 200 ? text.prefix(200) + "…" : text
    }

    /// In the order of the text, errors first where there are too many to tell.
    private static func ordered(_ findings: Findings) -> [Diagnostic] {
        var diagnostics = findings.diagnostics
        let left = diagnostics.count - ReadingLimits.diagnostics
        if left > 0 {
            let ranked = diagnostics.enumerated().sorted {
                ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
            }
            diagnostics = ranked.prefix(ReadingLimits.diagnostics).map(\.element)
        }
        diagnostics = diagnostics.enumerated().sorted {
            position($0.element, $0.offset) < position($1.element, $1.offset)
        }.map(\.element)
        if left > 0 {
            diagnostics.append(
                Diagnostic(.warning, "\(left) more diagnostics are not shown", remedy: "mend these first"))
        }
        return diagnostics
    }

    private static func position(_ diagnostic: Diagnostic, _ offset: Int) -> (Int, Int, Int) {
        (diagnostic.location?.line ?? 0, diagnostic.location?.column ?? 0, offset)
    }
}
