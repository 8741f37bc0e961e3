import Foundation
import MGECore
package import MGEPostgres

/// Writes the last revision of every file into a tree that nobody sees yet.
package struct FileWritingStage: Stage {
    /// The whole tree is one item.
    package struct Item: Codable, Sendable {}

    /// The files that were written.
    package struct Output: Sendable {
        var files: Int
        var path: String
    }

    package static let name: StageName = "file_writing"
    package static let version = 1

    private let repositories: RepositoryPlans
    private let workspace: Workspace

    package init(repositories: RepositoryPlans, workspace: Workspace) {
        self.repositories = repositories
        self.workspace = workspace
    }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let files = try await store.fileEntries(in: run.id).map { "\($0.digest) \($0.path)\n" }.joined()
        let digest = SHA256Digest(of: "\(Self.version)\n\(files)")
        let isLost = try await store.isRepositoryLost(of: run, in: workspace)
        return StagePlan(
            items: [Planned(key: "tree", item: Item(), inputDigest: digest.hexadecimal, isLost: isLost)])
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> Output {
        let files = try await context.store.fileEntries(in: context.run.id)
        let staging = workspace.staging(of: context.run.id)
        let own = workspace.staging(of: context.run.id, token: context.leaseToken)
        do {
            workspace.remove(own)
            try await repositories.writeFiles(of: context.run, to: own, in: workspace, from: context.store)
            workspace.remove(staging)
            _ = try workspace.move(own, to: staging)
        } catch let error as FileTreeError {
            workspace.remove(own)
            throw ItemFailure(writing: error)
        }
        return Output(files: files.count, path: staging)
    }

    package func save(
        _ results: [Performed<Item, Output>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        for output in results.map(\.output) {
            let thinning = ProgressThinning(total: output.files)
            for count in stride(from: 1, through: output.files, by: 1) where thinning.keeps(count) {
                transaction.post(
                    Event(
                        "file_writing_progress",
                        [
                            "files_written": .integer(count), "total_files": .integer(output.files),
                            "workspace_path": .string(workspace.path),
                        ]))
            }
        }
        return []
    }
}
