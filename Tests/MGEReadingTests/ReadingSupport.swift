import Foundation
import MGECore
import MGELayers
import Testing

@testable import MGEReading

/// The reader with the vocabulary of the repository and some stacks.
enum ReadingSupport {
    static let vocabulary: Vocabulary = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        do {
            return try Vocabulary(directory: root.appendingPathComponent("templates/vocabulary"))
        } catch {
            Issue.record("\(error)")
            return Vocabulary(languages: [])
        }
    }()

    static let reader = DescriptionReader(
        vocabulary: vocabulary,
        stacks: [
            StackDetection(name: "fastapi", words: ["fast api"]),
            StackDetection(name: "express", words: ["express.js"]),
            StackDetection(name: "django", words: ["django rest framework"]),
        ], defaultStack: "fastapi")

    static func read(_ text: String, file: String? = nil) throws -> DiscoveryDocument {
        try reader.read(Description(text: text, file: file))
    }

    /// The diagnostics of a text, whether it can be read or not.
    static func diagnostics(_ text: String) -> [Diagnostic] {
        do {
            return try reader.read(Description(text: text)).diagnostics
        } catch {
            return error.diagnostics
        }
    }

    /// The field that one item makes in an entity `Thing`, beside an entity `User`.
    static func field(_ item: String) throws -> Field {
        let document = try read("## Entities\n### Thing\n- \(item)\n### User\n- name: string\n")
        return try #require(document.entities.first?.fields.first)
    }

    /// The relation that one item makes.
    static func relation(_ item: String) throws -> Relationship {
        let document = try read("## Entities\n### Thing\n- name: string\n- \(item)\n### User\n- name: string\n")
        return try #require(document.relationships.first)
    }
}

extension DiscoveryDocument {
    /// `task.owner>user` for each relation.
    var references: Set<String> { Set(relationships.map { "\($0.source).\($0.name)>\($0.target)" }) }

    var names: [String] { entities.map(\.name) }
}
