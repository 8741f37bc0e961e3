import Foundation

/// Briefs that name entities of the vocabulary and say nothing of them, so that all they have is guessed.
enum KnownEntities {
    private struct Vocabulary: Decodable {
        struct Entity: Decodable {
            var name: String
        }
        var entities: [Entity]
    }

    /// A brief of every so-many-th entity of a language.
    static func brief(of language: String, every step: Int) throws -> String {
        let file = Installation.root.appending(path: "templates/vocabulary/\(language).json")
        let names = try JSONDecoder().decode(Vocabulary.self, from: Data(contentsOf: file)).entities.map(\.name)
        let headings = stride(from: 0, to: names.count, by: step).map { "### \(names[$0])\n" }
        // The language is told by small words.
        let title =
            language == "es" ? "Lo que se conoce de los nombres de una lista" : "What is known of the names of a list"
        let section = language == "es" ? "Entidades" : "Entities"
        return "# \(title)\n\n## \(section)\n\n" + headings.joined(separator: "\n")
    }
}
