/// What the discovery reader knows of common entities, fields and words: data, one file a language.
package struct Vocabulary: Codable, Hashable, Sendable {
    package var languages: [LanguageVocabulary]

    package init(languages: [LanguageVocabulary]) {
        self.languages = languages
    }

    /// The vocabulary of a language, or the first one there is.
    package func of(_ language: Description.Language) -> LanguageVocabulary? {
        languages.first { $0.language == language } ?? languages.first
    }
}
