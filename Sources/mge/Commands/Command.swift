/// One command of the command line.
protocol Command: Sendable {
    static var declaration: CommandDeclaration { get }

    /// Takes what was typed.
    /// - Throws: `UsageError` when values that are right by themselves do not fit together.
    init(_ arguments: ParsedArguments) throws

    /// Does what was asked.
    /// - Throws: whatever kept it from that; `CommandFailure(describing:)` knows what to say.
    func run(in context: CommandContext) async throws -> ExitCode
}

/// What a command runs with.
struct CommandContext: Sendable {
    let root: CompositionRoot
    let console: Console
    let interruption: Interruption

    var settings: Settings { root.settings }
}
