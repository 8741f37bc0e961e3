import Foundation
import MGECore
import MGELayers
package import MGEPostgres

/// Adds what runs, ships and describes the project, and publishes the repository in one step.
package struct InfrastructureStage: Stage {
    /// The whole repository is one item.
    package struct Item: Codable, Sendable {}

    /// What was published.
    package struct Output: Sendable {
        var repository: Repository
        var infrastructureFiles: Int
        var projectType: String
    }

    package static let name: StageName = "infrastructure"
    package static let version = 1

    private let repositories: RepositoryPlans
    private let workspace: Workspace

    package init(repositories: RepositoryPlans, workspace: Workspace) {
        self.repositories = repositories
        self.workspace = workspace
    }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let digest = try await repositories.inputDigest(of: run, from: store)
        let text = SHA256Digest(of: "\(Self.version)\n\(digest)").hexadecimal
        let isLost = try await store.isRepositoryLost(of: run, in: workspace)
        return StagePlan(items: [Planned(key: "repository", item: Item(), inputDigest: text, isLost: isLost)])
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> Output {
        let run = context.run
        let infrastructure = try await repositories.infrastructure(of: run, from: context.store)
        let plan = try await repositories.plan(of: run, from: context.store)
        guard try await context.store.expectedDigest(of: run.id) == plan.manifest.digest else {
            throw ItemFailure("what is to be published is not what was accepted", disposition: .stopRun)
        }
        let path = workspace.repository(of: run.id, named: infrastructure.slug)
        do {
            try await publish(plan, in: context, as: "\(workspace.path)/\(path)")
            let report = try await context.store.buildReport(of: run, on: plan, stack: infrastructure.stack, at: path)
            try workspace.replace(workspace.report(of: run.id), with: report.data())
        } catch let error as FileTreeError {
            throw ItemFailure(writing: error)
        }
        context.journal.record(
            .init(.execution, "publish", output: ["digest": .string(plan.manifest.digest.hexadecimal)]))
        let repository = Repository(path: path, manifest: plan.manifest, bytes: plan.bytes)
        return Output(
            repository: repository, infrastructureFiles: plan.infrastructure.count,
            projectType: infrastructure.stack)
    }

    /// Completes the staged tree, or makes it anew when it is not there, and puts it in its place.
    private func publish(_ plan: RepositoryPlan, in context: ItemContext, as target: String) async throws {
        let run = context.run
        let staging = workspace.staging(of: run.id)
        let own = workspace.staging(of: run.id, token: context.leaseToken)
        workspace.remove(own)
        if try !workspace.move(staging, to: own) {
            try await repositories.writeFiles(of: run, to: own, in: workspace, from: context.store)
        }
        do {
            try plan.writeInfrastructure(to: own)
            if !plan.differences(in: own).isEmpty {
                workspace.remove(own)
                try await repositories.writeFiles(of: run, to: own, in: workspace, from: context.store)
                try plan.writeInfrastructure(to: own)
            }
            try workspace.publish(own, as: target)
        } catch {
            workspace.remove(own)
            throw error
        }
        workspace.removeLeftovers(of: run.id, upTo: context.leaseToken)
    }

    package func save(
        _ results: [Performed<Item, Output>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        for output in results.map(\.output) {
            try await transaction.database.storePublished(output.repository, of: transaction.run.id)
            transaction.post(
                Event(
                    "infrastructure_generation_complete",
                    [
                        "files_generated": .integer(output.infrastructureFiles),
                        "project_type": .string(output.projectType),
                    ]))
            transaction.post(.status(phase: "publish", "published \(output.repository.path)"))
        }
        return []
    }
}
