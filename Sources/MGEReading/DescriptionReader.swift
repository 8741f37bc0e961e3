import MGECore
package import MGELayers

/// Reads a description by rules, without any model: read → recognise → build → diagnose.
///
/// Each step is a pure function of the value before it, and linear in the text:
/// `ReadBlocks` makes blocks of text, `RecogniseStatements` statements of blocks, `BuildDiscovery` a document of
/// statements, and `DiagnoseDiscovery` says what was guessed or not used, and whether the document stands.
package struct DescriptionReader: Sendable {
    private let vocabulary: Vocabulary
    private let languages: LanguageDetector
    private let stacks: [StackDetection]
    private let defaultStack: String
    private let kept = KeptReading()

    /// Prepares a reader.
    /// - Parameters:
    ///   - vocabulary: what is known of common entities, fields and words.
    ///   - stacks: the stacks that may be asked for, with the words that name them.
    ///   - defaultStack: the stack of a description that names none.
    package init(vocabulary: Vocabulary, stacks: [StackDetection], defaultStack: String) {
        self.vocabulary = vocabulary
        languages = LanguageDetector(vocabulary)
        self.stacks = stacks
        self.defaultStack = defaultStack
    }

    /// Reads a description, and keeps what it says until it is read once more.
    /// - Throws: `DiscoveryError` with every diagnostic when one of them is an error.
    package func readAhead(_ description: Description) throws(DiscoveryError) -> DiscoveryDocument {
        let document = try read(description)
        kept.keep(document, of: description)
        return document
    }

    /// Reads a description.
    /// - Throws: `DiscoveryError` with every diagnostic when one of them is an error.
    package func read(_ description: Description) throws(DiscoveryError) -> DiscoveryDocument {
        if let document = kept.take(description) { return document }
        try checkSize(description)
        var source = blocks(of: description)
        var settings = ProjectSettings(description)
        settings.read(&source, keywords: vocabulary.keywords)
        let language = settings.language ?? languages.language(of: source.blocks)
        let lexicon = try lexicon(for: language)
        let finder = StackFinder(stacks, lexicon: lexicon)
        var (statements, findings) = RecogniseStatements.recognise(source, lexicon: lexicon, stacks: finder)
        let stack = settings.stack(of: statements, finder: finder, otherwise: defaultStack, &findings)
        let built = BuildDiscovery.build(
            statements, identity: ProjectWords(requestedName: settings.name, stack: stack), lexicon: lexicon,
            findings: findings)
        return try DiagnoseDiscovery.verdict(on: built.document, statements: statements, findings: built.findings)
    }

    /// The blocks of a text; while a long one is divided, the language that it seems to be in is made ready.
    private func blocks(of description: Description) -> SourceDocument {
        let text = description.text
        guard text.utf8.count > ReadingLimits.long else { return ReadBlocks.read(text, file: description.file) }
        let start = ReadBlocks.read(String(text.prefix(ReadingLimits.sample)), file: nil)
        let language = languages.language(of: start.blocks)
        let (source, _) = concurrently(
            { ReadBlocks.read(text, file: description.file) },
            // What is wrong in the file is told when the language is known.
            { try? vocabulary.lexicon(for: language) })
        return source
    }

    private func lexicon(for language: Description.Language) throws(DiscoveryError) -> Lexicon {
        do throws(VocabularyError) {
            return try vocabulary.lexicon(for: language)
        } catch {
            throw DiscoveryError(error)
        }
    }

    private func checkSize(_ description: Description) throws(DiscoveryError) {
        let size = description.text.utf8.count
        guard size > ReadingLimits.bytes else { return }
        throw DiscoveryError(diagnostics: [
            Diagnostic(
                .error, "the description has \(size) bytes, more than \(ReadingLimits.bytes)",
                remedy: "describe entities and rules only, or divide it into several projects",
                at: SourceLocation(file: description.file, line: 1, column: 1))
        ])
    }
}
