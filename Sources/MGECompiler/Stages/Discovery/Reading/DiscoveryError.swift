package import MGECore

/// A description of which no discovery can be made.
package struct DiscoveryError: Error, CustomStringConvertible, Sendable {
    /// All that was found, in the order of the text; at least one is an error.
    package var diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// The errors, one a line.
    package var description: String {
        diagnostics.filter { $0.severity == .error }.map(\.description).joined(separator: "\n")
    }
}
