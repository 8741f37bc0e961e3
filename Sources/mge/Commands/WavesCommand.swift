import MGECompiler
import MGECore
import MGESyntax

/// `mge waves`: shows in which order the atoms of sources can be worked on.
struct WavesCommand: Command {
    private static let dot = Flag("dot", help: "print the units and what they need in the language of Graphviz")
    private static let mermaid = Flag("mermaid", help: "print the same in the language of Mermaid")
    static let declaration = CommandDeclaration(
        "waves", in: .analyse, summary: "show in which order the atoms of sources can be worked on",
        discussion: """
            Reads files and directories, without a database, or the files of a run. A unit is the least that can be \
            checked by itself: the parts of one definition, or definitions that need each other in a cycle. Its wave is \
            one more than the greatest of those that it needs; a wave is worked on in batches of at most 100 atoms.
            """,
        positionals: [SourceInput.paths],
        options: [AnyOption(dot), AnyOption(mermaid), AnyOption(SourceInput.run), AnyOption(SourceInput.threads)],
        conflicts: [.init("dot", "mermaid", remedy: "give one of the two")],
        examples: [
            .init("mge waves src", "how many units each wave has, and which cycles there are"),
            .init("mge waves --json src", "every unit as a line of JSON, in order"),
            .init("mge waves --mermaid src", "a picture for a page of Markdown"),
        ])

    private enum Form { case lines, dot, mermaid }

    private let input: SourceInput
    private let form: Form

    init(_ arguments: ParsedArguments) throws {
        input = try SourceInput(arguments, of: Self.declaration)
        form = arguments[Self.dot] ? .dot : arguments[Self.mermaid] ? .mermaid : .lines
    }

    func run(in context: CommandContext) async throws -> ExitCode {
        let sources = try await input.load(in: context)
        let project = sources.project(keepsReferences: false)
        let graph = AtomGraph(project)
        let report = WavesReport(project, graph)
        let console = context.console
        let warnings = sources.diagnostics + graph.warnings
        switch form {
        case .dot: console.result(report.dot.joined(separator: "\n"))
        case .mermaid: console.result(report.mermaid.joined(separator: "\n"))
        case .lines where console.isJSON:
            for warning in warnings { console.write(AtomizationReport.line(of: warning)) }
            console.writeLines { report.forEachLine($0) }
            console.write(report.summary(seconds: sources.seconds))
            return .done
        case .lines:
            var table = Table("WAVE", "UNITS", "ATOMS", numbers: [0, 1, 2])
            for (number, wave) in report.waves.enumerated() { table.add("\(number)", "\(wave.units)", "\(wave.atoms)") }
            console.result(table.lines(console.outputStyle).joined(separator: "\n"))
        }
        for warning in warnings { console.tell("\(warning)") }
        return .done
    }
}
