import MGECompiler
import MGELayers

/// What a plan will build, in a few lines for whoever has to approve it.
struct PlanSummary: Sendable {
    private let plan: Masterplan

    init(_ plan: Masterplan) {
        self.plan = plan
    }

    var text: String {
        let files = plan.tasks.reduce(0) { $0 + $1.targetFiles.count }
        var lines = [
            "\(plan.project.title) (\(plan.project.slug)), stack \(plan.stack)",
            "  \(count(plan.phases.count, "phase")), \(count(plan.milestoneCount, "milestone")), "
                + "\(count(plan.tasks.count, "task")), \(count(files, "file")), "
                + "\(count(plan.contract.operations.count, "operation"))",
        ]
        for entity in plan.entities.prefix(20) {
            let names = entity.fields.map(\.name) + entity.relations.map { "\($0.name) → \($0.target)" }
            lines.append(TextWidth.fit("  \(entity.names.label): \(names.joined(separator: ", "))", to: 100))
        }
        if plan.entities.count > 20 { lines.append("  … and \(plan.entities.count - 20) more entities") }
        lines.append("  cost: $0 (no model is used)")
        return lines.joined(separator: "\n")
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
