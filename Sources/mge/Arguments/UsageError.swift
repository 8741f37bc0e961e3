/// A command line, environment variable or settings file that cannot be understood.
struct UsageError: Error, Hashable {
    /// What is the matter, naming the option.
    let message: String
    /// What to do about it; nil when the help says it best.
    let remedy: String?
    /// The command whose help to read; nil for the list of commands.
    let command: String?

    init(_ message: String, remedy: String? = nil, command: String? = nil) {
        self.message = message
        self.remedy = remedy
        self.command = command
    }

    /// What to type to learn more.
    var next: String { command.map { "mge help \($0)" } ?? "mge help" }
}
