package import MGECore

/// Shows diagnostics as compilers do: place, severity, message, the line with a mark below, and the remedy.
package struct DiagnosticText: Sendable {
    private let style: TerminalStyle
    private let lines: [Substring]
    /// Where every so many characters of a long line begin, so that its end is found without looking at all of it.
    private let stops: [Int: [Substring.Index]]
    private let file: String?

    /// The characters between two stops.
    private static let stride = 256

    /// - Parameters:
    ///   - style: how text may look.
    ///   - source: the text that places refer to; nil when it is not at hand.
    ///   - file: the name of that text; nil for the command line and standard input.
    package init(style: TerminalStyle, source: String? = nil, file: String? = nil) {
        self.style = style
        self.file = file
        let lines = source?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        self.lines = lines
        stops = lines.enumerated().reduce(into: [:]) { stops, line in
            if line.element.utf8.count > 4 * Self.stride { stops[line.offset] = Self.stops(of: line.element) }
        }
    }

    private static func stops(of line: Substring) -> [Substring.Index] {
        var stops = [line.startIndex]
        while let next = line.index(stops[stops.count - 1], offsetBy: stride, limitedBy: line.endIndex),
            next < line.endIndex
        {
            stops.append(next)
        }
        return stops
    }

    /// The characters of a line from a number of them on; none behind its end.
    private func characters(of line: Int, from offset: Int) -> Substring {
        guard let stops = stops[line] else { return lines[line].dropFirst(offset) }
        let stop = min(offset / Self.stride, stops.count - 1)
        return lines[line][stops[stop]...].dropFirst(offset - stop * Self.stride)
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
        // A long line is shown from a little before the place.
        let before = max(0, location.column - 1)
        let skipped = before < room - 10 ? 0 : before - room / 2
        let rest = characters(of: location.line - 1, from: skipped).prefix(room + 1)
        let line = TextWidth.printable(String(rest))
        let shown = TextWidth.fit(line, to: room)
        let indent = TextWidth.of(line.prefix(before - skipped))
        let gutter = String(repeating: " ", count: number.count)
        let mark = style.paint("^", .green)
        return " \(number) | \(shown)\n \(gutter) | \(String(repeating: " ", count: indent))\(mark)\n"
    }
}
