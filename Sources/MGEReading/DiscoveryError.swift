package import MGECore

/// A description of which no discovery can be made.
package struct DiscoveryError: Error, CustomStringConvertible, Sendable {
    /// All that was found, in the order of the text; at least one is an error.
    package var diagnostics: [Diagnostic]
    /// What is wrong with the installation, when that and not the description is to blame.
    package var installation: VocabularyError?

    package init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// A vocabulary with which no description can be read.
    init(_ vocabulary: VocabularyError) {
        diagnostics = [
            Diagnostic(.error, "\(vocabulary.path): \(vocabulary.message)", remedy: vocabulary.remedy)
        ]
        installation = vocabulary
    }

    /// The errors, one a line.
    package var description: String {
        diagnostics.filter { $0.severity == .error }.map(\.description).joined(separator: "\n")
    }
}
