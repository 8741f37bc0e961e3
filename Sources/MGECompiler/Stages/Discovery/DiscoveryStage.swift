import Foundation
package import MGECore
package import MGELayers
package import MGEPostgres
package import MGEReading

/// Finds out what the description asks for.
package struct DiscoveryStage: Stage {
    /// The whole description is one item.
    package struct Item: Codable, Sendable {}

    package static let name: StageName = "discovery"
    package static let version = 1

    private let reader: DescriptionReader
    /// The digest of the vocabulary and of the stacks that the reader knows.
    private let knowledge: SHA256Digest

    package init(reader: DescriptionReader, knowledge: SHA256Digest) {
        self.reader = reader
        self.knowledge = knowledge
    }

    package func plan(_ run: Run, from store: any PostgresExecutor) async throws -> StagePlan<Item> {
        let digest = SHA256Digest(of: "\(Self.version)\n\(knowledge)\n\(run.input.text)")
        return StagePlan(
            items: [Planned(key: "description", item: Item(), inputDigest: digest.hexadecimal)],
            save: { $0.post(.discoveryStart()) })
    }

    package func perform(_ item: Item, in context: ItemContext) async throws -> DiscoveryDocument {
        let description = try CanonicalJSON.decode(Description.self, from: Data(context.run.input.text.utf8))
        do {
            let document = try reader.read(description)
            context.journal.record(
                .init(
                    .plan, "read the description by rules", reasoning: "no model is configured",
                    output: [
                        "entities": .integer(document.entities.count),
                        "relationships": .integer(document.relationships.count),
                        "diagnostics": .integer(document.diagnostics.count),
                    ]))
            return document
        } catch {
            let isOurs = error.installation != nil
            throw ItemFailure("\(error)", disposition: .stopRun, cause: isOurs ? .environment : .input)
        }
    }

    package func save(
        _ results: [Performed<Item, DiscoveryDocument>], in transaction: StageTransaction
    ) async throws -> [Planned<Item>] {
        for result in results {
            let document = result.output
            try await transaction.database.storeDiscovery(document, of: transaction.run)
            transaction.post(.discovered("domain", document.domain, count: 1))
            for (index, context) in document.boundedContexts.enumerated() {
                transaction.post(.discovered("bounded_context", context.name, count: index + 1))
            }
            for (index, aggregate) in document.aggregates.enumerated() {
                transaction.post(.discovered("aggregate", aggregate.root, count: index + 1))
            }
            for (index, entity) in document.entities.enumerated() {
                transaction.post(.discovered("entity", entity.name, count: index + 1))
            }
            for diagnostic in document.diagnostics {
                transaction.post(.diagnostic(diagnostic, phase: Self.name))
            }
            let id = RunIdentifiers(run: transaction.run.id).discovery
            transaction.post(.discoveryComplete(document, id: id))
        }
        return []
    }
}
