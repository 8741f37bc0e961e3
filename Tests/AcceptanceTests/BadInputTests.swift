import Foundation
import MGEPostgres
import MGETestSupport
import Testing

/// Input that cannot be used: each refused with its exit code, what is wrong and what to type, and nothing stored.
@Suite struct BadInputTests {
    /// A command line and what it is told.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        var input: Data?
        var status: Int32 = 2
        let message: String

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Refusal(arguments: ["submit", ""], message: "the description is empty"),
        Refusal(arguments: ["submit", " \t\n "], message: "the description is empty"),
        Refusal(arguments: ["submit", "-"], input: Data(), message: "standard input is empty"),
        Refusal(arguments: ["submit", "-"], input: Data([0x7F, 0x45, 0x4C, 0x46, 0, 1]), message: "NUL at byte 4"),
        Refusal(arguments: ["submit", "-"], input: Data("caf\u{e9} and users".utf8.dropLast(11)), message: "byte 3"),
        Refusal(
            arguments: ["submit", "-"], input: Data(count: 1 << 20) + Data([1]), message: "longer than 1048576 bytes"),
        Refusal(arguments: ["submit", "missing.md"], message: "missing.md: there is no such file"),
        Refusal(
            arguments: ["submit", "Make me happy"],
            message: "Create a FastAPI REST API for task management with users, tasks"),
        Refusal(
            arguments: ["submit", "-"],
            input: Data("# X\n## Entities\n### Task\n- dueDate: date\n- due date: date\n".utf8),
            message: "would both have the attribute name due_date (4:3 and 5:3)"),
        Refusal(
            arguments: ["submit", Installation.sentence, "--stack", "fastapy"], message: "did you mean 'fastapi'?"),
        Refusal(arguments: ["submit", Installation.sentence, "--yess"], message: "--yes"),
        Refusal(arguments: ["submit"], message: "DESCRIPTION is missing"),
        Refusal(arguments: ["sumbit", "x"], message: "did you mean 'submit'?"),
        Refusal(arguments: ["resume", "last"], message: "there are no runs yet"),
        Refusal(arguments: ["resume", "0123abcd"], message: "there are no runs yet"),
        Refusal(arguments: ["collect", "not-a-run"], message: "'not-a-run' can't be a run"),
        Refusal(arguments: ["prune"], message: "nothing to prune is given"),
    ])
    func isRefused(refusal: Refusal) async throws {
        try await Site.with { site in
            let outcome = try await site.start(refusal.arguments, input: refusal.input).outcome()
            #expect(outcome.status == refusal.status)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(refusal.message), "\(outcome.errors)")
            #expect(outcome.errors.contains("error: "))
            #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("next: ") == true, "\(outcome.errors)")
            #expect(site.runFolders.isEmpty)
            #expect(try await isWithoutRuns(site))
        }
    }

    @Test func theBeginningOfTwoRunsIsAmbiguous() async throws {
        try await Site.with { site in
            #expect(try await site.mge("submit", Installation.sentence, "--detach").status == 0)
            try await site.query { pool in
                // Twins whose identifiers begin alike.
                for last in ["1", "2"] {
                    try await pool.execute(
                        """
                        INSERT INTO runs (run_id, kind, state, settings, input, user_id, session_id)
                        SELECT ('abcd0000-0000-0000-0000-00000000000' || \(last))::uuid, kind, state, settings, input,
                               user_id, session_id FROM runs ORDER BY created_at LIMIT 1
                        """)
                }
            }
            let outcome = try await site.mge("status", "abcd")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("'abcd' is the beginning of 2 runs"))
            #expect(outcome.errors.contains("abcd0000-0000-0000-0000-000000000001"))
            let other = try await site.mge("status", "fedc0123")
            #expect(other.status == 2)
            #expect(other.errors.contains("there is no run 'fedc0123'"))
        }
    }

    @Test func anUnreachableDatabaseIsNamedWithoutItsPassword() async throws {
        try await Site.with { site in
            let url = "postgres://somebody:s3cr3t-w0rd@127.0.0.1:1/nothing"
            for outcome in [
                try await site.named(url).mge("submit", Installation.sentence, "--yes"),
                try await site.named(url).mge("status"),
                try await site.named(url).mge("doctor"),
            ] {
                #expect(outcome.status == 8, "\(outcome.errors)")
                #expect((outcome.errors + outcome.output).contains("can't be reached"), "\(outcome.errors)")
                #expect(!(outcome.errors + outcome.output).contains("s3cr3t"))
                #expect(outcome.errors.contains("next: "))
                #expect(site.runFolders.isEmpty)
            }
            let garbage = try await site.named("postgres://a:s3cr3t@[/x").mge("submit", Installation.sentence)
            #expect(garbage.status == 2)
            #expect(!garbage.errors.contains("s3cr3t"))
        }
    }

    @Test func aDatabaseOfANewerVersionIsLeftAlone() async throws {
        try await Site.with { site in
            #expect(try await site.mge("database", "migrate").status == 0)
            _ = try await site.query { pool in
                try await pool.execute(
                    """
                    INSERT INTO schema_migrations (number, name, digest)
                    SELECT 9999, 'later', digest FROM schema_migrations LIMIT 1
                    """)
            }
            let outcome = try await site.mge("submit", Installation.sentence, "--yes")
            #expect(outcome.status == 8, "\(outcome.errors)")
            #expect(outcome.errors.contains("newer"), "\(outcome.errors)")
            #expect(outcome.errors.contains("next: "))
            #expect(site.runFolders.isEmpty)
            #expect(try await isWithoutRuns(site))
        }
    }

    @Test func missingGrammarsAndTemplatesAreNamed() async throws {
        try await Site.with { site in
            let home = site.folder.appending(path: "home")
            for folder in ["templates/stacks", "migrations"] {
                try FileManager.default.createDirectory(
                    at: home.appending(path: folder), withIntermediateDirectories: true)
            }
            let empty = try await site.with(["MGE_HOME": home.path]).mge("submit", Installation.sentence)
            #expect(empty.status == 8, "\(empty.errors)")
            #expect(empty.errors.contains(home.path))

            let nowhere = try await site.with(["MGE_HOME": site.folder.path]).mge("submit", Installation.sentence)
            #expect(nowhere.status == 8, "\(nowhere.errors)")
            #expect(nowhere.errors.contains("templates"))

            let manager = FileManager.default
            try manager.removeItem(at: home)
            try manager.createDirectory(at: home, withIntermediateDirectories: true)
            for name in ["templates", "migrations"] {
                try manager.createSymbolicLink(
                    at: home.appending(path: name), withDestinationURL: Installation.root.appending(path: name))
            }
            let mute = site.with(["MGE_HOME": home.path, "MGE_GRAMMARS": "/nonexistent"])
            let outcome = try await mute.mge("submit", Installation.sentence)
            #expect(outcome.status == 8, "\(outcome.errors)")
            #expect(outcome.errors.contains("languages.so"), "\(outcome.errors)")
            #expect(outcome.errors.contains("next: "))
            #expect(try await mute.mge("doctor").status == 8)
            #expect(site.runFolders.isEmpty)
            #expect(try await isWithoutRuns(site))
        }
    }

    private func isWithoutRuns(_ site: Site) async throws -> Bool {
        try await site.query { pool in
            guard try await pool.firstRow("SELECT to_regclass('runs') IS NOT NULL", as: Bool.self) == true else {
                return true
            }
            return try await pool.firstRow("SELECT count(*) FROM runs", as: Int.self) == 0
        }
    }
}

extension Site {
    /// The same workspace with the database that a URL in the environment names.
    fileprivate func named(_ url: String) -> Site {
        Site(
            folder: folder, workspace: workspace, database: nil,
            environment: environment.merging(["DATABASE_URL": url]) { $1 })
    }
}
