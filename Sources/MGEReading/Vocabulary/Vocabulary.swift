import Foundation
import MGECore
import MGELayers
import Synchronization

/// What the discovery reader knows of common entities, fields and words: data, one file a language.
package struct Vocabulary: Sendable {
    package let languages: [LanguageVocabulary]
    /// The keywords of briefs, of all languages.
    let keywords: PhraseTable<Keyword>
    /// Where the files are; nil when the vocabulary is of no files.
    private let directory: URL?
    private let prepared: Prepared

    package init(languages: [LanguageVocabulary]) { self.init(languages: languages, directory: nil) }

    init(languages: [LanguageVocabulary], directory: URL?) {
        self.languages = languages
        self.directory = directory
        prepared = Prepared()
        keywords = Lexicon.keywords(of: languages)
    }

    /// The vocabulary made ready to look things up for descriptions in a language; a language takes a while, and most
    /// processes read one description.
    /// - Throws: `VocabularyError` when the language's file holds what can't be used.
    func lexicon(for language: Description.Language) throws(VocabularyError) -> Lexicon {
        if let lexicon = prepared.lexicons.withLock({ $0[language] }) { return lexicon }
        let lexicon = Lexicon(self, language: language)
        if let directory, let own = languages.first(where: { $0.language == language }) {
            try Self.check(own, lexicon: lexicon, path: directory.appending(path: "\(language.rawValue).json").path)
        }
        prepared.lexicons.withLock { $0[language] = lexicon }
        return lexicon
    }

    /// What was made ready, for all copies of a vocabulary.
    private final class Prepared: Sendable {
        let lexicons = Mutex<[Description.Language: Lexicon]>([:])
    }
}
