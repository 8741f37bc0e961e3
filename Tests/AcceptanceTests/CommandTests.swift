import Foundation
import MGECore
import MGEPostgres
import Testing

/// The commands beside submit and resume, each on a finished run.
@Suite struct CommandTests {
    @Test func collectCopiesPacksAndCommits() async throws {
        try await Site.with { site in
            let repository = try await site.compile(Installation.sentence)
            let published = try tree(at: repository)

            let copied = try await site.mge("collect", "last", "--into", "copy")
            #expect(copied.status == 0, "\(copied.errors)")
            #expect(copied.output == site.folder.appending(path: "copy").path + "\n")
            #expect(try tree(at: site.folder.appending(path: "copy")) == published)

            let refused = try await site.mge("collect", "last", "--into", "copy")
            #expect(refused.status == 2)
            #expect(refused.errors.contains("is not empty") && refused.errors.contains("--force"))
            try Data("mine".utf8).write(to: site.folder.appending(path: "copy/README.md"))
            try Data("mine".utf8).write(to: site.folder.appending(path: "copy/mine.txt"))
            #expect(try await site.mge("collect", "last", "--into", "copy", "--force").status == 0)
            let forced = try tree(at: site.folder.appending(path: "copy"))
            #expect(forced["README.md"] == published["README.md"])
            #expect(forced["mine.txt"] != nil && forced.count == published.count + 1)

            for name in ["one.tar.gz", "two.tar.gz"] {
                let packed = try await site.mge("collect", "last", "--archive", name)
                #expect(packed.status == 0, "\(packed.errors)")
            }
            let archives = try ["one.tar.gz", "two.tar.gz"].map {
                try Data(contentsOf: site.folder.appending(path: $0))
            }
            #expect(archives[0] == archives[1])
            #expect(try await site.mge("collect", "last", "--archive", "one.tar.gz").status == 2)

            for name in ["git1", "git2"] {
                let committed = try await site.mge("collect", "last", "--into", name, "--git")
                #expect(committed.status == 0, "\(committed.errors)")
            }
            let heads = try ["git1", "git2"].map {
                try String(contentsOf: site.folder.appending(path: "\($0)/.git/refs/heads/main"), encoding: .utf8)
            }
            #expect(heads[0] == heads[1] && heads[0].count == 41)
        }
    }

    @Test func collectNoticesEditedFiles() async throws {
        try await Site.with { site in
            let repository = try await site.compile(Installation.sentence)
            try Data("edited".utf8).write(to: repository.appending(path: "README.md"))
            let refused = try await site.mge("collect", "last", "--into", "copy")
            #expect(refused.status == 1)
            #expect(refused.errors.contains("edited: README.md"))
            #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "copy").path))
            let published = try await site.mge("resume", "last", "--from", "file_writing")
            #expect(published.status == 0, "\(published.errors)")
            #expect(try await site.mge("collect", "last", "--into", "copy").status == 0)
        }
    }

