import MGECore

extension Event {
    /// What the user is told about what they gave.
    static func diagnostic(_ diagnostic: Diagnostic, phase: StageName) -> Event {
        switch diagnostic.severity {
        case .error:
            .error(
                phase: phase.rawValue, diagnostic.message, subject: diagnostic.subject, remedy: diagnostic.remedy,
                at: diagnostic.location)
        case .warning, .note:
            .warning(
                phase: phase.rawValue, diagnostic.message, subject: diagnostic.subject, remedy: diagnostic.remedy,
                at: diagnostic.location, more: ["severity": .string(diagnostic.severity.rawValue)])
        }
    }
}
