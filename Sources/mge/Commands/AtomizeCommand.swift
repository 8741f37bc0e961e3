import MGECompiler
import MGECore
import MGESyntax

/// `mge atomize`: cuts sources into atoms and finds who uses what.
struct AtomizeCommand: Command {
    private static let all = Flag(
        "all", help: "give every use of a definition a line, not one for each user, way and eagerness")
    static let declaration = CommandDeclaration(
        "atomize", in: .analyse, summary: "cut sources into atoms and find who uses which definition",
        discussion: """
            Reads files and directories, without a database, or the files of a run. Shows how many atoms, definitions \
            and references there are in each language; with --json each of them on a line, paths relative to the \
            directory when there is but one.

            An atom is a run of whole lines, about ten of them, that ends where the syntax has a boundary: put together, \
            the atoms of a file are the file. What is no text is left out.
            """,
        positionals: [SourceInput.paths],
        options: [AnyOption(all), AnyOption(SourceInput.run), AnyOption(SourceInput.threads)],
        examples: [
            .init("mge atomize src", "what there is in a directory"),
            .init("mge atomize --json src > atoms.jsonl", "every atom, definition and reference as a line of JSON"),
            .init("mge atomize --run last", "the files of the newest run"),
        ])

    private let input: SourceInput
    private let keepsAllUses: Bool

    init(_ arguments: ParsedArguments) throws {
        input = try SourceInput(arguments, of: Self.declaration)
        keepsAllUses = arguments[Self.all]
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        let sources = try await input.load(in: context, keepsAllUses: keepsAllUses)
        let project = sources.project(keepsReferences: true, keepsAllUses: keepsAllUses)
        let report = AtomizationReport(project)
        let told = sources.diagnostics + project.files.flatMap(\.diagnostics)
        for diagnostic in told where !context.console.isJSON { context.console.tell("\(diagnostic)") }
        if context.console.isJSON {
            for diagnostic in sources.diagnostics { context.console.write(AtomizationReport.line(of: diagnostic)) }
            context.console.writeLines { report.forEachLine($0) }
            context.console.write(report.summary(bytes: sources.bytes, seconds: sources.seconds))
        } else {
            var table = Table("LANGUAGE", "FILES", "LINES", "ATOMS", "DEFINITIONS", numbers: [1, 2, 3, 4])
            for language in report.languages {
                table.add(
                    language.name, "\(language.files)", "\(language.lines)", "\(language.atoms)",
                    "\(language.definitions)")
            }
            context.console.result(table.lines(context.console.outputStyle).joined(separator: "\n"))
            context.console.result(
                "\(project.atomCount) atoms, \(project.references.count) references between definitions "
                    + "in \(sources.timeText)")
        }
        return .done
    }
}
