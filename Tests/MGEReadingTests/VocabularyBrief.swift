import MGELayers

@testable import MGEReading

/// A brief that names all that the vocabulary knows, so that all of it is guessed.
enum VocabularyBrief {
    static func text(of language: LanguageVocabulary) -> String {
        let items = language.entities.map { "### \($0.name)\n" }
        return "---\nlanguage: \(language.language.rawValue)\n---\n# All\n\n## Entities\n\n"
            + items.joined(separator: "\n")
    }
}
