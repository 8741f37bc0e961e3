/// Something to tell the user about their input: what, where, and how to mend it.
package struct Diagnostic: Hashable, Sendable, Codable {
    /// How serious a diagnostic is.
    package enum Severity: String, Sendable, Codable, Comparable {
        case note, warning, error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    package var severity: Severity
    /// What is the matter, as one sentence without a full stop.
    package var message: String
    /// What it is about: a file, an entity, a field, a flag.
    package var subject: String?
    /// How to mend it, as one sentence without a full stop.
    package var remedy: String?
    /// Where it is, if it has a place.
    package var location: SourceLocation?

    package init(
        _ severity: Severity, _ message: String, subject: String? = nil, remedy: String? = nil,
        at location: SourceLocation? = nil
    ) {
        self.severity = severity
        self.message = message
        self.subject = subject
        self.remedy = remedy
        self.location = location
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The usual compiler form: `brief.md:3:7: warning: message (remedy)`.
    package var description: String {
        let place = location.map { "\($0): " } ?? ""
        return "\(place)\(severity.rawValue): \(message)" + (remedy.map { " (\($0))" } ?? "")
    }
}
