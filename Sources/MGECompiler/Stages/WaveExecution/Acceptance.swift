import MGECore
import MGELayers
import MGEPostgres
package import MGESyntax

/// Judges the whole: all checked files together with the infrastructure that will be published with them.
package struct Acceptance: Sendable {
    private let repositories: RepositoryPlans
    private let syntax: SyntaxService

    package init(repositories: RepositoryPlans, syntax: SyntaxService) {
        self.repositories = repositories
        self.syntax = syntax
    }

    /// The digest of everything that the judgement follows from.
    func inputDigest(of run: Run, from store: any PostgresExecutor) async throws -> SHA256Digest {
        try await repositories.inputDigest(of: run, from: store)
    }

    /// The manifest of what may be published, and its size in bytes.
    ///
    /// - Throws: `ItemFailure` when a path or an infrastructure file is not valid, or when a check failed and the run is
    ///   strict.
    func accept(_ run: Run, from store: any PostgresExecutor) async throws -> (Manifest, bytes: Int) {
        let plan = try await repositories.plan(of: run, from: store)
        for file in plan.infrastructure {
            let report = try syntax.check(Array(file.text.utf8), path: file.path)
            guard let error = report.diagnostics.first(where: { $0.severity == .error }) else { continue }
            throw ItemFailure(
                "the stack renders infrastructure that is not valid: \(error.message)", subject: file.path,
                remedy: "mend the template, then resume the run", at: error.location)
        }
        let settings = try run.settings.decoded(as: CompileSettings.self)
        let totals = try await store.executionTotals(of: run.id)
        if settings.isStrict, totals.failed > 0 {
            throw ItemFailure(
                "\(totals.failed) atoms did not pass the checks",
                remedy: "see the errors above; without --strict the "
                    + "repository is published with what it lacks", cause: .validation)
        }
        return (plan.manifest, plan.bytes)
    }
}
