import Foundation
import MGECore
import MGESyntax
import Testing

@testable import MGECompiler

/// The waves that a project's files are worked in, from their text to the batches that the stage plans.
@Suite struct ProjectAnalysisTests {
    @Test func functionsThatCallEachOtherAreWavesInThatOrder() async throws {
        let analysis = try await analysis([
            "m.py": """
            def func_c():
                return func_b()

            def func_a():
                return 1

            def func_b():
                return func_a()

            """
        ])
        #expect(names(analysis) == [["func_a"], ["func_b"], ["func_c"]])
        #expect(analysis.cycles.isEmpty)
    }

    @Test func modulesWhoseVariablesUseEachOtherAreWavesInThatOrder() async throws {
        let analysis = try await analysis([
            "a.py": "A = 1\n", "b.py": "from a import A\n\nB = A + 1\n", "c.py": "from b import B\n\nC = B + 1\n",
        ])
        let waves = names(analysis).map { wave in wave.filter { $0.count == 1 } }
        #expect(waves == [["A"], ["B"], ["C"]])
        #expect(analysis.edges.allSatisfy { analysis.waveOfAtom[$0.target] <= analysis.waveOfAtom[$0.source] })
    }

    @Test func independentFunctionsAreOneWave() async throws {
        let analysis = try await analysis([
            "a.py": "def one():\n    return 1\n", "b.py": "def two():\n    return 2\n",
            "c.py": "def three():\n    return 3\n",
        ])
        #expect(names(analysis) == [["one", "two", "three"]])
        #expect(analysis.waves.count == 1 && analysis.atomCount(ofWave: 1) == 3)
    }

    @Test func aCycleIsOneUnitWithAWarning() async throws {
        let analysis = try await analysis([
            "m.py": """
            def even(n):
                return n == 0 or odd(n - 1)

            def odd(n):
                return n != 0 and even(n - 1)

            def use():
                return even(4)

            """
        ])
        #expect(names(analysis) == [["even", "odd"], ["use"]])
        #expect(analysis.cycles.count == 1)
        #expect(analysis.cycles.first?.severity == .warning)
        #expect(analysis.cycles.first?.message.contains("m.py::even, m.py::odd") == true)
    }

    @Test func theAtomsOfAFileAreTheFile() async throws {
        let text = "\u{FEFF}import os\r\n\r\ndef f():\r\n\treturn 'é'\r\n# no end"
        let analysis = try await analysis(["m.py": text, "notes.txt": "one\ntwo"])
        for (index, text) in analysis.texts.enumerated() {
            let bytes = Array(text.utf8)
            let atoms = analysis.atoms(ofFile: index).map { analysis.names.atom($0).atom }
            #expect(atoms.flatMap { Array(bytes[$0.offset..<$0.offset + $0.length]) } == bytes)
            #expect(analysis.atoms(ofFile: index).allSatisfy { analysis.file(ofAtom: $0) == index })
        }
    }

    private static let syntax = Result {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = ProcessInfo.processInfo.environment["MGE_GRAMMARS"] ?? root.appending(path: ".tools/grammars").path
        return try SyntaxService(
            grammars: GrammarLibrary(searchPath: [URL(fileURLWithPath: folder)]), languages: .bundled())
    }

    private func analysis(_ files: [String: String]) async throws -> ProjectAnalysis {
        let stored = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { StoredFile.sample($0.key, $0.value) }
        let syntax = try Self.syntax.get()
        return try await ProjectAnalysis(files: stored.map(\.entry)) {
            try stored.map { try syntax.atomize(Array($0.text.utf8), path: $0.path) }
        } texts: {
            stored.map(\.text)
        }
    }

    /// What the atoms of each wave are called in their files.
    private func names(_ analysis: ProjectAnalysis) -> [[String]] {
        analysis.waves.map { batches in
            batches.flatMap(\.atoms).sorted().map {
                String(analysis.names.atom($0).atom.identity.split(separator: ":").last ?? "")
            }
        }
    }
}
