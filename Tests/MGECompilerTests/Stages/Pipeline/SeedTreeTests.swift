import Foundation
import MGECore
import MGELayers
import MGEPostgres
import Testing

@testable import MGECompiler

@Suite("what the seed sentence leaves in the workspace", .seedCompilation) struct SeedTreeTests {
    private var compilation: Compilation {
        get throws { try #require(Compilation.shared) }
    }

    @Test("is the repository and its report, and nothing that was put together before")
    func folder() async throws {
        let compilation = try compilation
        let slug = URL(fileURLWithPath: try await compilation.repository).lastPathComponent
        let folder = Workspace(path: compilation.workspace.path).folder(of: compilation.runID)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["report.json", slug].sorted())
    }

    @Test("is exactly what the manifest lists")
    func manifest() async throws {
        let files = try await compilation.published
        let text = try #require(files[Manifest.path])
        let manifest = try JSONDecoder().decode(Manifest.self, from: text)
        #expect(String(decoding: text, as: UTF8.self) == (try manifest.text()))
        #expect(files.keys.filter { $0 != Manifest.path }.sorted() == manifest.files.map(\.path).sorted())
        for entry in manifest.files {
            #expect(files[entry.path].map { SHA256Digest(of: $0) } == entry.digest, "\(entry.path)")
        }
        #expect(manifest.files.contains { $0.task == nil } && manifest.files.contains { $0.task != nil })
    }

    /// In databases of their own: the other tests of the shared compilation count the rows of its tables.
    @Test("is the same for every run, in one database and in another")
    func reproducible() async throws {
        let files = try await compilation.published
        try await Compilation.with { first in
            #expect(try await first.work() == .ended(.succeeded))
            #expect(try await first.published == files)
            let second = try await first.again()
            #expect(try await second.work() == .ended(.succeeded))
            #expect(try await second.published == files)
        }
    }

    @Test("holds no time, identifier, cost or path of the machine")
    func anonymous() async throws {
        let compilation = try compilation
        let identifiers = RunIdentifiers(run: compilation.runID)
        let words =
            [
                compilation.runID, identifiers.discovery, identifiers.masterplan, identifiers.waves,
                identifiers.task(1),
            ].map { $0.uuidString.lowercased() } + ["session of", "user 4711", "cost_usd"]
            + [compilation.workspace.path, Compilation.root.path]
        for (path, data) in try await compilation.published {
            let text = String(decoding: data, as: UTF8.self).lowercased()
            for word in words { #expect(!text.contains(word), "\(path) holds \(word)") }
        }
    }

    @Test("has a report beside it that says what the tree must not")
    func report() async throws {
        let compilation = try compilation
        let url = URL(fileURLWithPath: Workspace(path: compilation.workspace.path).report(of: compilation.runID))
        let report = try JSONValue(parsing: Data(contentsOf: url))
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: try #require(try await compilation.published[Manifest.path]))
        let run = try await compilation.run
        #expect(report["run"] == .string(compilation.runID.uuidString))
        #expect(report["description_digest"] == .string("\(SHA256Digest(of: Compilation.seed))"))
        #expect(report["stack"] == "fastapi")
        #expect(report["repository"] == .string(try #require(try await compilation.pool.publishedPath(of: run.id))))
        #expect(report["repository_digest"] == .string("\(manifest.digest)"))
        let atoms = try await compilation.count("SELECT count(*) FROM atomic_units")
        let waves = try await compilation.count("SELECT max(wave_number) FROM execution_results")
        let tasks = try await compilation.count("SELECT count(*) FROM masterplan_tasks")
        let bytes = try await compilation.count("SELECT bytes FROM repositories")
        #expect(
            report["counts"] == [
                "tasks": .integer(tasks), "atoms": .integer(atoms), "waves": .integer(waves),
                "passed_atoms": .integer(atoms), "failed_atoms": 0, "files": .integer(manifest.files.count),
                "bytes": .integer(bytes),
            ])
        #expect(report["costs_usd"] == ["discovery": 0, "masterplan": 0, "code": 0, "total": 0])
        let files = manifest.files.map { file -> JSONValue in
            var members: [String: JSONValue] = [
                "path": .string(file.path), "digest": .string("\(file.digest)"), "origin": "template",
            ]
            members["task"] = file.task.map { .integer($0) }
            return .object(members)
        }
        #expect(report["files"] == .array(files))
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let times = try decoder.decode(BuildReport.self, from: Data(contentsOf: url)).times
        #expect(times.submitted <= times.published.addingTimeInterval(1))
        #expect(times.started.map { $0 <= times.published.addingTimeInterval(1) } == true)
    }
}
