package import Foundation
import MGECore
import MGELayers
package import MGEPostgres

extension PostgresExecutor {
    /// The digest of what acceptance expects to be published; nil before that.
    func expectedDigest(of runID: UUID) async throws -> SHA256Digest? {
        try await rows("SELECT digest FROM repositories WHERE run_id = \(runID)", as: SHA256Digest.self).first
    }

    func storePublished(_ repository: Repository, of runID: UUID) async throws {
        try await execute(
            """
            UPDATE repositories SET path = \(repository.path), published_at = clock_timestamp()
            WHERE run_id = \(runID)
            """)
    }

    /// Where the repository of a run was published, relative to the workspace; nil before that.
    /// - Throws: `PostgresError`.
    package func publishedPath(of runID: UUID) async throws -> String? {
        try await rows("SELECT path FROM repositories WHERE run_id = \(runID)", as: (String?).self).first ?? nil
    }

    /// Whether a run published a repository that is no longer where it was put, or whose report is not.
    func isRepositoryLost(of run: Run, in workspace: Workspace) async throws -> Bool {
        guard let path = try await publishedPath(of: run.id) else { return false }
        return !["\(workspace.path)/\(path)", workspace.report(of: run.id)].allSatisfy {
            FileManager.default.fileExists(atPath: $0)
        }
    }
}
