import MGECore
import Testing

@testable import MGECompiler
@testable import MGESyntax

/// What is parsed of files that are not complete yet.
@Suite struct WaveCheckerTests {
    /// A class whose first method waits for a function of another file.
    private static let text = """
        class Form:
            title = ""

            def first(
                self, value=helper()
            ):
                return value

            def second(self):
                return 1

        """
    private static let helper = "BASE = 1\n\n\ndef helper(value=BASE):\n    return value\n"

    @Test func aClassWithoutItsLaterMembersIsValid() async throws {
        let analysis = try analysis()
        #expect(Set(analysis.atoms(ofFile: 0).map { analysis.waveOfAtom[$0] }).count > 1)
        #expect(try await findings(analysis).isEmpty)
    }

    @Test func whatIsNotValidWithoutTheRestIsFoundAtItsLine() async throws {
        // As if a method could begin without its end.
        let analysis = try analysis { file in
            guard let member = file.atoms.firstIndex(where: { $0.identity.hasSuffix("Form.first") }) else { return }
            let atom = file.atoms[member]
            let head = "    def first(\n".utf8.count
            let first = atom.lines.lowerBound
            var begin = SourceAtom(
                "Form.first", of: file.path, kind: atom.kind, lines: first...first, offset: atom.offset, length: head,
                unit: atom.unit)
            var body = SourceAtom(
                "Form.first#2", of: file.path, kind: atom.kind, lines: first + 1...atom.lines.upperBound,
                offset: atom.offset + head, length: atom.length - head, unit: file.atoms.count + 1)
            begin.enclosingUnit = atom.enclosingUnit
            body.enclosingUnit = atom.enclosingUnit
            file.atoms.replaceSubrange(member...member, with: [begin, body])
        }
        let findings = try await findings(analysis)
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.location?.file == "form.py" && (7...13).contains($0.location?.line ?? 0) })
    }

    private static let files = ["helper.py": helper, "form.py": "from helper import helper\n\n\n" + text]

    private func analysis(change: (inout AtomizedFile) -> Void = { _ in }) throws -> ProjectAnalysis {
        try AnalysisFixture.analysis(Self.files) { file in
            if file.path == "form.py" { change(&file) }
        }
    }

    /// Everything that is found, wave by wave.
    private func findings(_ analysis: ProjectAnalysis) async throws -> [Diagnostic] {
        let syntax = try AnalysisFixture.syntax.get()
        let checker = WaveChecker(analysis: analysis, syntax: syntax, level: .syntax) { paths in
            Self.files.filter { paths.contains($0.key) }
        }
        var findings: [Diagnostic] = []
        for (index, batches) in analysis.waves.enumerated() {
            for batch in batches {
                let checked = try await checker.check(batch.atoms, in: index + 1)
                #expect(checked.count == batch.atoms.count)
                findings += checked.flatMap(\.findings)
            }
        }
        return findings
    }
}
