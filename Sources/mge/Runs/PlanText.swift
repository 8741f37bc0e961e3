import MGECompiler
import MGECore
import MGELayers

/// Shows a plan: its interface, and its phases with milestones, tasks and files.
struct PlanText: Sendable {
    private let plan: Masterplan
    private let style: TerminalStyle

    init(_ plan: Masterplan, style: TerminalStyle) {
        self.plan = plan
        self.style = style
    }

    var lines: [String] {
        var lines = ["", style.bold("Interface of \(plan.project.slug) \(plan.project.version)")]
        var table = Table("METHOD", "PATH", "OPERATION", "STATUS")
        for operation in plan.contract.operations {
            let statuses = [operation.success] + operation.problems
            table.add(
                operation.method, operation.path, operation.identifier,
                statuses.map { "\($0)" }.joined(separator: " "))
        }
        lines += table.lines(style)
        if !plan.contract.unprobed.isEmpty {
            lines += ["", "Not covered by the interface's description:"] + plan.contract.unprobed.map { "  - \($0)" }
        }
        for phase in plan.phases { lines += self.lines(of: phase) }
        if !plan.diagnostics.isEmpty { lines += [""] + plan.diagnostics.map(\.description) }
        return lines.map { style.isColoured ? $0 : TextWidth.printable($0) }
    }

    private func lines(of phase: Phase) -> [String] {
        var lines = ["", style.bold("Phase \(phase.number): \(phase.name)")]
        for milestone in phase.milestones {
            lines.append("  Milestone \(milestone.number): \(milestone.name)")
            for number in milestone.tasks where plan.tasks.indices.contains(number - 1) {
                let task = plan.tasks[number - 1]
                let needs = task.dependencies.map { "\($0)" }.joined(separator: ", ")
                lines.append("    \(task.number). \(task.name)" + (needs.isEmpty ? "" : "  (after \(needs))"))
                lines += task.targetFiles.map { "         \($0)" }
            }
        }
        return lines
    }
}
