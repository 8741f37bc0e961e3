import Foundation
package import MGECore
package import MGEPostgres

/// Puts together what a run publishes, from its last revisions and its plan.
package struct RepositoryPlans: Sendable {
    private let renderers: StackRenderers
    /// The infrastructure of one run, which acceptance and publishing both need.
    private let infrastructure = RunCache<[SourceFile]>()

    package init(renderers: StackRenderers) {
        self.renderers = renderers
    }

    /// Everything that the run's repository will consist of.
    /// - Throws: `ItemFailure` for a template that can't be rendered and a path that can't be written; `PostgresError`.
    package func plan(of run: Run, from store: any PostgresExecutor) async throws -> RepositoryPlan {
        let renderer = try await renderers.renderer(of: run, from: store)
        let infrastructure = try await infrastructure.value(for: run) { try renderer.renderInfrastructure() }
        do {
            return try RepositoryPlan(files: try await store.fileEntries(in: run.id), infrastructure: infrastructure)
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

    /// The name of the repository's folder.
    /// - Throws: as `plan(of:from:)`.
    package func slug(of run: Run, from store: any PostgresExecutor) async throws -> String {
        try await renderers.renderer(of: run, from: store).project.slug
    }

    /// The digest of everything that the repository follows from.
    /// - Throws: as `plan(of:from:)`.
    package func inputDigest(of run: Run, from store: any PostgresExecutor) async throws -> SHA256Digest {
        let renderer = try await renderers.renderer(of: run, from: store)
        let files = try await store.fileEntries(in: run.id).map { "\($0.digest) \($0.path)\n" }.joined()
        return SHA256Digest(of: "\(try renderer.infrastructureDigest())\n\(files)")
    }
}
