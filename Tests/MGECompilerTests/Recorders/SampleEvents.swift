import Foundation
import MGECore
import Synchronization

@testable import MGECompiler

/// Events as a small run stores them.
enum SampleEvents {
    static let run = UUID(uuid: (0x3f, 0x2a, 0x9c, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))

    static func stored(_ events: [(String, [String: JSONValue])]) -> [StoredEvent] {
        events.enumerated().map { index, event in
            StoredEvent(
                id: Int64(index + 1), runID: run, type: event.0, data: .object(event.1),
                createdAt: Date(timeIntervalSince1970: 1_700_000_000.25 + Double(index)))
        }
    }

    static let all = stored([
        ("discovery_generation_start", ["estimated_cost_usd": 0]),
        (
            "warning",
            [
                "phase": "discovery", "message": "the fields of `task` are guessed", "subject": "task",
                "remedy": "say them", "file": "brief.md", "line": 2, "column": 3,
            ]
        ),
        ("discovery_entity_discovered", ["entity_type": "entity", "name": "task", "count": 1]),
        (
            "discovery_generation_complete",
            ["total_entities": 1, "total_aggregates": 1, "total_bounded_contexts": 1]
        ),
        ("masterplan_generation_complete", ["total_tasks": 2, "total_milestones": 1, "total_phases": 1]),
        (
            "code_generation_progress",
            ["task_number": 1, "task_title": "Model of task", "progress": "1/2", "origin": "template"]
        ),
        (
            "code_generation_progress",
            ["task_number": 2, "task_title": "Router of task", "progress": "2/2", "origin": "template"]
        ),
        ("code_generation_complete", ["total_tasks": 2, "succeeded": 1, "failed": 1]),
        (
            "error",
            [
                "phase": "code_generation", "message": "no template serves it", "subject": "task-2",
                "remedy": "write one",
            ]
        ),
        ("execution_wave_start", ["wave_number": 1, "total_waves": 4, "atoms_in_wave": 7]),
        ("execution_wave_complete", ["wave_number": 1, "total_waves": 4, "atoms_succeeded": 7, "atoms_failed": 0]),
        (
            "execution_complete",
            ["total_waves": 4, "atoms_succeeded": 1999, "atoms_failed": 1, "precision": .number(0.9995)]
        ),
        ("complete", ["outcome": "partial", "execution_time": .number(75.4), "total_tasks": 2, "cost_usd": 0]),
    ])
}

/// Keeps what a recorder writes.
final class Written: Sendable {
    private let kept = Mutex("")

    var text: String { kept.withLock { $0 } }

    func write(_ text: String) {
        kept.withLock { $0 += text }
    }

    /// What a terminal shows at last: of each line, what was written since it was erased.
    var shown: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.components(separatedBy: "\r\u{1B}[2K").last ?? "")
        }
    }
}
