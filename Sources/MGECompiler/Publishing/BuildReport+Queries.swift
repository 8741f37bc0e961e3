import Foundation
import MGECore
import MGELayers
import MGEPostgres

extension PostgresExecutor {
    /// The report of a run whose repository has just been published.
    func buildReport(of run: Run, on plan: RepositoryPlan, stack: String, at path: String) async throws -> BuildReport {
        let description = try CanonicalJSON.decode(Description.self, from: Data(run.input.text.utf8))
        let totals = try await compileTotals(of: run.id)
        let origins = try await taskOrigins(of: run.id)
        return BuildReport(
            run: run.id, description: description.digest, stack: stack, repository: path, digest: plan.manifest.digest,
            counts: .init(
                tasks: totals.tasks, atoms: totals.atoms, waves: totals.waves, passedAtoms: totals.passedAtoms,
                failedAtoms: totals.failedAtoms, files: plan.manifest.files.count, bytes: plan.bytes),
            costs: try await costs(of: run.id),
            times: .init(submitted: run.createdAt, started: run.startedAt, published: Date()),
            files: plan.manifest.files.map { file in
                // Infrastructure is always rendered.
                let origin = file.task.flatMap { origins[$0] } ?? .template
                return .init(path: file.path, digest: file.digest, task: file.task, origin: origin)
            })
    }

    private func taskOrigins(of runID: UUID) async throws -> [Int: GeneratedCode.Origin] {
        let rows = try await rows(
            """
            SELECT task_number, origin FROM masterplan_tasks
            WHERE masterplan_id = \(RunIdentifiers(run: runID).masterplan) AND origin IS NOT NULL
            """, as: (Int, String).self)
        let known = rows.compactMap { number, origin in GeneratedCode.Origin(rawValue: origin).map { (number, $0) } }
        return Dictionary(known, uniquingKeysWith: { first, _ in first })
    }

    private func costs(of runID: UUID) async throws -> BuildReport.Costs {
        let row = try await firstRow(
            """
            SELECT d.llm_cost_usd, m.generation_cost_usd,
                   (SELECT coalesce(sum(llm_cost_usd), 0) FROM masterplan_tasks WHERE masterplan_id = m.masterplan_id)
            FROM masterplans m JOIN discovery_documents d USING (discovery_id) WHERE m.run_id = \(runID)
            """, as: (MicroUSD, MicroUSD, MicroUSD).self)
        return row.map { BuildReport.Costs(discovery: $0.0, masterplan: $0.1, code: $0.2) }
            ?? BuildReport.Costs(discovery: .zero, masterplan: .zero, code: .zero)
    }
}
