package import MGECore
package import MGEPostgres
package import MGESyntax

/// All files of a run as atoms, with the names that tie them together: what atomization finds out and waves are made of.
package struct ProjectAnalysis: Sendable {
    /// In the order of their paths' bytes.
    package let files: [StoredFile]
    /// `atomized[i]` is of `files[i]`.
    package let atomized: [AtomizedFile]
    package let names: ProjectNames
    package let graph: AtomGraph

    /// Parses and resolves some files.
    /// - Throws: what the syntax service throws for a file.
    package init(files: [StoredFile], syntax: SyntaxService) async throws {
        self.files = files
        atomized = try await files.concurrentMap { try syntax.atomize(Array($0.text.utf8), path: $0.path) }
        names = ProjectNames(files: atomized)
        graph = AtomGraph(names: names)
    }
}

/// Loads the analysis of a run once a process, and again when a file changed.
package struct ProjectAnalyses: Sendable {
    private let syntax: SyntaxService
    private let cache = RunCache<ProjectAnalysis>()

    package init(syntax: SyntaxService) {
        self.syntax = syntax
    }

    /// The analysis of a run's last revisions.
    /// - Throws: `PostgresError`, and what the syntax service throws for a file.
    package func analysis(of run: Run, from store: any PostgresExecutor) async throws -> ProjectAnalysis {
        let digests = try await store.fileDigests(in: run.id)
        let version = SHA256Digest(of: digests.map { "\($0.digest) \($0.path)\n" }.joined()).hexadecimal
        let syntax = syntax
        return try await cache.value(for: run, version: version) {
            try await ProjectAnalysis(files: store.lastRevisions(in: run.id), syntax: syntax)
        }
    }
}
