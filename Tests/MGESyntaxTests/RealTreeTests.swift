import Foundation
import MGECore
import MGESyntax
import Testing

/// Trees of the machine with thousands of files, which nobody wrote for a test.
@Suite(.enabled(if: SyntaxFixture.isExhaustive, "exhaustive: set MGE_TEST_ALL=1"))
struct RealTreeTests {
    /// A tree, in the first place that has it.
    struct Tree: Sendable, CustomTestStringConvertible {
        let name: String
        let places: [String]

        var testDescription: String { name }
        var place: String? { places.first { FileManager.default.fileExists(atPath: $0) } }
    }

    /// The folders around each `swift` that could be typed.
    private static let toolchains = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
        URL(fileURLWithPath: "\($0)/swift").resolvingSymlinksInPath()
    }.filter { FileManager.default.isExecutableFile(atPath: $0.path) }.map {
        $0.deletingLastPathComponent().deletingLastPathComponent().path
    }

    private static let trees = [
        Tree(name: "the standard library of Python", places: ["3.11", "3.12", "3.13"].map { "/usr/lib/python\($0)" }),
        Tree(name: "the packages of Node", places: ["/usr/share/nodejs"]),
        Tree(name: "the toolchain of Swift", places: toolchains),
    ]

    @Test(arguments: trees)
    func noFileDiffers(tree: Tree) async throws {
        guard let place = tree.place else {
            try Test.cancel("\(tree.name) is in none of \(tree.places)")
        }
        let sources = try SourceTree(paths: [place], from: URL(fileURLWithPath: "/"))
        let outcome = try await TreeAtomizer(service: SyntaxFixture.service()).atomize(sources)
        let locations = Dictionary(uniqueKeysWithValues: sources.entries.map { ($0.path, $0.location) })
        var identities: Set<String> = []
        for file in outcome.files {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: #require(locations[file.path]))))
            #expect(Losslessness.violation(in: file, of: bytes) == nil, "\(file.path)")
            identities.formUnion(file.atoms.map(\.identity))
        }
        #expect(identities.count == outcome.files.reduce(0) { $0 + $1.atoms.count })
        let omitted = outcome.diagnostics.compactMap(\.subject)
        #expect(Set(outcome.files.map(\.path)).union(omitted).isSuperset(of: sources.entries.map(\.path)))
        let graph = AtomGraph(ProjectNames(files: outcome.files, keepsReferences: false))
        #expect(graph.units.reduce(0) { $0 + $1.atoms.count } == identities.count)
    }
}