    @Test func statusPlanCostAndLogTellOfARun() async throws {
        try await Site.with { site in
            try await site.compile(Installation.sentence)
            let run = try await site.value("SELECT run_id::text FROM runs", as: String.self)

            let list = try await site.mge("status", "--json")
            #expect(list.status == 0)
            #expect(list.lines.count == 1)
            #expect(try JSONValue(parsing: Data(list.output.utf8))["run"] == .string(run))
            let status = try JSONValue(parsing: Data(try await site.mge("status", "last", "--json").output.utf8))
            #expect(status["state"] == "succeeded" && status["failed_items"] == [])
            let people = try await site.mge("status", String(run.prefix(6)))
            #expect(people.output.contains("state      succeeded"))
            #expect(people.output.contains("next: mge collect \(run.prefix(8))"))

            let plan = try await site.mge("plan", "last")
            #expect(plan.status == 0)
            for word in ["user", "task", "comment", "src/app/main.py"] { #expect(plan.output.contains(word)) }
            let values = try await site.mge("plan", "last", "--json").lines.map {
                try JSONValue(parsing: Data($0.utf8))
            }
            #expect(values.map { $0["discovery"] ?? $0["plan"] ?? $0["understood"] }.allSatisfy { $0 != nil })
            #expect(values.count == 3)

            let costs = try await site.mge("cost", "last", "--json").lines
            #expect(costs.count == 8)
            #expect(costs.last?.hasSuffix(#""stage":"total","calls":0,"tokens":0,"cost_usd":0.000000}"#) == true)

            let stored = try await site.value("SELECT count(*) FROM events", as: Int.self)
            let log = try EventLines(try await site.mge("log", "last", "--json"))
            #expect(log.events.count == stored)
            let item = try await site.mge("log", "last", "--item", "task-1")
            #expect(item.status == 0)
            #expect(item.output.contains("code_generation task-1  succeeded"))
            #expect(item.output.contains("code_gen: render "))
            #expect(try await site.mge("log", "last", "--item", "tusk-1").status == 2)
        }
    }

    @Test func cancelEndsARun() async throws {
        try await Site.with { site in
            #expect(try await site.mge("submit", Installation.sentence, "--detach").status == 0)
            let cancelled = try await site.mge("cancel", "last")
            #expect(cancelled.status == 0, "\(cancelled.errors)")
            #expect(try await site.value("SELECT state FROM runs", as: String.self) == "cancelled")
            #expect(try await site.mge("resume", "last").status == 1)
        }
    }

    @Test func pruneRemovesRunsAndTheirFolders() async throws {
        try await Site.with { site in
            try await site.compile(Installation.sentence)
            #expect(try await site.mge("prune", "--older-than", "1h").status == 0)
            #expect(try await site.mge("prune", "last", "--dry-run").output.hasPrefix("would remove "))
            #expect(site.runFolders.count == 1)
            let pruned = try await site.mge("prune", "last")
            #expect(pruned.status == 0, "\(pruned.errors)")
            #expect(pruned.output.hasPrefix("removed "))
            #expect(site.runFolders.isEmpty)
            for table in ["runs", "work_items", "atomic_units", "files", "events", "masterplan_tasks"] {
                #expect(
                    try await site.value("SELECT count(*) FROM \(identifier: table)", as: Int.self) == 0, "\(table)")
            }
        }
    }

    @Test func thePrivateServerIsStartedAndStopped() async throws {
        try await Site.withPrivateServer { site in
            let status = { try await site.mge("database", "status").output }
            #expect(try await status().hasPrefix("absent: "))
            #expect(try await site.mge("status").status == 0)
            #expect(!FileManager.default.fileExists(atPath: site.workspace.path))
            #expect(try await site.mge("database", "start").status == 0)
            #expect(try await status().hasPrefix("running as process "))
            let stopped = try await site.mge("database", "stop")
            #expect(stopped.output == "stopped\n")
            #expect(try await status().hasPrefix("stopped"))
        }
    }

    @Test func doctorFindsEverything() async throws {
        try await Site.with { site in
            let outcome = try await site.mge("doctor")
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
            for name in ["home", "migrations", "grammars", "templates", "workspace", "space", "server", "database"] {
                #expect(outcome.lines.contains { $0.hasPrefix("ok       \(name): ") }, "\(name)")
            }
            #expect(!FileManager.default.fileExists(atPath: site.workspace.path))
        }
    }

    @Test func helpIsThereForEveryCommand() async throws {
        try await Site.with { site in
            let overview = try await site.mge("--help")
            #expect(overview.status == 0)
            for name in [
                "submit", "approve", "resume", "cancel", "collect", "status", "plan", "cost", "log", "prune",
                "database",
                "doctor",
            ] {
                #expect(overview.output.contains("  \(name) "), "\(name)")
                #expect(try await site.mge("help", name).output.contains("mge \(name)"), "\(name)")
            }
        }
    }
}
