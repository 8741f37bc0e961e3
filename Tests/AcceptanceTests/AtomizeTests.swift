import Foundation
import Testing

/// The commands that look into sources, as they are typed: without a database.
@Suite struct AtomizeTests {
    private func withSources(_ body: (Site) async throws -> Void) async throws {
        try await Site.with { site in
            let folder = site.folder.appending(path: "src/p")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data("def f():\n    return 1\n".utf8).write(to: folder.appending(path: "a.py"))
            try Data("from p.a import f\n\ndef g():\n    return f()\n".utf8).write(to: folder.appending(path: "b.py"))
            try Data().write(to: folder.appending(path: "__init__.py"))
            try Data("def broken(:\n".utf8).write(to: folder.appending(path: "c.py"))
            try await body(site)
        }
    }

    private struct Line: Decodable {
        let type: String
        let path, how, from, to_path: String?
        let atoms: [String]?
    }

    private func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func atomizePrintsLinesOfJSON() async throws {
        try await withSources { site in
            let result = try await site.mge("atomize", "--json", "src")
            #expect(result.status == 0, "\(result.errors)")
            let lines = try lines(result.output)
            let types = lines.map(\.type)
            #expect(types.last == "summary")
            #expect(Set(types) == ["atom", "definition", "reference", "diagnostic", "summary"])
            let uses = lines.filter { $0.how == "name" }
            #expect(uses.map(\.from) == ["g"])
            #expect(uses.map(\.to_path) == ["p/a.py"])
            #expect(lines.filter { $0.type == "diagnostic" }.map(\.path) == ["p/c.py"])
        }
    }

    @Test func wavesAreShownAsTableLinesAndPictures() async throws {
        try await withSources { site in
            let table = try await site.mge("waves", "src/p/a.py", "src/p/b.py")
            #expect(table.status == 0, "\(table.errors)")
            #expect(table.output.hasPrefix("WAVE"))
            let units = try lines(try await site.mge("waves", "--json", "src").output)
            let order = units.compactMap(\.atoms?.first)
            let used = try #require(order.firstIndex(of: "p/a.py::f"))
            let user = try #require(order.firstIndex(of: "p/b.py::g"))
            #expect(used < user)
            #expect(try await site.mge("waves", "--dot", "src").output.hasPrefix("digraph"))
            #expect(try await site.mge("waves", "--mermaid", "src").output.hasPrefix("flowchart"))
        }
    }

    @Test(arguments: [
        (["atomize"], "nothing to look into"), (["atomize", "nowhere"], "no file or directory nowhere"),
        (["waves", "--dot", "--mermaid", "."], "--mermaid"), (["waves", ".", "--run", "last"], "together"),
        (["atomize", "--threads", "0", "."], "--threads"),
    ])
    func wrongUseIsTold(arguments: [String], message: String) async throws {
        try await Site.with { site in
            let result = try await site.start(arguments).outcome()
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }
}
