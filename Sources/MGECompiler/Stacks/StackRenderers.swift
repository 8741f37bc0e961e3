import Foundation
package import MGEPostgres
import MGETemplates

/// Makes the renderer of a run once a process.
package struct StackRenderers: Sendable {
    private let stacks: StackCatalog
    private let cache = RunCache<StackRenderer>()

    package init(stacks: StackCatalog) {
        self.stacks = stacks
    }

    /// The renderer of a run's plan.
    /// - Throws: `ItemFailure` when there is no plan; `StackError` when the stack can't be read; `PostgresError`.
    package func renderer(of run: Run, from store: any PostgresExecutor) async throws -> StackRenderer {
        let stacks = stacks
        return try await cache.value(for: run) {
            guard let plan = try await store.renderingPlan(of: run.id) else {
                throw ItemFailure("the run has no plan yet", disposition: .retry)
            }
            return try Self.renderer(of: plan, in: stacks)
        }
    }

    /// Begins to make the renderer of a plan that is being stored, so that it need not be loaded.
    func prepare(_ plan: RenderingPlan, of run: Run) async {
        let stacks = stacks
        await cache.begin(for: run) { try Self.renderer(of: plan, in: stacks) }
    }

    private static func renderer(of plan: RenderingPlan, in stacks: StackCatalog) throws -> StackRenderer {
        let stack = try stacks.stack(named: plan.stack)
        let environment = TemplateEnvironment(
            loader: DictionaryLoader(stack.files.mapValues { String(decoding: $0, as: UTF8.self) }),
            options: .codeGeneration)
        return try StackRenderer(plan: plan, stack: stack, environment: environment)
    }

    /// Gives the memory of a large plan back, which is loaded again if somebody asks.
    func forget(planOf tasks: Int) async {
        if tasks > Self.kept { await cache.forget() }
    }

    /// In tasks; the room of a larger plan is needed by atoms, and loading a smaller one again takes more than it spares.
    private static let kept = 5_000
}

extension TemplateOptions {
    /// How the templates of stacks are read.
    static var codeGeneration: TemplateOptions {
        var options = TemplateOptions()
        options.trimBlocks = true
        options.lstripBlocks = true
        options.keepTrailingNewline = true
        return options
    }
}
