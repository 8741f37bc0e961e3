import Foundation
import MGECore
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("the events of the seed sentence", .seedCompilation) struct SeedEventsTests {
    private var compilation: Compilation {
        get throws { try #require(Compilation.shared) }
    }

    /// What each type carries, in the order in which the types appear first.
    private static let fields: [(type: String, fields: Set<String>)] = [
        (
            "discovery_generation_start",
            ["estimated_tokens", "estimated_duration_seconds", "estimated_cost_usd"]
        ),
        ("discovery_entity_discovered", ["entity_type", "name", "count"]),
        (
            "discovery_generation_complete",
            ["discovery_id", "total_bounded_contexts", "total_aggregates", "total_entities"]
        ),
        ("masterplan_generation_start", ["discovery_id", "estimated_tokens", "estimated_cost_usd"]),
        ("masterplan_entity_discovered", ["entity_type", "name", "count"]),
        (
            "masterplan_generation_complete",
            ["total_phases", "total_milestones", "total_tasks", "generation_cost_usd"]
        ),
        (
            "code_generation_progress",
            ["task_number", "task_title", "progress", "code_length", "success", "origin"]
        ),
        ("code_validation_complete", ["total_tasks", "validation_errors", "warnings"]),
        ("code_generation_complete", ["total_tasks", "succeeded", "failed", "duration_seconds", "cost_usd"]),
        ("atomization_progress", ["task_number", "atoms_created", "progress"]),
        ("atomization_complete", ["total_atoms", "average_loc", "total_dependencies", "cycles"]),
        ("execution_wave_start", ["wave_number", "total_waves", "atoms_in_wave"]),
        ("execution_wave_complete", ["wave_number", "atoms_succeeded", "atoms_failed", "duration_seconds"]),
        ("execution_complete", ["total_waves", "atoms_succeeded", "atoms_failed", "precision"]),
        ("file_writing_progress", ["files_written", "total_files", "workspace_path"]),
        ("infrastructure_generation_complete", ["files_generated", "project_type"]),
        (
            "complete",
            [
                "total_tasks", "total_atoms", "total_waves", "precision", "execution_time", "workspace_path",
                "cost_usd", "total_tokens", "outcome",
            ]
        ),
    ]

    @Test("come in the order of the stages, with all their fields")
    func order() async throws {
        let events = try await compilation.events
        let remarks: Set<String> = ["status", "warning"]
        var types: [String] = []
        for event in events where !remarks.contains(event.type) && !types.contains(event.type) {
            types.append(event.type)
        }
        #expect(types == Self.fields.map(\.type))
        #expect(events.last?.type == "complete")
        for (type, fields) in Self.fields {
            for event in events where event.type == type {
                let missing = fields.filter { event.data[$0] == nil }
                #expect(missing.isEmpty, "\(type) lacks \(missing.sorted())")
            }
        }
        for event in events where remarks.contains(event.type) {
            #expect(event.data["phase"] != nil && event.data["message"] != nil)
        }
        #expect(events.contains { $0.data["phase"] == "cost_calculation" && $0.data["total_cost_usd"] == 0 })
        #expect(events.contains { $0.data["phase"] == "publish" })
    }

    @Test("carry session, plan and execution from when there are such")
    func context() async throws {
        let compilation = try compilation
        let events = try await compilation.events
        let identifiers = RunIdentifiers(run: compilation.runID)
        let session = JSONValue.string(try await compilation.run.sessionID)
        #expect(events.allSatisfy { $0.data["session_id"] == session })
        func check(_ key: String, _ id: UUID, from type: String) throws {
            let first = try #require(events.firstIndex { $0.type == type })
            let value = JSONValue.string(id.uuidString.lowercased())
            #expect(events[first...].allSatisfy { $0.data[key] == value })
            #expect(events[..<first].allSatisfy { $0.data[key] == nil })
        }
        try check("masterplan_id", identifiers.masterplan, from: "masterplan_entity_discovered")
        try check("execution_id", identifiers.waves, from: "execution_wave_start")
    }

    @Test("count every step once, up to the last", arguments: ["code_generation_progress", "atomization_progress"])
    func progress(type: String) async throws {
        let compilation = try compilation
        let total = try await compilation.count("SELECT count(*) FROM masterplan_tasks")
        let events = try await compilation.events.filter { $0.type == type }
        // Transactions that save at once are told in the order in which they began.
        #expect(Set(events.map { $0.data["progress"] }) == Set((1...total).map { .string("\($0)/\(total)") }))
        #expect(events.count == total)
        #expect(Set(events.map { $0.data["task_number"] }) == Set((1...total).map { .integer($0) }))
    }

    @Test("tell what was found out and planned")
    func discovered() async throws {
        let events = try await compilation.events
        func names(_ type: String, _ kind: JSONValue) -> [JSONValue?] {
            events.filter { $0.type == type && $0.data["entity_type"] == kind }.map { $0.data["name"] }
        }
        #expect(names("discovery_entity_discovered", "domain") == ["task management"])
        #expect(Set(names("discovery_entity_discovered", "entity")) == ["user", "task", "comment"])
        #expect(!names("discovery_entity_discovered", "bounded_context").isEmpty)
        #expect(!names("discovery_entity_discovered", "aggregate").isEmpty)
        let plan = try #require(try await compilation.pool.masterplan(of: compilation.runID))
        #expect(names("masterplan_entity_discovered", "task") == plan.tasks.map { .string($0.name) })
        #expect(names("masterplan_entity_discovered", "phase") == plan.phases.map { .string($0.name) })
        let milestones = plan.phases.flatMap(\.milestones)
        #expect(names("masterplan_entity_discovered", "milestone") == milestones.map { .string($0.name) })
    }

    @Test("start and end every wave in turn, with all its atoms")
    func waves() async throws {
        let compilation = try compilation
        let events = try await compilation.events
        let count = try await compilation.count("SELECT max(wave_number) FROM execution_results")
        let sizes = try await compilation.pool.rows(
            "SELECT count(*) FROM execution_results GROUP BY wave_number ORDER BY wave_number", as: Int.self)
        let waves = events.filter { $0.type.hasPrefix("execution_wave_") }
        #expect(
            waves.map { "\($0.type) \($0.data["wave_number"]?.text ?? "")" }
                == (1...count).flatMap { ["execution_wave_start \($0)", "execution_wave_complete \($0)"] })
        #expect(waves.compactMap { $0.data["atoms_in_wave"] } == sizes.map { .integer($0) })
        #expect(waves.compactMap { $0.data["atoms_succeeded"] } == sizes.map { .integer($0) })
        let complete = try #require(events.first { $0.type == "execution_complete" })
        #expect(complete.data["precision"] == 1)
        #expect(complete.data["total_waves"] == .integer(count))
    }

    @Test("end with what the tables say")
    func totals() async throws {
        let compilation = try compilation
        let events = try await compilation.events
        let complete = try #require(events.last)
        let atoms = try await compilation.count("SELECT count(*) FROM atomic_units")
        #expect(complete.data["outcome"] == "succeeded")
        #expect(complete.data["total_atoms"] == .integer(atoms))
        #expect(complete.data["precision"] == 1)
        #expect(complete.data["workspace_path"] == .string(try await compilation.repository))
        let atomization = try #require(events.first { $0.type == "atomization_complete" })
        #expect(atomization.data["total_atoms"] == .integer(atoms))
        let edges = try await compilation.count("SELECT count(*) FROM atom_dependencies")
        #expect(atomization.data["total_dependencies"] == .integer(edges))
        let files = try await compilation.count("SELECT count(*) FROM files")
        let written = events.filter { $0.type == "file_writing_progress" }
        #expect(written.map { $0.data["files_written"] } == (1...files).map { .integer($0) })
        let generated = events.filter { $0.type == "code_generation_progress" }
        #expect(generated.allSatisfy { $0.data["origin"] == "template" && $0.data["success"] == true })
        let code = try #require(events.first { $0.type == "code_generation_complete" })
        #expect(code.data["succeeded"] == code.data["total_tasks"] && code.data["failed"] == 0)
    }
}
