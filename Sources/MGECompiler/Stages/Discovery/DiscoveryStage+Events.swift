import Foundation
import MGECore
import MGELayers

extension Event {
    static func discoveryStart() -> Event {
        Event(
            "discovery_generation_start",
            ["estimated_tokens": 0, "estimated_duration_seconds": 0, "estimated_cost_usd": 0])
    }

    static func discovered(_ type: String, _ name: String, count: Int) -> Event {
        Event(
            "discovery_entity_discovered",
            ["entity_type": .string(type), "name": .string(name), "count": .integer(count)])
    }

    static func discoveryComplete(_ document: DiscoveryDocument, id: UUID) -> Event {
        Event(
            "discovery_generation_complete",
            [
                "discovery_id": .string(id.uuidString.lowercased()),
                "total_bounded_contexts": .integer(document.boundedContexts.count),
                "total_aggregates": .integer(document.aggregates.count),
                "total_entities": .integer(document.entities.count),
            ])
    }
}
