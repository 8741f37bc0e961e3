import Foundation
import MGEPostgres
import Testing

/// Descriptions whose words mean something to a template, to a path or to Python.
@Suite struct HostileDescriptionTests {
    /// Everything at once that a description may hold and still be understood.
    static let brief = #"""
        # Odd {{ 7*7 }} {% raw %} "quotes" \n

        A FastAPI REST API that keeps things: {{ 7*7 }}, {{ config }}, {% for x in y %}, {# gone #}, """ and '''.

        ## Entities

        ### Thing
        Is {{ 7*7 }} of "something" with a \ and a {brace} and """ three quotes.
        - name: string, default {{ 7*7 }}
        - class: string
        - kind: enum("a b", it's, {x}, say "hi", back\slash), default it's
        - self: string, optional
        - secret: string
        - import: integer, min 0
        """#

    @Test func templateSyntaxIsTextOrNothing() async throws {
        try await Site.with { site in
            let repository = try await site.compile(Self.brief)
            for path in try tree(at: repository).keys where !path.hasSuffix(".lock") {
                let text = try String(contentsOf: repository.appending(path: path), encoding: .utf8)
                for line in text.split(separator: "\n") {
                    #expect(!line.contains(/\b49\b/), "\(path): \(line)")
                }
            }
        }
    }

    @Test(arguments: ["../x", "../../etc/passwd", "/etc/passwd", "a/b", "..", "x\\..\\y"])
    func aPathIsNoEntity(name: String) async throws {
        try await Site.with { site in
            let brief = "# X\n\nA FastAPI API.\n\n## Entities\n\n### \(name)\n- name: string\n"
            let outcome = try await site.mge("submit", brief, "--yes")
            #expect(outcome.status == 2, "\(outcome.errors)")
            #expect(outcome.errors.contains("description:7:5: error: "))
            #expect(outcome.errors.contains("next: "))
            #expect(site.runFolders.isEmpty)
        }
    }

    @Test(arguments: ["../../out", "/tmp/out", "a/../../b", ".."])
    func aPathIsNoProjectName(name: String) async throws {
        try await Site.with { site in
            let outcome = try await site.mge("submit", Installation.sentence, "--yes", "--name", name)
            guard outcome.status == 0 else {
                #expect(outcome.status == 2, "\(outcome.errors)")
                return
            }
            // A name that is made harmless names a folder of the run.
            let path = outcome.output.trimmingCharacters(in: .newlines)
            #expect(path.hasPrefix(site.workspace.path + "/"))
            let parts = path.dropFirst(site.workspace.path.count + 1).split(separator: "/")
            #expect(parts.count == 2 && !parts.contains(".."), "\(path)")
        }
    }
}
