import MGECore

/// A part of a Markdown text.
enum Block: Hashable, Sendable {
    /// A heading with its level, 1 to 6.
    case heading(level: Int, TokenizedText)
    /// An item of a list with its depth, from 0.
    case item(depth: Int, TokenizedText)
    /// Prose, as sentences.
    case paragraph([TokenizedText])
    /// A table with a header.
    case table(TableBlock)
    /// Text between fences, which is not read.
    case code(first: LocatedText.Place, lines: Int)
}

/// The description as blocks: what `ReadBlocks` hands on.
struct SourceDocument: Sendable {
    /// One `key: value` line before the text.
    struct Setting: Hashable, Sendable {
        var key: String
        var value: String
        var keyPlace: LocatedText.Place
        var valuePlace: LocatedText.Place
    }

    var file: String?
    var settings: [Setting] = []
    var blocks: [Block] = []
    var findings = Findings()
}

/// The diagnostics that a step of reading has collected.
struct Findings: Hashable, Sendable {
    var file: String?
    var diagnostics: [Diagnostic] = []

    /// Adds a diagnostic.
    mutating func add(
        _ severity: Diagnostic.Severity, _ message: String, subject: String? = nil, remedy: String? = nil,
        at place: LocatedText.Place?
    ) {
        diagnostics.append(
            Diagnostic(severity, message, subject: subject, remedy: remedy, at: place.map(location)))
    }

    /// An empty collection for a part of the work; a copy would cost as much as what it holds.
    var fresh: Findings { Findings(file: file) }

    /// Adds what a part of the work has found.
    mutating func absorb(_ other: Findings) {
        diagnostics.append(contentsOf: other.diagnostics)
    }

    /// The place as the boundary values tell it.
    func location(_ place: LocatedText.Place) -> SourceLocation {
        SourceLocation(file: file, line: Int(place.line), column: Int(place.column))
    }
}
