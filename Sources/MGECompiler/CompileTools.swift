package import Foundation
package import MGECore
package import MGEReading
package import MGESyntax

/// What a compilation works with besides the database, read once a process.
package struct CompileTools: Sendable {
    package let stacks: StackCatalog
    package let reader: DescriptionReader
    package let syntax: SyntaxService
    package let workspace: Workspace
    /// The digest of the vocabulary and the stacks' detection words.
    package let knowledge: SHA256Digest
    /// The digest of everything that results depend on.
    package let digest: SHA256Digest

    /// Reads the vocabulary, the stacks and the grammars.
    /// - Parameters:
    ///   - home: the folder that holds `templates`.
    ///   - grammars: the folders that are searched for grammars.
    ///   - workspace: the folder in which repositories are published, as an absolute path.
    /// - Throws: `VocabularyError`, `StackError`, `LanguagesError` or `GrammarError`, each with the file at fault.
    package init(home: URL, grammars: [URL], workspace: String) throws {
        let templates = home.appending(path: "templates")
        let stacks = StackCatalog(directory: templates.appending(path: "stacks"))
        let ((vocabulary, vocabularyDigest), (all, syntax)) = try concurrently {
            try Vocabulary.load(templates.appending(path: "vocabulary"))
        } _: {
            let languages = try Languages.bundled()
            return (
                try stacks.all(),
                try SyntaxService(grammars: GrammarLibrary(searchPath: grammars), languages: languages)
            )
        }
        self.stacks = stacks
        self.syntax = syntax
        reader = DescriptionReader(
            vocabulary: vocabulary, stacks: all.map { StackDetection(name: $0.name, words: $0.definition.detect) },
            defaultStack: Self.defaultStack)
        self.workspace = Workspace(path: workspace)
        let words = all.map { "\($0.name) \($0.definition.detect)" }.joined(separator: "\n")
        knowledge = SHA256Digest(of: "\(vocabularyDigest)\n\(words)")
        let files = all.flatMap { stack in
            stack.files.sorted { $0.key < $1.key }.map { "\(stack.name)/\($0.key) \(SHA256Digest(of: $0.value))\n" }
        }
        digest = SHA256Digest(of: "\(knowledge)\n\(files.joined())")
    }

    /// The stack of a description that names none.
    private static let defaultStack = "fastapi"
}
