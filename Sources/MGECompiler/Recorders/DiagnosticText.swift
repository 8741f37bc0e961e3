package import MGECore

/// Shows diagnostics as compilers do: place, severity, message, the line with a mark below, and the remedy.
package struct DiagnosticText: Sendable {
    private let style: TerminalStyle
    private let lines: [Substring]
    private let file: String?

    /// - Parameters:
    ///   - style: how text may look.
    ///   - source: the text that places refer to; nil when it is not at hand.
    ///   - file: the name of that text; nil for the command line and standard input.
    package init(style: TerminalStyle, source: String? = nil, file: String? = nil) {
        self.style = style
        self.file = file
        lines = source?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    }

    /// The lines that show a diagnostic, the last with its end.
    package func render(_ diagnostic: Diagnostic) -> String {
        let colour: TerminalStyle.Colour =
            switch diagnostic.severity {
            case .error: .red
            case .warning: .yellow
            case .note: .cyan
            }
        let place = diagnostic.location.map { "\($0.file ?? "description"):\($0.line):\($0.column): " } ?? ""
        let severity = style.paint("\(diagnostic.severity.rawValue):", colour)
        let message = TextWidth.printable(diagnostic.message)
        var text = style.bold(place) + "\(severity) \(message)\n"
        if let excerpt = diagnostic.location.flatMap(excerpt) { text += excerpt }
        if let remedy = diagnostic.remedy { text += "  help: \(TextWidth.printable(remedy))\n" }
        return text
    }

    private func excerpt(at location: SourceLocation) -> String? {
        guard location.file == file, lines.indices.contains(location.line - 1) else { return nil }
        let number = "\(location.line)"
        let room = max(10, style.width() - number.count - 5)
        let line = TextWidth.printable(String(lines[location.line - 1]))
        let before = max(0, min(location.column - 1, line.count))
        // A long line is shown from a little before the place.
        let skipped = before < room - 10 ? 0 : before - room / 2
        let shown = TextWidth.fit(String(line.dropFirst(skipped)), to: room)
        let indent = TextWidth.of(line.dropFirst(skipped).prefix(before - skipped))
        let gutter = String(repeating: " ", count: number.count)
        let mark = style.paint("^", .green)
        return " \(number) | \(shown)\n \(gutter) | \(String(repeating: " ", count: indent))\(mark)\n"
    }
}
