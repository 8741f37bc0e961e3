import Foundation
import MGECore
import MGELayers

extension Event {
    static func masterplanStart(discovery: UUID) -> Event {
        Event(
            "masterplan_generation_start",
            [
                "discovery_id": .string(discovery.uuidString.lowercased()), "estimated_tokens": 0,
                "estimated_cost_usd": 0,
            ])
    }

    static func planned(_ type: String, _ name: String, count: Int) -> Event {
        Event(
            "masterplan_entity_discovered",
            ["entity_type": .string(type), "name": .string(name), "count": .integer(count)])
    }

    /// Without a model every task is rendered, which costs nothing.
    static func costCalculated() -> Event {
        Event(
            "status",
            [
                "phase": "cost_calculation", "message": "every task is rendered from a template: nothing to pay",
                "total_cost_usd": 0, "total_tokens": 0,
            ])
    }

    static func masterplanComplete(_ plan: Masterplan) -> Event {
        Event(
            "masterplan_generation_complete",
            [
                "total_phases": .integer(plan.phases.count), "total_milestones": .integer(plan.milestoneCount),
                "total_tasks": .integer(plan.tasks.count), "generation_cost_usd": 0,
            ])
    }
}
