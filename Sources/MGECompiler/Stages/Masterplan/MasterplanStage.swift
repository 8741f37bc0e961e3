import Foundation
import MGECore
package import MGELayers
package import MGEPostgres

/// Plans what is generated: names, tasks, and the contract.
package struct MasterplanStage: Stage {
    /// The whole plan is one item.
    package struct Item: Codable, Sendable {}

    package static let name: StageName = "masterplan"
    package static let version = 1

    private let stacks: StackCatalog
    private let renderers: StackRenderers
    private let discoveries = RunCache<DiscoveryDocument>()

    package init(stacks: StackCatalog, renderers: StackRenderers) {
        self.stacks = stacks
        self.renderers = renderers
    }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let document = try await discovery(of: run, from: store)
        let stack = try stacks.stack(named: document.stack)
        let definition = try CanonicalJSON.digest(of: stack.definition)
        let reserved = try CanonicalJSON.digest(of: stack.reserved)
        let text = "\(Self.version)\n\(definition)\n\(reserved)\n\(try CanonicalJSON.digest(of: document))"
        let id = RunIdentifiers(run: run.id).discovery
        return StagePlan(
            items: [Planned(key: "plan", item: Item(), inputDigest: SHA256Digest(of: text).hexadecimal)],
            save: { $0.post(.masterplanStart(discovery: id)) })
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> Masterplan {
        let document = try await discovery(of: context.run, from: context.store)
        do {
            let plan = try MasterplanBuilder.build(document, with: try stacks.stack(named: document.stack))
            context.journal.record(
                .init(
                    .plan, "unroll the blueprint of \(plan.stack)", reasoning: "no model is configured",
                    output: ["tasks": .integer(plan.tasks.count)]))
            return plan
        } catch let error as PlanningError {
            throw ItemFailure("\(error)", disposition: .stopRun, cause: .input)
        }
    }

    package func save(
        _ results: [Performed<Item, Masterplan>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        for result in results {
            let plan = result.output
            await renderers.prepare(RenderingPlan(plan), of: transaction.run)
            try await transaction.database.storeMasterplan(plan, of: transaction.run)
            let id = RunIdentifiers(run: transaction.run.id).masterplan
            transaction.setEventContext("masterplan_id", .string(id.uuidString.lowercased()))
            for phase in plan.phases {
                transaction.post(.planned("phase", phase.name, count: phase.number))
                for milestone in phase.milestones {
                    transaction.post(.planned("milestone", milestone.name, count: milestone.number))
                }
            }
            let thinning = ProgressThinning(total: plan.tasks.count)
            for task in plan.tasks where thinning.keeps(task.number) {
                transaction.post(.planned("task", task.name, count: task.number))
            }
            for diagnostic in plan.diagnostics { transaction.post(.diagnostic(diagnostic, phase: Self.name)) }
            transaction.post(.costCalculated())
            transaction.post(.masterplanComplete(plan))
        }
        await discoveries.forget()
        return []
    }

    private func discovery(of run: Run, from store: any PostgresExecutor) async throws -> DiscoveryDocument {
        try await discoveries.value(for: run) {
            guard let document = try await store.discovery(of: run.id) else {
                throw ItemFailure("the run has no discovery yet", disposition: .retry)
            }
            return document
        }
    }
}
