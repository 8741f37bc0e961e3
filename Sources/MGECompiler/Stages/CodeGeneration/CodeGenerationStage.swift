import Foundation
import MGECore
package import MGELayers
package import MGEPostgres

/// Makes the code of every task and validates it.
package struct CodeGenerationStage: Stage {
    /// One task of the plan.
    package struct Item: Codable, Sendable {
        var task: Int
    }

    package static let name: StageName = "code_generation"
    package static let version = 1

    private let renderers: StackRenderers
    private let validator: CodeValidator
    private let repositories: RepositoryPlans

    package init(renderers: StackRenderers, analyses: ProjectAnalyses, repositories: RepositoryPlans) {
        self.renderers = renderers
        self.repositories = repositories
        validator = CodeValidator(analyses: analyses)
    }

    package var batchSize: Int { 32 }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let renderer = try await renderers.renderer(of: run, from: store)
        await repositories.prepareInfrastructure(of: run, by: renderer)
        let chunks = renderer.tasks.chunks(of: 256)
        // Nothing else is worked on meanwhile: the digests, most of the time, are made on all processors.
        let items = try await withThrowingTaskGroup(of: (Int, [Planned<Item>]).self) { group in
            for (number, tasks) in chunks.enumerated() {
                group.addTask { (number, try tasks.map { try Self.planned($0, by: renderer) }) }
            }
            var parts = [[Planned<Item>]](repeating: [], count: chunks.count)
            for try await (number, part) in group { parts[number] = part }
            return Array(parts.joined())
        }
        return StagePlan(items: items)
    }

    private static func planned(_ task: PlannedTask, by renderer: StackRenderer) throws -> Planned<Item> {
        Planned(
            key: "task-\(task.number)", item: Item(task: task.number),
            inputDigest: "\(version)-\(try renderer.inputDigest(of: task))",
            dependencies: task.dependencies.map { "task-\($0)" })
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> GeneratedCode {
        let renderer = try await renderers.renderer(of: context.run, from: context.store)
        guard renderer.tasks.indices.contains(item.task - 1) else {
            throw ItemFailure("the plan has no task \(item.task)")
        }
        let task = renderer.tasks[item.task - 1]
        let files = try renderer.render(task)
        let report = try validator.validate(files, of: context.run)
        let reason = "the stack has a template for tasks of kind \(task.kind)"
        context.journal.record(.init(.codeGeneration, "render \(task.template)", reasoning: reason))
        context.journal.record(
            .init(
                .validation, "check UTF-8 and syntax",
                output: ["errors": .integer(report.errorCount), "warnings": .integer(report.warningCount)]))
        if let error = report.diagnostics.first(where: { $0.severity == .error }) {
            throw ItemFailure(
                "\(task.template) renders code that is not valid: \(error.message)", subject: task.targetFiles.first,
                remedy: "mend the template, then resume the run", at: error.location, disposition: .stopRun)
        }
        return GeneratedCode(task: task.number, files: files, origin: .template, reason: reason, validation: report)
    }

    package func save(
        _ results: [Performed<Item, GeneratedCode>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        let runID = transaction.run.id
        let codes = results.map(\.output)
        try await transaction.database.storeFiles(of: codes, in: runID)
        try await transaction.database.storeOrigins(of: codes, in: runID)
        let total = try await transaction.database.taskCount(of: runID)
        let titles = try await transaction.database.taskNames(codes.map(\.task), in: runID)
        let thinning = ProgressThinning(total: total)
        for code in codes {
            let title = titles[code.task] ?? ""
            transaction.countProgress { done in
                thinning.keeps(done) ? .codeProgress(code, title: title, done: done, of: total) : nil
            }
        }
        return []
    }

    package func complete(in transaction: StageTransaction) async throws {
        let totals = try await transaction.database.generationTotals(of: transaction.run.id)
        transaction.post(.validationComplete(totals))
        transaction.post(.generationComplete(totals))
        await renderers.forget(planOf: try await transaction.database.taskCount(of: transaction.run.id))
    }
}
