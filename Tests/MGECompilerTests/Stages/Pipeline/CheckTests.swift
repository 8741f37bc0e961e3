import Foundation
import MGECore
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("what the checks make of generated code") struct CheckTests {
    private func compile(
        _ changes: [String: String] = [:], _ settings: CompileSettings = CompileSettings(),
        _ body: (Compilation) async throws -> Void
    ) async throws {
        let stack = try SmallStack(changes)
        try await Compilation.with(SmallStack.brief, stack: "small", settings: settings, home: stack.home, body)
    }

    private static let wrongNames = [
        "import": "from app.base import Base, Missing\n\n\nclass {{ entity.class_name }}(Base):\n    table = Missing\n",
        "module": "from app.nowhere import Base\n\n\nclass {{ entity.class_name }}(Base):\n    table = 1\n",
        "name": "from app.base import Base\n\n\nclass {{ entity.class_name }}(Base):\n    table = missing\n",
    ]

    @Test("nothing, when all is well")
    func fine() async throws {
        try await compile { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.succeeded))
            let files = try await compilation.published
            #expect(
                files.keys.sorted() == [
                    ".mge/manifest.json", "README.md", "src/app/base.py", "src/app/book.py", "src/app/main.py",
                    "src/app/reader.py",
                ])
            #expect(files["README.md"] == Data("# Library\n".utf8))
        }
    }

    @Test("names that lead nowhere fail their atoms and make the run partial", arguments: wrongNames.keys.sorted())
    func unbound(kind: String) async throws {
        try await compile(["code/model.j2": Self.wrongNames[kind] ?? ""]) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.partial))
            let failed = try await compilation.pool.rows(
                """
                SELECT DISTINCT a.path, r.error IS NOT NULL FROM execution_results r JOIN atomic_units a USING (atom_id)
                WHERE r.status = 'failed' ORDER BY a.path
                """, as: (String, Bool).self)
            #expect(failed.map(\.0) == ["src/app/book.py", "src/app/reader.py"])
            #expect(!failed.contains { !$0.1 })
            let events = try await compilation.events
            let errors = events.filter { $0.type == "error" }
            #expect(!errors.isEmpty)
            #expect(errors.allSatisfy { $0.data["phase"] == "wave_execution" && $0.data["line"] != nil })
            let passed = try await compilation.count(
                "SELECT count(*) FROM execution_results WHERE status = 'succeeded'")
            let all = try await compilation.count("SELECT count(*) FROM atomic_units")
            let complete = try #require(events.last)
            #expect(complete.type == "complete")
            #expect(complete.data["outcome"] == "partial")
            #expect(complete.data["precision"] == .number(Double(passed) / Double(all)))
            #expect(passed < all)
            // It can be collected, and its report says what is missing.
            #expect(try await compilation.published.count == 6)
            let report = Workspace(path: compilation.workspace.path).report(of: compilation.runID)
            let counts = try JSONValue(parsing: Data(contentsOf: URL(fileURLWithPath: report)))["counts"]
            #expect(counts?["failed_atoms"] == .integer(all - passed))
        }
    }

    @Test("only names are looked at when only names are asked for", arguments: wrongNames.keys.sorted())
    func syntaxOnly(kind: String) async throws {
        let changes = ["code/model.j2": Self.wrongNames[kind] ?? ""]
        try await compile(changes, CompileSettings(check: .syntax)) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(try await compilation.events.last?.data["precision"] == 1)
        }
    }

    @Test("a strict run fails instead, and publishes nothing")
    func strict() async throws {
        let changes = ["code/model.j2": Self.wrongNames["name"] ?? ""]
        try await compile(changes, CompileSettings(isStrict: true)) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            let run = try await compilation.run
            #expect(run.failure?.cause == .validation)
            #expect(run.failure?.stage == "wave_execution")
            #expect(try await compilation.pool.publishedPath(of: run.id) == nil)
            #expect(try FileManager.default.contentsOfDirectory(atPath: compilation.workspace.path) == [])
            #expect(try await compilation.events.last?.data["outcome"] == "failed")
        }
    }

    @Test("a strict run with nothing to find succeeds")
    func strictAndFine() async throws {
        try await compile([:], CompileSettings(isStrict: true)) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.succeeded))
        }
    }

    @Test("code that is not valid fails its task with the place, and the rest is done")
    func invalid() async throws {
        try await compile(["code/model.j2": "class {{ entity.class_name }}:\n    x = = 1\n"]) {
            (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            let run = try await compilation.run
            #expect(run.failure?.stage == "code_generation")
            #expect(run.failure?.failedItems == 2)
            #expect(run.failure?.message.contains("code/model.j2 renders code that is not valid") == true)
            let errors = try await compilation.events.filter { $0.type == "error" }
            #expect(errors.map { $0.data["file"] } == ["src/app/book.py", "src/app/reader.py"])
            #expect(errors.allSatisfy { $0.data["line"] == 2 && $0.data["remedy"] != .null })
            #expect(try await compilation.completions(of: "code_generation").values.sorted() == [0, 0, 0, 1])
            #expect(try await compilation.count("SELECT count(*) FROM executions WHERE status = 'failed'") == 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: compilation.workspace.path) == [])
        }
    }

    @Test("a template that can't be rendered fails its task with the template's place")
    func broken() async throws {
        try await compile(["code/base.j2": "one\n{{ entity.nothing.more }}\n"]) {
            (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            let failure = try #require(try await compilation.run.failure)
            #expect(failure.message.contains("code/base.j2"))
            #expect(failure.message.contains("2"))
            #expect(failure.remedy?.contains("mend the template") == true)
        }
    }

    @Test("two tasks with one target are refused before anything is generated")
    func oneTarget() async throws {
        let definition = SmallStack.definition(model: "src/app/model.py")
        try await compile(["stack.json": definition.text]) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            let failure = try #require(try await compilation.run.failure)
            #expect(failure.stage == "masterplan")
            #expect(failure.cause == .input)
            #expect(failure.message.contains("src/app/model.py"))
            #expect(try await compilation.count("SELECT count(*) FROM files") == 0)
        }
    }

    @Test("infrastructure over a generated file is refused before anything is published")
    func collision() async throws {
        var definition = SmallStack.definition()
        if case .object(var members) = definition {
            members["infrastructure"] = [["target": "SRC/app/Base.py", "template": "infra/README.md.j2"]]
            definition = .object(members)
        }
        try await compile(["stack.json": definition.text]) { (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            #expect(try await compilation.run.failure?.message.contains("in case or accents only") == true)
            #expect(try await compilation.pool.publishedPath(of: compilation.runID) == nil)
        }
    }

    @Test("a gate without an approval waits, and goes on from there")
    func gate() async throws {
        try await compile { (compilation: Compilation) async throws in
            #expect(try await compilation.work(ResumeOptions()) == .awaitingApproval)
            #expect(try await compilation.run.state == .awaitingApproval)
            #expect(try await compilation.count("SELECT count(*) FROM files") == 0)
            #expect(
                try await compilation.count("SELECT count(*) FROM masterplans WHERE status = 'awaiting_approval'") == 1)
            #expect(try await compilation.work(ResumeOptions(approves: true)) == .ended(.succeeded))
        }
    }
}
