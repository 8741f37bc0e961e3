import MGECore

/// What the discovery reader knows of common entities, fields and words: data, one file a language.
package struct Vocabulary: Sendable {
    package let languages: [LanguageVocabulary]
    /// The same made ready to look things up, for descriptions in each language.
    let lexicons: [Description.Language: Lexicon]

    package init(languages: [LanguageVocabulary]) {
        self.languages = languages
        let all = Description.Language.allCases
        let lexicons = all.parallelMap { Lexicon(languages, language: $0) }
        self.lexicons = Dictionary(uniqueKeysWithValues: zip(all, lexicons))
    }
}
