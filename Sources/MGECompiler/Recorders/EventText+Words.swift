import Foundation

extension EventText {
    var words: String {
        switch event.type {
        case "discovery_generation_start": "reading the description"
        case "discovery_entity_discovered", "masterplan_entity_discovered":
            "\((string("entity_type") ?? "entity").replacing("_", with: " ")) \(string("name") ?? "")"
        case "discovery_generation_complete":
            counts(
                ("entity", "total_entities"), ("aggregate", "total_aggregates"), ("context", "total_bounded_contexts"))
        case "masterplan_generation_start": "planning"
        case "masterplan_generation_complete":
            counts(("task", "total_tasks"), ("milestone", "total_milestones"), ("phase", "total_phases"))
        case "discovery_tokens_progress", "masterplan_tokens_progress":
            "\(integer("tokens_received") ?? 0) of about \(integer("estimated_total") ?? 0) tokens"
        case "code_generation_progress":
            "\(string("task_title") ?? "task")" + (string("origin").map { " (\($0))" } ?? "")
        case "code_validation_complete":
            counts(("validation error", "validation_errors"), ("warning", "warnings"))
        case "code_generation_complete": counts(("task", "succeeded")) + failed("failed")
        case "atomization_progress": counts(("atom", "atoms_created")) + " of task \(integer("task_number") ?? 0)"
        case "atomization_complete":
            counts(("atom", "total_atoms"), ("dependency", "total_dependencies"), ("cycle", "cycles"))
        case "execution_wave_start": "wave \(integer("wave_number") ?? 0): " + counts(("atom", "atoms_in_wave"))
        case "execution_wave_complete":
            "wave \(integer("wave_number") ?? 0): " + counts(("atom", "atoms_succeeded")) + failed("atoms_failed")
        case "execution_complete":
            counts(("atom", "atoms_succeeded"), ("wave", "total_waves")) + failed("atoms_failed")
                + (number("precision").map { ", precision \(Self.percent($0))" } ?? "")
        case "file_writing_progress": counts(("file", "files_written"))
        case "infrastructure_generation_complete": counts(("file", "files_generated"))
        case "complete": outcome
        default: string("message") ?? event.type
        }
    }

    private var outcome: String {
        let time = number("execution_time").map { " in \(Self.duration($0))" } ?? ""
        let size = counts(("task", "total_tasks"), ("atom", "total_atoms"), ("wave", "total_waves"))
        return "\(string("outcome") ?? "ended")\(time): \(size)"
    }

    private func counts(_ parts: (noun: String, key: String)...) -> String {
        parts.compactMap { noun, key in
            integer(key).map { count in
                let plural = noun == "entity" || noun == "dependency" ? noun.dropLast() + "ies" : "\(noun)s"
                return "\(count) \(count == 1 ? noun : plural)"
            }
        }.joined(separator: ", ")
    }

    private func failed(_ key: String) -> String {
        integer(key).map { $0 > 0 ? ", \($0) failed" : "" } ?? ""
    }

    /// A share of one, never rounded up to all: `99.9%`.
    static func percent(_ share: Double) -> String {
        let percent = (share * 1000).rounded(.down) / 10
        return percent == percent.rounded() ? "\(Int(percent))%" : String(format: "%.1f%%", percent)
    }

    /// A time span for people: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
    package static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return switch seconds {
        case ..<9.95: String(format: "%.1f s", max(0, seconds))
        case ..<59.5: "\(whole) s"
        case ..<3_600: "\(whole / 60) min \(whole % 60) s"
        default: "\(whole / 3_600) h \(whole / 60 % 60) min"
        }
    }
}
