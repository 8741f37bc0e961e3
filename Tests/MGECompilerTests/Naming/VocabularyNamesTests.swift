import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGECompiler

/// What is guessed of the entities that the vocabulary knows has names that no stack minds.
@Suite struct VocabularyNamesTests {
    private struct Known: Decodable {
        struct Entity: Decodable {
            let name: String
        }
        let entities: [Entity]
    }

    @Test(arguments: ["en", "es"])
    func ofAllKnownEntitiesTogether(language: String) throws {
        let file = Compilation.root.appending(path: "templates/vocabulary/\(language).json")
        let known = try JSONDecoder().decode(Known.self, from: Data(contentsOf: file)).entities
        let headings = known.map { "### \($0.name)\n" }.joined(separator: "\n")
        let document = try WrittenNames.read("---\nlanguage: \(language)\n---\n# All\n\n## Entities\n\n" + headings)
        let names = try NameResolver.resolve(document, reserved: SampleStack.stack().reserved)
        #expect(names.entities.count >= known.count)
        #expect(names.diagnostics.allSatisfy { $0.severity < .error })
    }
}
