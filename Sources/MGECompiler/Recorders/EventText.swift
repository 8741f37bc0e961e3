package import MGECore

/// Says in words what an event says in data.
package struct EventText: Sendable {
    package let event: StoredEvent

    package init(_ event: StoredEvent) {
        self.event = event
    }

    /// The stage that the event belongs to; nil when it tells of the whole run.
    package var stage: String? {
        switch event.type {
        case "status", "warning", "error": string("phase")
        case "complete": nil
        default:
            [
                "discovery", "masterplan", "code_generation", "atomization", "execution", "file_writing",
                "infrastructure",
            ]
            .first { event.type.hasPrefix($0) }
            .map { $0 == "execution" ? "wave_execution" : $0 }
                ?? (event.type.hasPrefix("code_validation") ? "code_generation" : nil)
        }
    }

    /// Whether it tells that an item was given up.
    var isItemFailure: Bool { event.type == "error" && integer("blocked") != nil }

    /// Whether it tells of one of many similar steps.
    package var isProgress: Bool {
        switch event.type {
        case "execution_wave_start", "execution_wave_complete": true
        default: event.type.hasSuffix("_progress") || event.type.hasSuffix("_entity_discovered")
        }
    }

    /// Whether it ends its stage.
    package var endsStage: Bool {
        switch event.type {
        case "code_validation_complete", "execution_wave_complete": false
        default: event.type.hasSuffix("_complete")
        }
    }

    /// How far the stage is, as done and all; nil when the event does not say.
    package var progress: (done: Int, total: Int)? {
        switch event.type {
        case "file_writing_progress":
            return pair(integer("files_written"), integer("total_files"))
        case "execution_wave_start":
            return pair(integer("wave_number").map { $0 - 1 }, integer("total_waves"))
        case "execution_wave_complete":
            return pair(integer("wave_number"), integer("total_waves"))
        default:
            let parts = string("progress")?.split(separator: "/").compactMap { Int($0) } ?? []
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
    }

    /// One line about the event, without control characters.
    package var summary: String {
        TextWidth.printable(words)
    }

    /// The diagnostic that a warning or an error is; nil for other events.
    package var diagnostic: Diagnostic? {
        guard let type = Diagnostic.Severity(rawValue: event.type) else { return nil }
        let severity = string("severity").flatMap { Diagnostic.Severity(rawValue: $0) } ?? type
        var location: SourceLocation?
        if let line = integer("line") {
            location = SourceLocation(file: string("file"), line: line, column: integer("column") ?? 1)
        }
        let subject = string("subject")
        let message = string("message") ?? event.type
        let isNamed = location != nil || subject.map(message.contains) ?? true
        return Diagnostic(
            severity, isNamed ? message : "\(subject ?? ""): \(message)", subject: subject, remedy: string("remedy"),
            at: location)
    }

    func string(_ key: String) -> String? {
        guard case .string(let text)? = event.data[key] else { return nil }
        return text
    }

    func integer(_ key: String) -> Int? {
        switch event.data[key] {
        case .integer(let number): number
        case .number(let number): Int(exactly: number.rounded())
        default: nil
        }
    }

    func number(_ key: String) -> Double? {
        switch event.data[key] {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    private func pair(_ done: Int?, _ total: Int?) -> (done: Int, total: Int)? {
        guard let done, let total else { return nil }
        return (done, total)
    }
}
