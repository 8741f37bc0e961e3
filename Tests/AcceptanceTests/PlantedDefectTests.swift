import Foundation
import MGEPostgres
import Testing

/// What a generated repository carries to check itself finds what reviewers would reject.
@Suite(.serialized, .enabled(if: Installation.pythonTools != nil, "MGE_TEST_PYTHON names a folder with Python tools"))
struct PlantedDefectTests {
    /// A description, with where defects are planted in what it gives.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let description: String
        let place: Double
        let hasLogin: Bool

        var defects: [Defect] { Defect.all.filter { hasLogin || !$0.needsLogin } }
    }

    private static let cases = [
        Case(testDescription: "login", description: AccessBrief.text, place: 0, hasLogin: true),
        Case(
            testDescription: "many-to-many and self relations", description: Installation.example("task-manager.md"),
            place: 0.5, hasLogin: false),
        Case(testDescription: "states, money and dates", description: StatesBrief.text, place: 1, hasLogin: false),
    ]

    @Test(arguments: cases) func everyDefectHasAPlace(in item: Case) async throws {
        try await Site.with { site in
            let repository = try await site.compile(item.description)
            for defect in item.defects {
                try defect.plant(in: try copy(of: repository, site, defect.name), at: item.place)
            }
        }
    }

    @Test(.enabled(if: Installation.isExhaustive), arguments: cases)
    func everyDefectIsFound(in item: Case) async throws {
        try await Site.with { site in
            let repository = try await site.compile(item.description)
            let tools = PythonTools(folder: try #require(Installation.pythonTools))
            let faultless = try await finding(tools, in: try copy(of: repository, site, "faultless"))
            #expect(faultless == nil, "\(faultless?.output ?? "")")
            for defect in item.defects {
                let copy = try copy(of: repository, site, defect.name)
                try defect.plant(in: copy, at: item.place)
                #expect(try await finding(tools, in: copy) != nil, "survived: \(defect.name)")
            }
        }
    }

    private func copy(of repository: URL, _ site: Site, _ name: String) throws -> URL {
        let copy = site.folder.appending(path: name.replacing(" ", with: "-"))
        try FileManager.default.copyItem(at: repository, to: copy)
        return copy
    }

    /// The first of the repository's own checks that finds something.
    private func finding(_ tools: PythonTools, in repository: URL) async throws -> Outcome? {
        for command in [["ruff", "check", "."], ["python", "-m", "pytest", "-x"], ["mypy"]] {
            let outcome = try await tools.run(command, in: repository)
            if outcome.status != 0 { return outcome }
        }
        return nil
    }
}
