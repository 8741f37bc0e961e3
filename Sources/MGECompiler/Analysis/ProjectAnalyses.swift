import MGECore
import MGEPostgres
package import MGESyntax

/// Loads the analysis of a run once a process, and again when a file changed.
package struct ProjectAnalyses: Sendable {
    private let syntax: SyntaxService
    private let cache = RunCache<ProjectAnalysis>()

    package init(syntax: SyntaxService) {
        self.syntax = syntax
    }

    /// The analysis of a run's last revisions.
    func analysis(of run: Run, from store: any PostgresExecutor) async throws -> ProjectAnalysis {
        let digests = try await store.fileDigests(in: run.id)
        let version = SHA256Digest(of: digests.map { "\($0.digest) \($0.path)\n" }.joined()).hexadecimal
        let syntax = syntax
        return try await cache.value(for: run, version: version) {
            try await ProjectAnalysis(files: store.lastRevisions(in: run.id), syntax: syntax)
        }
    }
}
