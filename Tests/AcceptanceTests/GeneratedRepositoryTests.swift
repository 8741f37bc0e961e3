import Foundation
import MGEPostgres
import MGETestSupport
import Testing

/// What is generated, judged by the tools of its own language.
@Suite(.enabled(if: Installation.pythonTools != nil, "MGE_TEST_PYTHON names a folder with Python tools"))
struct GeneratedRepositoryTests {
    @Test func ofASentence() async throws {
        try await check(Installation.sentence, cases: Installation.isExhaustive ? 25 : 3)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: ["task-manager.md", "tienda.md", "clinic.md"])
    func ofAnExample(_ name: String) async throws {
        try await check(Installation.example(name))
    }

    @Test(.enabled(if: Installation.isExhaustive)) func ofALargeBrief() async throws {
        // Over three hundred operations: few cases of each take minutes.
        try await check(Installation.example("large.md"), cases: 5)
    }

    @Test func ofHostileValues() async throws {
        try await check(HostileDescriptionTests.brief)
    }

    @Test func ofABriefWithLogin() async throws {
        try await check(AccessBrief.text)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: [BehaviourText.english, BehaviourText.spanish])
    func ofProseWithLogin(_ text: String) async throws {
        try await check(text)
    }

    @Test(arguments: CorpusDescription.slice) func ofADescription(_ description: CorpusDescription) async throws {
        try await check(description.path)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: CorpusDescription.others)
    func ofEveryDescription(_ description: CorpusDescription) async throws {
        try await check(description.path)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: CorpusDescription.plain)
    func ofAPlainDescription(_ description: CorpusDescription) async throws {
        try await Site.with { site in
            try await site.compile(description.path)
            let copy = site.folder.appending(path: "copy")
            try #require(try await site.mge("collect", "last", "--into", copy.path).status == 0)
            let tools = PythonTools(folder: try #require(Installation.pythonTools))
            expectPassed(try await tools.run(["make", "lint"], in: copy))
            expectPassed(try await tools.run(["make", "test"], in: copy))
        }
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: CorpusDescription.heldOut)
    func ofAHeldOutDescription(_ description: CorpusDescription) async throws {
        try await Site.with { site in
            let outcome = try await site.mge("submit", description.path, "--detach")
            if outcome.status == 2 { try Test.cancel("it has errors, so there is no repository to judge") }
        }
        try await check(description.path)
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: ["en", "es"])
    func ofEveryKnownEntity(of language: String) async throws {
        try await check(KnownEntities.brief(of: language, every: 1), cases: 5)
    }

    @Test(.enabled(if: Installation.isExhaustive)) func commandsOfTheReadme() async throws {
        try await Site.with { site in
            let repository = try await site.compile(AccessBrief.text)
            let python = URL(fileURLWithPath: try #require(Installation.pythonTools)).appending(path: "python")
            let script = Installation.root.appending(path: "scripts/check_readme.py").path
            // The environment of who runs the tests: it says how pip reaches its index.
            expectPassed(
                try await RunningProgram(
                    python, [script], in: repository, environment: ProcessInfo.processInfo.environment
                ).outcome())
        }
    }

    /// Checks what a description gives, with so many cases of schemathesis for each operation.
    private func check(_ description: String, cases: Int = Installation.isExhaustive ? 25 : 0) async throws {
        try await Site.with { site in
            try await site.compile(description)
            let copy = site.folder.appending(path: "copy")
            try #require(try await site.mge("collect", "last", "--into", copy.path).status == 0)
            let tools = PythonTools(folder: try #require(Installation.pythonTools))
            expectPassed(try await tools.run(script: "check_infrastructure.py", in: copy))
            expectPassed(try await tools.run(["make", "lint"], in: copy))
            let tests = try await tools.run(["make", "test"], in: copy, ["PYTEST_ADDOPTS": "-rp"])
            expectPassed(tests)
            try await expectEveryOperationTested(tests, site)
            try await expectContractKept(tools, in: copy, site)
            try await TestDatabase.withConfiguration { database in
                let url = PythonTools.url(of: database)
                expectPassed(try await tools.run(["make", "test"], in: copy, ["TEST_DATABASE_URL": url]))
                try await expectMigrations(tools, in: copy, ["DATABASE_URL": url])
                let answers = try await tools.run(
                    script: "check_application.py", ["\(cases)"], in: copy, ["DATABASE_URL": url])
                expectPassed(answers)
                #expect(cases == 0 || answers.output.contains("cases of schemathesis passed"))
            }
            // The repository's tests have done the same on SQLite already.
            if Installation.isExhaustive { try await expectMigrations(tools, in: copy, [:]) }
        }
    }

    private func expectPassed(_ outcome: Outcome, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    }

    /// The migrations make what the models say, and take it away again.
    private func expectMigrations(
        _ tools: PythonTools, in copy: URL, _ variables: [String: String]
    ) async throws {
        for command in [["make", "migrate"], ["alembic", "check"], ["alembic", "downgrade", "base"]] {
            expectPassed(try await tools.run(command, in: copy, variables))
        }
    }

    /// The application answers as the contract of the plan promises.
    private func expectContractKept(_ tools: PythonTools, in copy: URL, _ site: Site) async throws {
        let document = try await site.value(
            "SELECT (contract -> 'document')::text FROM masterplans", as: String.self)
        let file = site.folder.appending(path: "contract.json")
        try document.write(to: file, atomically: true, encoding: .utf8)
        expectPassed(try await tools.run(script: "compare_contract.py", [file.path], in: copy))
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
