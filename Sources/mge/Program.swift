import Foundation
import Glibc
import MGECompiler

/// One invocation of `mge`, from its arguments to its exit code.
struct Program: Sendable {
    let environment: [String: String]
    let directory: URL
    private let output = TextOutput(descriptor: STDOUT_FILENO)
    private let errors: TextOutput
    /// What signals do; whoever runs the program installs it.
    let interruption: Interruption

    static let version = "0.1.0"

    static let commands: [any Command.Type] = [
        SubmitCommand.self, ResumeCommand.self, ApproveCommand.self, CancelCommand.self, CollectCommand.self,
        StatusCommand.self, PlanCommand.self, CostCommand.self, LogCommand.self, AtomizeCommand.self,
        WavesCommand.self, PruneCommand.self,
        DatabaseCommand.self, DoctorCommand.self,
    ]

    init(environment: [String: String], directory: URL) {
        self.environment = environment
        self.directory = directory
        errors = TextOutput(descriptor: STDERR_FILENO)
        interruption = Interruption(errors: errors)
    }

    /// Does what the arguments ask for.
    func run(_ arguments: [String]) async -> ExitCode {
        let declarations = Self.commands.map { $0.declaration }
        if arguments.isEmpty { return usage(declarations) }
        var parser = ArgumentParser(
            commands: declarations, common: CommonOptions.all, environment: environment, settings: SettingsFile())
        do {
            let known = (declarations.flatMap(\.options) + CommonOptions.all).filter(\.isSetting).map(\.name)
            parser.settings = try SettingsFile(in: directory, known: Array(Set(known)))
            switch try parser.parse(arguments) {
            case .version:
                output.write("mge \(Self.version)\n")
                return finish(.done, console(parser.fallbackValues))
            case .help(let name):
                return help(about: name, declarations, console(parser.fallbackValues))
            case .command(let name, let values):
                return await run(name, values)
            }
        } catch {
            let console = console(parser.fallbackValues)
            console.report(CommandFailure(describing: error))
            return finish(.usage, console)
        }
    }

    private func run(_ name: String, _ values: ParsedArguments) async -> ExitCode {
        let console = console(values)
        do {
            guard let type = Self.commands.first(where: { $0.declaration.name == name }) else { return .usage }
            let command = try type.init(values)
            let settings = Settings(values, environment: environment, directory: directory)
            let context = CommandContext(
                root: CompositionRoot(settings: settings), console: console, interruption: interruption)
            return finish(try await command.run(in: context), console)
        } catch {
            let failure = CommandFailure(describing: error)
            console.report(failure)
            return finish(failure.code, console)
        }
    }

    /// Results that could not be written are a failure of their own.
    private func finish(_ code: ExitCode, _ console: Console) -> ExitCode {
        guard code == .done, let failure = output.failure else { return code }
        let failed = CommandFailure(
            .environment, "standard output can't be written: \(String(cString: strerror(failure)))",
            next: "free some disk space, or write to another place")
        console.report(failed)
        return failed.code
    }

    /// What an empty command line is told.
    private func usage(_ declarations: [CommandDeclaration]) -> ExitCode {
        let text = HelpText(
            commands: declarations, common: CommonOptions.all, sections: HelpSections.all, width: 80)
        errors.write(text.overview())
        return .usage
    }

    private func help(about name: String?, _ declarations: [CommandDeclaration], _ console: Console) -> ExitCode {
        let width = min(100, max(40, console.outputStyle.isTerminal ? console.outputStyle.width() : 80))
        let text = HelpText(
            commands: declarations, common: CommonOptions.all, sections: HelpSections.all, width: width)
        let page = name.flatMap { name in declarations.first { $0.name == name } }
        output.write(page.map { text.page(of: $0) } ?? text.overview())
        return finish(.done, console)
    }

    private func console(_ values: ParsedArguments) -> Console {
        let isColoured = !values[CommonOptions.noColor]
        return Console(
            output: output, errors: errors,
            outputStyle: output.style(isColoured: isColoured, environment: environment),
            errorStyle: errors.style(isColoured: isColoured, environment: environment),
            verbosity: values[CommonOptions.quiet] ? .quiet : values[CommonOptions.verbose] ? .verbose : .normal,
            isJSON: values[CommonOptions.json])
    }
}
