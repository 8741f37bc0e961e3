import MGECore
import MGESyntax
import Testing

@testable import MGECompiler

/// The waves that a project's files are worked in, from their text to the batches that the stage plans.
@Suite struct ProjectAnalysisTests {
    @Test func functionsThatCallEachOtherAreWavesInThatOrder() throws {
        let analysis = try AnalysisFixture.analysis([
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

    @Test func modulesWhoseVariablesUseEachOtherAreWavesInThatOrder() throws {
        let analysis = try AnalysisFixture.analysis([
            "a.py": "A = 1\n", "b.py": "from a import A\n\nB = A + 1\n", "c.py": "from b import B\n\nC = B + 1\n",
        ])
        let waves = names(analysis).map { wave in wave.filter { $0.count == 1 } }
        #expect(waves == [["A"], ["B"], ["C"]])
        #expect(analysis.edges.allSatisfy { analysis.waveOfAtom[$0.target] <= analysis.waveOfAtom[$0.source] })
    }

    @Test func independentFunctionsAreOneWave() throws {
        let analysis = try AnalysisFixture.analysis([
            "a.py": "def one():\n    return 1\n", "b.py": "def two():\n    return 2\n",
            "c.py": "def three():\n    return 3\n",
        ])
        #expect(names(analysis) == [["one", "two", "three"]])
        #expect(analysis.waves.count == 1 && analysis.atomCount(ofWave: 1) == 3)
    }

    @Test func aCycleIsOneUnitWithAWarning() throws {
        let analysis = try AnalysisFixture.analysis([
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

    @Test func theAtomsOfAFileAreTheFile() throws {
        let text = "\u{FEFF}import os\r\n\r\ndef f():\r\n\treturn 'é'\r\n# no end"
        let texts = ["m.py": text, "notes.txt": "one\ntwo"]
        let analysis = try AnalysisFixture.analysis(texts)
        for (index, file) in analysis.files.enumerated() {
            let bytes = Array((texts[file.path] ?? "").utf8)
            #expect(!bytes.isEmpty)
            let atoms = analysis.atoms(ofFile: index).map { analysis.names.atom($0).atom }
            #expect(atoms.flatMap { Array(bytes[$0.offset..<$0.offset + $0.length]) } == bytes)
            #expect(analysis.atoms(ofFile: index).allSatisfy { analysis.file(ofAtom: $0) == index })
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
