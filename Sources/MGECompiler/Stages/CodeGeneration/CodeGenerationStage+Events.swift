import MGECore
import MGELayers

/// How the tasks of a run did.
struct GenerationTotals: Sendable {
    var tasks = 0
    var succeeded = 0
    var failed = 0
    var seconds = 0.0
}

extension Event {
    static func codeProgress(_ code: GeneratedCode, title: String, done: Int, of total: Int) -> Event {
        Event(
            "code_generation_progress",
            [
                "task_number": .integer(code.task), "task_title": .string(title),
                "progress": .string("\(done)/\(total)"),
                "code_length": .integer(code.files.reduce(0) { $0 + $1.text.utf8.count }), "success": true,
                "origin": .string(code.origin.rawValue),
            ])
    }

    /// Code with errors is never saved, so what is left are the tasks that failed.
    static func validationComplete(_ totals: GenerationTotals) -> Event {
        Event(
            "code_validation_complete",
            [
                "total_tasks": .integer(totals.tasks), "validation_errors": .integer(totals.failed), "warnings": 0,
            ])
    }

    static func generationComplete(_ totals: GenerationTotals) -> Event {
        Event(
            "code_generation_complete",
            [
                "total_tasks": .integer(totals.tasks), "succeeded": .integer(totals.succeeded),
                "failed": .integer(totals.failed), "duration_seconds": .number(totals.seconds), "cost_usd": 0,
            ])
    }
}
