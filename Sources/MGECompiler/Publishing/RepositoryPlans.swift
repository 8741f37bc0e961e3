import Foundation
package import MGECore
package import MGEPostgres

/// Puts together what a run publishes, from its last revisions and its plan.
package struct RepositoryPlans: Sendable {
    private let renderers: StackRenderers
    /// The infrastructure of one run, which acceptance and publishing both need.
    private let cache = RunCache<Infrastructure>()

    package init(renderers: StackRenderers) {
        self.renderers = renderers
    }

    /// Begins to render the infrastructure of a run, which is as well done while its tasks are stored: at the end, there
    /// is nothing else to do meanwhile, and the plan would have to be kept or loaded once more.
    package func prepareInfrastructure(of run: Run, by renderer: StackRenderer) async {
        await cache.begin(for: run) { try Infrastructure(renderedBy: renderer) }
    }

    /// The infrastructure of a run.
    /// - Throws: `ItemFailure` when there is no plan; `StackError` when the stack can't be read; `PostgresError`.
    package func infrastructure(of run: Run, from store: any PostgresExecutor) async throws -> Infrastructure {
        let renderers = renderers
        return try await cache.value(for: run) {
            try Infrastructure(renderedBy: try await renderers.renderer(of: run, from: store))
        }
    }

    /// Everything that the run's repository will consist of.
    /// - Throws: `ItemFailure` for a template that can't be rendered and a path that can't be written; `PostgresError`.
    package func plan(of run: Run, from store: any PostgresExecutor) async throws -> RepositoryPlan {
        let infrastructure = try await infrastructure(of: run, from: store)
        do {
            return try RepositoryPlan(
                files: try await store.fileEntries(in: run.id), infrastructure: try infrastructure.files)
        } catch let error as RepositoryPathError {
            throw ItemFailure(
                "\(error)", subject: error.path, remedy: "give the entity or the file another name", cause: .input)
        }
    }

    /// Writes the last revisions of a run's files into a new tree.
    /// - Throws: `FileTreeError`; `PostgresError`. Nothing of the tree remains then.
    package func writeFiles(
        of run: Run, to root: String, in workspace: Workspace, from store: any PostgresExecutor
    ) async throws {
        try await RepositoryPlan.writeFiles(to: root, in: workspace) {
            try await store.lastRevisions(in: run.id, after: $0)
        }
    }

    /// The digest of everything that the repository follows from.
    /// - Throws: as `infrastructure(of:from:)`.
    package func inputDigest(of run: Run, from store: any PostgresExecutor) async throws -> SHA256Digest {
        let infrastructure = try await infrastructure(of: run, from: store).digest
        let files = try await store.fileEntries(in: run.id).map { "\($0.digest) \($0.path)\n" }.joined()
        return SHA256Digest(of: "\(infrastructure)\n\(files)")
    }
}
