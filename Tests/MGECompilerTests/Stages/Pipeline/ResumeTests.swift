import Foundation
import MGECore
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("what a resumed run does again") struct ResumeTests {
    private let stack: SmallStack

    init() throws { stack = try SmallStack() }

    private static let stages: [StageName] = [
        "discovery", "masterplan", "code_generation", "atomization", "wave_execution", "file_writing", "infrastructure",
    ]

    /// Compiles, and gives the body the finished compilation.
    private func compiled(_ body: (Compilation) async throws -> Void) async throws {
        try await Compilation.with(SmallStack.brief, stack: "small", home: stack.home) {
            (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.succeeded))
            try await body(compilation)
        }
    }

    /// The keys of what was done more often than once, by stage.
    private func redone(in compilation: Compilation) async throws -> [String: [String]] {
        var redone: [String: [String]] = [:]
        for stage in Self.stages {
            let keys = try await compilation.completions(of: stage).filter { $0.value > 1 }.keys.sorted()
            if !keys.isEmpty { redone[stage.rawValue] = keys }
        }
        return redone
    }

    @Test("nothing, when nothing changed")
    func nothing() async throws {
        try await compiled { (compilation: Compilation) async throws in
            let files = try await compilation.published
            let report = Workspace(path: compilation.workspace.path).report(of: compilation.runID)
            let before = try Data(contentsOf: URL(fileURLWithPath: report))
            for _ in 0..<2 { #expect(try await compilation.work() == .unchanged) }
            #expect(try await redone(in: compilation) == [:])
            #expect(try await compilation.published == files)
            #expect(try Data(contentsOf: URL(fileURLWithPath: report)) == before)
            #expect(try await compilation.count("SELECT count(*) FROM files WHERE revision > 1") == 0)
        }
    }

    @Test("the publication, once, when the repository or its report is gone", arguments: ["repository", "report"])
    func lost(what: String) async throws {
        try await compiled { (compilation: Compilation) async throws in
            let files = try await compilation.published
            let report = Workspace(path: compilation.workspace.path).report(of: compilation.runID)
            try FileManager.default.removeItem(
                atPath: what == "report" ? report : try await compilation.repository)
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(try await compilation.work() == .unchanged)
            #expect(try await compilation.published == files)
            #expect(FileManager.default.fileExists(atPath: report))
            #expect(try await compilation.completions(of: "infrastructure") == ["repository": 2])
            #expect(try await redone(in: compilation) == ["file_writing": ["tree"], "infrastructure": ["repository"]])
        }
    }

    @Test("what follows from a template that changed, and nothing else")
    func template() async throws {
        try await compiled { (compilation: Compilation) async throws in
            let before = try await compilation.published
            try stack.write("class Base:\n    name = \"other\"\n", to: "code/base.j2")
            #expect(try await compilation.work() == .ended(.succeeded))
            let redone = try await redone(in: compilation)
            #expect(redone["discovery"] == nil && redone["masterplan"] == nil)
            #expect(redone["code_generation"] == ["task-2"])
            #expect(redone["atomization"] == ["graph", "task-2"])
            #expect(redone["file_writing"] == ["tree"] && redone["infrastructure"] == ["repository"])
            let after = try await compilation.published
            #expect(Set(after.keys.filter { after[$0] != before[$0] }) == [Manifest.path, "src/app/base.py"])
            let revisions = try await compilation.pool.rows(
                "SELECT path, max(revision) FROM files GROUP BY path HAVING max(revision) > 1", as: (String, Int).self)
            #expect(revisions.map { "\($0.0) \($0.1)" } == ["src/app/base.py 2"])
            #expect(
                try await compilation.count("SELECT count(*) FROM execution_results")
                    == compilation.count("SELECT count(*) FROM atomic_units"))
        }
    }

    @Test("the infrastructure, when only that changed")
    func infrastructure() async throws {
        try await compiled { (compilation: Compilation) async throws in
            try stack.write("# Other\n", to: "infra/README.md.j2")
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(
                try await redone(in: compilation) == [
                    "infrastructure": ["repository"], "wave_execution": ["acceptance"],
                ])
            #expect(try await compilation.published["README.md"] == Data("# Other\n".utf8))
        }
    }

    @Test("the checks of files that use a name that is gone")
    func nameGone() async throws {
        try await compiled { (compilation: Compilation) async throws in
            try stack.write("class Other:\n    name = \"base\"\n", to: "code/base.j2")
            #expect(try await compilation.work() == .ended(.partial))
            let failed = try await compilation.pool.rows(
                """
                SELECT DISTINCT a.path FROM execution_results r JOIN atomic_units a USING (atom_id)
                WHERE r.status = 'failed' ORDER BY 1
                """, as: String.self)
            #expect(failed == ["src/app/book.py", "src/app/main.py", "src/app/reader.py"])
            try stack.write("class Base:\n    name = \"base\"\n", to: "code/base.j2")
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(try await compilation.events.last?.data["precision"] == 1)
        }
    }

    @Test("the checks of files that lose one name of several, in whichever wave they stay")
    func oneNameGone() async throws {
        let base = "class Base:\n    name = \"base\"\n"
        try stack.write("\(base)\n\nKIND = 1\n", to: "code/base.j2")
        let model = "from app.base import KIND, Base\n\n\nclass {{ entity.class_name }}(Base):\n    kind = KIND\n"
        try stack.write(model, to: "code/model.j2")
        try await compiled { (compilation: Compilation) async throws in
            try stack.write("\(base)\n\nOTHER = 1\n", to: "code/base.j2")
            #expect(try await compilation.work() == .ended(.partial))
            #expect(try await compilation.count("SELECT count(*) FROM execution_results WHERE status = 'failed'") == 2)
        }
    }

    @Test("a failed task, once its template is mended")
    func mended() async throws {
        try stack.write("class {{ entity.class_name }}:\n    x = = 1\n", to: "code/model.j2")
        try await Compilation.with(SmallStack.brief, stack: "small", home: stack.home) {
            (compilation: Compilation) async throws in
            #expect(try await compilation.work() == .ended(.failed))
            try stack.write("class {{ entity.class_name }}:\n    x = 1\n", to: "code/model.j2")
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(try await redone(in: compilation) == [:])
        }
    }

    @Test("a plan with fewer tasks leaves nothing of the others")
    func fewerTasks() async throws {
        try await compiled { (compilation: Compilation) async throws in
            guard case .object(var members) = SmallStack.definition(), case .array(let kinds)? = members["blueprint"]
            else {
                return
            }
            members["blueprint"] = .array(Array(kinds.prefix(3)))
            try stack.write(JSONValue.object(members).text, to: "stack.json")
            #expect(try await compilation.work() == .ended(.succeeded))
            #expect(try await compilation.count("SELECT count(*) FROM masterplan_tasks") == 4)
            #expect(try await compilation.published["src/app/main.py"] == nil)
            #expect(try await compilation.count("SELECT count(*) FROM files WHERE path LIKE '%main.py'") == 0)
            #expect(try await compilation.count("SELECT count(*) FROM atomic_units WHERE path LIKE '%main.py'") == 0)
        }
    }

    @Test("no file, for a plan that gives its tasks other numbers")
    func otherNumbers() async throws {
        try await compiled { (compilation: Compilation) async throws in
            let before = try await compilation.published
            try stack.write(SmallStack.definition(hasExtra: true).text, to: "stack.json")
            #expect(try await compilation.work() == .ended(.succeeded))
            var after = try await compilation.published
            #expect(after.removeValue(forKey: "src/app/extra.py") == Data("EXTRA = 1\n".utf8))
            #expect(after.keys.sorted() == before.keys.sorted())
            #expect(after.filter { $0.key != Manifest.path } == before.filter { $0.key != Manifest.path })
            #expect(try await compilation.count("SELECT count(*) FROM files WHERE revision > 1") == 0)
            let wrong = try await compilation.count(
                """
                SELECT count(*) FROM files f JOIN masterplan_tasks t USING (task_id)
                LEFT JOIN atomic_units a ON a.path = f.path
                WHERE f.path <> ALL (t.target_files) OR a.task_id <> f.task_id
                """)
            #expect(wrong == 0)
        }
    }

    @Test("an edited repository is replaced whole when it is published again")
    func edited() async throws {
        try await compiled { (compilation: Compilation) async throws in
            let root = try await compilation.repository
            try Data("edited".utf8).write(to: URL(fileURLWithPath: "\(root)/README.md"))
            try Data("added".utf8).write(to: URL(fileURLWithPath: "\(root)/added.txt"))
            try stack.write("# Other\n", to: "infra/README.md.j2")
            #expect(try await compilation.work() == .ended(.succeeded))
            let files = try await compilation.published
            #expect(files["README.md"] == Data("# Other\n".utf8))
            #expect(files["added.txt"] == nil)
        }
    }
}
