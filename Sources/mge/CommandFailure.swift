/// Why a command ends without having done what it was asked, in the words that its user is told.
struct CommandFailure: Error, Sendable {
    let code: ExitCode
    let message: String
    /// Further lines, such as the candidates of an ambiguous name.
    let details: [String]
    /// What to type or do next.
    let next: String

    init(_ code: ExitCode, _ message: String, details: [String] = [], next: String) {
        self.code = code
        self.message = message
        self.details = details
        self.next = next
    }
}
