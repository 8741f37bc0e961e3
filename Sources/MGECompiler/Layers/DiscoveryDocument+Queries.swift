package import Foundation
import MGECore
package import MGELayers
package import MGEPostgres

extension PostgresExecutor {
    /// Stores the discovery of a run in the place of an earlier one.
    func storeDiscovery(_ document: DiscoveryDocument, of run: Run) async throws {
        let id = RunIdentifiers(run: run.id).discovery
        try await execute(
            """
            INSERT INTO discovery_documents (discovery_id, run_id, user_id, session_id, domain, bounded_contexts,
                                             aggregates, entities, document)
            VALUES (\(id), \(run.id), \(run.userID), \(run.sessionID), \(document.domain),
                    \(JSONB(document.boundedContexts)), \(JSONB(document.aggregates)), \(JSONB(document.entities)),
                    \(JSONB(document)))
            ON CONFLICT (discovery_id) DO UPDATE
                SET domain = excluded.domain, bounded_contexts = excluded.bounded_contexts,
                    aggregates = excluded.aggregates, entities = excluded.entities, document = excluded.document
            """)
    }

    /// The discovery of a run; nil before that stage.
    /// - Throws: `PostgresError`.
    package func discovery(of runID: UUID) async throws -> DiscoveryDocument? {
        try await rows(
            "SELECT document FROM discovery_documents WHERE run_id = \(runID)", as: JSONB<DiscoveryDocument>.self
        ).first?.value
    }
}
