import Foundation
import MGEPostgres
import MGETestSupport
import Testing

/// What is generated, judged by the tools of its own language.
@Suite(.serialized, .enabled(if: Installation.pythonTools != nil, "MGE_TEST_PYTHON names a folder with Python tools"))
struct GeneratedRepositoryTests {
    @Test func ofASentence() async throws {
        try await check(Installation.sentence)
    }

    @Test func ofABrief() async throws {
        try await check(Installation.example("task-manager.md"))
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: ["tienda.md", "clinic.md"])
    func ofAnExample(_ name: String) async throws {
        try await check(Installation.example(name))
    }

    @Test(.enabled(if: Installation.isExhaustive)) func ofALargeBrief() async throws {
        try await check(Installation.example("large.md"))
    }

    @Test func ofHostileValues() async throws {
        try await check(HostileDescriptionTests.brief)
    }

    @Test func ofABriefWithLogin() async throws {
        try await check(AccessBrief.text)
    }

    @Test(arguments: CorpusDescription.slice) func ofADescription(_ description: CorpusDescription) async throws {
        try await check(description.path)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: CorpusDescription.others)
    func ofEveryDescription(_ description: CorpusDescription) async throws {
        try await check(description.path)
    }

    @Test(arguments: ["en", "es"]) func ofKnownEntities(of language: String) async throws {
        try await check(KnownEntities.brief(of: language, every: 25))
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: ["en", "es"])
    func ofEveryKnownEntity(of language: String) async throws {
        try await check(KnownEntities.brief(of: language, every: 1))
    }

    private func check(_ description: String) async throws {
        try await Site.with { site in
            try await site.compile(description)
            let copy = site.folder.appending(path: "copy")
            try #require(try await site.mge("collect", "last", "--into", copy.path).status == 0)
            let tools = PythonTools(folder: try #require(Installation.pythonTools))
            for command in [["mypy", "--strict", "src"], ["ruff", "check", "."], ["ruff", "format", "--check", "."]] {
                let outcome = try await tools.run(command, in: copy)
                #expect(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
            }
            let tests = try await tools.run(["python", "-m", "pytest", "-q", "-rp"], in: copy)
            #expect(tests.status == 0, "\(tests.output)\(tests.errors)")
            try await expectEveryOperationTested(tests, site)
            try await expectContractKept(tools, in: copy, site)
            try await TestDatabase.withConfiguration { database in
                let url = Self.url(of: database)
                let onPostgres = try await tools.run(
                    ["python", "-m", "pytest", "-q"], in: copy, ["TEST_DATABASE_URL": url])
                #expect(onPostgres.status == 0, "\(onPostgres.output)\(onPostgres.errors)")
                try await expectMigrations(tools, in: copy, ["DATABASE_URL": url])
            }
            try await expectMigrations(tools, in: copy, [:])
        }
    }

    /// The migrations make what the models say, and take it away again.
    private func expectMigrations(
        _ tools: PythonTools, in copy: URL, _ variables: [String: String]
    ) async throws {
        for command in [["upgrade", "head"], ["check"], ["downgrade", "base"]] {
            let outcome = try await tools.run(["alembic"] + command, in: copy, variables)
            #expect(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
        }
    }

    /// The application answers as the contract of the plan promises.
    private func expectContractKept(_ tools: PythonTools, in copy: URL, _ site: Site) async throws {
        let document = try await site.value(
            "SELECT (contract -> 'document')::text FROM masterplans", as: String.self)
        let file = site.folder.appending(path: "contract.json")
        try document.write(to: file, atomically: true, encoding: .utf8)
        let script = Installation.root.appending(path: "scripts/compare_contract.py").path
        let outcome = try await tools.run(["python", script, file.path], in: copy)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    /// A database as the settings of a generated repository name it.
    private static func url(of database: PostgresConfiguration) -> String {
        var components = URLComponents()
        components.queryItems = "\(database)".split(separator: " ").map { parameter in
            let parts = parameter.split(separator: "=", maxSplits: 1)
            return URLQueryItem(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil)
        }
        return "postgresql:///" + (components.string ?? "")
    }

    /// Each entity that is not only read has a file of tests, in which each of its operations passed one.
    private func expectEveryOperationTested(_ tests: Outcome, _ site: Site) async throws {
        var passed: [Substring: Set<Substring>] = [:]
        for line in tests.lines where line.hasPrefix("PASSED ") {
            let parts = line.dropFirst("PASSED ".count).split(separator: "::")
            guard parts.count == 2 else { continue }
            passed[parts[0], default: []].insert(parts[1].prefix { $0 != "[" })
        }
        let operations: Set<Substring> = ["test_create_and_read", "test_update", "test_pages", "test_delete"]
        let complete = passed.values.count { operations.isSubset(of: $0) }
        let entities = try await site.value(
            """
            SELECT count(*) FROM discovery_documents, jsonb_array_elements(entities) AS entity
            WHERE (entity ->> 'isReadOnly') IS DISTINCT FROM 'true'
            """, as: Int.self)
        #expect(complete == entities, "\(passed)")
    }
}

/// The programs that a developer of the generated repository would use.
private struct PythonTools {
    let folder: String
    /// What the application does not start without.
    private let settings = [
        "DATABASE_URL": "sqlite:///check.db", "SECRET_KEY": "a key that nothing but these tests use",
    ]

    func run(
        _ command: [String], in repository: URL, _ variables: [String: String] = [:]
    ) async throws -> Outcome {
        let search = "\(folder):\(Installation.processEnvironment["PATH"] ?? "")"
        return try await RunningProgram(
            URL(fileURLWithPath: "\(folder)/\(command[0])"), Array(command.dropFirst()), in: repository,
            environment: ["PATH": search, "HOME": repository.path, "LANG": "C.UTF-8"].merging(settings) { $1 }
                .merging(variables) { $1 }
        ).outcome()
    }
}
