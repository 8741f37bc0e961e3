import MGECompiler

/// `mge doctor`: says what is there, what is missing, and how to get it.
struct DoctorCommand: Command {
    static let declaration = CommandDeclaration(
        "doctor", in: .maintain, summary: "check that everything is there that MGE needs",
        discussion: """
            Changes nothing. For each thing that is missing, says what can't be done without it and what to type. \
            Ends with 0 when mge submit would work, else with 8.
            """,
        examples: [.init("mge doctor", "after installing, or when something fails")])

    init(_ arguments: ParsedArguments) throws {}

    func run(in context: CommandContext) async throws -> ExitCode {
        let checks = await Examination(context.root).checks()
        for check in checks { show(check, context.console) }
        let broken = checks.filter { $0.state == .broken }
        guard let first = broken.first else { return .done }
        throw CommandFailure(
            .environment, "mge submit would not work: \(broken.map(\.name).joined(separator: ", "))",
            next: first.remedy ?? "mge help doctor")
    }

    private func show(_ check: DoctorCheck, _ console: Console) {
        guard !console.isJSON else { return console.result(check.json) }
        let style = console.outputStyle
        let mark =
            switch check.state {
            case .good: style.paint("ok     ", .green)
            case .lacking: style.paint("lacking", .yellow)
            case .broken: style.paint("broken ", .red)
            }
        console.result("\(mark)  \(check.name): \(TextWidth.printable(check.finding))")
        if let cost = check.cost { console.result("         \(cost)") }
        if let remedy = check.remedy { console.result("         help: \(TextWidth.printable(remedy))") }
    }
}
