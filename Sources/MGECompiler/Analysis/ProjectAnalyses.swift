import MGELayers
import MGEPostgres
package import MGESyntax

/// Loads the analysis of a run once a process, and again once the run was planned again.
package struct ProjectAnalyses: Sendable {
    private let files: AtomizedFiles
    private let stage: StageName
    private let cache = RunCache<ProjectAnalysis>()

    /// - Parameters:
    ///   - syntax: parses the files.
    ///   - stage: the stage whose planning ends all change of files.
    package init(syntax: SyntaxService, plannedIn stage: StageName) {
        self.stage = stage
        files = AtomizedFiles(syntax: syntax)
    }

    /// Checks the syntax of one file; if nothing is wrong, cutting it will not parse it again.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func check(_ file: SourceFile, of run: Run) throws -> SyntaxReport {
        try files.check(file, of: run.id)
    }

    /// Cuts one file; the analysis will not do so again.
    /// - Throws: `GrammarError` when a grammar can't be used.
    func atomize(_ file: StoredFile, of run: Run) throws -> AtomizedFile {
        try files.atomize(file, of: run.id)
    }

    /// The analysis of a run's last revisions.
    ///
    /// Files change only before the stage is planned. When that was says which files they are, at the price of one row
    /// for each item that asks.
    func analysis(of run: Run, from store: any PostgresExecutor) async throws -> ProjectAnalysis {
        let version = try await store.plannedAt(stage, in: run.id)
        let atomized = files
        return try await cache.value(for: run, version: version) {
            defer { atomized.forget() }
            let files = try await store.fileEntries(in: run.id)
            let cut = try await atomized.take(files, of: run.id) { path in
                try await store.lastRevisions(in: run.id, after: path)
            }
            return try ProjectAnalysis(files: files, atomized: cut)
        }
    }

    /// Gives the memory of an analysis back; it is made again if somebody asks.
    func forget() async {
        await cache.forget()
    }
}
