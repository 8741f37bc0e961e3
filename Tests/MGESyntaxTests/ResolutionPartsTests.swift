import MGESyntax
import Testing

/// A project resolved in several parts at once, beside the same in one.
@Suite struct ResolutionPartsTests {
    @Test(arguments: SampleTests.samples, [1, 3])
    func partsFindWhatTheWholeDoes(sample: String, width: Int) throws {
        try expectTheSame(SampleTests.files(of: sample), width: width)
    }

    @Test(arguments: [1, 3])
    func findingsStandInTheOrderOfFiles(width: Int) throws {
        var files = ["shop/__init__.py": "from .module0 import Base0\n"]
        for number in 0..<12 {
            files["shop/module\(number).py"] = """
                from .module\((number + 5) % 12) import Base\((number + 5) % 12), missing\(number)

                class Base\(number):
                    def run(self, other: Base\((number + 5) % 12)) -> int:
                        return other.run(self) + unknown\(number)

                def use(one, two):
                    return Base\(number)().run(use(1))

                """
        }
        let findings = try expectTheSame(files, width: width).findings
        #expect(findings.map(\.path) == files.keys.sorted().flatMap { $0.contains("module") ? [$0, $0, $0] : [] })
    }

    @discardableResult
    private func expectTheSame(_ files: [String: String], width: Int) throws -> ProjectNames {
        let atomized = try files.map { try SyntaxFixture.atomize($0.value, path: $0.key) }
        let whole = ProjectNames(files: atomized, width: 1, referencesOfPart: .max, keepsReferences: true)
        let parts = ProjectNames(files: atomized, width: width, referencesOfPart: 1, keepsReferences: true)
        #expect(!whole.edges.isEmpty)
        #expect(parts.edges == whole.edges)
        #expect(Array(parts.references) == Array(whole.references))
        #expect(parts.findings == whole.findings)
        return parts
    }
}
