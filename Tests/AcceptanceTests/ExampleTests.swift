import Foundation
import MGETestSupport
import Testing

/// What the examples say of themselves is what the tool says of them.
@Suite struct ExampleTests {
    @Test func theirPageIsUpToDate() async throws {
        try await Site.with { site in
            let environment = Installation.processEnvironment.merging([
                "MGE_BINARY": Installation.program.path
            ]) { $1 }
            let described = try await RunningProgram(
                URL(fileURLWithPath: "/bin/bash"), [Installation.example("describe")] + site.options, in: site.folder,
                environment: environment
            ).outcome()
            try #require(described.status == 0, "\(described.errors)")
            let page = try String(contentsOfFile: Installation.example("README.md"), encoding: .utf8)
            let differing = zip(described.output.split(separator: "\n"), page.split(separator: "\n")).first { $0 != $1 }
            #expect(
                described.output == page,
                "run examples/describe > examples/README.md; first \(differing.map { "\($0.0)" } ?? "its length")")
        }
    }

    @Test(arguments: [("tienda.md", 9, 9), ("clinic.md", 14, 13)])
    func theyAreUnderstood(name: String, entities: Int, relations: Int) async throws {
        try await Site.with { site in
            let outcome = try await site.mge("submit", Installation.example(name))
            #expect(outcome.status == 3, "\(outcome.errors)")
            let diagram = try await site.mge("plan", "last", "--diagram")
            #expect(diagram.status == 0 && diagram.lines.first == "erDiagram")
            #expect(diagram.lines.count { $0.hasSuffix(" {") } == entities)
            #expect(diagram.lines.count { $0.contains("--") } == relations)
        }
    }
}
