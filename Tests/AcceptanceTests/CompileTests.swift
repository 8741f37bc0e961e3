import Foundation
import MGECore
import MGEPostgres
import Testing

/// From a description to a repository, as whoever types the command sees it.
@Suite struct CompileTests {
    @Test func aSentenceBecomesARepository() async throws {
        try await Site.withPrivateServer { site in
            let outcome = try await site.mge("submit", Installation.sentence, "--yes")
            #expect(outcome.status == 0, "\(outcome.errors)")
            try #require(outcome.lines.count == 1)
            #expect(outcome.output.hasPrefix(site.workspace.path + "/"))
            let repository = URL(fileURLWithPath: String(outcome.lines[0]))
            #expect(FileManager.default.fileExists(atPath: repository.appending(path: "pyproject.toml").path))
            #expect(FileManager.default.fileExists(atPath: repository.appending(path: "src/app/main.py").path))
        }
    }

    @Test func eventsAgreeWithTheDatabase() async throws {
        try await Site.with { site in
            let outcome = try await site.mge("submit", Installation.sentence, "--yes", "--json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let events = try EventLines(outcome)

            let run = try #require(events.events.first?.run)
            #expect(events.events.allSatisfy { $0.run == run })
            for type in [
                "discovery_generation_complete", "masterplan_generation_complete", "code_generation_complete",
                "atomization_complete", "execution_complete", "infrastructure_generation_complete",
            ] {
                #expect(events.only(type) != nil, "\(type) is not there once")
            }
            #expect(events.only("discovery_generation_complete")?["total_entities"] == 3)

            let id = try #require(UUID(uuidString: run))
            let stored = try await Totals(of: id, in: site)
            let complete = try #require(events.only("complete"))
            #expect(complete["total_tasks"] == .integer(stored.tasks))
            #expect(complete["total_atoms"] == .integer(stored.atoms))
            #expect(complete["total_waves"] == .integer(stored.waves))
            #expect(complete["precision"]?.double == Double(stored.passed) / Double(stored.atoms))
            #expect(complete["cost_usd"]?.double == Double(stored.microDollars) / 1e6)
            #expect(complete["outcome"] == "succeeded")
            #expect(stored.tasks > 0 && stored.atoms > stored.tasks && stored.waves > 1)
            #expect(stored.atomBytes == stored.fileBytes)
            #expect(events.only("masterplan_generation_complete")?["total_tasks"] == .integer(stored.tasks))
            #expect(events.only("atomization_complete")?["total_atoms"] == .integer(stored.atoms))
            #expect(events.only("execution_complete")?["total_waves"] == .integer(stored.waves))

            guard case .string(let path)? = complete["workspace_path"] else {
                Issue.record("the event names no place")
                return
            }
            let files = try tree(at: URL(fileURLWithPath: path))
            #expect(repositoryDigest(of: files) == stored.digest)
            #expect(files.count == stored.files + 1)
        }
    }

    @Test func aFileAndStandardInputAreDescriptionsToo() async throws {
        try await Site.with { site in
            let text = try Data(contentsOf: URL(fileURLWithPath: Installation.example("task-manager.md")))
            try text.write(to: site.folder.appending(path: "brief.md"))
            let fromFile = try await site.compile("brief.md")
            let piped = try await site.mge("submit", "-", "--yes", input: text)
            #expect(piped.status == 0, "\(piped.errors)")
            let fromPipe = URL(fileURLWithPath: String(try #require(piped.lines.first)))
            #expect(try tree(at: fromFile) == tree(at: fromPipe))
        }
    }

    @Test func twoDatabasesGiveTheSameBytes() async throws {
        let first = try await Site.with { site in
            try tree(at: try await site.compile(Installation.example("task-manager.md")))
        }
        let second = try await Site.with { site in
            try tree(at: try await site.compile(Installation.example("task-manager.md")))
        }
        #expect(first.count > 50)
        #expect(first == second)
    }

    @Test func aPlanWaitsForApproval() async throws {
        try await Site.with { site in
            let submitted = try await site.mge("submit", Installation.sentence)
            #expect(submitted.status == 3)
            #expect(submitted.output.isEmpty)
            #expect(submitted.errors.contains("waits for approval"))
            #expect(submitted.errors.contains("mge approve"))
            #expect(try await site.value("SELECT state FROM runs", as: String.self) == "awaiting_approval")
            #expect(try await site.value("SELECT count(*) FROM files", as: Int.self) == 0)
            #expect(try await site.mge("resume", "last").status == 3)

            let approved = try await site.mge("approve", "last")
            #expect(approved.status == 0, "\(approved.errors)")
            #expect(approved.lines.count == 1)
            #expect(try await site.value("SELECT state FROM runs", as: String.self) == "succeeded")
        }
    }

    @Test func ofTwoApprovalsOneWins() async throws {
        try await Site.with { site in
            #expect(try await site.mge("submit", Installation.sentence).status == 3)
            let rivals = try [site.start(["approve", "last"]), site.start(["approve", "last"])]
            var outcomes: [Outcome] = []
            for rival in rivals { outcomes.append(try await rival.outcome()) }
            let losers = outcomes.filter { $0.status != 0 }
            #expect(outcomes.count { $0.status == 0 } == 1)
            #expect(losers.first?.status == 1)
            #expect(losers.first?.output.isEmpty == true)
            #expect(losers.first?.errors.contains("next: mge ") == true, "\(losers)")
            #expect(try await site.value("SELECT state FROM runs", as: String.self) == "succeeded")
        }
    }
}

/// What the database says about a run.
private struct Totals {
    var tasks = 0
    var atoms = 0
    var waves = 0
    var passed = 0
    var microDollars = 0
    var atomBytes = 0
    var fileBytes = 0
    var files = 0
    var digest = ""

    init(of run: UUID, in site: Site) async throws {
        try await site.query { pool in
            let counts = try #require(
                try await pool.firstRow(
                    """
                    SELECT (SELECT count(*) FROM masterplan_tasks t JOIN masterplans USING (masterplan_id)
                            WHERE run_id = \(run)),
                           (SELECT count(*) FROM atomic_units WHERE run_id = \(run)),
                           (SELECT max(wave_number) FROM execution_results JOIN masterplans USING (masterplan_id)
                            WHERE run_id = \(run)),
                           (SELECT count(*) FROM execution_results r JOIN masterplans USING (masterplan_id)
                            WHERE run_id = \(run) AND r.status = 'succeeded'),
                           (SELECT (1000000 * sum(t.llm_cost_usd))::bigint FROM masterplan_tasks t
                            JOIN masterplans USING (masterplan_id) WHERE run_id = \(run))
                    """, as: (Int, Int, Int, Int, Int).self))
            (tasks, atoms, waves, passed, microDollars) = counts
            let sizes = try #require(
                try await pool.firstRow(
                    """
                    SELECT (SELECT sum(octet_length(code_to_generate)) FROM atomic_units WHERE run_id = \(run)),
                           (SELECT sum(bytes) FROM files WHERE run_id = \(run)), r.files, r.digest
                    FROM repositories r WHERE run_id = \(run)
                    """, as: (Int, Int, Int, String).self))
            (atomBytes, fileBytes, files, digest) = sizes
        }
    }
}

extension JSONValue {
    /// A number as it was written; nil for everything else.
    fileprivate var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
